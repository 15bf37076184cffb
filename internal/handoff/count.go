package handoff

import (
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/thread"
)

// Count is a handoff in numbers.
type Count struct {
	Requirements  int `json:"requirements"`
	Accepted      int `json:"accepted"`
	WithCondition int `json:"with_condition"`
	Offered       int `json:"offered"` // not decided yet
	Queried       int `json:"queried"`
	Answered      int `json:"answered"` // answered, and to be decided
	Returned      int `json:"returned"`
	Withdrawn     int `json:"withdrawn"`
	EverReturned  int `json:"ever_returned"` // over Requirements: the return rate
	Promises      int `json:"promises"`      // those found after the freeze too
	PromisesOpen  int `json:"promises_open"`
	Surprises     int `json:"surprises"` // over Promises: found after the freeze
	Risks         int `json:"risks"`
}

// Count counts the frozen items, and the promises of the whole deal.
func (v *Review) Count() Count {
	var c Count
	for _, l := range v.Items {
		switch l.Kind {
		case KindRequirement:
			c.requirement(l)
		case KindRisk:
			c.Risks++
		}
	}
	for i := range v.promises {
		p := &v.promises[i]
		c.Promises++
		if v.undecided(p) {
			c.PromisesOpen++
		}
		if p.Surprise {
			c.Surprises++
		}
	}
	return c
}

// undecided says whether the receiver has not decided on a promise.
func (v *Review) undecided(p *thread.Promise) bool {
	for _, lines := range [][]Line{v.Items, v.Beside} {
		for _, l := range lines {
			if l.Thing == p.ID {
				return l.Open()
			}
		}
	}
	return false
}

func (c *Count) requirement(l Line) {
	c.Requirements++
	if l.Returns > 0 {
		c.EverReturned++
	}
	switch l.State {
	case Accepted:
		c.Accepted++
	case WithCondition:
		c.WithCondition++
	case Offered:
		c.Offered++
	case Queried:
		c.Queried++
	case Answered:
		c.Answered++
	case ItemReturned:
		c.Returned++
	case Withdrawn:
		c.Withdrawn++
	}
}

// days is how long ago, in calendar days: 'today', '1 day', '4 days'.
func days(since clock.Instant, today clock.Date) string {
	n := int(today.Time().Sub(clock.DateOf(since.Time()).Time()).Hours() / 24)
	switch {
	case n <= 0:
		return "today"
	case n == 1:
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
