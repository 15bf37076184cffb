package wiretest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// said is what a journal row holds of an act.
type said struct {
	At         clock.Instant
	Actor, Act string
	Kind       string
}

func TestAStoryIsJournalledLikeActsWrittenAlone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		jonas := journal.Actor{Person: "jonas", Name: "Jonas", Role: "SA"}
		first, second := w.Clock.T.Add(time.Hour), w.Clock.T.Add(26*time.Hour)
		err := w.Journal.Tell(w.Ctx(), w.Who.Workspace, func(ctx context.Context, s *journal.Story) error {
			var r thread.Requirement
			w.Clock.Set(first)
			_, err := s.Write(ctx, w.Who, "requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
				in := replay
				in.Deal = w.Deal
				r, err = thread.Add(ctx, tx, in)
				return err
			})
			if err != nil {
				return err
			}
			if _, err := w.Journal.Write(ctx, w.Who, "requirement.add", nil); !errors.Is(err, journal.ErrNested) {
				t.Errorf("a write inside a story gave %v", err)
			}
			w.Clock.Set(second)
			_, err = s.Write(ctx, jonas, "requirement.feasible", func(ctx context.Context, tx *journal.Tx) error {
				return thread.MarkFeasible(ctx, tx, r.ID, 0, thread.CanBeDone, "")
			})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := store.List[said](w.Ctx(), w.Journal.DB.Read, store.SQL(`SELECT at, actor, act, kind FROM journal WHERE workspace = $1 ORDER BY seq DESC LIMIT 2`), w.Who.Workspace)
		if err != nil || len(rows) != 2 || rows[1] != (said{clock.At(first), "mara", "requirement.add", "requirement"}) || rows[0] != (said{clock.At(second), "jonas", "requirement.feasible", "requirement"}) {
			t.Errorf("%+v, %v", rows, err)
		}
		if y, _, err := tally.Kept(w.Ctx(), w.Reader(), w.Deal); err != nil || y.Requirements != 1 || y.JudgedOn != "2026-03-03" {
			t.Errorf("kept %+v, %v", y, err)
		}
		w.Verify()
	})
}

func TestAStoryThatFailsLeavesNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		stop := errors.New("stop")
		err := w.Journal.Tell(w.Ctx(), w.Who.Workspace, func(ctx context.Context, s *journal.Story) error {
			_, err := s.Write(ctx, w.Who, "account.add", func(ctx context.Context, tx *journal.Tx) error {
				return account.AddAccount(ctx, tx, &account.Account{Name: "Calder"})
			})
			if err != nil {
				return err
			}
			return stop
		})
		if !errors.Is(err, stop) {
			t.Errorf("the story gave %v", err)
		}
		if got, err := account.ByName(w.Ctx(), w.Reader(), "Calder"); err != nil || len(got) != 0 {
			t.Errorf("there is %v, %v", got, err)
		}
		w.Verify()
	})
}
