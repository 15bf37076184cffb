package insight_test

import (
	"math"
	"slices"
	"testing"

	"throughline/internal/account"
	"throughline/internal/insight"
)

func TestSumsOfCurrenciesAreAddedUpOnlyWithEveryRate(t *testing.T) {
	home := account.Workspace{Settings: account.Settings{Currency: "EUR"}, Rates: []account.Rate{{Currency: "USD", On: "2026-01-31", Worth: .9}, {Currency: "CHF", On: "2026-03-31", Worth: 1.05}}}
	eur, usd, chf := insight.Total{Currency: "EUR", Deals: 2, Minor: 100}, insight.Total{Currency: "USD", Deals: 1, Minor: 200}, insight.Total{Currency: "CHF", Deals: 1, Minor: 300}
	for _, row := range []struct {
		name    string
		totals  []insight.Total
		known   bool
		minor   int64
		missing []string
		rates   int
	}{
		{"nothing", nil, false, 0, nil, 0},
		{"our own currency only: it stands there already", []insight.Total{eur}, false, 0, nil, 0},
		{"two", []insight.Total{eur, usd}, true, 280, nil, 1},
		{"another currency alone", []insight.Total{usd}, true, 180, nil, 1},
		{"a rate of a later day", []insight.Total{eur, usd, chf}, false, 0, []string{"CHF"}, 1},
		{"amounts without a currency", []insight.Total{usd, {Deals: 1, Minor: 5}}, false, 0, []string{""}, 1},
		{"a currency whose amounts are all unknown asks for no rate", []insight.Total{eur, usd, {Currency: "JPY", Deals: 3, Unknown: 3}}, true, 280, nil, 1},
		{"a sum too large to hold", []insight.Total{{Currency: "EUR", Deals: 1, Minor: math.MaxInt64}, usd}, false, 0, nil, 1},
	} {
		got := insight.AddUp(row.totals, home, "2026-03-30")
		if got.Money.Known != row.known || got.Money.Minor != row.minor || !slices.Equal(got.Missing, row.missing) || len(got.Rates) != row.rates {
			t.Errorf("%s: %+v", row.name, got)
		}
	}
}
