package evaluation

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Derivation is a criterion for each of several requirements, with the same weight and runner.
type Derivation struct {
	Evaluation   string   `json:"evaluation"`
	Requirements []string `json:"requirements"` // ids
	Weight       int      `json:"weight"`       // 1 to 5; 0 for 3
	RunBy        string   `json:"run_by"`       // a person's or contact's id
}

// DeriveCriteria adds a criterion for each requirement, all or none. One without a measure is
// judged yes or no.
func DeriveCriteria(ctx context.Context, tx *journal.Tx, in Derivation) ([]Criterion, error) {
	var c problem.Check
	c.Fail(len(in.Requirements) > 0, "requirements", "Choose at least one requirement.")
	if err := c.Err(); err != nil {
		return nil, err
	}
	e, err := journal.Load[Evaluation](ctx, tx, in.Evaluation)
	if err != nil {
		return nil, err
	}
	out := []Criterion{}
	for _, id := range in.Requirements {
		r, err := journal.Load[thread.Requirement](ctx, tx, id)
		if err == nil && r.Deal != e.Deal {
			err = problem.NotFound("requirement", id)
		}
		if err != nil {
			return nil, err
		}
		made, err := AddCriterion(ctx, tx, NewCriterion{Evaluation: e.ID, Requirement: id, Weight: in.Weight, RunBy: in.RunBy, Judged: r.Measure == nil})
		if err != nil {
			return nil, err
		}
		out = append(out, made)
	}
	return out, nil
}
