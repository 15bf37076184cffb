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
// Nobody is moved by a plan: it is shown to people, with each term of each cost.
package staffing

import "slices"

// The costs of an hour, in points.
const (
	nobodyCost  = 1000
	strangeCost = 15
	clockCost   = 5 // for each hour of the day not in common
	dayHours    = 8
)

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
}

// Request is hours of a role that a deal asks for.
type Request struct {
	ID      string
	Account string
	Role    string
	Hours   int
	Clock   int // minutes from UTC
}

// Terms are what an hour costs, in points.
type Terms struct {
	Fit   float64 `json:"fit"`
	Clock float64 `json:"time_difference"`
	New   float64 `json:"new_account"`
}

// Options are rules that a pair must keep.
type Options struct {
	InCommon int // the least hours of the day in common
}

// terms are what an hour of a person on a request costs without the load; ok is false where the
// pair may not be.
func (o Options) terms(p Person, r Request) (t Terms, ok bool) {
	common := max(0, dayHours*60-max(p.Clock-r.Clock, r.Clock-p.Clock))
	fit, has := p.Fit[r.Role]
	t.Fit = float64(100 - fit)
	t.Clock = clockCost * float64(dayHours*60-common) / 60
	if !slices.Contains(p.Knows, r.Account) {
		t.New = strangeCost
	}
	return t, has && common >= o.InCommon*60
}

func (t Terms) cost() float64 { return t.Fit + t.Clock + t.New }

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

// loadCost is what the load of so many hours costs a person in all.
func (p Person) loadCost(hours int) int {
	cost := 0
	for i, room := range p.room() {
		n := min(hours, room)
		cost, hours = cost+n*steps[i].cost, hours-n
	}
	return cost
}
