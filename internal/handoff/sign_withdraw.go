package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// SignatureWithdrawal takes a signature back, with the reason.
type SignatureWithdrawal struct {
	Deal     string
	Revision int64  // the deal's, as it was read
	Why      string `json:"why"`
}

// WithdrawSignature takes the signature back: the deal is open again, nothing is bought, and
// the handoff stays readable as withdrawn. Refused while a go-live decision stands.
func WithdrawSignature(ctx context.Context, tx *journal.Tx, in SignatureWithdrawal) error {
	var c problem.Check
	c.Text("why", in.Why, 1000)
	if err := c.Err(); err != nil {
		return err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	h, ok, err := ToBuild.Standing(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	if !ok {
		return problem.Refuse("%s is not signed.", deal.Prefix)
	}
	live, err := Live(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	if live {
		return problem.Refuse("A decision to go live stands for %s. Withdraw it before the signature.", deal.Prefix)
	}
	if in.Revision != 0 {
		deal.Revision = in.Revision
	}
	deal.SignedOn = ""
	if deal.Phase == account.Won {
		deal.Phase = account.Open
	}
	if err := journal.Update(ctx, tx, &deal); err != nil {
		return err
	}
	reqs, err := thread.Requirements(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	for i := range reqs {
		reqs[i].Bought = ""
		if err := journal.Update(ctx, tx, &reqs[i]); err != nil {
			return err
		}
	}
	h.Withdrawn = in.Why
	return journal.Update(ctx, tx, &h)
}
