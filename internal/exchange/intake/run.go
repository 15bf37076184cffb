package intake

import (
	"context"
	"errors"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/exchange/crm"
	"throughline/internal/journal"
	"throughline/internal/table"
)

// Options say how an import runs.
type Options struct {
	Dry      bool           // plan all, write nothing
	Strict   bool           // keep nothing if any row is refused
	Progress func(Progress) // told after each batch; may be nil
}

// Progress is how far an import has come.
type Progress struct {
	File string
	Done int // rows
	Rows int // of all files
}

// batchRows is how many rows one act takes in.
const batchRows = 500

// Take takes files in, in the name of a person. Its error is one of the database or of reading
// on; faults of files and rows stand in the report, which holds what was done until then.
func Take(ctx context.Context, j *journal.Journal, who journal.Actor, files []File, o Options) (Report, error) {
	if o.Strict && !o.Dry {
		dry := o
		dry.Dry = true
		r, err := Take(ctx, j, who, files, dry)
		if err != nil || r.Refused > 0 {
			r.Created, r.Updated, r.Unchanged, r.Lines = Counts{}, Counts{}, Counts{}, nil
			return r, err
		}
	}
	t := &taking{j: j, who: who, options: o, tally: newTally(), room: map[State]int{}, prefix: &account.Prefixes{}, look: 2}
	t.report.Errors, t.report.Warnings, t.report.Acts = []crm.Refusal{}, []crm.Refusal{}, []string{}
	for _, f := range files {
		opened := open(ctx, f)
		defer opened.close()
		t.files = append(t.files, opened)
		t.rows += opened.read.Rows
	}
	err := t.run(ctx)
	for _, f := range t.files {
		f.finish(&t.report)
	}
	return t.report, err
}

// taking is one import under way.
type taking struct {
	j       *journal.Journal
	who     journal.Actor
	options Options
	files   []*opened
	people  []auth.Person
	atHand  *atHand // of a dry run, which must know what it would have made
	tally   *tally
	report  Report
	room    map[State]int
	prefix  *account.Prefixes
	parents []childOf
	wrote   bool // the last batch did
	look    int  // after how many acts the database looks at its tables again
	done    int
	rows    int
}

func (t *taking) run(ctx context.Context) error {
	people, err := auth.People(ctx, t.j.Reader(t.who.Workspace))
	if err != nil {
		return err
	}
	t.people = people
	for _, f := range inOrder(t.files) {
		if f.File == nil {
			continue
		}
		if err := t.file(ctx, f); err != nil {
			return err
		}
	}
	if t.options.Dry {
		return nil
	}
	return t.joinParents(ctx)
}

// file reads one file to its end, batch by batch.
func (t *taking) file(ctx context.Context, f *opened) error {
	rows := make([]row, 0, batchRows)
	var failed error
	for rec := range f.Records() {
		if rec.Opportunity != nil && rec.Opportunity.Repeats > 0 {
			continue // its product came with the deal's first row
		}
		if rows = append(rows, row{f, rec, nil}); len(rows) == batchRows {
			if failed = t.batch(ctx, rows); failed != nil {
				break
			}
			rows = rows[:0]
		}
	}
	if failed == nil && len(rows) > 0 {
		failed = t.batch(ctx, rows)
	}
	var fault *table.Fault
	if failed == nil && !errors.As(f.Err(), &fault) { // a fault stands among the refused rows
		failed = f.Err()
	}
	return failed
}
