package table

import (
	"bytes"
	"fmt"
)

// refuse makes the fault of the record at the front, whose defect was found n
// bytes in, and moves to where reading can go on: the first later line that is
// a whole row by itself, else behind the line with the defect. So one stray
// quote costs the row it stands in and not the rest of the file.
func (r *reader) refuse(n int, d defect) error {
	p := r.buf[r.from : r.from+n]
	first := r.line
	f := &Fault{Line: first, Value: Clip(string(firstLine(p, r.scan.row))), Reason: r.reason(p, d)}
	at := 0
	for {
		i := bytes.IndexByte(p[at:], r.scan.row)
		if i < 0 {
			break
		}
		at += i + 1
		if r.standsAlone(r.buf[r.from+at : r.to]) {
			r.pass(at)
			return r.counted(r.span(f, first))
		}
	}
	r.pass(n)
	// A defect found right behind a line end leaves no rest of a line to drop.
	r.skipping = d != sound && (n == 0 || p[n-1] != r.scan.row)
	return r.counted(r.span(f, first))
}

// span adds which lines went with the fault, when it is more than one.
func (r *reader) span(f *Fault, first int) *Fault {
	last := r.line - 1
	if r.skipping {
		last = r.line
	}
	if last > first {
		f.Reason += fmt.Sprintf(" Lines %d to %d were left out.", first, last)
	}
	return f
}

// standsAlone tells whether the first line of p is a row with as many columns
// as the header.
func (r *reader) standsAlone(p []byte) bool {
	if i := bytes.IndexByte(p, r.scan.row); i >= 0 {
		p = p[:i+1]
	} else if !r.ended {
		return false
	}
	if len(p) == 0 {
		return false
	}
	if _, d := r.trial.next(p, true); d != sound {
		return false
	}
	if r.width == 0 {
		return len(r.trial.ends) > 1
	}
	return len(r.trial.ends) == r.width
}

// counted ends the file when too many of its records cannot be read.
func (r *reader) counted(f *Fault) error {
	r.faults++
	if r.faults > r.scan.limits.BadRecords {
		f.Fatal = true
		f.Reason = fmt.Sprintf("More than %d rows cannot be read; this is not the delimited text it seems to be. The last fault: %s", r.scan.limits.BadRecords, f.Reason)
	}
	return f
}

func (r *reader) reason(p []byte, d defect) string {
	l := r.scan.limits
	switch d {
	case unclosed:
		return "A quote is opened and never closed; the file seems cut off here. Export it again."
	case afterQuote:
		line := r.line + bytes.Count(p, []byte{r.scan.row})
		return fmt.Sprintf("A quote is closed on line %d in the middle of a cell. Write a quote inside a quoted cell twice (\"\").", line)
	case tooWide:
		return fmt.Sprintf("More than %d columns. Check the delimiter, or export fewer columns.", l.Columns)
	}
	return fmt.Sprintf("A cell holds more than %d bytes; a quote may be missing. Check the row, or shorten the text.", l.FieldBytes)
}

func firstLine(p []byte, row byte) []byte {
	if i := bytes.IndexByte(p, row); i >= 0 {
		return p[:i]
	}
	return p
}
