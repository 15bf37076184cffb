package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Loss ends a deal without a signature.
type Loss struct {
	Deal     string
	Revision int64
	Phase    Phase  `json:"phase"` // lost, disqualified or withdrawn
	Why      string `json:"why"`
}

// Lose marks the deal lost, disqualified or withdrawn, with the reason. Its thread stays; it
// counts no breaks from then on.
func Lose(ctx context.Context, tx *journal.Tx, in Loss) (Opportunity, error) {
	if in.Phase == "" {
		in.Phase = Lost
	}
	var c problem.Check
	c.OneOf("phase", string(in.Phase), string(Lost), string(Disqualified), string(Withdrawn))
	c.Text("why", in.Why, 2000)
	if err := c.Err(); err != nil {
		return Opportunity{}, err
	}
	d, err := Deal(ctx, tx, in.Deal)
	if err != nil {
		return d, err
	}
	if d.SignedOn != "" {
		return d, problem.Refuse("%s was signed on %s. Withdraw the signature first.", d.Prefix, d.SignedOn)
	}
	if in.Revision != 0 {
		d.Revision = in.Revision
	}
	d.Phase, d.Why = in.Phase, in.Why
	return d, journal.Update(ctx, tx, &d)
}

// Reopen opens a deal again that ended without a signature here. Its thread goes on.
func Reopen(ctx context.Context, tx *journal.Tx, deal string, revision int64) (Opportunity, error) {
	d, err := Deal(ctx, tx, deal)
	if err != nil {
		return d, err
	}
	if d.Phase == Open || d.SignedOn != "" {
		return d, problem.Refuse("%s is not closed, so there is nothing to reopen.", d.Prefix)
	}
	if revision != 0 {
		d.Revision = revision
	}
	d.Phase, d.Why = Open, ""
	return d, journal.Update(ctx, tx, &d)
}
