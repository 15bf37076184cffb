package dsl

import "strings"

// arrowAt finds the arrow of a relationship: "-> b", "a -> b", "r = a -> b".
// It is -1 when the line is of another sort.
func arrowAt(s *statement) int {
	from := 0
	if s.word(1) == "=" {
		from = 2
	}
	for i := from; i < min(from+2, len(s.tokens)); i++ {
		if t := s.tokens[i]; !t.quoted {
			if _, ok := arrowName(t.text); ok || t.text == "-/>" {
				return i
			}
		}
	}
	return -1
}

// relationship reads one and, with it, those it implies.
func (r *reader) relationship(s *statement, arrow int, at scope) error {
	from, to, err := r.bothEnds(s, arrow, at)
	if err != nil {
		return err
	}
	if len(s.tokens) > arrow+5 {
		return s.wrong(arrow+5, "%s is too much here; expected a -> b [description] [technology] [tags]", quote(s.arg(arrow+5)))
	}
	rel := Relationship{Line: s.line, File: s.src.name}
	name, _ := arrowName(s.arg(arrow))
	if a, ok := r.arrows[name]; ok {
		rel.Description, rel.Technology, rel.URL = a.description, a.technology, a.url
		rel.Tags = append(rel.Tags, a.tags...)
		rel.Properties, rel.Perspectives = copied(a.properties), append(rel.Perspectives, a.perspectives...)
	} else if name != "" {
		return s.wrong(arrow, "no arrow is called %s; define it in archetypes", quote(name))
	}
	if v := s.arg(arrow + 2); v != "" {
		rel.Description = v
	}
	if v := s.arg(arrow + 3); v != "" {
		rel.Technology = v
	}
	addTags(&rel.Tags, s.arg(arrow+4))
	if s.word(1) == "=" {
		rel.Identifier = s.arg(0)
	}
	return r.addWritten(s, rel, from, to, at)
}

// addWritten adds a relationship that a person wrote: between the elements
// named, or, inside an environment, between all their instances there.
func (r *reader) addWritten(s *statement, rel Relationship, from, to int, at scope) error {
	sources, targets, err := r.placed(s, from, to, at)
	if err != nil {
		return err
	}
	for _, a := range sources {
		for _, b := range targets {
			p, err := r.connect(s, rel, a, b)
			if err != nil {
				return err
			}
			if rel.Identifier != "" && a == sources[0] && b == targets[0] {
				if _, err := r.bind(s, rel.Identifier, at, ref{kind: toRelationship, place: p}); err != nil {
					return err
				}
			}
			if err := r.relationshipBody(s, p); err != nil {
				return err
			}
			if err := r.imply(s, p); err != nil {
				return err
			}
			if err := r.follow(s, p, at); err != nil {
				return err
			}
		}
	}
	return nil
}

// bothEnds finds the elements before and after the arrow.
func (r *reader) bothEnds(s *statement, arrow int, at scope) (from, to int, err error) {
	first := 0
	if s.word(1) == "=" {
		first = 2
	}
	if from = at.this; arrow > first {
		if from, err = r.element(s, first, at, nil); err != nil {
			return 0, 0, err
		}
	} else if from < 0 {
		return 0, 0, s.wrong(arrow, "expected an element before %s", s.arg(arrow))
	}
	if len(s.tokens) < arrow+2 {
		return 0, 0, s.wrong(arrow, "expected an element after %s", s.arg(arrow))
	}
	to, err = r.element(s, arrow+1, at, nil)
	return from, to, err
}

// connect stores a relationship between two elements.
func (r *reader) connect(s *statement, rel Relationship, from, to int) (int, error) {
	if len(r.ends) >= maxRelationships {
		return 0, s.wrong(0, "the workspace holds more than %d relationships from here on; split it", maxRelationships)
	}
	if r.holds(from, to) || r.holds(to, from) {
		return 0, s.wrong(0, "a relationship between %s and a part of it says nothing; draw it to the part's partner", quote(r.w.Elements[from].Name))
	}
	for _, p := range r.pairs[[2]int{from, to}] {
		old := r.w.Relationships[p]
		if err := r.spend(s, 1); err != nil {
			return 0, err
		}
		if old.Description == rel.Description && old.Technology == rel.Technology {
			why := "it stands on line " + itoa(old.Line)
			if old.Implied {
				why = "line " + itoa(old.Line) + " implies it: write this line before that one, or give it words of its own"
			}
			return 0, s.wrong(0, "%s -> %s with these words is already there; %s", quote(r.w.Elements[from].Name), quote(r.w.Elements[to].Name), why)
		}
	}
	rel.From, rel.To = r.w.Elements[from].Key, r.w.Elements[to].Key
	p := len(r.ends)
	r.w.Relationships = append(r.w.Relationships, rel)
	r.ends = append(r.ends, [2]int{from, to})
	r.pairs[[2]int{from, to}] = append(r.pairs[[2]int{from, to}], p)
	r.elements[from].out = append(r.elements[from].out, p)
	r.elements[to].in = append(r.elements[to].in, p)
	return p, nil
}

// holds tells whether a holds b, at any depth.
func (r *reader) holds(a, b int) bool {
	for b = r.elements[b].parent; b >= 0; b = r.elements[b].parent {
		if a == b {
			return true
		}
	}
	return false
}

func (r *reader) relationshipBody(s *statement, p int) error {
	return r.each(s.body, func(s *statement) error {
		if done, err := r.trait(s, r.w.Relationships[p].traits()); done {
			return err
		}
		return r.unknown(s, 0, "in a relationship", traitWords...)
	})
}

// imply adds the relationships between the elements around both ends, unless
// there are any already: what a container calls, its system uses.
func (r *reader) imply(s *statement, p int) error {
	if r.w.ImpliedOff {
		return nil
	}
	from, to := r.ends[p][0], r.ends[p][1]
	if r.w.Elements[from].Environment != "" || r.w.Elements[to].Environment != "" {
		return nil
	}
	written := r.w.Relationships[p]
	for a := from; a >= 0; a = r.elements[a].parent {
		for b := to; b >= 0; b = r.elements[b].parent {
			if a == b || r.holds(a, b) || r.holds(b, a) || r.connected(a, b, written.Description) {
				continue
			}
			rel := written
			rel.Identifier, rel.URL, rel.Properties, rel.Perspectives = "", "", nil, nil
			rel.Tags = append([]string(nil), written.Tags...)
			rel.Implied, rel.Follows = true, written.Key()
			if _, err := r.connect(s, rel, a, b); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reader) connected(a, b int, description string) bool {
	for _, p := range r.pairs[[2]int{a, b}] {
		if !r.sameOnly || strings.EqualFold(r.w.Relationships[p].Description, description) {
			return true
		}
	}
	return false
}
