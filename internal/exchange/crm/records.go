package crm

import (
	"errors"
	"iter"
	"strings"

	"throughline/internal/table"
)

// Records is the second pass: it gives every row that is taken. What it refuses
// and warns of stands in the file's fields afterwards; look at [File.Err] too.
func (f *File) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		f.begin()
		var skipped table.Skipped
		defer func() { f.HeadersAgain = skipped.Headers }()
		var end footer
		for rec, err := range f.table.Records(&skipped) {
			var fault *table.Fault
			switch {
			case errors.As(err, &fault):
				f.refuse(fault.Line, fault.Column, fault.Value, fault.Reason)
				if fault.Fatal {
					f.err = fault
				}
				continue
			case err != nil:
				f.err = err
				return
			case end.takes(f, rec):
				f.drop(rec)
				continue
			}
			if fault := f.table.Whole(rec); fault != nil {
				f.refuse(fault.Line, "", fault.Value, fault.Reason)
				continue
			}
			if r, ok := f.row(rec); ok && !yield(r) {
				return
			}
		}
	}
}

// Err is what ended the last reading before the file's end, if anything did.
func (f *File) Err() error { return f.err }

func (f *File) begin() {
	f.Errors, f.ErrorCount, f.Footers, f.Deleted, f.err = nil, 0, nil, 0, nil
	f.Warnings = append([]Refusal(nil), f.opening...)
	f.warned = map[warning]int{}
	f.seen = map[uint64]int{}
}

// drop keeps a line of the footer, of which there are a handful.
func (f *File) drop(rec table.Record) {
	if len(f.Footers) < keptAtMost {
		f.Footers = append(f.Footers, Dropped{rec.Line, table.Clip(strings.TrimRight(strings.Join(rec.Cells, " "), " "))})
	}
}

// cell gives a field's text: trimmed, line breaks as \n, other control
// characters gone. A field without column is empty.
func (f *File) cell(rec table.Record, field Field) string {
	i, ok := f.column[field]
	if !ok || i >= len(rec.Cells) {
		return ""
	}
	s := strings.TrimSpace(rec.Cells[i])
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}
