package account

import (
	"math/big"
	"strconv"

	"throughline/internal/clock"
)

// RateOn is the rate of a currency that holds on a day: the last one dated that day or before.
func (w Workspace) RateOn(currency string, on clock.Date) (Rate, bool) {
	var best Rate
	for _, r := range w.Rates {
		if r.Currency == currency && r.On <= on && r.On >= best.On {
			best = r
		}
	}
	return best, best.On != ""
}

// Convert is an amount in the workspace's own currency at a rate, in hundredths rounded half
// away from 0; false when it is too large to hold.
func (r Rate) Convert(minor int64, own string) (Money, bool) {
	worth, ok := new(big.Rat).SetString(strconv.FormatFloat(r.Worth, 'f', -1, 64)) // as it was written
	if !ok {
		return Money{}, false
	}
	x := new(big.Rat).Mul(worth, new(big.Rat).SetInt64(minor))
	half := big.NewRat(1, 2)
	if x.Sign() < 0 {
		half.Neg(half)
	}
	x.Add(x, half)
	n := new(big.Int).Quo(x.Num(), x.Denom()) // towards 0, after the half
	return Money{Known: true, Minor: n.Int64(), Currency: own}, n.IsInt64()
}
