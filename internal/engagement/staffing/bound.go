package staffing

import (
	"cmp"
	"slices"

	"throughline/internal/problem"
)

// Choice is hours of one person on one request: fixed by whoever plans, or of the plan that stands.
type Choice struct {
	Person  string `json:"person"`
	Request string `json:"request"`
	Hours   int    `json:"hours"`
}

// bound is what a plan is made of: people and requests in order, what is fixed, and the parts that
// are still to be placed.
type bound struct {
	o        Options
	people   []Person
	requests []Request
	person   map[string]int
	request  map[string]int
	fixed    []map[int]int // request: person to hours that are fixed
	taken    []int         // person: hours that are fixed
	parts    []part
}

// part is hours of one request. Those that somebody has in the plan that stands are a part of
// their own, which costs Options.Move an hour more with everybody else: then the cheapest plan
// moves an hour only where that saves more. A part need not know of the others: where one person
// had hours of two parts crosswise, a change back would be cheaper.
type part struct {
	request, hours int
	stays          int // a person's index; -1 for hours that are nobody's yet
}

// bind orders the people and requests, and looks whether what is fixed and what stands belongs to them.
func bind(people []Person, requests []Request, o Options) (*bound, error) {
	b := &bound{o: o, people: slices.Clone(people), requests: slices.Clone(requests), person: map[string]int{}, request: map[string]int{}}
	slices.SortFunc(b.people, func(x, y Person) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.requests, func(x, y Request) int { return cmp.Compare(x.ID, y.ID) })
	for i, p := range b.people {
		if _, twice := b.person[p.ID]; twice {
			return nil, problem.New(problem.Invalid, "The person %q is there twice. Leave out one.", p.ID)
		}
		b.person[p.ID] = i
	}
	for i, r := range b.requests {
		if _, twice := b.request[r.ID]; twice {
			return nil, problem.New(problem.Invalid, "The request %q is there twice. Leave out one.", r.ID)
		}
		b.request[r.ID] = i
	}
	b.fixed, b.taken = make([]map[int]int, len(requests)), make([]int, len(people))
	left, err := b.fix()
	if err != nil {
		return nil, err
	}
	return b, b.divide(left)
}

// each finds the person and the request of every choice.
func (b *bound) each(all []Choice, do func(p, r, hours int)) error {
	for _, c := range all {
		p, there := b.person[c.Person]
		if !there {
			return problem.New(problem.Invalid, "%q has hours of %s and is not among the people. Add them, or take their hours away.", c.Person, c.Request)
		}
		r, there := b.request[c.Request]
		if !there {
			return problem.New(problem.Invalid, "%s has hours of %q, which is not among the requests. Add it, or take the hours away.", c.Person, c.Request)
		}
		if c.Hours < 0 {
			return problem.New(problem.Invalid, "%s has %d hours of %s, less than none.", c.Person, c.Hours, c.Request)
		}
		do(p, r, c.Hours)
	}
	return nil
}

// fix takes the fixed hours off the requests and gives what is left of each.
func (b *bound) fix() ([]int, error) {
	left := make([]int, len(b.requests))
	for r, q := range b.requests {
		left[r] = q.Hours
	}
	err := b.each(b.o.Locked, func(p, r, hours int) {
		if b.fixed[r] == nil {
			b.fixed[r] = map[int]int{}
		}
		b.fixed[r][p] += hours
		b.taken[p] += hours
		left[r] -= hours
	})
	for r, n := range left {
		if err == nil && n < 0 {
			err = problem.New(problem.Invalid, "%d hours of %s are fixed, it asks for %d. Fix fewer.", b.requests[r].Hours-n, b.requests[r].ID, b.requests[r].Hours)
		}
	}
	return left, err
}

// divide makes the parts: of each request what stands and is not fixed, and the rest.
func (b *bound) divide(left []int) error {
	stands := make([]map[int]int, len(b.requests))
	if err := b.each(b.o.Present, func(p, r, hours int) {
		if stands[r] == nil {
			stands[r] = map[int]int{}
		}
		stands[r][p] += hours
	}); err != nil {
		return err
	}
	for r := range b.requests {
		for p := range b.people { // in order, so that the same plan is made again
			hours := min(stands[r][p]-b.fixed[r][p], left[r])
			if hours <= 0 {
				continue
			}
			left[r] -= hours
			b.parts = append(b.parts, part{r, hours, p})
		}
		b.parts = append(b.parts, part{r, left[r], -1})
	}
	return nil
}

// left are the hours of a person that are not fixed.
func (b *bound) left(p int) int { return b.people[p].Hours - b.taken[p] }

// room are a person's free hours at each step of load: what is fixed fills the cheap steps first.
func (b *bound) room(p int) []int {
	out, taken := b.people[p].room(), b.taken[p]
	for i, n := range out {
		off := min(n, taken)
		out[i], taken = n-off, taken-off
	}
	return out
}
