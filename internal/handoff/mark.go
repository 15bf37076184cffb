package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Mark corrects what the signature said of requirements.
type Mark struct {
	Deal         string
	Requirements []string      `json:"requirements"`
	Bought       thread.Bought `json:"bought"`
}

// MarkBought marks requirements of a signed deal as bought, implied or not bought. One that
// becomes bought is offered to the receiver beside the frozen package; one that is no longer
// bought leaves the handoff.
func MarkBought(ctx context.Context, tx *journal.Tx, in Mark) error {
	var c problem.Check
	c.OneOf("bought", string(in.Bought), string(thread.IsBought), string(thread.IsImplied), string(thread.NotBought))
	c.Fail(len(in.Requirements) > 0, "requirements", "Choose at least one requirement.")
	if err := c.Err(); err != nil {
		return err
	}
	d, err := sit(ctx, tx, in.Deal, ToBuild)
	if err != nil {
		return err
	}
	for _, id := range in.Requirements {
		r, err := journal.Load[thread.Requirement](ctx, tx, id)
		if err != nil {
			return err
		}
		if r.Deal != in.Deal {
			return problem.NotFound("requirement", id)
		}
		if err := d.mark(ctx, &r, in.Bought); err != nil {
			return err
		}
	}
	return d.rise(ctx)
}
