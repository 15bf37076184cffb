package people

import (
	"throughline/internal/clock"
	"throughline/internal/people/guide"
	"throughline/internal/people/ladder"
)

// Timing is how long a person has been in a role beside what is usual before a move. It is
// information: no move is refused by it.
type Timing struct {
	Years float64     `json:"years"` // in the role they would leave, in this company
	When  string      `json:"when"`  // before, within or after
	Usual guide.Years `json:"usual"`
}

// TimingOf holds the steps of a person against the usual time of a move to another role. It is not
// there where they do not move between roles, or the guide gives no usual time.
func TimingOf(g *guide.Guide, steps []Step, to string, day clock.Date) (Timing, bool) {
	at, there := PlaceOf(g, to)
	if !there || len(steps) == 0 {
		return Timing{}, false
	}
	now, _ := PlaceOf(g, steps[len(steps)-1].Place)
	since := steps[len(steps)-1].Since
	for i := len(steps) - 2; i >= 0; i-- {
		if p, _ := PlaceOf(g, steps[i].Place); p.Role != now.Role {
			break
		}
		since = steps[i].Since
	}
	for _, t := range g.Transitions {
		if t.From == now.Role && t.To == at.Role && t.Years != nil {
			years := day.Time().Sub(since.Time()).Hours() / 24 / 365.25
			return Timing{years, ladder.When(t, years), *t.Years}, true
		}
	}
	return Timing{}, false
}
