package crm

import (
	"fmt"

	"throughline/internal/table"
)

// warning tells equal warnings: they are counted, not repeated.
type warning struct{ column, value, reason string }

// refuse keeps why a row was not taken.
func (f *File) refuse(line int, column, value, reason string) {
	f.ErrorCount++
	switch r := (Refusal{File: f.Name, Line: line, Column: column, Value: table.Clip(value), Reason: reason}); {
	case len(f.Errors) < keptAtMost-1:
		f.Errors = append(f.Errors, r)
	case len(f.Errors) == keptAtMost-1:
		r.Column, r.Value = "", ""
		r.Reason = fmt.Sprintf("From here on refused rows are counted only; %d are listed above.", keptAtMost-1)
		f.Errors = append(f.Errors, r)
	}
}

// warn keeps what is doubtful about a row that is taken.
func (f *File) warn(line int, field Field, value, reason string) {
	w := warning{f.Map.Columns[field], table.Clip(value), reason}
	if i, ok := f.warned[w]; ok {
		f.Warnings[i].Rows++
		return
	}
	if len(f.Warnings) >= keptAtMost {
		return
	}
	f.warned[w] = len(f.Warnings)
	f.Warnings = append(f.Warnings, Refusal{File: f.Name, Line: line, Column: w.column, Value: w.value, Reason: reason, Rows: 1})
}
