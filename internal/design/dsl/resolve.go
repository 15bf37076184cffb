package dsl

import (
	"slices"
	"strings"
)

// picture collects what a view comes down to.
type picture struct {
	v        *View
	scope    int // place of the element the view is of, -1
	elements map[int]bool
	arrows   map[int]bool
	narrow   bool // *?: only relationships with the scope
}

// resolveViews works the clauses of all views out, now that the model is whole.
func (r *reader) resolveViews() error {
	byKey := map[string]int{}
	for i := range r.w.Views {
		v := &r.w.Views[i]
		byKey[v.Key] = i
		switch v.Kind {
		case Dynamic:
			r.resolveSteps(v)
		case Filtered:
			if err := r.resolveFiltered(r.views[i].s, v, r.w.Views[byKey[v.Base]]); err != nil {
				return err
			}
		case Image:
		default:
			if err := r.resolveView(v, r.views[i].clauses); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) resolveSteps(v *View) {
	for _, st := range v.Steps {
		for _, k := range []string{st.From, st.To} {
			if !slices.Contains(v.Elements, k) {
				v.Elements = append(v.Elements, k)
			}
		}
		v.Relationships = append(v.Relationships, st.Relationship)
	}
}

func (r *reader) resolveFiltered(s *statement, v *View, base View) error {
	show := func(tags []string) bool {
		hit := slices.ContainsFunc(v.Tags, func(t string) bool { return slices.Contains(tags, t) })
		return hit == (v.Mode == "include")
	}
	shown := map[string]bool{}
	for _, k := range base.Elements {
		p := r.keys[k]
		if shown[k] = show(append(defaultTags(&r.w.Elements[p]), r.tagsOf(p)...)); shown[k] {
			v.Elements = append(v.Elements, k)
		}
	}
	wanted := map[string]bool{}
	for _, k := range base.Relationships {
		wanted[k] = true
	}
	for _, rel := range r.w.Relationships {
		if wanted[rel.Key()] && shown[rel.From] && shown[rel.To] && show(append([]string{"Relationship"}, rel.Tags...)) {
			v.Relationships = append(v.Relationships, rel.Key())
		}
	}
	return r.spend(s, len(r.ends)+len(base.Elements))
}

func (r *reader) resolveView(v *View, clauses []*statement) error {
	p := &picture{v: v, scope: -1, elements: map[int]bool{}, arrows: map[int]bool{}}
	if v.Scope != "" {
		p.scope = r.keys[v.Scope]
	}
	q := query{path: "", all: func() []int { return r.usual(p) }}
	for n, c := range v.Clauses {
		for _, expr := range c.Expressions {
			if err := r.apply(clauses[n], p, c.Exclude, expr, q); err != nil {
				return err
			}
		}
	}
	for i := range r.w.Elements {
		if p.elements[i] {
			v.Elements = append(v.Elements, r.w.Elements[i].Key)
		}
	}
	for i := range r.ends {
		if p.arrows[i] && (!p.narrow || r.ends[i][0] == p.scope || r.ends[i][1] == p.scope) {
			v.Relationships = append(v.Relationships, r.w.Relationships[i].Key())
		}
	}
	return nil
}

// apply works one expression of an include or exclude into the picture.
func (r *reader) apply(s *statement, p *picture, exclude bool, expr string, q query) error {
	if err := r.spend(s, len(r.elements)); err != nil {
		return err
	}
	if r.isArrow(expr, q) {
		found, err := r.relationshipsBy(s, 0, expr, q)
		for _, rel := range found {
			if exclude {
				delete(p.arrows, rel)
			} else if p.elements[r.ends[rel][0]] && p.elements[r.ends[rel][1]] {
				p.arrows[rel] = true
			}
		}
		return err
	}
	found, err := r.elementsBy(s, 0, expr, q)
	if err != nil {
		return err
	}
	p.narrow = p.narrow || expr == "*?" && !exclude
	for _, e := range found {
		if exclude {
			r.drop(p, e)
		} else {
			r.show(p, e)
		}
	}
	return nil
}

func (r *reader) drop(p *picture, e int) {
	if p.v.Kind == Deployment {
		for _, i := range r.instances[e] {
			r.drop(p, i)
		}
	}
	delete(p.elements, e)
	for _, list := range [][]int{r.elements[e].in, r.elements[e].out} {
		for _, rel := range list {
			delete(p.arrows, rel)
		}
	}
}

// show puts an element into a picture where its kind may stand there.
func (r *reader) show(p *picture, e int) {
	if p.v.Kind == Deployment {
		r.showDeployed(p, e)
		return
	}
	k := r.w.Elements[e].Kind
	fits := k == Custom
	if p.v.Kind != CustomView {
		fits = fits || k == Person || k == System ||
			k == Container && (p.v.Kind == ContainerView || p.v.Kind == ComponentView) ||
			k == Component && p.v.Kind == ComponentView
		if p.scope >= 0 && p.v.Kind != ContextView && (e == p.scope || r.holds(e, p.scope)) {
			fits = false
		}
	}
	if fits {
		r.add(p, e)
	}
}

func (r *reader) add(p *picture, e int) {
	if p.elements[e] {
		return
	}
	p.elements[e] = true
	for _, rel := range r.elements[e].out {
		if p.elements[r.ends[rel][1]] {
			p.arrows[rel] = true
		}
	}
	for _, rel := range r.elements[e].in {
		if p.elements[r.ends[rel][0]] {
			p.arrows[rel] = true
		}
	}
}

// markExternal tells what is not ours. The language has no word for it, so we
// go by the tags people give: "External", "Existing System" and the like, or
// by the property throughline.external.
func (r *reader) markExternal() {
	for i := range r.w.Elements {
		e := &r.w.Elements[i]
		switch e.Properties["throughline.external"] {
		case "true":
			e.External = true
			continue
		case "false":
			continue
		}
		for _, t := range r.tagsOf(i) {
			low := strings.ToLower(t)
			if strings.Contains(low, "external") || strings.Contains(low, "existing") {
				e.External = true
			}
		}
	}
}
