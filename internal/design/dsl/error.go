package dsl

import (
	"fmt"
	"strings"
)

// Error says where a workspace cannot be read and what would be right there.
type Error struct {
	File         string
	Line, Column int // from 1; 0 when it is about the file as a whole
	Problem      string
}

// Error gives "file, line 3, column 9: problem".
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Problem
	}
	return fmt.Sprintf("%s, line %d, column %d: %s", e.File, e.Line, e.Column, e.Problem)
}

// Warning is something that was kept but not read as its writer may expect.
type Warning struct {
	File         string
	Line, Column int
	Text         string
}

func (t token) wrong(src *source, format string, args ...any) error {
	return &Error{src.name, t.line, t.col, fmt.Sprintf(format, args...)}
}

// wrong points at a word of the statement; past the end, at its last word.
func (s *statement) wrong(i int, format string, args ...any) error {
	if len(s.tokens) == 0 {
		return &Error{s.src.name, s.line, 1, fmt.Sprintf(format, args...)}
	}
	return s.tokens[min(i, len(s.tokens)-1)].wrong(s.src, format, args...)
}

func (r *reader) warn(s *statement, format string, args ...any) {
	if len(r.warnings) >= maxWarnings {
		return
	}
	col := 1
	if len(s.tokens) > 0 {
		col = s.tokens[0].col
	}
	r.warnings = append(r.warnings, Warning{s.src.name, s.line, col, fmt.Sprintf(format, args...)})
}

// quote shows a word of the text in a message, cut where it is long.
func quote(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// nearest gives the name closest to word, or "" when none is close: at most a
// third of its letters differ.
func nearest(word string, names []string) string {
	best, least := "", len([]rune(word))/3+1
	low := strings.ToLower(word)
	for _, n := range names {
		if len(n) > 100 || len(low) > 100 {
			continue
		}
		if d := distance(low, strings.ToLower(n)); d < least || d == least && best != "" && n < best {
			best, least = n, d
		}
	}
	return best
}

// distance is the number of letters to add, drop or change (Levenshtein, 1966).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)]
}
