// Package staffing plans who works on which request, in whole hours, at the least cost: an exact
// answer, with dual prices that prove it.
//
// An hour of a person on a request costs
//
//	(100 − fit) + 5·(8 − hours of the day in common) + 15 if the account is new to them
//
// and beside it 0, 10 or 30 by how full the person's week is: up to 70, 85 and 100 % of their
// hours, each step rounded down to whole hours. Hours in common are 8 less the difference of
// the clocks, which is not wrapped at a day. An hour that nobody can take costs 1000, so there
// always is a plan and it names the hire.
//
// Hard rules close a pair: another role, a conflict of interest, a language, too few hours of the
// day in common. A wish to grow into the role takes up to growBonus points off what fit lacks,
// never more. What whoever plans has fixed is kept whatever it costs; and where a plan stands
// already, each hour that moves away from its person costs Options.Move more, so that of plans
// that cost the same the one with the least change is made.
//
// Nobody is moved by a plan: it is shown to people, with each term of each cost.
package staffing

import "slices"

// The costs of an hour, in points.
const (
	nobodyCost  = 1000
	strangeCost = 15
	clockCost   = 5 // for each hour of the day not in common
	dayHours    = 8
	growBonus   = 10 // at most as much as fit lacks, so that no hour costs less than nothing
)

// UsualMove is what moving an hour costs where nobody says otherwise: as much as an hour of the
// day that is not in common.
const UsualMove = 5

// steps of a week's load: up to which share of the hours, and what an hour costs there.
var steps = []struct{ percent, cost int }{{70, 0}, {85, 10}, {100, 30}}

// scale keeps costs whole: clocks differ by quarters of an hour, which cost 1.25 points.
const scale = 4

// Person is who can work, for the week that is planned.
type Person struct {
	ID    string
	Hours int            // that can be given: contract less leave and fixed duties
	Clock int            // minutes from UTC
	Fit   map[string]int // role to fit, in whole percent
	Knows []string       // accounts

	Speaks    []string // languages
	Conflicts []string // accounts they may not work on
	Grows     []string // roles they wish to grow into
}

// Request is hours of a role that a deal asks for.
type Request struct {
	ID      string
	Account string
	Role    string
	Hours   int
	Clock   int // minutes from UTC

	Language string // that the person has to speak; empty for any
}

// Terms are what an hour costs, in points.
type Terms struct {
	Fit    float64 `json:"fit"`
	Clock  float64 `json:"time_difference"`
	New    float64 `json:"new_account"`
	Growth float64 `json:"growth,omitempty"` // 0 or less
}

// Options are rules that a plan keeps.
type Options struct {
	InCommon int      // the least hours of the day in common
	Locked   []Choice // fixed by whoever plans: kept even where a hard rule is against it
	Present  []Choice // the plan that stands
	Move     int      // points for each hour that moves away from its present person
}

// common are minutes of the day that a person and a request share.
func common(p Person, r Request) int {
	return max(0, dayHours*60-max(p.Clock-r.Clock, r.Clock-p.Clock))
}

// TermsOf are what an hour of a person on a request costs without the load.
func TermsOf(p Person, r Request) (t Terms) {
	t.Fit = float64(100 - p.Fit[r.Role])
	t.Clock = clockCost * float64(dayHours*60-common(p, r)) / 60
	if !slices.Contains(p.Knows, r.Account) {
		t.New = strangeCost
	}
	if slices.Contains(p.Grows, r.Role) {
		t.Growth = -min(growBonus, t.Fit)
	}
	return t
}

// Cost is their sum.
func (t Terms) Cost() float64 { return t.Fit + t.Clock + t.New + t.Growth }

// room are a person's hours at each step of load.
func (p Person) room() []int {
	out := make([]int, len(steps))
	before := 0
	for i, s := range steps {
		upTo := p.Hours * s.percent / 100
		out[i], before = upTo-before, upTo
	}
	return out
}

// loadCost is what the load of so many hours costs a person in all. Hours beyond the week, which
// only fixed ones can be, cost what the last step does.
func (p Person) loadCost(hours int) int {
	cost := 0
	for i, room := range p.room() {
		n := min(hours, room)
		cost, hours = cost+n*steps[i].cost, hours-n
	}
	return cost + hours*steps[len(steps)-1].cost
}
