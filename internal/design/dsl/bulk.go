package dsl

// oneElement reads !element <identifier or key> { … }: more about something
// that stands elsewhere.
func (r *reader) oneElement(s *statement, at scope) error {
	_, i, _, _ := r.written(s)
	if len(s.tokens) != i+2 || !s.block {
		return s.wrong(i, "expected %s <identifier> {", s.arg(i))
	}
	x, ok := r.find(s.arg(i+1), at.path, func(x ref) bool { return x.kind == toEnvironment })
	if ok {
		inside := scope{this: -1, environment: x.place, path: r.pathOf(x)}
		return r.each(s.body, func(s *statement) error { return r.environmentLine(s, inside) })
	}
	p, err := r.element(s, i+1, at, nil)
	if err != nil {
		return err
	}
	return r.elementBody(s, scope{this: p, environment: r.environmentOf(p), path: r.elements[p].path})
}

func (r *reader) pathOf(x ref) string {
	for path, y := range r.names {
		if x == y {
			return path
		}
	}
	return ""
}

// environmentOf gives the place of an element's environment, -1 for none.
func (r *reader) environmentOf(p int) int {
	for i, e := range r.w.Environments {
		if e.Name == r.w.Elements[p].Environment {
			return i
		}
	}
	return -1
}

// manyElements reads !elements <expression> { … } once for each that fits.
func (r *reader) manyElements(s *statement, at scope) error {
	_, i, _, _ := r.written(s)
	if len(s.tokens) != i+2 || !s.block {
		return s.wrong(i, "expected !elements <expression> {")
	}
	found, err := r.elementsBy(s, i+1, s.arg(i+1), query{path: at.path, all: r.everyElement})
	if err != nil {
		return err
	}
	for _, p := range found {
		inside := scope{this: p, environment: r.environmentOf(p), path: at.path}
		if err := r.elementBody(s, inside); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) everyElement() []int {
	all := make([]int, len(r.elements))
	for i := range all {
		all[i] = i
	}
	return all
}

func (r *reader) oneRelationship(s *statement, at scope) error {
	if len(s.tokens) != 2 || !s.block {
		return s.wrong(0, "expected !relationship <identifier> {")
	}
	x, ok := r.find(s.arg(1), at.path, func(x ref) bool { return x.kind == toRelationship })
	if !ok {
		return r.noSuch(s, 1, "relationship")
	}
	return r.relationshipBody(s, x.place)
}

func (r *reader) manyRelationships(s *statement, at scope) error {
	if len(s.tokens) != 2 || !s.block {
		return s.wrong(0, "expected !relationships <expression> {")
	}
	found, err := r.relationshipsBy(s, 1, s.arg(1), query{path: at.path, all: r.everyElement})
	if err != nil {
		return err
	}
	for _, p := range found {
		if r.dead[p] {
			continue
		}
		if err := r.relationshipBody(s, p); err != nil {
			return err
		}
	}
	return nil
}
