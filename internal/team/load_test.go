package team_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/delivery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/team"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// The text says that the SE hands off and goes on to the next deal: load falls at the acceptance,
// not at the signature; and the SA's when whoever runs it has taken it.
func TestADealLeavesTheLoadOfWhoeverHandedItOverOnceItIsTaken(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		se, sa := hire(t, w)
		var need thread.Requirement
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			d.SE, d.SA = se, sa
			if err := journal.Update(ctx, tx, &d); err != nil {
				return err
			}
			need, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Export at night", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		deals := func(person string) int {
			out, err := team.WeekOf(w.Ctx(), w.Reader(), person, w.Today())
			if err != nil || len(out.Members) != 1 {
				t.Fatalf("%+v, %v", out.Members, err)
			}
			return out.Members[0].Deals
		}
		step := func(who, act string, do func(context.Context, *journal.Tx) error, wantSE, wantSA int) {
			t.Helper()
			w.As(who, "SA").Do(act, do)
			if s, a := deals(se), deals(sa); s != wantSE || a != wantSA {
				t.Errorf("after %s the SE has %d deals in hand and the SA %d; want %d and %d", act, s, a, wantSE, wantSA)
			}
		}
		step(se, "handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
			_, err := handoff.Sign(ctx, tx, handoff.Signature{Deal: w.Deal})
			return err
		}, 1, 1)
		take := func(c handoff.Crossing) func(context.Context, *journal.Tx) error {
			return func(ctx context.Context, tx *journal.Tx) error {
				return handoff.Accept(ctx, tx, handoff.Acceptance{Deal: w.Deal, Crossing: c, Things: []string{need.ID}})
			}
		}
		step(sa, "handoff.accept", take(handoff.ToBuild), 0, 1)
		step(sa, "delivery.go-live", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.Decide(ctx, tx, delivery.Decision{Deal: w.Deal, Outcome: delivery.Go, Evidence: "meeting", Persons: []string{sa}, Requirements: []string{need.ID},
				Overrides: []delivery.Override{{Requirement: need.ID, Reason: "seen at work"}}})
			return err
		}, 0, 1)
		step(sa, "handoff.run", func(ctx context.Context, tx *journal.Tx) error {
			_, err := handoff.HandOver(ctx, tx, handoff.RunHandoff{Deal: w.Deal, Receiver: "tess"})
			return err
		}, 0, 1)
		step("tess", "handoff.accept", take(handoff.ToRun), 0, 0)
	})
}
