package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Signature is the contract's signature as a person records it.
type Signature struct {
	Deal     string
	Revision int64      // the deal's, as it was read
	SignedOn clock.Date `json:"signed_on"` // empty for today
	Receiver string     `json:"receiver"`  // empty for the one named before
	// Bought marks requirements by id: bought, implied, not bought. What is not marked and
	// stands is bought.
	Bought map[string]thread.Bought `json:"bought"`
	// Assumed are the facts that go over as risks; nil for those that nobody confirmed.
	Assumed []Fact `json:"-"`
}

// Sign records the signature: the deal is won, every requirement is bought, implied or not,
// and what is known at this moment is frozen for the named receiver.
func Sign(ctx context.Context, tx *journal.Tx, in Signature) (Handoff, error) {
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Handoff{}, err
	}
	if deal.SignedOn != "" {
		return Handoff{}, problem.Refuse("%s was signed on %s already. Withdraw that signature first.", deal.Prefix, deal.SignedOn)
	}
	if deal.Phase.Over() {
		return Handoff{}, problem.Refuse("%s is %s. Reopen it before the signature.", deal.Prefix, deal.Phase)
	}
	home, err := account.Home(ctx, tx)
	if err != nil {
		return Handoff{}, err
	}
	today := tx.Now().In(home.Location())
	if in.SignedOn == "" {
		in.SignedOn = today
	}
	if in.Receiver == "" {
		in.Receiver = deal.SA
	}
	if in.Assumed == nil {
		if in.Assumed, err = Unconfirmed(ctx, tx, in.Deal, today); err != nil {
			return Handoff{}, err
		}
	}
	if err := in.check(today); err != nil {
		return Handoff{}, err
	}
	if in.Revision != 0 {
		deal.Revision = in.Revision
	}
	deal.SignedOn, deal.SA, deal.Phase, deal.Why = in.SignedOn, in.Receiver, account.Won, ""
	if err := journal.Update(ctx, tx, &deal); err != nil {
		return Handoff{}, err
	}
	h := Handoff{Row: journal.Row{Deal: deal.ID}, Receiver: in.Receiver, SignedOn: in.SignedOn, SignedBy: tx.Actor.Person, FrozenAt: tx.Now(),
		FrozenAct: tx.ID, State: InReview}
	if err := journal.Insert(ctx, tx, &h); err != nil {
		return h, err
	}
	if err := markBought(ctx, tx, deal.ID, in.Bought); err != nil {
		return h, err
	}
	if err := freeze(ctx, tx, h, in.Assumed); err != nil {
		return h, err
	}
	v, _, err := ToBuild.Load(ctx, tx, deal.ID)
	if err != nil {
		return h, err
	}
	return v.Handoff, keepState(ctx, tx, v)
}

func (in *Signature) check(today clock.Date) error {
	var c problem.Check
	_, err := clock.ParseDate(string(in.SignedOn))
	c.Fail(err == nil, "signed_on", "Is %q; write a day as 2026-11-25.", string(in.SignedOn))
	c.Fail(!today.Before(in.SignedOn), "signed_on", "Is in the future. Record the signature on its day.")
	c.Text("receiver", in.Receiver, 40)
	for _, b := range in.Bought {
		c.OneOf("bought", string(b), string(thread.IsBought), string(thread.IsImplied), string(thread.NotBought))
	}
	for _, f := range in.Assumed {
		c.Text("assumed", f.Text, 2000)
	}
	return c.Err()
}

// markBought says of every requirement whether it was bought.
func markBought(ctx context.Context, tx *journal.Tx, deal string, marks map[string]thread.Bought) error {
	reqs, err := thread.Requirements(ctx, tx, deal)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for i := range reqs {
		r := &reqs[i]
		known[r.ID] = true
		r.Bought = bought(*r, marks)
		if err := journal.Update(ctx, tx, r); err != nil {
			return err
		}
	}
	for id := range marks {
		if !known[id] {
			return problem.NotFound("requirement", id)
		}
	}
	return nil
}

// bought is what the signature says of a requirement.
func bought(r thread.Requirement, marks map[string]thread.Bought) thread.Bought {
	if m, ok := marks[r.ID]; ok {
		return m
	}
	if r.Stands() {
		return thread.IsBought
	}
	return thread.NotBought
}
