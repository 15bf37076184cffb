package pay

import (
	"fmt"
	"math/big"
)

// Repair is one change that alone would make a claim and the bands agree at the midpoints. From
// and To are percentages of what Change names.
type Repair struct {
	Change string `json:"change"`
	From   Number `json:"from_pct"`
	To     Number `json:"to_pct"`
	Now    Number `json:"now_pct"`
	// Everywhere is the part of it that agrees at every like position of the bands; null where
	// no value does.
	Everywhere *Range `json:"at_all_positions_pct,omitempty"`
	Says       string `json:"says"`
}

// repairs are the smallest changes, one figure at a time: the SE's base share, the SA's base
// share, the SA's total, equity inside that total, or positions that differ.
func repairs(se, sa plan, claimed Range) []Repair {
	low, high := factor(claimed[0]), factor(claimed[1]) // SA's base as a multiple of the SE's
	s, a := se.band.Mid(), sa.band.Mid()
	out := []Repair{}
	keep := func(r Repair, ok bool) {
		if ok {
			out = append(out, r)
		}
	}
	if low.Sign() <= 0 || sa.split.Base == 0 {
		return out
	}
	keep(baseOfSE(se, sa, low, high))
	keep(baseOfSA(se, sa, low, high))
	// The totals of an SA whose base would be within the claim.
	from, to := quo(mul(se.base(half), low), sa.split.Share()), quo(mul(se.base(half), high), sa.split.Share())
	keep(Repair{Change: "sa_total", From: percent(sub(quo(from, s), one)), To: percent(sub(quo(to, s), one)), Now: percent(sub(quo(a, s), one)),
		Says: fmt.Sprintf("An SA's total of %s to %s at the middle, seen against the SE's %s.", whole(from), whole(to), whole(s))}, true)
	equity := Repair{Change: "sa_equity", From: percent(sub(one, quo(to, a))), To: percent(sub(one, quo(from, a))), Now: Number{new(big.Rat)}}
	equity.Says = fmt.Sprintf("Equity of %s to %s %% inside the SA's total, and none in the SE's.", equity.From, equity.To)
	keep(equity, to.Cmp(a) < 0)
	keep(position(sa, from, to))
	return out
}

func factor(p Number) *big.Rat { return add(one, quo(p.Rat, hundred)) }

// baseOfSE is the SE's base share b with b'·a/(b·s) within the claim.
func baseOfSE(se, sa plan, low, high *big.Rat) (Repair, bool) {
	at := func(t *big.Rat) (*big.Rat, *big.Rat) {
		ratio := quo(sa.base(t), se.band.At(t))
		return quo(ratio, high), quo(ratio, low)
	}
	from, to := at(half)
	if from.Cmp(one) > 0 {
		return Repair{}, false
	}
	r := Repair{Change: "se_base_share", From: percent(from), To: percent(smaller(to, one)), Now: percent(se.split.Share())}
	r.Everywhere = common(at)
	r.Says = fmt.Sprintf("An SE's base share of %s to %s %% instead of %s.", r.From, r.To, r.Now)
	return r, true
}

// baseOfSA is the SA's base share b' with b'·a/(b·s) within the claim.
func baseOfSA(se, sa plan, low, high *big.Rat) (Repair, bool) {
	at := func(t *big.Rat) (*big.Rat, *big.Rat) {
		ratio := quo(se.base(t), sa.band.At(t))
		return mul(ratio, low), mul(ratio, high)
	}
	from, to := at(half)
	if from.Cmp(one) > 0 {
		return Repair{}, false
	}
	r := Repair{Change: "sa_base_share", From: percent(from), To: percent(smaller(to, one)), Now: percent(sa.split.Share())}
	r.Everywhere = common(at)
	r.Says = fmt.Sprintf("An SA's base share of %s to %s %% instead of %s.", r.From, r.To, r.Now)
	return r, true
}

// common is what the intervals at both ends of the bands have in common.
func common(at func(t *big.Rat) (from, to *big.Rat)) *Range {
	from, to := at(new(big.Rat))
	otherFrom, otherTo := at(one)
	from, to = larger(from, otherFrom), smaller(smaller(to, otherTo), one)
	if from.Cmp(to) > 0 {
		return nil
	}
	return &Range{percent(from), percent(to)}
}

// position is where in its band an SA would have to stand beside an SE at the middle.
func position(sa plan, from, to *big.Rat) (Repair, bool) {
	low, ok := Place(sa.band, from)
	if !ok {
		return Repair{}, false
	}
	high, _ := Place(sa.band, to)
	if high.Sign() < 0 || low.Cmp(one) > 0 {
		return Repair{}, false
	}
	r := Repair{Change: "positions", From: percent(larger(low, new(big.Rat))), To: percent(smaller(high, one)), Now: percent(half)}
	r.Says = fmt.Sprintf("An SA at %s to %s %% of the band beside an SE at the middle.", r.From, r.To)
	return r, true
}

func whole(r *big.Rat) string { return r.FloatString(0) }

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}
