package people

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// EndIn moves an assessment on, with the reason.
type EndIn struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

func (in EndIn) validate() error {
	var c problem.Check
	c.Text("why", in.Why, 2000)
	return c.Err()
}

// Dispute says that the two do not agree, and why. It can still be agreed, or closed as it is.
func Dispute(ctx context.Context, tx *journal.Tx, in EndIn) (Assessment, error) {
	return end(ctx, tx, in, Disputed, BothDone)
}

// CloseAssessment ends an assessment that was agreed or disputed. Of a disputed one nothing holds.
func CloseAssessment(ctx context.Context, tx *journal.Tx, in EndIn) (Assessment, error) {
	a, party, err := held(ctx, tx, in.ID, in.Revision, Agreed, Disputed)
	if err != nil {
		return a, err
	}
	if party != byLead {
		return a, problem.New(problem.Forbidden, "The lead closes it.")
	}
	a.State = Closed
	return a, journal.Update(ctx, tx, &a)
}

// Cancel ends an assessment that was not agreed, with the reason. What is still sealed is
// destroyed unread.
func Cancel(ctx context.Context, tx *journal.Tx, in EndIn) (Assessment, error) {
	a, err := end(ctx, tx, in, Cancelled, Open, SelfDone, LeadDone)
	if err != nil {
		return a, err
	}
	for _, party := range []string{bySelf, byLead} {
		if err := destroy(ctx, tx, a.ID, party); err != nil {
			return a, err
		}
	}
	return a, nil
}

func end(ctx context.Context, tx *journal.Tx, in EndIn, to State, from ...State) (Assessment, error) {
	a, _, err := held(ctx, tx, in.ID, in.Revision, from...)
	if err != nil {
		return a, err
	}
	if err := in.validate(); err != nil {
		return a, err
	}
	a.State = to
	return a, a.write(ctx, tx, func(k *talked) { k.Why = in.Why })
}
