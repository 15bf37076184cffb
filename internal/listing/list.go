package listing

import (
	"reflect"
	"strings"
	"time"
)

// List is rows below heads.
type List struct {
	Name  string // of the sheet and the file
	Heads []string
	Rows  [][]Cell
}

// Cell is one value. Kind says which of the fields it is.
type Cell struct {
	Kind   Kind
	Text   string
	Number float64
	When   time.Time
}

// Kind is what a cell holds.
type Kind int

// Kinds of a cell.
const (
	Nothing Kind = iota
	Text
	Number
	Day
	Moment
)

// Of makes a list of items, which are structs or pointers to them, by how they are written as
// JSON. What a list has to itself (id, revision) is left out. Words says what an id means to a
// person, or nothing. A moment is told in the zone.
func Of(name string, items any, words func(id string) string, zone *time.Location) (List, error) {
	b := &builder{words: words, zone: zone, values: []map[string]Cell{}, unsaid: map[string]bool{}}
	v := reflect.ValueOf(items)
	if err := b.add(reflect.Zero(v.Type().Elem()).Interface()); err != nil { // the heads, also of no items
		return List{}, err
	}
	b.values = b.values[:0]
	for i := range v.Len() {
		if err := b.add(v.Index(i).Interface()); err != nil {
			return List{}, err
		}
	}
	l := List{Name: name}
	used := b.used()
	for _, path := range used {
		l.Heads = append(l.Heads, head(path))
	}
	for _, one := range b.values {
		row := make([]Cell, len(used))
		for i, path := range used {
			row[i] = one[path]
		}
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}

// head is a column's path in words: amount.currency is Amount currency.
func head(path string) string {
	s := strings.NewReplacer("_", " ", ".", " ").Replace(path)
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Words are cells of text.
func Words(all ...string) []Cell {
	out := make([]Cell, len(all))
	for i, s := range all {
		out[i] = textCell(s)
	}
	return out
}

// On is the cell of a day, 2026-01-31; what is no day stays a text.
func On(day string) Cell {
	if t, err := time.Parse(time.DateOnly, day); err == nil && len(day) == 10 {
		return Cell{Kind: Day, When: t, Text: day}
	}
	return textCell(day)
}

// Of64 is the cell of a number, with how it is written in CSV.
func Of64(v float64, text string) Cell { return Cell{Kind: Number, Number: v, Text: text} }

func textCell(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}

// Form is a way to write a list.
type Form struct {
	Ending, Type string
	Write        func(List) ([]byte, error)
}

// Forms are those there are, by the word that asks for them.
var Forms = map[string]Form{
	"csv":  {"csv", "text/csv; charset=utf-8", CSV},
	"xlsx": {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX},
}
