package sheet

import (
	"errors"
	"fmt"

	"throughline/internal/table"
)

// Fault says where a file cannot be read and what to do about it.
type Fault struct {
	Place  string // the part, the sheet or the line; empty for the whole file
	Reason string // a sentence for people
}

func (f *Fault) Error() string {
	if f.Place == "" {
		return f.Reason
	}
	return f.Place + ": " + f.Reason
}

func fault(place, format string, args ...any) *Fault {
	return &Fault{Place: place, Reason: fmt.Sprintf(format, args...)}
}

// asFault makes a fault of what reading delimited text says.
func asFault(err error) error {
	var f *table.Fault
	if !errors.As(err, &f) {
		return err
	}
	place := ""
	if f.Line > 0 {
		place = fmt.Sprintf("line %d", f.Line)
	}
	return &Fault{Place: place, Reason: f.Reason}
}

func clip(s string) string { return table.Clip(s) }
