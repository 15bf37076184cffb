package discovery

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Merge takes a candidate for one more place where a requirement was heard: its quote joins
// the requirement's, whose words stay.
func Merge(ctx context.Context, tx *journal.Tx, id string, revision int64, into string) (Candidate, error) {
	c, err := openCandidate(ctx, tx, id, revision)
	if err != nil {
		return c, err
	}
	if c.Version == GoneRow {
		return c, problem.Refuse("This row stands in their list no more; there is nothing to merge.")
	}
	r, err := journal.Load[thread.Requirement](ctx, tx, into)
	if err != nil {
		return c, err
	}
	if r.Deal != c.Deal {
		return c, problem.NotFound("requirement", into)
	}
	if r.Withdrawn != "" {
		return c, problem.Refuse("This requirement was withdrawn. Reinstate it first, or accept the candidate as a new one.")
	}
	if err := thread.AddQuote(ctx, tx, r, c.quoting(c.Quote.String())); err != nil {
		return c, err
	}
	c.Requirement = r.ID
	return c, c.decide(ctx, tx, Merged)
}

// Reject says no to a candidate, with the reason.
func Reject(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) (Candidate, error) {
	var k problem.Check
	k.Text("reason", why, 500)
	if err := k.Err(); err != nil {
		return Candidate{}, err
	}
	c, err := openCandidate(ctx, tx, id, revision)
	if err != nil {
		return c, err
	}
	c.Reason = why
	return c, c.decide(ctx, tx, Rejected)
}
