package guide

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"throughline/internal/table"
)

// Money is an amount in hundredths of its currency.
type Money int64

// moneyLimit is the greatest amount that is read: a hundred million.
const moneyLimit = 100_000_000 * 100

// ParseMoney reads an amount such as 145000 or 145000.50.
func ParseMoney(s string) (Money, error) {
	hundredths, ok := hundredths(s)
	switch {
	case !ok:
		return 0, fmt.Errorf("%q is not an amount like 145000 or 145000.50", table.Clip(s))
	case hundredths < 0:
		return 0, fmt.Errorf("%q is negative", table.Clip(s))
	case hundredths > moneyLimit:
		return 0, fmt.Errorf("%q is more than a hundred million; is it in the right unit?", table.Clip(s))
	}
	return Money(hundredths), nil
}

// hundredths reads a decimal of at most two places.
func hundredths(s string) (int64, bool) {
	whole, part, dot := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || len(digits) > 12 || len(part) > 2 || dot && part == "" || strings.Trim(digits+part, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(digits+(part + "00")[:2], 10, 64)
	if strings.HasPrefix(whole, "-") {
		n = -n
	}
	return n, err == nil
}

// Rat is the amount in main units, exact.
func (m Money) Rat() *big.Rat { return big.NewRat(int64(m), 100) }

// UnmarshalJSON reads a number in main units.
func (m *Money) UnmarshalJSON(raw []byte) (err error) {
	*m, err = ParseMoney(string(raw))
	return err
}

// MarshalJSON writes main units.
func (m Money) MarshalJSON() ([]byte, error) {
	text := strings.TrimSuffix(m.Rat().FloatString(2), ".00")
	return []byte(text), nil
}

// Band is what a level of a role is paid in total at target: base and variable.
type Band struct {
	Role     string `json:"role"`
	Level    string `json:"level"`
	Currency string `json:"currency"`
	Low      Money  `json:"low"`
	High     Money  `json:"high"`
	Source   string `json:"source"`
}

// Mid is the middle of the band.
func (b Band) Mid() *big.Rat { return b.At(big.NewRat(1, 2)) }

// At is the pay at a position of the band, 0 its low end and 1 its high end.
func (b Band) At(t *big.Rat) *big.Rat {
	width := new(big.Rat).Sub(b.High.Rat(), b.Low.Rat())
	return width.Add(width.Mul(width, t), b.Low.Rat())
}

// Split is base and variable pay as shares of the total at target; Base is in hundredths of a
// percent, and the variable share is the rest.
type Split struct{ Base int }

// Whole is all of the pay, in hundredths of a percent.
const Whole = 100_00

// ParseSplit reads 70/30.
func ParseSplit(s string) (Split, error) {
	base, variable, ok := strings.Cut(strings.TrimSpace(s), "/")
	b, okB := hundredths(base)
	v, okV := hundredths(variable)
	switch {
	case !ok || !okB || !okV || b < 0 || v < 0:
		return Split{}, fmt.Errorf("%q is not a split of base and variable like 70/30", table.Clip(s))
	case b+v != Whole:
		return Split{}, fmt.Errorf("%q adds up to %s, not to 100", table.Clip(s), strings.TrimSuffix(Money(b+v).Rat().FloatString(2), ".00"))
	}
	return Split{int(b)}, nil
}

// ParseShare reads the base share alone, in percent: 70 or 72.5.
func ParseShare(s string) (Split, error) {
	b, ok := hundredths(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	if !ok || b < 0 || b > Whole {
		return Split{}, fmt.Errorf("%q is not a share from 0 to 100 percent", table.Clip(s))
	}
	return Split{int(b)}, nil
}

// Share is the base share, 0 to 1, exact.
func (s Split) Share() *big.Rat { return big.NewRat(int64(s.Base), Whole) }

// Variable is the variable share, 0 to 1, exact.
func (s Split) Variable() *big.Rat { return big.NewRat(int64(Whole-s.Base), Whole) }

// String is 70/30.
func (s Split) String() string {
	part := func(n int) string { return strconv.FormatFloat(float64(n)/100, 'f', -1, 64) }
	return part(s.Base) + "/" + part(Whole-s.Base)
}

// UnmarshalJSON reads "70/30".
func (s *Split) UnmarshalJSON(raw []byte) error {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return fmt.Errorf("%s is not a split like \"70/30\"", table.Clip(string(raw)))
	}
	read, err := ParseSplit(text)
	*s = read
	return err
}

// MarshalJSON writes "70/30".
func (s Split) MarshalJSON() ([]byte, error) { return json.Marshal(s.String()) }

// SplitOf is a split that a role has.
type SplitOf struct {
	Role   string `json:"role"`
	Split  Split  `json:"split"`
	Source string `json:"source"`
}

// Claim is a statement about pay that the bands are held against. Low and High are percent.
type Claim struct {
	Rule   string  `json:"rule"`
	Says   string  `json:"says"`
	Level  string  `json:"level,omitempty"`
	Low    float64 `json:"low,omitempty"`
	High   float64 `json:"high,omitempty"`
	Source string  `json:"source"`
}
