package account

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"throughline/internal/table"
)

// String is the amount as a number that has one reading only: 486000.00, empty when unknown.
func (m Money) String() string {
	if !m.Known {
		return ""
	}
	sign, n := "", m.Minor
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

// Hundredths turns a count of a currency's minor units (ISO 4217: 2 decimals for most, 0 for
// JPY, 3 for KWD) into hundredths. What is too large to hold stays at the limit.
func Hundredths(minor int64, currency string) int64 {
	switch table.Exponent(currency) {
	case 0:
		if minor > math.MaxInt64/100 || minor < math.MinInt64/100 {
			return minor / 100 * 100
		}
		return minor * 100
	case 3:
		return minor / 10
	}
	return minor
}

// Sum is an amount in hundredths of one currency, over some deals.
type Sum struct {
	Currency string `json:"currency"`
	Minor    int64  `json:"minor"`
	Deals    int    `json:"deals"`
}

// Sums adds up the amounts of deals, each currency for itself, by its code; unknown counts the
// deals without an amount.
func Sums(deals []Label) (sums []Sum, unknown int) {
	of := map[string]*Sum{}
	for _, l := range deals {
		if !l.Amount.Known {
			unknown++
			continue
		}
		if of[l.Amount.Currency] == nil {
			of[l.Amount.Currency] = &Sum{Currency: l.Amount.Currency}
		}
		of[l.Amount.Currency].Minor += l.Amount.Minor
		of[l.Amount.Currency].Deals++
	}
	for _, currency := range slices.Sorted(maps.Keys(of)) {
		sums = append(sums, *of[currency])
	}
	return sums, unknown
}
