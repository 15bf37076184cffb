// Package skill holds what a person can do, skill by skill, against what a role and level need:
// fit, gaps, what a person prefers, and how far two assessments agree. Arithmetic is exact.
//
// Ratings run from 0 to 5. A skill that nobody has seen is not 0: results are then intervals.
package skill

import (
	"fmt"
	"math/big"
	"slices"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Top is the highest rating.
const Top = 5

// Ratings are what was seen of one person: skill to 0…5. A skill that is not in it was not seen.
type Ratings map[string]int

// Check refuses skills that are none of these, and ratings off the scale.
func (r Ratings) Check(skills []guide.Skill) error {
	var c problem.Check
	known := map[string]bool{}
	for _, s := range skills {
		known[s.ID] = true
	}
	for id, v := range r {
		c.Fail(known[id], "skills."+id, "The guide has no such skill.")
		c.Fail(v >= 0 && v <= Top, "skills."+id, "Is %d; a rating is 0 to %d.", v, Top)
	}
	return c.Err()
}

// Required is what a level of a role needs of a skill: the weight and the level's step, 1 to 5. A
// skill that the guide weighs level by level needs what it says there; 0 is nothing.
func Required(g *guide.Guide, role, skill string, level guide.Level) int {
	if n, said := g.At(role, skill, level.ID); said {
		return n
	}
	return min(max(g.Weight(role, skill)+level.Step, 1), Top)
}

// Profile is a person who has just what a role needs at the level whose step is 0.
func Profile(g *guide.Guide, role string) Ratings {
	r := Ratings{}
	for _, s := range g.Skills {
		r[s.ID] = g.Weight(role, s.ID)
	}
	return r
}

// Between is an interval of percentages, exact: both ends are the same when everything was seen.
type Between struct{ Low, High *big.Rat }

// String gives one or two figures, rounded to two decimals.
func (b Between) String() string {
	if b.Low.Cmp(b.High) == 0 {
		return b.Low.FloatString(2)
	}
	return fmt.Sprintf("%s to %s", b.Low.FloatString(2), b.High.FloatString(2))
}

// MarshalJSON writes [low, high], rounded to two decimals.
func (b Between) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%s, %s]", b.Low.FloatString(2), b.High.FloatString(2)), nil
}

// Scale turns a step of the scale into a number, for asking whether a result depends on how far
// apart the steps are taken to be.
type Scale func(int) int64

// The scales by which a lean is tried. Ratings are ordinal: none of them is the true one.
var scales = []Scale{
	func(n int) int64 { return int64(n) },
	func(n int) int64 { return int64(n) * int64(n) },
	func(n int) int64 {
		if n <= 0 {
			return 0
		}
		return 1 << (n - 1)
	},
}

// Fit is how much of a role's profile a person covers at a level, in percent:
//
//	100·Σ w·min(a,q)/q ÷ Σ w
//
// with the weight w, the rating a and the requirement q. Surplus earns nothing.
func Fit(g *guide.Guide, r Ratings, role string, level guide.Level) Between {
	return fit(g, r, role, level, scales[0], all)
}

// Part is the fit by the skills alone that count to breadth, or to depth. It is not there where a
// guide has none that the level needs. The two are kept apart and never added up.
func Part(g *guide.Guide, r Ratings, role string, level guide.Level, counts string) (b Between, there bool) {
	of := func(s guide.Skill) bool {
		return s.Counts == counts && Required(g, role, s.ID, level) > 0
	}
	if !slices.ContainsFunc(g.Skills, of) {
		return b, false
	}
	return fit(g, r, role, level, scales[0], of), true
}

func all(guide.Skill) bool { return true }

func fit(g *guide.Guide, r Ratings, role string, level guide.Level, scale Scale, of func(guide.Skill) bool) Between {
	low, high, sum := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, s := range g.Skills {
		n, _ := g.At(role, s.ID, level.ID)
		w, q := scale(n), scale(Required(g, role, s.ID, level))
		if q == 0 || !of(s) {
			continue
		}
		sum.Add(sum, big.NewRat(w, 1))
		a, seen := r[s.ID]
		part := big.NewRat(w*min(scale(a), q), q)
		low.Add(low, part)
		if !seen {
			part = big.NewRat(w, 1)
		}
		high.Add(high, part)
	}
	if sum.Sign() == 0 {
		return Between{low, high}
	}
	whole := big.NewRat(100, 1)
	return Between{low.Quo(low.Mul(low, whole), sum), high.Quo(high.Mul(high, whole), sum)}
}
