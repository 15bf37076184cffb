package dsl

import "strings"

// step reads an interaction of a dynamic view: [2:] a -> b "words", or the
// identifier of a relationship, or a block of steps that run beside others.
func (r *reader) step(s *statement, place, sequence int) error {
	v := &r.w.Views[place]
	if len(s.tokens) == 0 {
		n := len(v.Steps) + 1
		return r.each(s.body, func(s *statement) error { return r.step(s, place, n) })
	}
	st := Step{Line: s.line, Sequence: sequence, Order: itoa(len(v.Steps) + 1)}
	i := 0
	if order, ok := strings.CutSuffix(s.arg(0), ":"); ok && order != "" {
		st.Order, i = order, 1
	}
	at := scope{this: -1, environment: -1}
	var rel int
	if x, ok := r.find(s.arg(i), "", func(x ref) bool { return x.kind == toRelationship }); ok && s.arg(i+1) != "->" {
		st.From, st.To = r.w.Relationships[x.place].From, r.w.Relationships[x.place].To
		st.Description, rel = s.arg(i+1), x.place
	} else {
		if s.arg(i+1) != "->" || len(s.tokens) < i+3 {
			return s.wrong(i, "expected a step: [order:] a -> b [description] [technology]")
		}
		from, err := r.element(s, i, at, nil)
		if err != nil {
			return err
		}
		to, err := r.element(s, i+2, at, nil)
		if err != nil {
			return err
		}
		if rel = r.played(from, to, s.arg(i+3)); rel < 0 {
			return s.wrong(i, "the model has no relationship between %s and %s; add one before this view", quote(r.w.Elements[from].Name), quote(r.w.Elements[to].Name))
		}
		st.From, st.To = r.w.Elements[from].Key, r.w.Elements[to].Key
		st.Description, st.Technology = s.arg(i+3), s.arg(i+4)
		if err := s.count(i+5, "[order:] a -> b [description] [technology]"); err != nil {
			return err
		}
	}
	if st.Description == "" {
		st.Description = r.w.Relationships[rel].Description
	}
	st.Relationship = r.w.Relationships[rel].Key()
	v.Steps = append(v.Steps, st)
	return nil
}

// played finds the relationship a step plays, best the one with its words; an
// answer plays it backwards.
func (r *reader) played(from, to int, words string) int {
	for _, p := range r.pairs[[2]int{from, to}] {
		if r.w.Relationships[p].Description == words {
			return p
		}
	}
	for _, pair := range [][2]int{{from, to}, {to, from}} {
		if list := r.pairs[pair]; len(list) > 0 {
			return list[0]
		}
	}
	return -1
}
