package staffing

import "math/big"

// SellersPerSE is how many account executives one SE can serve:
//
//	H·u / (d·h)
//
// with H hours a month, u the share of them to use, d new technical deals of an account
// executive in a month, h hours an SE spends on a deal. ok is false where d or h is 0: then no
// number is too many.
func SellersPerSE(hours, use, deals, hoursADeal *big.Rat) (n *big.Rat, ok bool) {
	need := new(big.Rat).Mul(deals, hoursADeal)
	if need.Sign() <= 0 {
		return nil, false
	}
	return need.Quo(new(big.Rat).Mul(hours, use), need), true
}

// SEsFor is how many SEs serve so many account executives, the last one not fully used.
func SEsFor(sellers int64, perSE *big.Rat) int64 {
	n := new(big.Rat).Quo(big.NewRat(sellers, 1), perSE)
	whole := new(big.Int).Div(n.Num(), n.Denom())
	if !n.IsInt() {
		whole.Add(whole, big.NewInt(1))
	}
	return whole.Int64()
}
