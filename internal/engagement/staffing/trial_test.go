package staffing

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// small is a case that can be tried out whole.
func small(random *rand.Rand) (people []Person, requests []Request) {
	pick := func(from ...string) (out []string) {
		for _, f := range from {
			if random.IntN(2) == 0 {
				out = append(out, f)
			}
		}
		return out
	}
	for i := range 1 + random.IntN(3) {
		p := Person{ID: fmt.Sprint("p", i), Hours: random.IntN(9), Clock: 15 * (random.IntN(40) - 20), Fit: map[string]int{"se": random.IntN(101)}}
		if random.IntN(3) > 0 {
			p.Fit["sa"] = random.IntN(101)
		}
		p.Knows, p.Speaks, p.Grows = pick("A"), pick("de", "fr"), pick("se", "sa")
		if random.IntN(4) == 0 {
			p.Conflicts = pick("A", "B")
		}
		people = append(people, p)
	}
	for i := range 1 + random.IntN(3) {
		requests = append(requests, Request{ID: fmt.Sprint("r", i), Account: []string{"A", "B"}[random.IntN(2)], Role: []string{"se", "sa"}[random.IntN(2)],
			Hours: random.IntN(7), Clock: 15 * (random.IntN(40) - 20), Language: []string{"", "", "", "DE"}[random.IntN(4)]})
	}
	return people, requests
}

// rough are rules for a small case: hours that are fixed, some of them against a hard rule or
// beyond the week, and a plan that stands.
func rough(random *rand.Rand, people []Person, requests []Request) Options {
	o := Options{InCommon: random.IntN(3), Move: random.IntN(20)}
	for _, q := range requests {
		for i, all := range []*[]Choice{&o.Locked, &o.Present} {
			if random.IntN(3) > i {
				continue
			}
			left := q.Hours
			for _, p := range random.Perm(len(people)) {
				n := random.IntN(left + 1)
				left -= n
				*all = append(*all, Choice{people[p].ID, q.ID, n})
			}
		}
	}
	return o
}

// trial tries every way to give each hour to somebody or nobody. It knows nothing of flows, parts
// and prices.
type trial struct {
	people   []Person
	requests []Request
	o        Options
	fixed    [][]int // request, person
	stay     [][]int // request, person: hours that cost o.Move once they go
	left     []int   // request: hours that are not fixed
	fixedOf  []int   // person
	used     []int   // person: hours beside the fixed ones
	forced   [2]int  // person, request: at least one hour
}

func newTrial(people []Person, requests []Request, o Options) *trial {
	x := &trial{people: people, requests: requests, o: o, forced: [2]int{-1, -1}, fixedOf: make([]int, len(people)), used: make([]int, len(people))}
	sum := func(all []Choice, p Person, q Request) (n int) {
		for _, c := range all {
			if c.Person == p.ID && c.Request == q.ID {
				n += c.Hours
			}
		}
		return n
	}
	for _, q := range requests {
		left, fixed, stay := q.Hours, make([]int, len(people)), make([]int, len(people))
		for p := range people {
			fixed[p] = sum(o.Locked, people[p], q)
			left -= fixed[p]
			x.fixedOf[p] += fixed[p]
		}
		placeable := left
		for p := range people {
			stay[p] = max(0, min(sum(o.Present, people[p], q)-fixed[p], placeable))
			placeable -= stay[p]
		}
		x.fixed, x.stay, x.left = append(x.fixed, fixed), append(x.stay, stay), append(x.left, left)
	}
	return x
}

func (x *trial) cheapest(r int) float64 {
	if r < len(x.requests) {
		return x.spread(r, 0, x.left[r])
	}
	cost := 0.0
	for p, person := range x.people {
		cost += float64(person.loadCost(x.used[p] + x.fixedOf[p]))
	}
	return cost
}

// spread tries every number of a request's hours for a person and those after them.
func (x *trial) spread(r, p, left int) float64 {
	if p == len(x.people) {
		return float64(left)*nobodyCost + x.cheapest(r+1)
	}
	person, q := x.people[p], x.requests[r]
	most := max(0, min(left, person.Hours-x.fixedOf[p]-x.used[p]))
	if !mayWork(person, q, x.o) {
		most = 0
	}
	least := 0
	if x.forced == [2]int{p, r} {
		least = 1
	}
	best := math.Inf(1)
	unit := TermsOf(person, q).Cost()
	for hours := least; hours <= most; hours++ {
		x.used[p] += hours
		moved := float64(max(0, x.stay[r][p]-hours) * x.o.Move)
		best = min(best, unit*float64(hours+x.fixed[r][p])+moved+x.spread(r, p+1, left-hours))
		x.used[p] -= hours
	}
	return best
}

// mayWork is the hard rules, said once more and in another way.
func mayWork(p Person, q Request, o Options) bool {
	for _, c := range p.Conflicts {
		if c == q.Account {
			return false
		}
	}
	speaks := q.Language == ""
	for _, l := range p.Speaks {
		speaks = speaks || l == "de" // the one that small requests ask for
	}
	apart := math.Abs(float64(p.Clock-q.Clock)) / 60
	_, role := p.Fit[q.Role]
	return role && speaks && max(0, 8-apart) >= float64(o.InCommon)
}
