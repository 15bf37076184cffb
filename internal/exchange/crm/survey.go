package crm

import (
	"errors"
	"fmt"

	"throughline/internal/table"
)

// survey is the first pass: it counts the rows and learns how the file writes
// dates and amounts. What one column leaves open another column of dates may
// say; what the whole file leaves open becomes a question.
func (f *File) survey() error {
	dates := map[Field]*table.DateTally{}
	for _, field := range []Field{fCloseOn, fCreatedOn} {
		if _, ok := f.column[field]; ok && f.Source.Object == Opportunities {
			dates[field] = &table.DateTally{}
		}
	}
	var amounts table.AmountTally
	f.Rows = 0
	for rec, err := range f.table.Records(nil) {
		var fault *table.Fault
		if err != nil && !errors.As(err, &fault) {
			return err
		}
		if err != nil || f.table.Whole(rec) != nil {
			continue
		}
		f.Rows++
		for field, t := range dates {
			t.Add(rec.Line, f.cell(rec, field))
		}
		if f.Source.Object == Opportunities {
			amounts.Add(rec.Line, f.cell(rec, fAmount))
		}
	}
	f.settleDates(dates)
	f.settleAmounts(amounts)
	if f.Rows == 0 {
		f.open(0, "", "", "The file has a header and no rows.")
	}
	return nil
}

func (f *File) settleDates(tallies map[Field]*table.DateTally) {
	var whole table.DateTally
	for _, t := range tallies {
		whole = whole.Merge(*t)
	}
	f.dates = map[Field]table.Order{}
	for _, field := range []Field{fCloseOn, fCreatedOn} {
		t := tallies[field]
		if t == nil {
			continue
		}
		name := f.Map.Columns[field]
		order := f.Map.Dates
		if order == "" {
			order = t.Order()
		}
		if order == "" && t.Deviants() == 0 {
			order = whole.Order()
		}
		f.dates[field] = order
		switch {
		case t.Ambiguous() > 0 && order == "":
			f.Questions = append(f.Questions, t.Question(name))
		case t.Ambiguous() > 0 && f.Map.Dates == "" && t.Deviants() > 0:
			f.open(0, name, "", fmt.Sprintf("Read %s, as most values show, though %d can only be read otherwise. If that is wrong, set \"dates\" in the map.", order, t.Deviants()))
		}
	}
}

func (f *File) settleAmounts(t table.AmountTally) {
	name := f.Map.Columns[fAmount]
	f.amounts = f.Map.Amounts
	if f.amounts == "" {
		f.amounts = t.Marks()
	}
	switch {
	case t.Ambiguous() > 0 && f.amounts == "":
		f.Questions = append(f.Questions, t.Question(name))
	case t.Ambiguous() > 0 && f.Map.Amounts == "" && t.Deviants() > 0:
		f.open(0, name, "", fmt.Sprintf("Read with a %s, as most values show, though %d can only be read otherwise. If that is wrong, set \"amounts\" in the map.", f.amounts, t.Deviants()))
	}
}

// open keeps a warning that belongs to the file and not to one reading of it.
func (f *File) open(line int, column, value, reason string) {
	f.opening = append(f.opening, Refusal{File: f.Name, Line: line, Column: column, Value: value, Reason: reason})
}
