package intake

import (
	"cmp"
	"context"
	"io"
	"slices"

	"throughline/internal/exchange/crm"
	"throughline/internal/table"
)

// File is one export to take in.
type File struct {
	Name string // as the person calls it
	Open func(ctx context.Context) (io.ReadSeekCloser, error)
	Map  crm.Map
}

// Read is what was found out about a file.
type Read struct {
	Name      string           `json:"name"`
	Form      string           `json:"form"` // 'Salesforce report of opportunities'
	Object    crm.Object       `json:"object"`
	Rows      int              `json:"rows"`
	Header    []string         `json:"header"`
	Map       crm.Map          `json:"map"` // in force
	Questions []table.Question `json:"questions"`
	Footers   int              `json:"footers"` // lines of a report's footer that were left out
	Deleted   int              `json:"deleted"` // rows that the CRM calls deleted
	Refused   int              `json:"refused"`
	Fault     string           `json:"fault"` // why the file as a whole was not read; empty otherwise
}

// opened is a file being taken in.
type opened struct {
	*crm.File
	src      io.ReadSeekCloser
	read     Read
	refusals []crm.Refusal
	refused  int
	warnings []crm.Refusal
	warned   map[crm.Refusal]int // place of a warning without its line
	products map[string][]string // further products of a deal's later rows, by the CRM's id
}

// open reads a file's form; a fault of the whole file is kept in it, not returned.
func open(ctx context.Context, in File) *opened {
	o := &opened{read: Read{Name: in.Name, Map: in.Map}, warned: map[crm.Refusal]int{}, products: map[string][]string{}}
	src, err := in.Open(ctx)
	if err != nil {
		return o.failed(err)
	}
	o.src = src
	o.read.Header, _ = crm.Columns(src, in.Map)
	if o.File, err = crm.Open(in.Name, src, in.Map); err != nil {
		return o.failed(err)
	}
	o.read.Form, o.read.Object, o.read.Rows, o.read.Map, o.read.Questions = o.Source.Form, o.Source.Object, o.Rows, o.File.Map, o.File.Questions
	o.gatherProducts()
	return o
}

func (o *opened) failed(err error) *opened {
	r := crm.Refused(o.read.Name, err)
	o.read.Fault, o.refused, o.refusals = r.Reason, 1, []crm.Refusal{r}
	o.File = nil
	return o
}

func (o *opened) close() {
	if o.src != nil {
		_ = o.src.Close() // it was only read
	}
}

// gatherProducts reads a report of opportunities with products ahead: it has one row for each
// product, and the deal's first row must know them all.
func (o *opened) gatherProducts() {
	columns := o.File.Map.Columns
	if columns["products"] == "" || columns["opportunity_id"] == "" {
		return
	}
	for rec := range o.Records() {
		if d := rec.Opportunity; d != nil && d.Repeats > 0 {
			o.products[d.ExternalID] = append(o.products[d.ExternalID], d.Products...)
		}
	}
}

// refuse keeps why a row cannot be taken.
func (o *opened) refuse(line int, column, value, reason string) {
	o.refused++
	if len(o.refusals) < KeptAtMost {
		o.refusals = append(o.refusals, crm.Refusal{File: o.read.Name, Line: line, Column: column, Value: table.Clip(value), Reason: reason})
	}
}

// warn keeps what is doubtful; equal warnings are counted.
func (o *opened) warn(line int, column, value, reason string) {
	w := crm.Refusal{File: o.read.Name, Column: column, Value: table.Clip(value), Reason: reason}
	if i, ok := o.warned[w]; ok {
		o.warnings[i].Rows++
		return
	}
	if len(o.warnings) < KeptAtMost {
		o.warned[w] = len(o.warnings)
		w.Line, w.Rows = line, 1
		o.warnings = append(o.warnings, w)
	}
}

// KeptAtMost bounds the refusals and the warnings of one file; all are counted.
const KeptAtMost = 10000

// finish adds what the reader itself refused and warned of.
func (o *opened) finish(r *Report) {
	if o.File != nil {
		o.refusals = append(o.refusals, o.Errors...)
		o.refused += o.ErrorCount
		o.warnings = append(o.warnings, o.Warnings...)
		o.read.Footers, o.read.Deleted = len(o.Footers), o.Deleted
	}
	byLine := func(a, b crm.Refusal) int { return cmp.Compare(a.Line, b.Line) }
	slices.SortStableFunc(o.refusals, byLine)
	slices.SortStableFunc(o.warnings, byLine)
	o.read.Refused = o.refused
	r.Errors = append(r.Errors, o.refusals[:min(len(o.refusals), KeptAtMost)]...)
	r.Warnings = append(r.Warnings, o.warnings[:min(len(o.warnings), KeptAtMost)]...)
	r.Refused += o.refused
	r.Files = append(r.Files, o.read)
}

// inOrder puts accounts before contacts before opportunities, so that each finds what it
// belongs to, whatever order they were named in.
func inOrder(files []*opened) []*opened {
	rank := map[crm.Object]int{crm.Accounts: 0, crm.Contacts: 1, crm.Opportunities: 2}
	sorted := slices.Clone(files)
	slices.SortStableFunc(sorted, func(a, b *opened) int { return cmp.Compare(rank[a.read.Object], rank[b.read.Object]) })
	return sorted
}
