package staffing

import "throughline/internal/problem"

// Plan is who works on what.
type Plan struct {
	Cost        float64      `json:"cost"`
	Assignments []Assignment `json:"assignments"`
	Unstaffed   []Unstaffed  `json:"unstaffed"`
	Load        []Load       `json:"load"`
	Proof       Proof        `json:"proof"`

	Moves    []Move  `json:"moves,omitempty"`     // against the plan that stood
	MoveCost float64 `json:"move_cost,omitempty"` // of all hours that move away; a part of Cost

	network *network
	bound   *bound
}

// Assignment is hours of one person on one request. Unit cost is of an hour, without the load,
// which is the person's and stands in Load.
type Assignment struct {
	Person   string  `json:"person"`
	Request  string  `json:"request"`
	Hours    int     `json:"hours"`
	UnitCost float64 `json:"unit_cost"`
	Terms    Terms   `json:"terms"`
	Fixed    int     `json:"fixed_hours,omitempty"` // of the hours: fixed by whoever plans
	Against  Rule    `json:"against,omitempty"`     // the hard rule that speaks against what is fixed
}

// Unstaffed is hours that nobody can take.
type Unstaffed struct {
	Request string    `json:"request"`
	Hours   int       `json:"hours"`
	Why     string    `json:"why"`
	Missing []Missing `json:"missing"`
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
	rows := len(requests) + len(o.Present)
	if len(people) > peopleLimit || rows > requestLimit || len(people)*rows*(len(people)+rows) > workLimit {
		return Plan{}, problem.New(problem.Invalid, "%d people by %d requests are too many for one plan. Plan teams one by one.", len(people), len(requests))
	}
	if o.Move < 0 || o.Move > nobodyCost {
		return Plan{}, problem.New(problem.Invalid, "Moving an hour costs 0 to %d points, not %d.", nobodyCost, o.Move)
	}
	b, err := bind(people, requests, o)
	if err != nil {
		return Plan{}, err
	}
	w := newNetwork(b)
	for r, p := range b.parts {
		w.place(r, p.hours)
	}
	proof, err := w.prove(b)
	if err != nil {
		return Plan{}, err
	}
	return w.plan(b, proof), nil
}

func (w *network) plan(b *bound, proof Proof) Plan {
	out := Plan{Assignments: []Assignment{}, Unstaffed: []Unstaffed{}, Load: []Load{}, Proof: proof, network: w, bound: b}
	has := w.hours(b)
	for r, q := range b.requests {
		for p, hours := range has[r] {
			switch {
			case hours == 0:
			case p == w.nobody:
				u := Unstaffed{Request: q.ID, Hours: hours, Missing: b.missing(r)}
				u.Why = u.Says(q, func(id string) string { return id })
				out.Unstaffed = append(out.Unstaffed, u)
				out.Cost += nobodyCost * float64(hours)
			default:
				t := TermsOf(b.people[p], q)
				a := Assignment{Person: b.people[p].ID, Request: q.ID, Hours: hours, UnitCost: t.Cost(), Terms: t, Fixed: b.fixed[r][p]}
				if a.Fixed > 0 {
					a.Against = b.o.closes(b.people[p], q, b.people[p].Hours)
				}
				out.Assignments = append(out.Assignments, a)
				out.Cost += t.Cost() * float64(hours)
			}
		}
	}
	for p, person := range b.people {
		hours := w.used[p] + b.taken[p]
		cost := person.loadCost(hours)
		out.Load = append(out.Load, Load{person.ID, hours, person.Hours, float64(cost)})
		out.Cost += float64(cost)
	}
	out.compare(b, has)
	return out
}

// hours are those of each request by person, nobody last, with what was fixed.
func (w *network) hours(b *bound) [][]int {
	has := make([][]int, len(b.requests))
	for r := range has {
		has[r] = make([]int, w.nobody+1)
		for p, hours := range b.fixed[r] {
			has[r][p] = hours
		}
	}
	for i, p := range b.parts {
		for person, hours := range w.flow[i] {
			has[p.request][person] += int(hours)
		}
	}
	return has
}
