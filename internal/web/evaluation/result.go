package evaluation

import (
	"context"
	"errors"

	"throughline/internal/blob"
	core "throughline/internal/evaluation"
	"throughline/internal/evaluation/results"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/web/kit"
)

// fault is one field's.
func fault(field, words string) error {
	return &problem.Error{Kind: problem.Invalid, What: "Some of it cannot be taken as it is.", Fields: []problem.Field{{Name: field, What: words}}}
}

// keptFile keeps a file of the form; nil where none was given. What a form says of a file
// besides is never believed.
func keptFile(r *kit.Request, field string) (*blob.File, error) {
	f, err := r.Keep(field)
	if err != nil || f.Hash == "" {
		return nil, err
	}
	return &f, nil
}

func recordResult(r *kit.Request) error {
	c, err := mine[core.Criterion](r, "criterion")
	if err != nil {
		return err
	}
	in := core.NewResult{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Criterion = c.ID
	if in.At, err = r.Instant("at"); err != nil {
		return err
	}
	if in.Evidence, err = keptFile(r, "evidence"); err != nil {
		return err
	}
	return do(r, "result", criteriaView, c.ID, in, core.RecordResult)
}

func pick(r *kit.Request) error {
	x, err := mine[core.Result](r, "result")
	if err != nil {
		return err
	}
	return do(r, "pick", criteriaView, x.Criterion, core.Pick{ID: x.ID}, core.PickResult)
}

// imported is what came of a results file, with the lines that were refused.
type imported struct {
	results.Imported
	File string
}

// mostFaults is how many refused lines one page lists.
const mostFaults = 200

// importResults keeps the good rows of a file and shows the others by line. Where none was
// good, nothing was written, and the form says why.
func importResults(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	f, h, ok := r.Upload("file")
	if !ok {
		return fault("file", "Choose the file with the results.")
	}
	defer f.Close()
	rows, faults, err := results.Read(f)
	var whole *table.Fault
	if errors.As(err, &whole) {
		return fault("file", whole.Error())
	}
	if err != nil {
		return err
	}
	out := imported{File: h.Filename}
	if err := r.Act("evaluation.import", func(ctx context.Context, tx *journal.Tx) (err error) {
		out.Imported, err = results.Import(ctx, tx, results.Runs{Evaluation: e.ID, Rows: rows})
		return err
	}); err != nil {
		return err
	}
	out.Faults = append(faults, out.Faults...)
	switch {
	case len(out.Faults) == 0:
		return done(r, criteriaView, e.ID)
	case out.Recorded+out.Unchanged == 0:
		p := &problem.Error{Kind: problem.Invalid, What: "No row of the file was taken."}
		for _, x := range out.Faults[:min(len(out.Faults), mostFaults)] {
			p.Fields = append(p.Fields, problem.Field{Name: "file", What: x.Error()})
		}
		return p
	}
	v, err := load(r)
	if err != nil {
		return err
	}
	v.imported = &out
	return v.draw()
}
