package handoff_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/delivery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestTheSignatureIsAnActWithADate(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 4, 1, 1)
		sign := func(in handoff.Signature) func(context.Context, *journal.Tx) error {
			in.Deal = w.Deal
			return func(ctx context.Context, tx *journal.Tx) error {
				_, err := handoff.Sign(ctx, tx, in)
				return err
			}
		}
		refuses(w, problem.Invalid, sign(handoff.Signature{SignedOn: w.Today().AddDays(1)}), "future")
		refuses(w, problem.Invalid, sign(handoff.Signature{SignedOn: "yesterday"}), "signed_on")
		refuses(w, problem.Missing, sign(handoff.Signature{Bought: map[string]thread.Bought{"of another deal": thread.IsBought}}), "of another deal")
		refuses(w, problem.Invalid, sign(handoff.Signature{Bought: map[string]thread.Bought{s.reqs[0]: "perhaps"}}), "bought")
		refuses(w, problem.Stale, sign(handoff.Signature{Revision: 99}))
		s.edit(func(d *account.Opportunity) { d.SA = "" })
		refuses(w, problem.Invalid, sign(handoff.Signature{}), "receiver")
		w.Do("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Withdraw(ctx, tx, s.reqs[3], 0, "not theirs")
		})
		s.sign(handoff.Signature{SignedOn: w.Today().AddDays(-1), Receiver: "jonas", Bought: map[string]thread.Bought{s.reqs[1]: thread.NotBought, s.reqs[2]: thread.IsImplied}})
		d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || d.Phase != account.Won || d.SignedOn != w.Today().AddDays(-1) || d.SA != "jonas" {
			t.Fatalf("%+v, %v", d, err)
		}
		v := s.review()
		if c := v.Count(); c.Requirements != 2 {
			t.Errorf("what is not bought or withdrawn goes over: %+v", c)
		}
		if c := s.cell(s.reqs[1], thread.Accepted); c.Owed || c.State != thread.NotNeeded {
			t.Errorf("what is not bought is %s at accepted, owed %v", c.State, c.Owed)
		}
		refuses(w, problem.Refused, sign(handoff.Signature{}), "signed on")
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, v.FrozenAct); problem.Of(err) != problem.Refused {
			t.Errorf("the signature was undone: %v", err)
		}
		takenBack(s)
		w.Verify()
	})
}

// takenBack withdraws the signature, and signs again.
func takenBack(s *sale) {
	s.T.Helper()
	back := func(why string) func(context.Context, *journal.Tx) error {
		return func(ctx context.Context, tx *journal.Tx) error {
			return handoff.WithdrawSignature(ctx, tx, handoff.SignatureWithdrawal{Deal: s.Deal, Why: why})
		}
	}
	refuses(s.World, problem.Invalid, back(""), "why")
	s.As("jonas", "SA").Do("handoff.accept", s.accept("", s.reqs[0]))
	live(s)
	refuses(s.World, problem.Refused, back("The customer's board said no"), "decision to go live")
	s.Do("delivery.withdraw-go-live", func(ctx context.Context, tx *journal.Tx) error {
		all, err := delivery.Decisions(ctx, tx, s.Deal)
		if err != nil {
			return err
		}
		return delivery.WithdrawDecision(ctx, tx, all[0].ID, 0, "not signed after all")
	})
	s.Do("handoff.withdraw-signature", back("The customer's board said no"))
	if r, err := journal.Load[thread.Requirement](s.Ctx(), s.Reader(), s.reqs[1]); err != nil || r.Bought != "" {
		s.T.Errorf("without a signature a requirement is %q, %v", r.Bought, err)
	}
	refuses(s.World, problem.Refused, back("again"), "not signed")
	d, err := journal.Load[account.Opportunity](s.Ctx(), s.Reader(), s.Deal)
	if err != nil || d.Phase != account.Open || d.SignedOn != "" {
		s.T.Fatalf("%+v, %v", d, err)
	}
	if c := s.cell(s.reqs[0], thread.Accepted); c.State != thread.Missing || c.Verdict != nil {
		s.T.Errorf("after the signature was withdrawn accepted is %s", c.State)
	}
	s.sign(handoff.Signature{})
	if c := s.review().Count(); c.Requirements != 3 || c.Offered != 3 {
		s.T.Errorf("signed again: %+v", c)
	}
}

// live decides to go live with what can.
func live(s *sale) {
	s.T.Helper()
	s.Do("delivery.go-live", func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.Decide(ctx, tx, delivery.Decision{Deal: s.Deal, Outcome: delivery.Go, Persons: []string{"jonas"}, Evidence: "A meeting", Requirements: s.reqs[:1],
			Overrides: []delivery.Override{{Requirement: s.reqs[0], Reason: "no check was agreed"}},
			LeftOut:   []delivery.LeftOut{{Kind: "requirement", ID: s.reqs[2], Reason: "later"}, {Kind: "promise", ID: s.promises[0], Reason: "later"}}})
		return err
	})
}
