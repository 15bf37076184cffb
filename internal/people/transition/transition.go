// Package transition says what a move between the roles takes: the gaps by the weights of the
// table, what fills each on a real deal, how long people take, and what changes in pay and rhythm.
// It is of the roles, never of a person.
package transition

import (
	"math/big"

	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/people/skill"
)

// Move is a transition with what was computed for it.
type Move struct {
	guide.Transition
	Missing skill.Missing `json:"missing"` // of whoever has just what the role left needs
	Filled  []Filled      `json:"filled"`  // each gap with what fills it
	Pay     []Change      `json:"pay"`
	Rhythm  [2]string     `json:"rhythm"` // the timescale of the work before and after
}

// Filled is a gap and what fills it.
type Filled struct {
	skill.Gap
	Fills []guide.Fill `json:"fills"`
}

// Change is the pay before and after a move at one level: middles of the bands at full attainment.
type Change struct {
	Level    string         `json:"level"`
	Currency string         `json:"currency"`
	From     pay.Plan       `json:"from"`
	To       pay.Plan       `json:"to"`
	Total    pay.Number     `json:"total_pct"` // of what is paid at target
	Base     pay.Number     `json:"base_pct"`
	Months   [2]PerMonth    `json:"months"` // before and after
	Splits   [2]guide.Split `json:"splits"`
}

// PerMonth is a month's pay at three attainments; which month brings which is nobody's to say.
type PerMonth struct {
	Low    pay.Number `json:"at_75_pct"`
	Target pay.Number `json:"at_100_pct"`
	High   pay.Number `json:"at_125_pct"`
}

// All are the moves between the roles, as the guide has them.
func All(g *guide.Guide) ([]Move, error) {
	var out []Move
	for _, t := range g.Transitions {
		level, err := skill.LevelOf(g, "")
		if err != nil {
			return nil, err
		}
		m := Move{Transition: t, Missing: skill.ToReach(g, skill.Profile(g, t.From), t.From, t.To, level), Pay: changes(g, t)}
		for _, gap := range m.Missing.Gaps {
			m.Filled = append(m.Filled, Filled{gap, g.FillsOf(gap.Skill)})
		}
		for i, id := range []string{t.From, t.To} {
			role, err := g.Role(id)
			if err != nil {
				return nil, err
			}
			m.Rhythm[i] = role.Timescale
		}
		out = append(out, m)
	}
	return out, nil
}

// changes are what the move does to pay at each level that both roles have a band of, by the
// first split of each.
func changes(g *guide.Guide, t guide.Transition) []Change {
	var out []Change
	from, to := g.SplitsOf(t.From), g.SplitsOf(t.To)
	if len(from) == 0 || len(to) == 0 {
		return nil
	}
	for _, level := range g.Levels {
		a, errFrom := g.Band(t.From, level.ID)
		b, errTo := g.Band(t.To, level.ID)
		if errFrom != nil || errTo != nil || a.Currency != b.Currency {
			continue
		}
		c := Change{Level: level.ID, Currency: a.Currency, Splits: [2]guide.Split{from[0], to[0]}, From: pay.PlanOf(a.Mid(), from[0], whole), To: pay.PlanOf(b.Mid(), to[0], whole)}
		c.Total, c.Base = more(c.From.Pay, c.To.Pay), more(c.From.Base, c.To.Base)
		for i, m := range []struct {
			total *big.Rat
			split guide.Split
		}{{a.Mid(), from[0]}, {b.Mid(), to[0]}} {
			c.Months[i] = Month(m.total, m.split)
		}
		out = append(out, c)
	}
	return out
}

var whole = big.NewRat(100, 1)

// Month is a month's pay of a total at target, at 75, 100 and 125 % attainment.
func Month(total *big.Rat, s guide.Split) PerMonth {
	at := func(percent int64) pay.Number {
		return pay.Number{Rat: new(big.Rat).Quo(pay.Of(total, s, big.NewRat(percent, 100)), big.NewRat(12, 1))}
	}
	return PerMonth{at(75), at(100), at(125)}
}

// more is by how many percent the second exceeds the first.
func more(from, to pay.Number) pay.Number {
	if from.Sign() == 0 {
		return pay.Number{}
	}
	r := new(big.Rat).Quo(to.Rat, from.Rat)
	return pay.Number{Rat: r.Mul(r.Sub(r, big.NewRat(1, 1)), whole)}
}
