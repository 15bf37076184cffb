package delivery

import (
	"fmt"
	"slices"
	"strings"

	core "throughline/internal/delivery"
	"throughline/internal/thread"
	"throughline/internal/web/look"
)

// How a check stands.
const (
	checkFailed    = "failed"
	checkUnrun     = "no result"
	checkPassed    = "passed"
	checkWithdrawn = "withdrawn"
)

// stand is how a check stands, by its latest result.
func (v *view) stand(k core.Check) string {
	all := v.results[k.ID]
	switch {
	case k.Withdrawn != "":
		return checkWithdrawn
	case len(all) == 0:
		return checkUnrun
	case all[len(all)-1].Passed:
		return checkPassed
	}
	return checkFailed
}

var standTones = map[string]look.Tone{checkFailed: look.Break, checkUnrun: look.Wait, checkPassed: look.Good, checkWithdrawn: look.Quiet}

// last is a check's latest result; false without one.
func (v *view) last(k core.Check) (core.CheckResult, bool) {
	all := v.results[k.ID]
	if len(all) == 0 {
		return core.CheckResult{}, false
	}
	return all[len(all)-1], true
}

// shownChecks are those the filter leaves: failed first, then those without a result.
func (v *view) shownChecks() (out []core.Check) {
	show := v.address().Query.Get("show")
	for _, k := range v.checks {
		if s := v.stand(k); s == show || show == "" && s != checkWithdrawn {
			out = append(out, k)
		}
	}
	order := []string{checkFailed, checkUnrun, checkPassed, checkWithdrawn}
	slices.SortStableFunc(out, func(a, b core.Check) int {
		return slices.Index(order, v.stand(a)) - slices.Index(order, v.stand(b))
	})
	return out
}

// checkFilters are the ways a check can stand, with their counts.
func (v *view) checkFilters() []look.Choice {
	n := map[string]int{}
	standing := 0
	for _, k := range v.checks {
		n[v.stand(k)]++
		if k.Withdrawn == "" {
			standing++
		}
	}
	a, show := v.address(), v.address().Query.Get("show")
	out := []look.Choice{{Label: "All", Count: fmt.Sprint(standing), Href: a.With("show", ""), Current: show == ""}}
	for _, s := range []string{checkFailed, checkUnrun, checkPassed, checkWithdrawn} {
		if n[s] > 0 || s == show {
			out = append(out, look.Choice{Label: capital(s), Count: fmt.Sprint(n[s]), Href: a.With("show", s), Current: s == show})
		}
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// target is what a check must reach, without what is measured: ≤ 10 min.
func target(m *thread.Measure) string {
	if m == nil {
		return "passes"
	}
	return strings.TrimSpace(strings.TrimPrefix(m.String(), m.Metric))
}

// pickedCheck is the check that the address picks.
func (v *view) pickedCheck() (core.Check, bool) {
	i := slices.IndexFunc(v.checks, func(k core.Check) bool { return k.ID == v.at })
	if i < 0 {
		return core.Check{}, false
	}
	return v.checks[i], true
}

// underived are the standing requirements without a check: those with a measure, and those
// whose check a person would have to judge.
func (v *view) underived() (measured, judged []*thread.Line) {
	for _, l := range v.standing() {
		switch {
		case len(v.checksOf[l.Requirement.ID]) > 0:
		case l.Requirement.Measure != nil:
			measured = append(measured, l)
		default:
			judged = append(judged, l)
		}
	}
	return measured, judged
}
