package account

import (
	"fmt"
	"math"

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
