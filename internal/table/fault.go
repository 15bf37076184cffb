package table

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault says where a file or one row of it is wrong and what to do about it.
type Fault struct {
	Line   int    // physical line where the record begins, from 1; 0 for the file as a whole
	Column string // the header's own word, empty for the whole row
	Value  string // what stood there, clipped
	Reason string // a sentence for people
	Fatal  bool   // nothing after it was read
}

// Error gives place and reason in one line.
func (f *Fault) Error() string {
	switch {
	case f.Line == 0:
		return f.Reason
	case f.Column == "":
		return fmt.Sprintf("line %d: %s", f.Line, f.Reason)
	}
	return fmt.Sprintf("line %d, column %q: %s", f.Line, f.Column, f.Reason)
}

func fatal(line int, format string, args ...any) *Fault {
	return &Fault{Line: line, Reason: fmt.Sprintf(format, args...), Fatal: true}
}

// clipAt is the length in runes at which a value is cut in a report: enough to
// find the cell, too little to fill a screen with a broken file.
const clipAt = 80

// Clip shortens a value for a report and shows line breaks as spaces.
func Clip(s string) string {
	if len(s) > 4*clipAt {
		s = strings.ToValidUTF8(s[:4*clipAt], "\uFFFD")
	}
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if utf8.RuneCountInString(s) <= clipAt {
		return s
	}
	return string([]rune(s)[:clipAt-1]) + "…"
}
