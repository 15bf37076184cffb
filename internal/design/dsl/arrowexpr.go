package dsl

import (
	"slices"
	"strings"
)

// isArrow tells whether an expression is about relationships: a->b, *->*,
// relationship.tag==…; a->, ->a and ->a-> are about elements.
func (r *reader) isArrow(expr string, q query) bool {
	if strings.HasPrefix(expr, "relationship.") || strings.HasPrefix(expr, "relationship==") || strings.HasPrefix(expr, "relationship!=") {
		return true
	}
	if strings.HasPrefix(expr, "element") {
		return false
	}
	if n := strings.Index(expr, "->"); n > 0 && n < len(expr)-2 {
		return true
	}
	_, ok := r.find(expr, q.path, func(x ref) bool { return x.kind == toRelationship })
	return ok
}

// relationshipsBy gives the places of the relationships an expression names.
func (r *reader) relationshipsBy(s *statement, i int, expr string, q query) ([]int, error) {
	expr = strings.TrimSpace(expr)
	if err := r.spend(s, len(r.ends)); err != nil {
		return nil, err
	}
	if parts := strings.Split(expr, "||"); len(parts) > 1 {
		var out []int
		for _, part := range parts {
			found, err := r.relationshipsBy(s, i, part, q)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		slices.Sort(out)
		return slices.Compact(out), nil
	}
	if parts := strings.Split(expr, "&&"); len(parts) > 1 {
		var out []int
		for n, part := range parts {
			found, err := r.relationshipsBy(s, i, part, q)
			if err != nil {
				return nil, err
			}
			if n == 0 {
				out = found
			}
			out = slices.DeleteFunc(out, func(p int) bool { _, in := slices.BinarySearch(found, p); return !in })
		}
		return out, nil
	}
	if rest, ok := strings.CutPrefix(expr, "relationship=="); ok {
		expr = strings.TrimSpace(rest)
	}
	if rest, ok := strings.CutPrefix(expr, "relationship."); ok {
		return r.arrowCondition(s, i, rest, q)
	}
	if x, ok := r.find(expr, q.path, func(x ref) bool { return x.kind == toRelationship }); ok {
		key := r.w.Relationships[x.place].Key()
		return r.arrowsWhere(func(p int) bool { return p == x.place || r.w.Relationships[p].Follows == key }), nil
	}
	if expr == "*" {
		expr = "*->*"
	}
	return r.between(s, i, expr, q)
}

// between reads a->b, where each side is an expression about elements.
func (r *reader) between(s *statement, i int, expr string, q query) ([]int, error) {
	from, to, ok := strings.Cut(expr, "->")
	if !ok {
		return nil, s.wrong(i, "%s names no relationship; expected an identifier or a->b", quote(expr))
	}
	anything := query{q.path, r.everyElement}
	sources, err := r.elementsBy(s, i, from, anything)
	if err != nil {
		return nil, err
	}
	targets, err := r.elementsBy(s, i, to, anything)
	if err != nil {
		return nil, err
	}
	return r.arrowsWhere(func(p int) bool {
		_, a := slices.BinarySearch(sources, r.ends[p][0])
		_, b := slices.BinarySearch(targets, r.ends[p][1])
		return a && b
	}), nil
}

func (r *reader) arrowsWhere(fits func(int) bool) []int {
	var out []int
	for p := range r.ends {
		if fits(p) {
			out = append(out, p)
		}
	}
	return out
}

// arrowCondition reads tag==A,B and the like after "relationship.".
func (r *reader) arrowCondition(s *statement, i int, rest string, q query) ([]int, error) {
	field, value, ok := strings.Cut(rest, "==")
	not := false
	if a, b, found := strings.Cut(rest, "!="); found && (!ok || len(a) < len(field)) {
		field, value, ok, not = a, b, true, true
	}
	if !ok {
		return nil, s.wrong(i, "expected == or != in %s", quote(s.arg(i)))
	}
	value = strings.TrimSpace(value)
	rel := func(p int) *Relationship { return &r.w.Relationships[p] }
	var fits func(int) bool
	switch low := strings.ToLower(field); {
	case low == "tag":
		want := strings.Split(value, ",")
		fits = func(p int) bool { return tagged(append([]string{"Relationship"}, rel(p).Tags...), want) }
	case low == "technology":
		fits = func(p int) bool { return strings.EqualFold(rel(p).Technology, value) }
	case low == "source" || low == "destination":
		found, err := r.elementsBy(s, i, value, query{q.path, r.everyElement})
		if err != nil {
			return nil, err
		}
		end := 0
		if low == "destination" {
			end = 1
		}
		fits = func(p int) bool { _, in := slices.BinarySearch(found, r.ends[p][end]); return in }
	case strings.HasPrefix(low, "properties[") && strings.HasSuffix(low, "]"):
		name := field[len("properties[") : len(field)-1]
		fits = func(p int) bool { return rel(p).Properties[name] == value }
	default:
		return nil, s.wrong(i, "%s cannot be asked; expected tag, technology, source, destination or properties[name]", quote(field))
	}
	return r.arrowsWhere(func(p int) bool { return fits(p) != not }), nil
}
