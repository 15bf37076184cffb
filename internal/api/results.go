package api

import (
	"context"
	"errors"

	"throughline/internal/api/rest"
	"throughline/internal/evaluation"
	"throughline/internal/evaluation/results"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
)

// imported says what came of a results file.
type imported struct {
	Recorded  int       `json:"recorded"`
	Unchanged int       `json:"unchanged"`
	Errors    []refused `json:"errors"`
}

// refused is a row that was not taken.
type refused struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// importResults keeps the good rows of a results file and reports the others by line.
func importResults(ctx context.Context, c *rest.Caller, b rest.Body) (any, error) {
	if _, err := rest.OfDeal[evaluation.Evaluation](ctx, c.Reader, c); err != nil {
		return nil, err
	}
	file, err := b.Keep(ctx)
	if err != nil {
		return nil, err
	}
	src, err := c.House.Files.In(c.Workspace).Open(ctx, file.Hash)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	rows, faults, err := results.Read(src)
	var fault *table.Fault
	if errors.As(err, &fault) {
		return nil, problem.New(problem.Invalid, "%s", fault.Error())
	}
	if err != nil {
		return nil, err
	}
	var out results.Imported
	receipt, err := c.House.Journal.Write(ctx, c.Actor(), "evaluation.import", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = results.Import(ctx, tx, results.Runs{Evaluation: c.ID, Rows: rows})
		return err
	})
	report := imported{Recorded: out.Recorded, Unchanged: out.Unchanged, Errors: []refused{}}
	for _, f := range append(faults, out.Faults...) {
		report.Errors = append(report.Errors, refused{f.Line, f.Column, f.Value, f.Reason})
	}
	return rest.Done[imported]{Act: receipt.Act, Result: report}, err
}
