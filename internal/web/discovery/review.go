package discovery

import (
	"sort"

	core "throughline/internal/discovery"
)

// review is the order of decisions: needs first, then facts, then promises, each as it was said.
type review struct {
	all     []core.Candidate
	current *core.Candidate // the one to decide or to look at; nil when none is left
	tally   tally
}

// sorts is the order in which candidates are decided, with the heading of each sort.
var sorts = []struct {
	sort core.Sort
	many string
}{{core.Need, "Needs"}, {core.AsIs, "Facts of today"}, {core.Promise, "Promises"}}

func place(s core.Sort) int {
	for i, o := range sorts {
		if o.sort == s {
			return i
		}
	}
	return len(sorts)
}

// reviewOf puts candidates in order; asked is looked at, else the first that waits.
func reviewOf(found []core.Candidate, asked string) review {
	v := review{all: found}
	sort.SliceStable(v.all, func(i, j int) bool { return place(v.all[i].Sort) < place(v.all[j].Sort) })
	for i := range v.all {
		c := &v.all[i]
		v.tally.count(c.State)
		if c.ID == asked || v.current == nil && asked == "" && waits(*c) {
			v.current = c
		}
	}
	if v.current == nil {
		v.current = v.after("")
	}
	return v
}

// waits says whether a person can still decide on it.
func waits(c core.Candidate) bool { return c.State == core.Found && !c.Quote.Gone() }

// after is the next candidate that waits behind one, beginning again at the top; nil when none does.
func (v review) after(id string) *core.Candidate {
	from := 0
	for i := range v.all {
		if v.all[i].ID == id {
			from = i + 1
		}
	}
	for i := range v.all {
		c := &v.all[(from+i)%len(v.all)]
		if c.ID != id && waits(*c) {
			return c
		}
	}
	return nil
}

// group is one sort of candidates in the list: those that wait, and those that are decided.
type group struct {
	name          string
	key           string // what marks it in the address
	waiting, done []core.Candidate
}

func (g *group) add(c core.Candidate) {
	if waits(c) {
		g.waiting = append(g.waiting, c)
	} else {
		g.done = append(g.done, c)
	}
}

// groupsOf are the groups of a call's candidates, or of a list's rows.
func (v review) groupsOf(c *callView) []group {
	if c.call.Form == core.FormList {
		return c.listGroups()
	}
	return v.groups()
}

func (v review) groups() (out []group) {
	for _, s := range sorts {
		g := group{name: s.many, key: string(s.sort)}
		for _, c := range v.all {
			if c.Sort == s.sort {
				g.add(c)
			}
		}
		if len(g.waiting)+len(g.done) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// number is the place of a candidate in the review, from 1.
func (v review) number(id string) int {
	for i := range v.all {
		if v.all[i].ID == id {
			return i + 1
		}
	}
	return 0
}
