package account

import (
	"math"
	"testing"

	"throughline/internal/clock"
)

func TestTheRateOfADayIsTheLastOneUpToIt(t *testing.T) {
	w := Workspace{Rates: []Rate{{"USD", "2026-03-31", .9}, {"USD", "2026-01-31", .8}, {"GBP", "2026-02-28", 1.2}}}
	for _, row := range []struct {
		currency string
		on       clock.Date
		want     float64
	}{
		{"USD", "2026-03-31", .9}, {"USD", "2026-12-31", .9}, {"USD", "2026-03-30", .8},
		{"USD", "2026-01-30", 0}, // before the first there is none
		{"GBP", "2026-03-31", 1.2}, {"CHF", "2026-03-31", 0}, {"", "2026-03-31", 0},
	} {
		if r, ok := w.RateOn(row.currency, row.on); r.Worth != row.want || ok != (row.want != 0) {
			t.Errorf("%s on %s: %v, %v", row.currency, row.on, r, ok)
		}
	}
}

func TestAnAmountIsConvertedToTheNearestHundredth(t *testing.T) {
	for _, row := range []struct {
		minor int64
		worth float64
		want  int64
		fits  bool
	}{
		{100, .92, 92, true},
		{1005, .01, 10, true}, // 10.05
		{50, .01, 1, true},    // half goes away from 0
		{-50, .01, -1, true},
		{1, .3, 0, true},
		{math.MaxInt64, 1, math.MaxInt64, true}, // not one hundredth is lost
		{math.MaxInt64, 1.1, 0, false},
		{1, math.Inf(1), 0, false},
	} {
		got, fits := Rate{Worth: row.worth}.Convert(row.minor, "EUR")
		if fits != row.fits || fits && (got != Money{true, row.want, "EUR"}) {
			t.Errorf("%d at %v: %v, %v", row.minor, row.worth, got, fits)
		}
	}
}
