package answers

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Withdrawal takes an answer out.
type Withdrawal struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

// Withdraw takes an answer out, with the reason, and its approval with it. A promise that it
// made stays until it is settled.
func Withdraw(ctx context.Context, tx *journal.Tx, in Withdrawal) error {
	var c problem.Check
	c.Text("why", in.Why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	a, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return err
	}
	a.State, a.Why = Withdrawn, in.Why
	return journal.Update(ctx, tx, &a)
}
