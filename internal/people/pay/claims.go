package pay

import (
	"fmt"
	"math/big"
)

// variableHigher judges that an SE has more variable pay than an SA, in money at target.
func variableHigher(se, sa plan) Finding {
	f := Finding{Rule: "variable_higher", Level: se.band.Level, SESplit: &se.split, SASplit: &sa.split, Verdict: Partial}
	low := se.variable(new(big.Rat)).Cmp(sa.variable(new(big.Rat)))
	high := se.variable(one).Cmp(sa.variable(one))
	switch {
	case low > 0 && high > 0:
		f.Verdict = Consistent
	case low <= 0 && high <= 0:
		f.Verdict = Contradiction
	}
	f.Working = fmt.Sprintf("At the midpoints the SE's variable pay is %s, the SA's %s.", Number{se.variable(half)}, Number{sa.variable(half)})
	return f
}

// totalPremium is by how much the SA's total at target exceeds the SE's at a position.
func totalPremium(se, sa plan, t *big.Rat) *big.Rat {
	return sub(quo(sa.band.At(t), se.band.At(t)), one)
}

// comparable judges that the totals at target differ by no more than is claimed.
func comparable(se, sa plan, claimed Range) Finding {
	f := Finding{Rule: "total_comparable", Level: se.band.Level, Claimed: &claimed}
	low, high := totalPremium(se, sa, new(big.Rat)), totalPremium(se, sa, one)
	between := Range{percent(smaller(low, high)), percent(larger(low, high))}
	at := percent(totalPremium(se, sa, half))
	f.Implied, f.AtMidpoint, f.Verdict = &between, &at, judge(between, claimed)
	f.Working = fmt.Sprintf("An SA's total at the midpoints is %s %% above the SE's; comparable is taken as %s to %s %%.", at, claimed[0], claimed[1])
	return f
}

// largest judges that the SA's premium in total is largest at one level.
func largest(s *Sheet, at string) []Finding {
	f := Finding{Rule: "largest_premium", Level: at, Verdict: Consistent, Working: "The SA's premium in total at the midpoints is"}
	var there *big.Rat
	var others []*big.Rat
	for _, level := range s.order {
		se, sa := s.plans("se", level), s.plans("sa", level)
		if len(se) == 0 || len(sa) == 0 {
			continue
		}
		p := totalPremium(se[0], sa[0], half)
		f.Working += fmt.Sprintf(" %s %% at %s,", percent(p), level)
		if level == at {
			there = p
		} else {
			others = append(others, p)
		}
	}
	if there == nil || len(others) == 0 {
		return nil // nothing to be largest among
	}
	mid := percent(there)
	f.AtMidpoint = &mid
	for _, p := range others {
		if p.Cmp(there) >= 0 {
			f.Verdict = Contradiction
		}
	}
	f.Working = f.Working[:len(f.Working)-1] + "."
	return []Finding{f}
}
