package pay

import (
	"fmt"
	"math/big"
	"strings"
)

// narrowStep is the least step between the middles of two levels that is worth a promotion, as
// a share of the lower one. Ours; a smaller one is called compression.
var narrowStep = big.NewRat(1, 10)

// order looks at each role's levels from the lowest up: what is paid at neither of two levels is
// a gap, a higher level with a lower end is an inversion, a step hardly felt is compression.
func order(s *Sheet) []Finding {
	var out []Finding
	for _, role := range []string{"se", "sa"} {
		var below *plan
		for _, level := range s.order {
			plans := s.plans(role, level)
			if len(plans) == 0 {
				continue
			}
			if below != nil {
				out = append(out, step(*below, plans[0])...)
			}
			below = &plans[0]
		}
	}
	return out
}

func step(lower, upper plan) []Finding {
	found := func(rule string, v Verdict, format string, args ...any) []Finding {
		return []Finding{{Rule: rule, Role: upper.band.Role, Level: upper.band.Level, Verdict: v, Working: fmt.Sprintf(format, args...)}}
	}
	l, u := lower.band, upper.band
	names := strings.ToUpper(l.Role) + " " + l.Level + " and " + u.Level
	switch {
	case u.Low < l.Low || u.High < l.High:
		return found("inversion", Contradiction, "%s: the higher level runs from %s to %s, the lower from %s to %s. Raise the higher one's ends above the lower one's.",
			names, Number{u.Low.Rat()}, Number{u.High.Rat()}, Number{l.Low.Rat()}, Number{l.High.Rat()})
	case u.Low > l.High:
		return found("gap", Partial, "%s: pay between %s and %s belongs to neither level. Let the bands meet.",
			names, Number{l.High.Rat()}, Number{u.Low.Rat()})
	}
	if rise := sub(quo(u.Mid(), l.Mid()), one); rise.Cmp(narrowStep) < 0 {
		return found("compression", Partial, "%s: the middle rises by %s %%, less than %s %%. Widen the step, or ask what the level is for.",
			names, percent(rise), percent(narrowStep))
	}
	return nil
}

// beside looks at the two roles at one level: how far their bands overlap, or that one is missing.
func beside(s *Sheet) []Finding {
	var out []Finding
	for _, level := range s.order {
		se, sa := s.plans("se", level), s.plans("sa", level)
		switch {
		case len(se) == 0:
			out = append(out, Finding{Rule: "no_counterpart", Role: "sa", Level: level, Verdict: Partial, Working: "Only the SA has a band here: nothing to compare."})
		case len(sa) == 0:
			out = append(out, Finding{Rule: "no_counterpart", Role: "se", Level: level, Verdict: Partial, Working: "Only the SE has a band here: nothing to compare."})
		default:
			f := Finding{Rule: "overlap", Level: level, Verdict: Consistent}
			share := percent(Overlap(se[0].band, sa[0].band))
			f.Implied, f.AtMidpoint = &Range{share, share}, nil
			f.Working = fmt.Sprintf("The bands of both roles share %s %% of their joint width.", share)
			if share.Sign() == 0 {
				f.Verdict, f.Working = Partial, "The bands of both roles do not meet: nobody at this level is paid alike in both."
			}
			out = append(out, f)
		}
	}
	return out
}
