package wiretest_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestVerifyFindsWhateverIsTamperedWith(t *testing.T) {
	for _, row := range []struct{ says, sql, found string }{
		{"a journal row's words", `UPDATE journal SET now = '{}' WHERE seq = 5`, "its hash does not fit"},
		{"a journal row gone", `DELETE FROM journal WHERE seq = 5`, "is missing"},
		{"the last row gone", `DELETE FROM journal WHERE seq = (SELECT MAX(seq) FROM journal)`, "the journal ends at"},
		{"a stored sentence", `UPDATE requirement SET statement = 'something else'`, "differs from what its journal tells"},
		{"a stored thing gone", `DELETE FROM quote`, "differs from what its journal tells"},
		{"the head moved back", `UPDATE journal_head SET seq = seq - 1, hash = (SELECT hash FROM journal WHERE seq = journal_head.seq - 1)`, "the journal ends at"},
		{"the head moved on", `UPDATE journal_head SET seq = seq + 1`, "the journal ends at"},
		{"a kept state", `UPDATE standing SET states = 'rrrrrrrrrr'`, "is kept as"},
		{"a kept count", `UPDATE tally SET breaks = 0, requirements = 9`, "its kept counts"},
	} {
		t.Run(row.says, func(t *testing.T) {
			wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
				in := replay
				in.Quotes = []thread.NewQuote{{From: "note", Words: "a day in an hour"}}
				add(t, w, in)
				w.Verify()
				if _, err := w.Journal.DB.Writer().Exec(row.sql); err != nil {
					t.Fatal(err)
				}
				if found := findings(t, w); !strings.Contains(found, row.found) {
					t.Errorf("found %q", found)
				}
			})
		})
	}
}

func findings(t *testing.T, w *wiretest.World) string {
	t.Helper()
	rep, err := journal.Verify(w.Ctx(), w.Journal.DB.Read)
	if err != nil {
		t.Fatal(err)
	}
	more, err := w.Tallies.Verify(w.Ctx(), w.Reader())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range append(rep.Findings, more...) {
		b.WriteString(f.Where + " " + f.What + "\n")
	}
	return b.String()
}

// meanwhile has something happen after the first answer.
type meanwhile struct {
	store.Querier
	do   func()
	once sync.Once
}

func (m *meanwhile) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if !strings.Contains(query, "journal_head") {
		m.once.Do(m.do)
	}
	return m.Querier.QueryContext(ctx, query, args...)
}

func TestVerifyIsNotMisledByWhoWritesMeanwhile(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, replay)
		rep, err := journal.Verify(w.Ctx(), &meanwhile{Querier: w.Journal.DB.Read, do: func() { add(t, w, replay) }})
		if err != nil || len(rep.Findings) > 0 {
			t.Errorf("found %v, %v", rep.Findings, err)
		}
	})
}

func TestAWriteInsideAWriteIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, err := w.Try("outer", func(ctx context.Context, _ *journal.Tx) error {
			_, err := w.Journal.Write(ctx, w.Who, "inner", func(context.Context, *journal.Tx) error { return nil })
			return err
		})
		if !errors.Is(err, journal.ErrNested) {
			t.Errorf("got %v", err)
		}
	})
}

var rawDelete = store.SQL(`DELETE FROM standing WHERE workspace = $1`)

func TestAnActThatWritesAndRecordsNothingFails(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, err := w.Try("silent", func(ctx context.Context, tx *journal.Tx) error {
			return tx.Derive(ctx, rawDelete, tx.Workspace)
		})
		if err == nil || !strings.Contains(err.Error(), "recorded nothing") {
			t.Errorf("got %v", err)
		}
	})
}

func TestTheTimeNeverGoesBack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, replay)
		w.Clock.Set(wiretest.Start.Add(-24 * time.Hour))
		r := add(t, w, replay)
		if r.HeardAt.Before(clock.At(wiretest.Start)) {
			t.Errorf("heard at %s, before the act before it", r.HeardAt)
		}
		w.Verify()
	})
}

// Two people do the same step at once: one of them is told, nothing is lost.
func TestConcurrentWritersLoseNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, replay)
		const writers, each = 8, 10
		var wg sync.WaitGroup
		var lock sync.Mutex
		done, stale := 0, 0
		for range writers {
			wg.Go(func() {
				for range each {
					_, err := w.Journal.Write(w.Ctx(), w.Who, "requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
						now, err := journal.Load[thread.Requirement](ctx, tx, r.ID)
						if err != nil {
							return err
						}
						_, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: now.Revision, Statement: now.Statement + "x", Kind: now.Kind, Priority: now.Priority})
						return err
					})
					lock.Lock()
					switch problem.Of(err) {
					case problem.Stale:
						stale++
					case problem.Internal:
						if err != nil {
							t.Error(err)
						} else {
							done++
						}
					default:
						t.Error(err)
					}
					lock.Unlock()
				}
			})
		}
		wg.Wait()
		now, err := journal.Load[thread.Requirement](w.Ctx(), w.Reader(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(now.Statement, "x"); got != done || done+stale != writers*each {
			t.Errorf("%d letters for %d writes (%d stale)", got, done, stale)
		}
		w.Verify()
	})
}
