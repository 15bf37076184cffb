package dsl

import "slices"

// usual is what * stands for in a view: what a reader expects to see there.
func (r *reader) usual(p *picture) []int {
	switch p.v.Kind {
	case Landscape:
		return r.ofKinds(Person, System)
	case ContextView:
		return r.around([]int{p.scope}, Person, System)
	case ContainerView:
		return r.around(r.elements[p.scope].children, Person, System)
	case ComponentView:
		return r.around(r.elements[p.scope].children, Person, System, Container)
	case CustomView:
		return r.ofKinds(Custom)
	case Deployment:
		var out []int
		for i, e := range r.w.Elements {
			if e.Environment == p.v.Environment && e.Environment != "" && r.elements[i].parent < 0 {
				out = append(out, i)
			}
		}
		return out
	}
	return nil
}

func (r *reader) ofKinds(kinds ...Kind) []int {
	var out []int
	for i, e := range r.w.Elements {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, i)
		}
	}
	return out
}

// around gives elements and the neighbours of those kinds they touch.
func (r *reader) around(core []int, kinds ...Kind) []int {
	out := slices.Clone(core)
	for _, p := range r.neighbours(core, true, true) {
		if slices.Contains(kinds, r.w.Elements[p].Kind) && !slices.ContainsFunc(core, func(c int) bool { return r.holds(p, c) }) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// showDeployed puts what runs in the view's environment into its picture: a
// node with what is in it, an instance with the nodes around it, or, for a
// system or container, all its instances.
func (r *reader) showDeployed(p *picture, e int) {
	el := r.w.Elements[e]
	switch el.Kind {
	case Custom:
		r.add(p, e)
		return
	case System, Container:
		for _, i := range r.instances[e] {
			if r.w.Elements[i].Environment == p.v.Environment {
				r.withNodes(p, i)
			}
		}
		return
	}
	if el.Environment != p.v.Environment {
		return
	}
	if el.Kind != Node {
		r.withNodes(p, e)
		return
	}
	if r.showNode(p, e) {
		r.withNodes(p, e)
	}
}

func (r *reader) withNodes(p *picture, e int) {
	for ; e >= 0; e = r.elements[e].parent {
		r.add(p, e)
	}
}

// showNode shows a node when something of the view's system runs inside of it.
func (r *reader) showNode(p *picture, e int) bool {
	any := false
	for _, c := range r.elements[e].children {
		switch el := r.w.Elements[c]; el.Kind {
		case Node:
			any = r.showNode(p, c) || any
			continue
		case Instance:
			of := r.elements[c].of
			if r.w.Elements[of].Kind == Container && p.scope >= 0 && r.elements[of].parent != p.scope {
				continue
			}
		}
		r.add(p, c)
		any = true
	}
	if any {
		r.add(p, e)
	}
	return any
}
