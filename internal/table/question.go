package table

import (
	"fmt"
	"strconv"
	"strings"
)

// Question is what the file leaves open and a person must say: the setting of
// the map that decides, what may be said, and a value that shows the doubt.
type Question struct {
	Setting string   `json:"setting"`
	Choices []string `json:"choices"`
	Column  string   `json:"column"`
	Line    int      `json:"line"`
	Value   string   `json:"value"`
	Rows    int      `json:"rows"` // values that wait for the answer
}

// String is the question as a sentence.
func (q Question) String() string {
	return fmt.Sprintf("Column %q can be read in more than one way (%q on line %d). Say which: set %q to %s in the map.",
		q.Column, q.Value, q.Line, q.Setting, either(q.Choices))
}

// outnumbers picks the side that is shown alone, or at least four to one: one slip in
// a hundred rows does not make a column's convention doubtful.
func outnumbers(a, b int) int {
	switch {
	case a > 0 && a >= 4*b:
		return 0
	case b > 0 && b >= 4*a:
		return 1
	}
	return -1
}

// either writes choices as "a" or "b".
func either(choices []string) string {
	quoted := make([]string, len(choices))
	for i, c := range choices {
		quoted[i] = strconv.Quote(c)
	}
	return strings.Join(quoted, " or ")
}

// Unreadable says why one value could not be taken.
type Unreadable struct {
	Reason string // a sentence
	Asked  bool   // it can be read in more than one way, and a setting of the map decides
}

// Error is the sentence.
func (u *Unreadable) Error() string { return u.Reason }

func unreadable(format string, args ...any) error {
	return &Unreadable{Reason: fmt.Sprintf(format, args...)}
}

func undecided(format string, args ...any) error {
	return &Unreadable{Reason: fmt.Sprintf(format, args...), Asked: true}
}

// isUnset is an empty cell.
func isUnset(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\t' && r != '\u00A0' && r != '\r' && r != '\n' {
			return false
		}
	}
	return true
}
