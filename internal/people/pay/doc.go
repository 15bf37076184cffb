// Package pay compares what the two roles are paid and holds a company's bands against what is
// claimed of them. All arithmetic is exact, in rationals; only what is printed is rounded.
//
// The model is one straight line: pay = total·base share + total·variable share·attainment,
// without cap, accelerator or threshold. It is of bands, never of a person.
package pay

import (
	"math/big"
	"strings"

	"throughline/internal/people/guide"
)

// Number is an exact figure, printed with at most two decimals.
type Number struct{ *big.Rat }

// MarshalJSON rounds to two decimals; no figure is null.
func (n Number) MarshalJSON() ([]byte, error) {
	if n.Rat == nil {
		return []byte("null"), nil
	}
	return []byte(n.String()), nil
}

// String rounds to two decimals, and writes none where there are none.
func (n Number) String() string {
	if n.Rat == nil {
		return "none"
	}
	text := strings.TrimRight(n.FloatString(2), "0")
	if text = strings.TrimSuffix(text, "."); text == "-0" {
		return "0"
	}
	return text
}

// percent is a share as a percentage.
func percent(share *big.Rat) Number { return Number{new(big.Rat).Mul(share, hundred)} }

var (
	one     = big.NewRat(1, 1)
	half    = big.NewRat(1, 2)
	hundred = big.NewRat(100, 1)
)

func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// Of is the pay at an attainment: total is what is paid at target, attainment a share, 1 at
// target.
func Of(total *big.Rat, s guide.Split, attainment *big.Rat) *big.Rat {
	return mul(total, add(s.Share(), mul(s.Variable(), attainment)))
}

// Spread is how much pay varies, as a share of the total at target, when attainment varies by
// sd, its standard deviation. Two roles compare by it only where both have the same sd.
func Spread(s guide.Split, sd *big.Rat) *big.Rat { return mul(s.Variable(), sd) }

// Place is where pay stands in a band, 0 at its low end and 1 at its high end; ok is false where
// the band has no width.
func Place(b guide.Band, pay *big.Rat) (place *big.Rat, ok bool) {
	width := sub(b.High.Rat(), b.Low.Rat())
	if width.Sign() == 0 {
		return nil, false
	}
	return quo(sub(pay, b.Low.Rat()), width), true
}

// CompaRatio is pay as a share of the band's middle.
func CompaRatio(b guide.Band, pay *big.Rat) *big.Rat { return quo(pay, b.Mid()) }

// Overlap is the width that two bands share, as a share of the width from the lower low end to
// the higher high end; 0 where they do not meet.
func Overlap(a, b guide.Band) *big.Rat {
	low, high := max(a.Low, b.Low), min(a.High, b.High)
	joint := max(a.High, b.High) - min(a.Low, b.Low)
	switch {
	case joint == 0:
		return new(big.Rat).Set(one) // both are the same single figure
	case high <= low:
		return new(big.Rat)
	}
	return big.NewRat(int64(high-low), int64(joint))
}
