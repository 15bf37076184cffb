package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// RunHandoff is the second crossing as a person records it: what was built goes to whoever runs it.
type RunHandoff struct {
	Deal     string
	Revision int64  // the deal's, as it was read
	Receiver string `json:"receiver"` // empty for the one named before
}

// HandOver freezes what is known once a decision to go live stands, and offers it to the named
// receiver: every requirement that was bought or implied, live or not, every promise that is still
// owed, the facts nobody confirmed and the open questions. It is withdrawn, never undone.
func HandOver(ctx context.Context, tx *journal.Tx, in RunHandoff) (Handoff, error) {
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Handoff{}, err
	}
	if err := mayHandOver(ctx, tx, deal); err != nil {
		return Handoff{}, err
	}
	if in.Receiver == "" {
		in.Receiver = deal.Runs
	}
	var c problem.Check
	c.Text("receiver", in.Receiver, 40)
	if err := c.Err(); err != nil {
		return Handoff{}, err
	}
	if in.Revision != 0 {
		deal.Revision = in.Revision
	}
	deal.Runs = in.Receiver
	if err := journal.Update(ctx, tx, &deal); err != nil {
		return Handoff{}, err
	}
	home, err := account.Home(ctx, tx)
	if err != nil {
		return Handoff{}, err
	}
	h := Handoff{Row: journal.Row{Deal: deal.ID}, Crossing: ToRun, Receiver: in.Receiver, SignedOn: tx.Now().In(home.Location()), SignedBy: tx.Actor.Person,
		FrozenAt: tx.Now(), FrozenAct: tx.ID, State: InReview}
	if err := journal.Insert(ctx, tx, &h); err != nil {
		return h, err
	}
	assumed, err := Unconfirmed(ctx, tx, h.Deal, h.SignedOn)
	if err != nil {
		return h, err
	}
	if err := freeze(ctx, tx, h, assumed); err != nil {
		return h, err
	}
	v, _, err := ToRun.Load(ctx, tx, deal.ID)
	if err != nil {
		return h, err
	}
	return v.Handoff, keepState(ctx, tx, v)
}

// mayHandOver says why a deal cannot be handed over to run.
func mayHandOver(ctx context.Context, src journal.Source, deal account.Opportunity) error {
	if deal.Phase.Over() {
		return problem.Refuse("%s is %s; there is nothing to run.", deal.Prefix, deal.Phase)
	}
	h, done, err := ToRun.Standing(ctx, src, deal.ID)
	if err != nil {
		return err
	}
	if done {
		return problem.Refuse("%s was handed over on %s already. Withdraw that handoff first.", deal.Prefix, h.SignedOn)
	}
	live, err := Live(ctx, src, deal.ID)
	if err != nil || live {
		return err
	}
	return problem.Refuse("No decision to go live stands for %s. Record it under Delivery; then it can be handed over to whoever runs it.", deal.Prefix)
}

// Live says whether a decision to go live stands for a deal.
func Live(ctx context.Context, src journal.Source, deal string) (bool, error) {
	decisions, err := delivery.Decisions(ctx, src, deal)
	for _, g := range decisions {
		if g.Stands() {
			return true, err
		}
	}
	return false, err
}

// RunWithdrawal takes a handoff to run back, with the reason.
type RunWithdrawal struct {
	Deal string
	Why  string `json:"why"`
}

// WithdrawRun takes the handoff back: those who built it run it again. What was decided
// stays readable; promises taken over stay with who took them.
func WithdrawRun(ctx context.Context, tx *journal.Tx, in RunWithdrawal) error {
	var c problem.Check
	c.Text("why", in.Why, 1000)
	if err := c.Err(); err != nil {
		return err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	h, ok, err := ToRun.Standing(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	if !ok {
		return ToRun.waits(deal)
	}
	h.Withdrawn = in.Why
	return journal.Update(ctx, tx, &h)
}
