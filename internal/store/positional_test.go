package store

import (
	"database/sql/driver"
	"slices"
	"testing"
)

func TestParametersBecomeMarksInTheOrderTheyStand(t *testing.T) {
	for _, c := range []struct {
		query, text string
		places      []int
	}{
		{"SELECT 1", "SELECT 1", nil},
		{"INSERT INTO t VALUES ($1, $2)", "INSERT INTO t VALUES (?, ?)", []int{0, 1}},
		{"UPDATE t SET a = $2 WHERE b = $1 OR c = $2", "UPDATE t SET a = ? WHERE b = ? OR c = ?", []int{1, 0, 1}},
		{"SELECT '$1' || $12 || \"$2\"", "SELECT '$1' || ? || \"$2\"", []int{11}},
		{"SELECT 'it''s $1', $1", "SELECT 'it''s $1', ?", []int{0}},
		{"SELECT $1 -- $2\n, $3 /* $4 */", "SELECT ? -- $2\n, ? /* $4 */", []int{0, 2}},
		{"SELECT '$1", "SELECT '$1", nil},
		{"SELECT $", "SELECT $", nil},
	} {
		p := inPlaces(c.query)
		if p.text != c.text || !slices.Equal(p.places, c.places) {
			t.Errorf("%s: %q %v, want %q %v", c.query, p.text, p.places, c.text, c.places)
		}
	}
}

func TestArgumentsFollowTheMarks(t *testing.T) {
	p := inPlaces("SET a = $2 WHERE b = $1 OR c = $2")
	args := []driver.NamedValue{{Ordinal: 1, Value: "one"}, {Ordinal: 2, Value: "two"}}
	got := p.arguments(args)
	want := []driver.NamedValue{{Ordinal: 1, Value: "two"}, {Ordinal: 2, Value: "one"}, {Ordinal: 3, Value: "two"}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := p.arguments(args[:1]); len(got) != 1 {
		t.Errorf("one too few: %v", got)
	}
}
