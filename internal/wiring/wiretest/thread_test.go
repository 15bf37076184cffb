package wiretest_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/tally"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func add(t *testing.T, w *wiretest.World, in thread.NewRequirement) thread.Requirement {
	t.Helper()
	in.Deal = w.Deal
	var r thread.Requirement
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, in)
		return err
	})
	return r
}

var replay = thread.NewRequirement{Statement: "Replay 24 hours of events within 1 hour", Kind: thread.Functional, Priority: thread.Must,
	Measure: &thread.Measure{Metric: "time to replay 24 h", Comparison: "<=", Target: 1, Unit: "h"}}

func TestARequirementIsHeardKeptAndVerified(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		in := replay
		in.Quotes = []thread.NewQuote{{From: "call", Words: "we need a day back in an hour", Speaker: w.Dana, Mark: "00:17:42"}}
		r := add(t, w, in)
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		if got := th.Rows[0].Key; got != "NWF-1" {
			t.Errorf("key %s", got)
		}
		if got := tally.Standings(&th.Picture)[0]; got.States != "r--mmmmmmm" || got.Owed != "1001100000" {
			t.Errorf("kept %+v", got)
		}
		if words := th.Rows[0].Cells[thread.Heard].Verdict.Evidence[0].Text; words != "we need a day back in an hour" {
			t.Errorf("quote %q", words)
		}
		_, err = w.Try("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: 7, Statement: "x", Kind: thread.Data, Priority: thread.Could})
			return err
		})
		if problem.Of(err) != problem.Stale {
			t.Errorf("a stale write gave %v", err)
		}
		w.Verify()
	})
}

func TestUndoWritesBackWhatWasBeforeUnlessTouchedSince(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, replay)
		receipt := w.Do("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Withdraw(ctx, tx, r.ID, 1, "Not needed any more")
		})
		if _, err := w.As("cole", "AE").Journal.Undo(w.Ctx(), journal.Actor{Workspace: w.Who.Workspace, Person: "cole"}, receipt.Act); problem.Of(err) != problem.Forbidden {
			t.Errorf("somebody else's undo gave %v", err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		back, err := journal.Load[thread.Requirement](w.Ctx(), w.Reader(), r.ID)
		if err != nil || back.Withdrawn != "" || back.Revision != 3 {
			t.Errorf("after undo: %+v, %v", back, err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
			t.Errorf("undo of what was touched since gave %v", err)
		}
		w.Verify()
	})
}

func TestAnErasedPersonsWordsAreGoneAndTheChainVerifies(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		in := replay
		in.Quotes = []thread.NewQuote{{From: "call", Words: "a day back in an hour", Speaker: w.Dana}}
		add(t, w, in)
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || !quotes[0].Words.Gone() {
			t.Errorf("quote %v %v", quotes, err)
		}
		dana, err := journal.Load[account.Contact](w.Ctx(), w.Reader(), w.Dana)
		if err != nil || dana.Name.String() != "[erased]" {
			t.Errorf("contact %v %v", dana.Name, err)
		}
		w.Verify()
	})
}

func TestAPastMomentIsRebuiltFromTheJournal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, replay)
		before := w.Clock.T
		w.Do("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Withdraw(ctx, tx, r.ID, 1, "Not needed any more")
		})
		past, err := journal.AsOf(w.Ctx(), w.Reader(), w.Deal, clock.At(before))
		if err != nil {
			t.Fatal(err)
		}
		th, err := w.Thread(w.Ctx(), past, w.Deal, w.Today())
		if err != nil || th.Rows[0].Requirement.Withdrawn != "" {
			t.Errorf("as of before: %+v, %v", th.Rows, err)
		}
	})
}
