package dsl

import "slices"

// replicate draws the relationships of the model between a new instance and
// those already placed in its environment, where they share a deployment group
// or neither is in one.
func (r *reader) replicate(s *statement, p int) error {
	of := r.elements[p].of
	for _, rel := range slices.Clone(r.elements[of].out) {
		if err := r.copyTo(s, rel, p, r.ends[rel][1], true); err != nil {
			return err
		}
	}
	for _, rel := range slices.Clone(r.elements[of].in) {
		if err := r.copyTo(s, rel, p, r.ends[rel][0], false); err != nil {
			return err
		}
	}
	r.instances[of] = append(r.instances[of], p)
	return nil
}

// follow draws a relationship written after an environment between the
// instances that already stand there: the order of lines changes nothing.
func (r *reader) follow(s *statement, p int, at scope) error {
	if at.environment >= 0 {
		return nil
	}
	from, to := r.ends[p][0], r.ends[p][1]
	for _, i := range r.instances[from] {
		if r.w.wasRemoved(r.w.Elements[i].Environment, r.w.Elements[from].Key, r.w.Elements[to].Key) {
			continue
		}
		if err := r.copyTo(s, p, i, to, true); err != nil {
			return err
		}
	}
	return nil
}

func (w *Workspace) wasRemoved(environment, from, to string) bool {
	return slices.Contains(w.Removed, Removal{environment, from, to})
}

// copyTo connects instance p with each instance of other near it.
func (r *reader) copyTo(s *statement, rel, p, other int, outwards bool) error {
	for _, q := range r.instances[other] {
		if err := r.spend(s, 1); err != nil {
			return err
		}
		if r.w.Elements[q].Environment != r.w.Elements[p].Environment || !share(r.w.Elements[p].Groups, r.w.Elements[q].Groups) {
			continue
		}
		from, to := p, q
		if !outwards {
			from, to = q, p
		}
		c := r.w.Relationships[rel]
		c.Identifier, c.Implied, c.Follows = "", true, r.w.Relationships[rel].Key()
		c.Tags = slices.Clone(c.Tags)
		if _, err := r.connect(s, c, from, to); err != nil {
			return err
		}
	}
	return nil
}

func share(a, b []string) bool {
	if len(a) == 0 && len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// placed gives what the two ends of a relationship stand for: inside an
// environment a system or container means its instances there.
func (r *reader) placed(s *statement, from, to int, at scope) (sources, targets []int, err error) {
	if at.environment < 0 {
		return []int{from}, []int{to}, nil
	}
	if sources, err = r.instancesIn(s, from, at); err != nil {
		return nil, nil, err
	}
	targets, err = r.instancesIn(s, to, at)
	return sources, targets, err
}

func (r *reader) instancesIn(s *statement, p int, at scope) ([]int, error) {
	if k := r.w.Elements[p].Kind; k != System && k != Container {
		return []int{p}, nil
	}
	name := r.w.Environments[at.environment].Name
	var out []int
	for _, q := range r.instances[p] {
		if r.w.Elements[q].Environment == name {
			out = append(out, q)
		}
	}
	if len(out) == 0 {
		return nil, s.wrong(0, "nothing of %s runs in the environment %s; place an instance before this line", quote(r.w.Elements[p].Name), quote(name))
	}
	return out, r.spend(s, len(r.instances[p]))
}

// removal reads a -/> b: in this environment they do not speak directly. The
// block says what stands between them, with the words of what was removed.
func (r *reader) removal(s *statement, arrow int, at scope) error {
	if at.environment < 0 {
		return s.wrong(arrow, "-/> stands only inside a deployment environment")
	}
	from, to, err := r.bothEnds(s, arrow, at)
	if err != nil {
		return err
	}
	if err := s.count(arrow+2, "a -/> b"); err != nil {
		return err
	}
	sources, targets, err := r.placed(s, from, to, at)
	if err != nil {
		return err
	}
	var was *Relationship
	for _, a := range sources {
		for _, b := range targets {
			for _, p := range slices.Clone(r.pairs[[2]int{a, b}]) {
				if was == nil {
					c := r.w.Relationships[p]
					was = &c
				}
				r.disconnect(p)
			}
		}
	}
	if was == nil {
		return s.wrong(0, "there is no relationship to remove between %s and %s here", quote(r.w.Elements[from].Name), quote(r.w.Elements[to].Name))
	}
	r.w.Removed = append(r.w.Removed, Removal{r.w.Environments[at.environment].Name, r.w.Elements[from].Key, r.w.Elements[to].Key})
	plain, had := r.arrows[""]
	r.arrows[""] = &archetype{description: was.Description, technology: was.Technology}
	defer func() {
		if delete(r.arrows, ""); had {
			r.arrows[""] = plain
		}
	}()
	return r.each(s.body, func(s *statement) error {
		if n := arrowAt(s); n >= 0 {
			return r.relationship(s, n, at)
		}
		return r.unknown(s, 0, "here", "a relationship (a -> b)")
	})
}

// disconnect takes a relationship out; compact drops it from the model later,
// so that places stay as they are while reading.
func (r *reader) disconnect(p int) {
	e := r.ends[p]
	r.dead[p] = true
	without := func(list []int) []int { return slices.DeleteFunc(list, func(q int) bool { return q == p }) }
	r.pairs[e] = without(r.pairs[e])
	r.elements[e[0]].out = without(r.elements[e[0]].out)
	r.elements[e[1]].in = without(r.elements[e[1]].in)
}

// compact gives the model without what was removed, and new places to the rest.
func (r *reader) compact() {
	if len(r.dead) == 0 {
		return
	}
	place := make([]int, len(r.ends))
	rels, ends := r.w.Relationships[:0], r.ends[:0]
	for p := range place {
		place[p] = len(rels)
		if !r.dead[p] {
			rels, ends = append(rels, r.w.Relationships[p]), append(ends, r.ends[p])
		}
	}
	r.w.Relationships, r.ends = rels, ends
	renumber := func(list []int) {
		for i := range list {
			list[i] = place[list[i]]
		}
	}
	for i := range r.elements {
		renumber(r.elements[i].in)
		renumber(r.elements[i].out)
	}
	for _, list := range r.pairs {
		renumber(list)
	}
	for id, x := range r.names {
		if x.kind == toRelationship {
			x.place = place[x.place]
			r.names[id] = x
		}
	}
}
