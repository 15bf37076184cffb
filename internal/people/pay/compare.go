package pay

import (
	"math/big"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Ask is what a comparison is asked for.
type Ask struct {
	Level      string
	Attainment *big.Rat      // percent
	SE         *guide.Split  // nil: the guide's first
	SA         []guide.Split // none: all of the guide's
}

// Comparison is both roles at one level and one attainment.
type Comparison struct {
	Level      string     `json:"level"`
	Attainment Number     `json:"attainment_pct"`
	Currency   string     `json:"currency"`
	SE         Side       `json:"se"`
	SA         Side       `json:"sa"`
	BreakEven  []Crossing `json:"break_even"`
	Premium    Number     `json:"total_premium_pct"` // of the SA's middle over the SE's
	Overlap    Number     `json:"overlap_pct"`       // common width by joint width
	Warnings   []string   `json:"warnings,omitempty"`
}

// Side is one role in a comparison: its band in total at target, and what the splits make of its
// middle.
type Side struct {
	Low    guide.Money `json:"low"`
	Mid    Number      `json:"mid"`
	High   guide.Money `json:"high"`
	Plans  []Plan      `json:"splits"`
	Source string      `json:"source"`
}

// Plan is the middle of a band under one split.
type Plan struct {
	Split    guide.Split `json:"split"`
	Base     Number      `json:"base"`
	Variable Number      `json:"variable"` // at target
	Pay      Number      `json:"pay"`      // at the attainment asked for
	// Spread is how far pay varies by convention when attainment varies by 25 %: an illustration.
	Spread Number `json:"spread_pct"`
}

// attainmentLimit is the greatest attainment that is taken; above attainmentOdd it is doubted.
const (
	attainmentLimit = 300
	attainmentOdd   = 200
)

// Spreading is the standard deviation of attainment by which spreads are shown: 25 %, our own
// illustration.
var Spreading = big.NewRat(1, 4)

// Compare puts the two roles side by side at the middle of their bands.
func Compare(g *guide.Guide, ask Ask) (Comparison, error) {
	var c problem.Check
	c.Fail(ask.Attainment.Sign() >= 0 && ask.Attainment.Cmp(big.NewRat(attainmentLimit, 1)) <= 0, "attainment",
		"Is %s %%; give 0 to %d.", Number{ask.Attainment}, attainmentLimit)
	if err := c.Err(); err != nil {
		return Comparison{}, err
	}
	if _, err := g.Level(ask.Level); err != nil {
		return Comparison{}, err
	}
	se, err := g.Band("se", ask.Level)
	if err != nil {
		return Comparison{}, err
	}
	sa, err := g.Band("sa", ask.Level)
	if err != nil {
		return Comparison{}, err
	}
	if ask.SE == nil {
		first := g.SplitsOf("se")[0]
		ask.SE = &first
	}
	if len(ask.SA) == 0 {
		ask.SA = g.SplitsOf("sa")
	}
	out := Comparison{
		Level: ask.Level, Attainment: Number{ask.Attainment}, Currency: se.Currency,
		SE:        side(g, se, []guide.Split{*ask.SE}, ask.Attainment),
		SA:        side(g, sa, ask.SA, ask.Attainment),
		BreakEven: Crossings(se.Mid(), sa.Mid(), *ask.SE, ask.SA),
		Premium:   percent(sub(quo(sa.Mid(), se.Mid()), one)),
		Overlap:   percent(Overlap(se, sa)),
	}
	if ask.Attainment.Cmp(big.NewRat(attainmentOdd, 1)) > 0 {
		out.Warnings = append(out.Warnings, "More than 200 % is rare; most plans have a cap or another rate by then.")
	}
	return out, nil
}

func side(g *guide.Guide, b guide.Band, splits []guide.Split, attainment *big.Rat) Side {
	s := Side{Low: b.Low, Mid: Number{b.Mid()}, High: b.High, Source: g.Cite(b.Source)}
	for _, split := range splits {
		s.Plans = append(s.Plans, PlanOf(b.Mid(), split, attainment))
	}
	return s
}

// PlanOf is what one split makes of a total at target, at an attainment in percent.
func PlanOf(total *big.Rat, s guide.Split, attainment *big.Rat) Plan {
	return Plan{
		Split: s, Base: Number{mul(total, s.Share())}, Variable: Number{mul(total, s.Variable())},
		Pay: Number{Of(total, s, quo(attainment, hundred))}, Spread: percent(Spread(s, Spreading)),
	}
}
