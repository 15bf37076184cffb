package wiretest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// second is another copy of the program over the same database, with a shelf of its own.
func second(w *wiretest.World) *wiretest.World {
	other := *w
	other.House = area.Assemble(journal.New(w.Journal.DB), w.Areas[1:]) // the first is the house's own
	return &other
}

func TestTheShelfFollowsWhateverIsDoneByWhicheverCopyOfTheProgram(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		copies := []*wiretest.World{w, second(w)}
		dice := rand.New(rand.NewPCG(1, 2))
		var made []string // requirements
		var acts []string // that may be undone
		for step := range 120 {
			by := copies[dice.IntN(2)]
			switch what := dice.IntN(10); {
			case what < 3 || len(made) == 0:
				in := replay
				in.Statement = fmt.Sprintf("Replay %d hours of events within 1 hour", step)
				in.Quotes = []thread.NewQuote{{From: "call", Words: fmt.Sprintf("we need %d hours", step), Speaker: w.Dana}}
				made = append(made, add(t, by, in).ID)
			case what < 6:
				r, err := by.Try("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
					r, err := journal.Load[thread.Requirement](ctx, tx, made[dice.IntN(len(made))])
					if err == nil {
						_, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: fmt.Sprintf("Replay within %d hours", step), Kind: r.Kind, Priority: r.Priority, Measure: r.Measure})
					}
					return err
				})
				if err == nil {
					acts = append(acts, r.Act)
				}
			case what < 7:
				_, _ = by.Try("requirement.edit", func(ctx context.Context, tx *journal.Tx) error { // written, woven, then given up
					r, err := journal.Load[thread.Requirement](ctx, tx, made[0])
					if err != nil {
						return err
					}
					if _, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: "Given up", Kind: r.Kind, Priority: r.Priority}); err != nil {
						return err
					}
					if _, err := by.Weaver.Weave(ctx, tx, w.Deal, w.Today()); err != nil {
						return err
					}
					return context.Canceled
				})
			case len(acts) > 0:
				_, _ = by.Journal.Undo(by.Ctx(), w.Who, acts[len(acts)-1])
				acts = acts[:len(acts)-1]
			}
			if dice.IntN(3) == 0 {
				copies[0].Shelved(w.Deal)
				copies[1].Shelved(w.Deal)
			}
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		copies[1].Shelved(w.Deal)
		w.Verify()
	})
}

func TestReadersBesideWritersNeverPutWhatIsOldOnTheShelf(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, replay)
		ctx, stop := context.WithCancel(w.Ctx())
		var readers sync.WaitGroup
		for range 4 {
			readers.Go(func() {
				for ctx.Err() == nil {
					if _, err := w.Thread(context.WithoutCancel(ctx), w.Reader(), w.Deal, "2026-03-01"); err != nil {
						t.Error(err)
					}
				}
			})
		}
		for i := range 60 {
			w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
				had, err := journal.Load[thread.Requirement](ctx, tx, r.ID)
				if err == nil {
					_, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: had.Revision, Statement: fmt.Sprintf("Replay within %d hours", i), Kind: had.Kind, Priority: had.Priority})
				}
				return err
			})
			now, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, "2026-03-01")
			if want := fmt.Sprintf("Replay within %d hours", i); err != nil || now.Rows[0].Requirement.Statement != want {
				t.Fatalf("after its own write a person reads %q, want %q (%v)", now.Rows[0].Requirement.Statement, want, err)
			}
		}
		stop()
		readers.Wait()
		w.Verify()
	})
}
