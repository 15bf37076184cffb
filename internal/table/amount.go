package table

import (
	"math"
	"strconv"
	"strings"
)

// Amount is a sum of money, exact: a count of minor units (cents). Minor is nil
// where the amount is unknown, which is not 0.
type Amount struct {
	Minor    *int64
	Currency string // ISO 4217, empty where none was written
	Sign     string // the sign or code as written, such as $, which several currencies share
	Rounded  bool   // the text had more decimals than the currency
}

// Marks is how a column writes decimals.
type Marks string

// The conventions of amounts that are read, as a map names them.
const (
	DecimalPoint Marks = "decimal-point" // 1,250,000.00 and 1'150'000.00
	DecimalComma Marks = "decimal-comma" // 4.200.000,00 and 1 250 000,00
)

// number is an unsigned decimal: digits without leading zeros, of which the
// last scale stand behind the mark.
type number struct {
	digits string
	scale  int
}

// numbers are the readings of a text: with a point, with a comma for decimals.
type numbers [2]*number

var marks = [2]Marks{DecimalPoint, DecimalComma}

// only gives the number when every reading means the same.
func (n numbers) only() *number {
	switch {
	case n[0] == nil:
		return n[1]
	case n[1] == nil || *n[0] == *n[1]:
		return n[0]
	}
	return nil
}

// readNumber gives all readings of digits with marks.
func readNumber(s string) numbers {
	return numbers{readWith(s, '.', ','), readWith(s, ',', '.')}
}

// readWith reads s with the given mark for decimals. Groups are set off by the
// other mark, an apostrophe or a blank: three digits each, or two as in India
// (12,50,000) if the last has three, and all by the same mark.
func readWith(s string, decimal, group byte) *number {
	whole, fraction, found := strings.Cut(s, string(decimal))
	if found && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return nil
	}
	digits, ok := ungrouped(whole, group)
	if !ok || digits == "" && fraction == "" {
		return nil
	}
	fraction = strings.TrimRight(fraction, "0")
	return &number{strings.TrimLeft(digits+fraction, "0"), len(fraction)}
}

// ungrouped takes the marks between groups out of a whole number.
func ungrouped(s string, group byte) (string, bool) {
	var mark byte
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case c != group && c != '\'' && c != ' ', mark != 0 && c != mark:
			return "", false
		default:
			mark = c
		}
	}
	if mark == 0 {
		return s, true
	}
	groups := strings.Split(s, string(mark))
	last := len(groups) - 1
	if len(groups[last]) != 3 || len(groups[0]) < 1 || len(groups[0]) > 3 || groups[0] == "0" || groups[0] == "00" || groups[0] == "000" {
		return "", false
	}
	for _, g := range groups[1:last] {
		if len(g) != 3 && (len(g) != 2 || mark != ',' || len(groups[0]) > 2) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// plain writes all blanks and apostrophes that set off groups in one way.
var plain = strings.NewReplacer("\u00A0", " ", "\u202F", " ", "\u2009", " ", "\u2019", "'", "\u02BC", "'", "\u2212", "-")

// splitAmount separates sign, currency and digits.
func splitAmount(s string) (digits, code, sign string, negative bool) {
	s = strings.TrimSpace(plain.Replace(s))
	// EUR 480,000.00 (USD 521,000.00): what stands in brackets is converted.
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		s = strings.TrimSpace(s[:i])
	}
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		s, negative = strings.TrimSpace(inner[:len(inner)-1]), true
	}
	for range 2 { // -$5 and $-5
		s = strings.TrimSuffix(strings.TrimSuffix(s, ".-"), ".–") // 1'150.- as written in Switzerland
		for _, m := range []string{"-", "+"} {
			if r, ok := strings.CutPrefix(s, m); ok {
				s, negative = strings.TrimSpace(r), negative || m == "-"
			} else if r, ok := strings.CutSuffix(s, m); ok && m == "-" {
				s, negative = strings.TrimSpace(r), true
			}
		}
		if sign == "" {
			s, code, sign = withoutCurrency(s)
		}
	}
	return s, code, sign, negative
}

// largest is the greatest believable amount in main units: more is a slip or a
// test. Currencies of small units may have a thousand times as much.
func largest(currency string) float64 {
	switch {
	case Exponent(currency) == 0, strings.Contains("IDR IRR COP LBP LAK UZS", currency) && currency != "":
		return 1e14
	}
	return 1e11
}

// ParseAmount reads an amount of money. One that can be read in a single way is
// read so, whatever the column's convention; the others are read by it. An
// empty cell is unknown and no error. currency is what the file says elsewhere,
// for the number of decimals; a code in the cell itself goes before it.
func ParseAmount(s string, m Marks, currency string) (Amount, error) {
	if isUnset(s) {
		return Amount{}, nil
	}
	digits, code, sign, negative := splitAmount(s)
	a := Amount{Currency: code, Sign: sign}
	if code != "" {
		currency = code
	}
	if reason := noNumber(digits); reason != "" {
		return a, unreadable("%q %s", Clip(s), reason)
	}
	readings := readNumber(digits)
	n := readings.only()
	for i := range marks {
		if n == nil && marks[i] == m {
			n = readings[i]
		}
	}
	switch {
	case readings == numbers{}:
		return a, unreadable("%q is not an amount. Write it as 1250000.00.", Clip(s))
	case n == nil:
		return a, undecided("%q can be read with a decimal point or a decimal comma. Set \"amounts\" to %q or %q in the map.", Clip(s), DecimalPoint, DecimalComma)
	case negative && n.digits != "":
		return a, unreadable("%q is negative; a deal's amount is not. Correct it, or leave it empty if it is unknown.", Clip(s))
	}
	minor, rounded, ok := n.minor(Exponent(currency))
	if !ok || float64(minor) > largest(currency)*math.Pow10(Exponent(currency)) {
		return a, unreadable("%q is too large to be believed. Correct it, or leave it empty if it is unknown.", Clip(s))
	}
	a.Minor, a.Rounded = &minor, rounded
	return a, nil
}

// minor is the number in minor units, rounded half up where it has more decimals.
func (n number) minor(exponent int) (minor int64, rounded, ok bool) {
	digits := n.digits
	up := false
	if over := n.scale - exponent; over > 0 {
		digits = strings.Repeat("0", over) + digits
		cut := len(digits) - over
		up = digits[cut] >= '5'
		digits, rounded = digits[:cut], true
	} else {
		digits += strings.Repeat("0", -over)
	}
	if digits = strings.TrimLeft(digits, "0"); digits == "" {
		digits = "0"
	}
	v, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || v == math.MaxInt64 {
		return 0, false, false
	}
	if up {
		v++
	}
	return v, rounded, true
}

// noNumber says of a text without a readable number what it is, if that is known.
func noNumber(s string) string {
	lower := strings.ToLower(s)
	switch lower {
	case "nan", "inf", "infinity", "∞":
		return "is not a number. Correct it, or leave it empty if it is unknown."
	}
	if mantissa, exponent, ok := strings.Cut(lower, "e"); ok && mantissa != "" &&
		strings.Trim(mantissa, "0123456789.,") == "" && strings.Trim(exponent, "0123456789+-") == "" {
		return "is a spreadsheet's short form; digits may be lost. Give the column a number format and save again."
	}
	return ""
}
