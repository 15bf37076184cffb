package kit

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/content"
)

// Day writes a date as 17 Nov, with the year when it is another one, with the weekday within
// a week of today.
func Day(d, today clock.Date) string {
	if d == "" {
		return ""
	}
	t := d.Time()
	switch {
	case d[:4] != today[:min(4, len(today))]:
		return t.Format("2 Jan 2006")
	case d >= today.AddDays(-6) && d <= today.AddDays(6):
		return t.Format("Mon 2 Jan")
	}
	return t.Format("2 Jan")
}

// Moment writes an instant as 17 Nov, 14:00 in the person's zone.
func (r *Request) Moment(i clock.Instant) string {
	if i.IsZero() {
		return ""
	}
	t := i.Time().In(r.Zone())
	return Day(clock.DateOf(t), r.Today()) + ", " + t.Format("15:04")
}

// Day writes a date as the person sees it today.
func (r *Request) Day(d clock.Date) string { return Day(d, r.Today()) }

// Dated writes the days inside a sentence as people do: 'call of 13 Mar'.
func (r *Request) Dated(sentence string) string { return clock.Dated(sentence, r.Day) }

// Money writes an amount: 486,000 USD; a missing one is unknown.
func Money(m account.Money) string {
	if !m.Known {
		return "Unknown"
	}
	s := content.Whole(m.Minor / 100)
	if cents := m.Minor % 100; cents != 0 {
		s += fmt.Sprintf(".%02d", max(cents, -cents))
	}
	return strings.TrimSpace(s + " " + m.Currency)
}

// Sentence gives a word a capital.
func Sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Counted writes a count with its noun: 'no musts', '1 must', '3 musts'.
func Counted(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Amount writes a sum in whole units, thousands apart: 217,500. Nothing known is a dash.
func Amount(sum *big.Rat) string {
	if sum == nil {
		return "–"
	}
	n, err := strconv.ParseInt(sum.FloatString(0), 10, 64)
	if err != nil {
		return sum.FloatString(0)
	}
	return content.Whole(n)
}
