package dsl

import (
	"slices"
	"strings"
)

// query says where the names in an expression are looked up, and what * means.
type query struct {
	path string
	all  func() []int
}

// elementsBy gives the places of the elements an expression names: *, an
// identifier, ->a->, element.tag==Database, and those joined by && and ||.
func (r *reader) elementsBy(s *statement, i int, expr string, q query) ([]int, error) {
	expr = strings.TrimSpace(expr)
	if err := r.spend(s, len(r.elements)); err != nil {
		return nil, err
	}
	if parts := strings.Split(expr, "||"); len(parts) > 1 {
		var out []int
		for _, part := range parts {
			found, err := r.elementsBy(s, i, part, q)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		slices.Sort(out)
		return slices.Compact(out), nil
	}
	if parts := strings.Split(expr, "&&"); len(parts) > 1 {
		out := r.everyElement()
		for _, part := range parts {
			found, err := r.elementsBy(s, i, part, q)
			if err != nil {
				return nil, err
			}
			out = slices.DeleteFunc(out, func(p int) bool { _, in := slices.BinarySearch(found, p); return !in })
		}
		return out, nil
	}
	return r.oneExpression(s, i, expr, q)
}

func (r *reader) oneExpression(s *statement, i int, expr string, q query) ([]int, error) {
	before, after := strings.HasPrefix(expr, "->"), strings.HasSuffix(expr, "->")
	switch {
	case expr == "*" || expr == "*?":
		return q.all(), nil
	case (before || after) && len(expr) > 2:
		core := strings.TrimSuffix(strings.TrimPrefix(expr, "->"), "->")
		found, err := r.elementsBy(s, i, core, q)
		if err != nil {
			return nil, err
		}
		return r.neighbours(found, before, after), nil
	case strings.HasPrefix(expr, "element.") || strings.HasPrefix(expr, "element=") || strings.HasPrefix(expr, "element!"):
		return r.condition(s, i, strings.TrimPrefix(expr, "element"), q)
	}
	return r.named(s, i, expr, q)
}

// neighbours adds what uses the found ones (before) and what they use (after).
func (r *reader) neighbours(found []int, before, after bool) []int {
	out := slices.Clone(found)
	for _, p := range found {
		if before {
			for _, rel := range r.elements[p].in {
				out = append(out, r.ends[rel][0])
			}
		}
		if after {
			for _, rel := range r.elements[p].out {
				out = append(out, r.ends[rel][1])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// named finds an element, the members of a group or the nodes of an
// environment by identifier, or an element by its key.
func (r *reader) named(s *statement, i int, id string, q query) ([]int, error) {
	if p, ok := r.keys[id]; ok {
		return []int{p}, nil
	}
	x, ok := r.find(id, q.path, func(x ref) bool { return x.kind != toRelationship && x.kind != toDeploymentGroup })
	if !ok {
		copied := *s
		copied.tokens = slices.Clone(s.tokens)
		copied.tokens[i].text = id
		return nil, r.noSuch(&copied, i, "element")
	}
	switch x.kind {
	case toGroup:
		return slices.Clone(r.groups[x.place].members), nil
	case toEnvironment:
		var out []int
		for p, e := range r.w.Elements {
			if e.Environment == r.w.Environments[x.place].Name {
				out = append(out, p)
			}
		}
		return out, nil
	}
	return []int{x.place}, nil
}

// condition reads .tag==A,B and the like.
func (r *reader) condition(s *statement, i int, rest string, q query) ([]int, error) {
	n := strings.Index(rest, "==")
	not := false
	if m := strings.Index(rest, "!="); m >= 0 && (n < 0 || m < n) {
		n, not = m, true
	}
	if n < 0 {
		return nil, s.wrong(i, "expected == or != in %s", quote(s.arg(i)))
	}
	field, value := rest[:n], strings.TrimSpace(rest[n+2:])
	if field == "" {
		found, err := r.elementsBy(s, i, value, q)
		if err != nil || !not {
			return found, err
		}
		return slices.DeleteFunc(q.all(), func(p int) bool { return slices.Contains(found, p) }), r.spend(s, len(found)*100)
	}
	fits, err := r.fits(s, i, field, value, q)
	if err != nil {
		return nil, err
	}
	var out []int
	for p := range r.elements {
		if fits(p) != not {
			out = append(out, p)
		}
	}
	return out, nil
}

// fits gives the test of one condition on an element.
func (r *reader) fits(s *statement, i int, field, value string, q query) (func(int) bool, error) {
	el := func(p int) *Element { return &r.w.Elements[p] }
	switch low := strings.ToLower(field); {
	case low == ".type":
		return func(p int) bool { return strings.EqualFold(typeName(el(p)), value) }, nil
	case low == ".tag":
		want := strings.Split(value, ",")
		return func(p int) bool { return tagged(append(defaultTags(el(p)), r.tagsOf(p)...), want) }, nil
	case low == ".technology":
		return func(p int) bool { return strings.EqualFold(el(p).Technology, value) }, nil
	case low == ".environment":
		return func(p int) bool { return el(p).Environment == value }, nil
	case low == ".group":
		return func(p int) bool {
			return el(p).Group == value || strings.HasPrefix(el(p).Group, value+r.w.Separator)
		}, nil
	case low == ".parent":
		found, err := r.named(s, i, value, q)
		return func(p int) bool { return slices.Contains(found, r.elements[p].parent) }, err
	case strings.HasPrefix(low, ".properties[") && strings.HasSuffix(low, "]"):
		name := field[len(".properties[") : len(field)-1]
		return func(p int) bool { return el(p).Properties[name] == value }, nil
	}
	return nil, s.wrong(i, "%s cannot be asked; expected .type, .tag, .technology, .parent, .group, .environment or .properties[name]", quote(field))
}

// tagsOf gives the tags of an element; an instance has those of its model too.
func (r *reader) tagsOf(p int) []string {
	if of := r.elements[p].of; of >= 0 {
		return append(slices.Clone(r.w.Elements[of].Tags), r.w.Elements[p].Tags...)
	}
	return r.w.Elements[p].Tags
}

func tagged(have, want []string) bool {
	for _, t := range want {
		if !slices.Contains(have, strings.TrimSpace(t)) {
			return false
		}
	}
	return true
}

// typeName is the language's word for an element's kind.
func typeName(e *Element) string {
	word, _, _ := strings.Cut(e.Key, "://")
	return word
}

// defaultTags are those every element has by its kind, though nobody writes them.
func defaultTags(e *Element) []string {
	switch e.Kind {
	case System:
		return []string{"Element", "Software System"}
	case Node:
		return []string{"Element", "Deployment Node"}
	case Infrastructure:
		return []string{"Element", "Infrastructure Node"}
	case Instance:
		if strings.HasPrefix(e.Key, "Container") {
			return []string{"Element", "Container Instance"}
		}
		return []string{"Element", "Software System Instance"}
	case Custom:
		return []string{"Element"}
	}
	return []string{"Element", typeName(e)}
}
