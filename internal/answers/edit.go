package answers

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Edit changes an answer. It makes the next version and ends the approval: what was approved
// was the old words. A promise that the old words made stays until it is settled.
func Edit(ctx context.Context, tx *journal.Tx, in Wording) (Answer, error) {
	if err := in.Validate(); err != nil {
		return Answer{}, err
	}
	a, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return a, err
	}
	if err := a.take(ctx, tx, in); err != nil {
		return a, err
	}
	a.Version++
	a.State, a.ApprovedAt = Draft, clock.Instant{}
	a.WrittenAt, a.WrittenBy = tx.Now(), tx.Actor.Person
	if err := journal.Update(ctx, tx, &a); err != nil {
		return a, err
	}
	return a, a.connect(ctx, tx, in.Requirements)
}
