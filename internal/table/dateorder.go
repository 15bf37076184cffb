package table

import "strings"

// DateTally learns a column's order of dates in the first pass.
type DateTally struct {
	votes     [len(orders)]int // values that can be read in this order only
	ambiguous int
	example   string
	line      int
}

// Add counts one value.
func (t *DateTally) Add(line int, s string) {
	shaped, d := readDate(s)
	if !shaped || d.none() {
		return
	}
	if d.only() == nil {
		if t.ambiguous++; t.ambiguous == 1 {
			t.example, t.line = s, line
		}
		return
	}
	one := -1
	for i, r := range d {
		if r != nil && one >= 0 {
			return // the same day in several orders: says nothing
		}
		if r != nil {
			one = i
		}
	}
	if one >= 0 {
		t.votes[one]++
	}
}

// Merge adds what another column of the file has shown.
func (t DateTally) Merge(o DateTally) DateTally {
	for i := range t.votes {
		t.votes[i] += o.votes[i]
	}
	if t.ambiguous == 0 {
		t.example, t.line = o.example, o.line
	}
	t.ambiguous += o.ambiguous
	return t
}

// Ambiguous is how many values can be read in more than one way.
func (t DateTally) Ambiguous() int { return t.ambiguous }

// Order is what the column shows: the only order among values that leave no
// choice, or one that outnumbers all others at least four to one. Empty means that it
// cannot be told. Year-first values say nothing about a column's other values,
// unless these too may begin with the year.
func (t DateTally) Order() Order {
	i := outnumbers(t.votes[0], t.votes[1])
	if i < 0 {
		return ""
	}
	return orders[i]
}

// Deviants is how many values can only be read in another order than Order.
func (t DateTally) Deviants() int { return min(t.votes[0], t.votes[1]) }

// Question asks for the order of dates.
func (t DateTally) Question(column string) Question {
	_, d := readDate(t.example)
	return Question{Setting: "dates", Choices: d.choices(), Column: column, Line: t.line, Value: Clip(t.example), Rows: t.ambiguous}
}

// ParseDate reads a date. One that can be read in a single way is read so,
// whatever the column's order; the others are read in that order. An empty cell
// is the zero Date, unknown, and no error.
func ParseDate(s string, order Order) (Date, error) {
	if isUnset(s) {
		return Date{}, nil
	}
	shaped, d := readDate(s)
	switch {
	case !shaped && serial(s):
		return Date{}, unreadable("%q is a spreadsheet's count of days. Give the column a date format and save again.", s)
	case !shaped:
		return Date{}, unreadable("%q is not a date. Write it as 2026-12-18.", Clip(s))
	case d.none():
		return Date{}, unreadable("%q is not a day of the calendar between %d and %d. Correct it.", Clip(s), firstYear, lastYear)
	}
	if day := d.only(); day != nil {
		return *day, nil
	}
	for i, o := range orders {
		if o == order && d[i] != nil {
			return *d[i], nil
		}
	}
	return Date{}, undecided("%q can be read in more than one way. Set \"dates\" to %s in the map.", Clip(s), either(d.choices()))
}

// serial finds 46374: the days since 1900 that a spreadsheet shows for a date.
func serial(s string) bool {
	return len(s) == 5 && strings.Trim(s, "0123456789") == ""
}
