package demo

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Withdrawal takes a demo out.
type Withdrawal struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

// Withdraw takes a demo out, with the reason; it counts for no station any more. What was
// promised in it stays promised.
func Withdraw(ctx context.Context, tx *journal.Tx, in Withdrawal) error {
	var c problem.Check
	c.Text("why", in.Why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	d, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return err
	}
	d.State, d.Why = Withdrawn, in.Why
	return journal.Update(ctx, tx, &d)
}
