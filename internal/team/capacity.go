package team

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Figures are what the capacity of SEs is worked out from, each as it is typed.
type Figures struct {
	Hours   float64 `json:"hours"`          // an SE can give deals in a month
	Use     float64 `json:"use"`            // percent of them to plan with
	Deals   float64 `json:"deals"`          // new technical deals of an account executive in a month
	PerDeal float64 `json:"hours_per_deal"` // of an SE
	Sellers int64   `json:"sellers"`        // account executives to serve
}

// exampleFigures are those of the worked example; figures that the workspace measured replace them.
var exampleFigures = Figures{Hours: 140, Use: 70, Deals: 1.5, PerDeal: 22, Sellers: 12}

// Capacity is how many account executives an SE serves, and what that rests on.
type Capacity struct {
	Figures
	PerSE  string   `json:"per_se"` // account executives, to three places; empty where no number is too many
	Needed int64    `json:"ses"`    // for all of them
	At     []AtUse  `json:"at"`
	Own    Measured `json:"measured"`
}

// AtUse is the same at another use.
type AtUse struct {
	Use    float64 `json:"use"`
	PerSE  string  `json:"per_se"`
	Needed int64   `json:"ses"`
}

// Measured are the workspace's own figures. What could be told of fewer than five people is left
// out, and why is said.
type Measured struct {
	Sellers  int     `json:"sellers"` // account executives who come in
	SEs      int     `json:"ses"`
	Started  int     `json:"deals_begun"`    // whose first call was in the quarter before
	Deals    float64 `json:"deals"`          // of an account executive in a month; 0 where there is none
	Hours    float64 `json:"hours"`          // the mean of SEs in a month; 0 where it is withheld
	Withheld string  `json:"hours_withheld"` // why
}

// quarter is how far back deals are counted, in days: 13 weeks are three months.
const quarter = 91

var begun = store.SQL(`SELECT COUNT(*) FROM (SELECT deal FROM call WHERE workspace = $1 AND held_at > 0 GROUP BY deal HAVING MIN(held_at) >= $2 AND MIN(held_at) <= $3) x`)

// Measure counts a workspace's own figures.
func Measure(ctx context.Context, r *journal.Reader, now clock.Instant) (m Measured, err error) {
	all, err := auth.People(ctx, r)
	if err != nil {
		return m, err
	}
	said, err := engagement.Availabilities(ctx, r)
	if err != nil {
		return m, err
	}
	hours, group := 0, []string{}
	for _, p := range all {
		switch {
		case !p.Active:
		case p.Role == auth.AE:
			m.Sellers++
		case p.Role == auth.SE:
			m.SEs++
			if a, ok := said[p.ID]; ok {
				hours += a.Hours
				group = append(group, p.ID)
			}
		}
	}
	if err := people.MayShow(group, nil); err != nil {
		m.Withheld = fmt.Sprintf("%d SEs said their hours, and nothing is shown of fewer than five people", len(group))
	} else {
		m.Hours = float64(hours) * 13 / 3 / float64(len(group)) // a month is 13/3 weeks
	}
	if m.Started, _, err = store.One[int](ctx, r.Q, begun, r.Workspace, now.Add(-quarter*24*time.Hour), now); err != nil {
		return m, err
	}
	if m.Sellers > 0 {
		m.Deals = float64(m.Started) / 3 / float64(m.Sellers)
	}
	return m, nil
}

// UsualFigures are the example's, with what the workspace measured in their place.
func (m Measured) UsualFigures() Figures {
	f := exampleFigures
	if m.Deals > 0 {
		f.Deals = float64(int(m.Deals*100+0.5)) / 100
	}
	if m.Hours > 0 {
		f.Hours = float64(int(m.Hours + 0.5))
	}
	if m.Sellers > 0 {
		f.Sellers = int64(m.Sellers)
	}
	return f
}

// Validate says what cannot be worked out.
func (f Figures) Validate() error {
	var c problem.Check
	c.Fail(f.Hours > 0 && f.Hours <= 744, "hours", "A month has up to 744 hours; write more than 0.")
	c.Fail(f.Use > 0 && f.Use <= 100, "use", "Write more than 0 and up to 100 percent.")
	c.Fail(f.Deals >= 0 && f.Deals <= 1000, "deals", "Write 0 to 1000 deals a month.")
	c.Fail(f.PerDeal >= 0 && f.PerDeal <= 10_000, "hours_per_deal", "Write 0 to 10000 hours a deal.")
	c.Fail(f.Sellers >= 0 && f.Sellers <= 100_000, "sellers", "Write 0 to 100000 account executives.")
	return c.Err()
}

// Work works out the capacity from figures.
func (f Figures) Work() (Capacity, error) {
	out := Capacity{Figures: f, At: []AtUse{}}
	if err := f.Validate(); err != nil {
		return out, err
	}
	for _, use := range []float64{f.Use, 70, 85, 95} {
		a := AtUse{Use: use}
		if n, ok := staffing.SellersPerSE(exactly(f.Hours), new(big.Rat).Quo(exactly(use), big.NewRat(100, 1)), exactly(f.Deals), exactly(f.PerDeal)); ok {
			a.PerSE, a.Needed = n.FloatString(3), staffing.SEsFor(f.Sellers, n)
		}
		out.At = append(out.At, a)
	}
	out.PerSE, out.Needed, out.At = out.At[0].PerSE, out.At[0].Needed, out.At[1:]
	return out, nil
}

// exactly is a number as it is written in decimals: 0.7 and not what is nearest to it in twos.
func exactly(f float64) *big.Rat {
	r, _ := new(big.Rat).SetString(fmt.Sprint(f))
	return r
}
