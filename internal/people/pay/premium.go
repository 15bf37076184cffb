package pay

import (
	"fmt"
	"math/big"

	"throughline/internal/people/guide"
)

// Verdict is how a claim stands to what the bands imply.
type Verdict string

// The verdicts. Intervals that only touch are partial.
const (
	Contradiction Verdict = "contradiction"
	Partial       Verdict = "partial"
	Consistent    Verdict = "consistent"
)

// Range is an interval in percent, ends included.
type Range [2]Number

// judge compares what is implied with what is claimed: outside contradicts, inside agrees, and
// all else, touching included, is partial.
func judge(implied, claimed Range) Verdict {
	lo, hi := implied[0].Rat, implied[1].Rat
	from, to := claimed[0].Rat, claimed[1].Rat
	switch {
	case hi.Cmp(from) < 0 || lo.Cmp(to) > 0:
		return Contradiction
	case lo.Cmp(from) >= 0 && hi.Cmp(to) <= 0:
		return Consistent
	}
	return Partial
}

// plan is a band with one split.
type plan struct {
	band  guide.Band
	split guide.Split
}

func (p plan) base(t *big.Rat) *big.Rat     { return mul(p.split.Share(), p.band.At(t)) }
func (p plan) variable(t *big.Rat) *big.Rat { return mul(p.split.Variable(), p.band.At(t)) }

// premium is by how much the SA's base pay exceeds the SE's at the same position of both bands:
// b'·A(t) / (b·S(t)) − 1.
func premium(se, sa plan, t *big.Rat) *big.Rat { return sub(quo(sa.base(t), se.base(t)), one) }

// implied is the premium over all positions. It is a ratio of two linear functions of the
// position, so its extremes lie at the ends.
func implied(se, sa plan) Range {
	low, high := premium(se, sa, new(big.Rat)), premium(se, sa, one)
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	return Range{percent(low), percent(high)}
}

// assumption is what every comparison of like with like takes for granted, and says so.
const assumption = "Both stand at the same position of their bands; total is base and variable at target, without equity."

// basePremium judges the claim of one level and one pair of splits.
func basePremium(se, sa plan, claimed Range) Finding {
	f := Finding{Rule: "base_premium", Level: se.band.Level, SESplit: &se.split, SASplit: &sa.split, Claimed: &claimed}
	if se.split.Base == 0 {
		f.Verdict, f.Working = Partial, "The SE has no base pay, so nothing can be a percentage of it."
		return f
	}
	between := implied(se, sa)
	at := percent(premium(se, sa, half))
	f.Implied, f.AtMidpoint, f.Verdict = &between, &at, judge(between, claimed)
	f.Working = fmt.Sprintf("At the midpoints the SA's base is %s × %s = %s, the SE's %s × %s = %s: %s %% more. At the low ends %s %%, at the high ends %s %%. Claimed are %s to %s %%. %s",
		share(sa.split), Number{sa.band.Mid()}, Number{sa.base(half)}, share(se.split), Number{se.band.Mid()}, Number{se.base(half)}, at,
		percent(premium(se, sa, new(big.Rat))), percent(premium(se, sa, one)), claimed[0], claimed[1], assumption)
	if f.Verdict != Consistent {
		f.Repairs = repairs(se, sa, claimed)
	}
	return f
}

func share(s guide.Split) string { return Number{s.Share()}.String() }
