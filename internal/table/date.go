package table

import (
	"fmt"
	"strings"
	"time"
)

// Date is a day of the calendar, without time or zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// String gives the day as 2026-12-18.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// IsZero tells that the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// MarshalText gives the day as 2026-12-18, and nothing for an unknown one.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.String() < e.String() }

// Order is which part of a date stands first.
type Order string

// The orders of dates that are read, as a map names them.
const (
	DayFirst   Order = "day-first"
	MonthFirst Order = "month-first"
	YearFirst  Order = "year-first"
)

var orders = [3]Order{DayFirst, MonthFirst, YearFirst}

// The years a deal's date may have. Outside them a date is a slip of the
// keyboard (2206, 0026) or an empty field of some database (1900-01-01).
const (
	firstYear = 1970
	lastYear  = 2100
)

// dates are the days a text can mean, by order.
type dates [len(orders)]*Date

// only gives the day when every reading means the same one.
func (d dates) only() *Date {
	var one *Date
	for _, r := range d {
		switch {
		case r == nil:
		case one == nil:
			one = r
		case *one != *r:
			return nil
		}
	}
	return one
}

func (d dates) none() bool { return d == dates{} }

// choices are the orders in which there is a day.
func (d dates) choices() []string {
	var c []string
	for i, r := range d {
		if r != nil {
			c = append(c, string(orders[i]))
		}
	}
	return c
}

// readDate gives all readings of s. shaped says that s looks like a date,
// whether or not such a day exists.
func readDate(s string) (shaped bool, d dates) {
	s, ok := dayPart(s)
	if !ok {
		return false, d
	}
	if p, ok := worded(s); ok {
		day := dayOf(p[2], p[1], p[0])
		return true, dates{day, day, day}
	}
	p, sizes, ok := threeNumbers(s)
	if !ok {
		return false, d
	}
	switch {
	case sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2:
		d[2] = dayOf(p[0], p[1], p[2])
	case sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4:
		d[0], d[1] = dayOf(p[2], p[1], p[0]), dayOf(p[2], p[0], p[1])
	case sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 2:
		d[0], d[1] = dayOf(2000+p[2], p[1], p[0]), dayOf(2000+p[2], p[0], p[1])
		if sizes[0] == 2 {
			d[2] = dayOf(2000+p[0], p[1], p[2])
		}
	default:
		return false, d
	}
	return true, d
}

// dayOf gives the day if it is one of the calendar and of our time.
func dayOf(y, m, d int) *Date {
	if y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 {
		return nil
	}
	if d > time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return nil
	}
	return &Date{y, time.Month(m), d}
}

// dayPart cuts the time off a timestamp: what follows the day must be a time,
// else s is no date.
func dayPart(s string) (string, bool) {
	s = strings.TrimSpace(s)
	i := strings.IndexByte(s, ':')
	if i < 0 {
		return s, s != "" && len(s) < 40
	}
	// The hour's digits stand before the colon; before them a T, a blank or a comma.
	j := i
	for j > 0 && s[j-1] >= '0' && s[j-1] <= '9' {
		j--
	}
	if j == i || i-j > 2 || j == 0 || !strings.ContainsRune("Tt ,", rune(s[j-1])) || !isTime(s[j:]) {
		return "", false
	}
	return strings.TrimRight(s[:j-1], " ,"), true
}

// isTime accepts 8:12, 08:12:44.000, with AM or PM and a zone such as Z,
// +0200, +02:00 or UTC. The day is taken as written: no zone moves it.
func isTime(s string) bool {
	if len(s) > 24 {
		return false
	}
	var h, m int
	if n, err := fmt.Sscanf(s, "%d:%d", &h, &m); n != 2 || err != nil || h > 24 || m > 59 {
		return false
	}
	rest := strings.TrimLeft(s, "0123456789:.")
	rest = strings.ToUpper(strings.TrimSpace(rest))
	for _, half := range []string{"AM", "PM", "A.M.", "P.M."} {
		rest = strings.TrimSpace(strings.TrimPrefix(rest, half))
	}
	switch rest {
	case "", "Z", "UTC", "GMT", "UHR":
		return true
	}
	return (rest[0] == '+' || rest[0] == '-') && strings.Trim(rest[1:], "0123456789:") == ""
}

// threeNumbers splits 12/18/2026, 18.12.2026, 2026-12-18 or 20261218.
func threeNumbers(s string) (p, sizes [3]int, ok bool) {
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" && (s[:2] == "19" || s[:2] == "20") {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	part := 0
	var mark byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			if sizes[part]++; sizes[part] > 4 {
				return p, sizes, false
			}
			p[part] = p[part]*10 + int(c-'0')
		case c == '/' || c == '.' || c == '-':
			if mark != 0 && c != mark || sizes[part] == 0 || part == 2 {
				return p, sizes, false
			}
			mark = c
			part++
			if i+1 < len(s) && s[i+1] == ' ' { // 18. 12. 2026
				i++
			}
		default:
			return p, sizes, false
		}
	}
	return p, sizes, part == 2 && sizes[2] > 0
}
