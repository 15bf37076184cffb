package deals

import (
	"strings"

	"throughline/internal/clock"
	"throughline/internal/insight"
	"throughline/internal/web/kit"
)

// together says what the sums come to in the workspace's own currency, and of which days the
// rates are; or which rate is missing for that. Nothing, where one currency is all there is.
func (v *listView) together() string {
	sum := insight.AddUp(v.totals, v.r.Home, v.r.Today())
	switch {
	case len(sum.Missing) > 0 && sum.Currencies > 1:
		return " · no total: " + missing(sum.Missing)
	case !sum.Money.Known:
		return ""
	}
	first, last := sum.Rates[0].On, sum.Rates[0].On
	for _, r := range sum.Rates {
		first, last = min(first, r.On), max(last, r.On)
	}
	return " · together " + kit.Money(sum.Money) + " at " + v.ratesOf(first, last)
}

func (v *listView) ratesOf(first, last clock.Date) string {
	if first == last {
		return "rates of " + v.r.Day(first)
	}
	return "rates of " + v.r.Day(first) + " to " + v.r.Day(last)
}

func missing(currencies []string) string {
	var named []string
	out := ""
	for _, c := range currencies {
		if c == "" {
			out = "some amounts name no currency"
		} else {
			named = append(named, c)
		}
	}
	if len(named) > 0 {
		if out != "" {
			out = ", and " + out
		}
		out = "no rate for " + strings.Join(named, ", ") + out
	}
	return out
}
