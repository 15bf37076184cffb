package staffing

import (
	"cmp"
	"fmt"
	"slices"

	"throughline/internal/problem"
)

// Plan is who works on what.
type Plan struct {
	Cost        float64      `json:"cost"`
	Assignments []Assignment `json:"assignments"`
	Unstaffed   []Unstaffed  `json:"unstaffed"`
	Load        []Load       `json:"load"`
	Proof       Proof        `json:"proof"`

	network  *network
	people   map[string]int
	requests map[string]int
}

// Assignment is hours of one person on one request. Unit cost is of an hour, without the load,
// which is the person's and stands in Load.
type Assignment struct {
	Person   string  `json:"person"`
	Request  string  `json:"request"`
	Hours    int     `json:"hours"`
	UnitCost float64 `json:"unit_cost"`
	Terms    Terms   `json:"terms"`
}

// Unstaffed is hours that nobody can take.
type Unstaffed struct {
	Request string `json:"request"`
	Hours   int    `json:"hours"`
	Why     string `json:"why"`
}

// Load is a person's week.
type Load struct {
	Person string  `json:"person"`
	Hours  int     `json:"hours"`
	Of     int     `json:"of"`
	Cost   float64 `json:"cost"` // of all hours by how full the week is
}

const (
	peopleLimit  = 2_000
	requestLimit = 20_000
	// workLimit bounds people by requests by both together, which is what a plan costs at most:
	// some seconds. 200 by 1,000 are a quarter of a thousand million.
	workLimit = 6_000_000_000
)

// Make makes the plan of least cost. The same people and requests give the same plan in whatever
// order they come.
func Make(people []Person, requests []Request, o Options) (Plan, error) {
	if len(people) > peopleLimit || len(requests) > requestLimit || len(people)*len(requests)*(len(people)+len(requests)) > workLimit {
		return Plan{}, problem.New(problem.Invalid, "%d people by %d requests are too many for one plan. Plan teams one by one.", len(people), len(requests))
	}
	people = slices.SortedFunc(slices.Values(people), func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	requests = slices.SortedFunc(slices.Values(requests), func(a, b Request) int { return cmp.Compare(a.ID, b.ID) })
	w := newNetwork(people, requests, o)
	for r, request := range requests {
		w.place(r, request.Hours)
	}
	proof, err := w.prove(requests)
	if err != nil {
		return Plan{}, err
	}
	return w.plan(people, requests, o, proof), nil
}

func (w *network) plan(people []Person, requests []Request, o Options, proof Proof) Plan {
	out := Plan{Assignments: []Assignment{}, Unstaffed: []Unstaffed{}, Load: []Load{}, Proof: proof}
	for r, request := range requests {
		for p, hours := range w.flow[r] {
			switch {
			case hours == 0:
			case p == w.nobody:
				out.Unstaffed = append(out.Unstaffed, Unstaffed{request.ID, int(hours), w.why(r, request)})
				out.Cost += nobodyCost * float64(hours)
			default:
				t, _ := o.terms(people[p], request)
				out.Assignments = append(out.Assignments, Assignment{people[p].ID, request.ID, int(hours), t.cost(), t})
				out.Cost += t.cost() * float64(hours)
			}
		}
	}
	out.network, out.people, out.requests = w, map[string]int{}, map[string]int{}
	for r, request := range requests {
		out.requests[request.ID] = r
	}
	for p, person := range people {
		out.people[person.ID] = p
		cost := person.loadCost(w.used[p])
		out.Load = append(out.Load, Load{person.ID, w.used[p], person.Hours, float64(cost)})
		out.Cost += float64(cost)
	}
	return out
}

// why says what is missing for a request that is not wholly staffed.
func (w *network) why(r int, request Request) string {
	able := 0
	for p, c := range w.cost[r] {
		if p != w.nobody && c < absent && len(w.rooms[p]) > 0 {
			able++
		}
	}
	if able == 0 {
		return fmt.Sprintf("nobody works as %s with enough hours of the day in common", request.Role)
	}
	return fmt.Sprintf("the weeks of all %d who could are full, or better spent: hours of one more %s are missing", able, request.Role)
}
