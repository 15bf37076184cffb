package plan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"throughline/internal/clock"
	"throughline/internal/problem"
	"throughline/internal/table"
)

// Limits of a plan's file: more is no plan that people keep by hand.
const (
	maxBytes = 16 << 20
	maxRows  = 2000
)

// Plan is what a file of tasks says, row by row, before anything of it is kept.
type Plan struct {
	Says      map[string]bool // the fields that the file has a column for: others are left as they stand
	Rows      []Row
	Errors    []table.Fault    // rows refused
	Questions []table.Question // what the file leaves open: answer it and read again
}

// Row is one task as a file has it.
type Row struct {
	Line         int
	Key          string // the file's own key for the row
	Title        string
	Party        string
	Owner        string // a name or address
	Start, Due   clock.Date
	Depends      []string // keys, tracker keys, titles or T3
	Requirements []string // keys, as in NWF-12
	Tracker      string
}

// Read reads tasks from delimited text (CSV of any dialect). Order says how dates are
// written where the file does not show it; empty asks. What cannot be read at all is a problem.
func Read(r io.Reader, order table.Order) (Plan, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Plan{}, fmt.Errorf("read the plan: %w", err)
	}
	if len(raw) > maxBytes {
		return Plan{}, problem.New(problem.Invalid, "The plan is larger than %d MB. Export the tasks only.", maxBytes>>20)
	}
	t, err := table.Open(bytes.NewReader(raw), table.Options{Known: func(name string) bool { return columnOf(name) != "" }})
	if err != nil {
		return Plan{}, unreadable(err)
	}
	at := map[string]int{}
	for i, name := range t.Header {
		field := columnOf(name)
		if field == "" {
			continue
		}
		if _, twice := at[field]; twice {
			return Plan{}, problem.New(problem.Invalid, "line %d: two columns say the %s. Keep one of them.", t.HeaderLine, field)
		}
		at[field] = i
	}
	if _, ok := at["title"]; !ok {
		return Plan{}, problem.New(problem.Invalid, "line %d: no column holds the tasks' titles. Name one “title”.", t.HeaderLine)
	}
	p := reader{table: t, at: at, order: order, plan: Plan{Says: map[string]bool{}}}
	for field := range at {
		p.plan.Says[field] = true
	}
	return p.read()
}

// unreadable turns a file's fault into a problem; other errors stay.
func unreadable(err error) error {
	var f *table.Fault
	if errors.As(err, &f) {
		return problem.New(problem.Invalid, "%s", f.Error())
	}
	return err
}

type reader struct {
	table *table.Table
	at    map[string]int
	order table.Order
	plan  Plan
}

// read goes through the file twice: to learn how dates are written, then for the rows.
func (p *reader) read() (Plan, error) {
	if err := p.learn(); err != nil || len(p.plan.Questions) > 0 {
		return p.plan, err
	}
	for rec, err := range p.table.Records(nil) {
		var f *table.Fault
		if errors.As(err, &f) {
			p.plan.Errors = append(p.plan.Errors, *f)
			continue
		}
		if err != nil {
			return p.plan, err
		}
		if len(p.plan.Rows) == maxRows {
			return p.plan, problem.New(problem.Invalid, "line %d: the plan has more than %d tasks. Divide it.", rec.Line, maxRows)
		}
		row, f := p.row(rec)
		if f != nil {
			p.plan.Errors = append(p.plan.Errors, *f)
			continue
		}
		p.plan.Rows = append(p.plan.Rows, row)
	}
	return p.plan, nil
}

func (p *reader) learn() error {
	if p.order != "" {
		return nil
	}
	var tally table.DateTally
	column := ""
	for rec, err := range p.table.Records(nil) {
		var f *table.Fault
		if err != nil && !errors.As(err, &f) {
			return err
		}
		for _, field := range []string{"start", "due"} {
			if s := p.cell(rec, field); err == nil && s != "" {
				if before := tally.Ambiguous(); before == 0 {
					column = p.table.Header[p.at[field]]
				}
				tally.Add(rec.Line, s)
			}
		}
	}
	p.order = tally.Order()
	if p.order == "" && tally.Ambiguous() > 0 {
		p.plan.Questions = append(p.plan.Questions, tally.Question(column))
	}
	return nil
}

func (p *reader) cell(rec table.Record, field string) string {
	i, ok := p.at[field]
	if !ok || i >= len(rec.Cells) {
		return ""
	}
	return strings.TrimSpace(strings.Clone(rec.Cells[i]))
}

// row reads one task; a fault says what cannot be taken of it.
func (p *reader) row(rec table.Record) (Row, *table.Fault) {
	if f := p.table.Whole(rec); f != nil {
		return Row{}, f
	}
	r := Row{Line: rec.Line, Key: p.cell(rec, "key"), Title: p.cell(rec, "title"), Owner: p.cell(rec, "owner"), Tracker: p.cell(rec, "tracker"),
		Depends: listed(p.cell(rec, "depends")), Requirements: listed(p.cell(rec, "requirements"))}
	fault := func(field, format string, args ...any) *table.Fault {
		return &table.Fault{Line: rec.Line, Column: p.column(field), Value: table.Clip(p.cell(rec, field)), Reason: fmt.Sprintf(format, args...)}
	}
	switch {
	case r.Title == "":
		return r, fault("title", "The task has no title. Give it one.")
	case utf8.RuneCountInString(r.Title) > 300:
		return r, fault("title", "The title is longer than 300 characters. Shorten it.")
	case len(r.Tracker) > 80:
		return r, fault("tracker", "The tracker's key is longer than 80 characters. Shorten it.")
	}
	party, ok := partyWords[strings.ToLower(p.cell(rec, "party"))]
	if !ok {
		return r, fault("party", "%q is no side. Write ours, customer or partner.", table.Clip(p.cell(rec, "party")))
	}
	r.Party = party
	for field, to := range map[string]*clock.Date{"start": &r.Start, "due": &r.Due} {
		d, err := table.ParseDate(p.cell(rec, field), p.order)
		if err != nil {
			return r, fault(field, "%s", err)
		}
		if !d.IsZero() {
			*to = clock.Date(d.String())
		}
	}
	if r.Due.Before(r.Start) {
		return r, fault("due", "The task is due on %s, before its start on %s. Correct one of them.", r.Due, r.Start)
	}
	return r, nil
}

func (p *reader) column(field string) string {
	if i, ok := p.at[field]; ok {
		return p.table.Header[i]
	}
	return ""
}
