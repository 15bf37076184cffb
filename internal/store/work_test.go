package store_test

import (
	"context"
	"errors"
	"testing"

	"throughline/internal/store"
	"throughline/internal/store/storetest"
)

const (
	makeNotes = `CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL)`
	addNote   = store.Statement(`INSERT INTO note (id, words) VALUES ($1, $2)`)
	dropNote  = store.Statement(`DELETE FROM note WHERE id = $1`)
	allNotes  = store.Statement(`SELECT id FROM note ORDER BY id`)
)

func eachNotes(t *testing.T, test func(t *testing.T, db *store.DB)) {
	storetest.Each(t, func(t *testing.T, url string) {
		db, err := store.Open(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Writer().ExecContext(t.Context(), makeNotes); err != nil {
			t.Fatal(err)
		}
		test(t, db)
	})
}

func notes(t *testing.T, db *store.DB) int {
	all, err := store.List[string](t.Context(), db.Read, allNotes)
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// work runs do in a transaction and commits it, as an act does.
func work(ctx context.Context, db *store.DB, do func(w *store.Work) error) error {
	w, err := db.Begin(ctx)
	if err != nil {
		return err
	}
	defer w.Rollback(ctx)
	if err := do(w); err != nil {
		return err
	}
	return w.Commit(ctx)
}

func TestWhatWaitsIsThereForTheNextQuestionAndAfterTheCommit(t *testing.T) {
	eachNotes(t, func(t *testing.T, db *store.DB) {
		err := work(t.Context(), db, func(w *store.Work) error {
			for _, id := range []string{"a", "b", "c"} {
				if err := w.Later(t.Context(), addNote, id, "said"); err != nil {
					return err
				}
			}
			seen, err := store.List[string](t.Context(), w, allNotes)
			if err != nil || len(seen) != 3 {
				t.Errorf("the work sees %v, %v", seen, err)
			}
			return w.Later(t.Context(), addNote, "d", "said last")
		})
		if n := notes(t, db); err != nil || n != 4 {
			t.Errorf("%d notes are there, not 4: %v", n, err)
		}
	})
}

func TestWorkThatFailsLeavesNothingAndItsConnectionGoesOn(t *testing.T) {
	errJudged := errors.New("one was expected")
	eachNotes(t, func(t *testing.T, db *store.DB) {
		for name, do := range map[string]func(w *store.Work) error{
			"a duplicate among what waits": func(w *store.Work) error {
				return errors.Join(w.Later(t.Context(), addNote, "a", ""), w.Later(t.Context(), addNote, "a", ""), w.Later(t.Context(), addNote, "b", ""))
			},
			"a count that is judged": func(w *store.Work) error {
				return errors.Join(w.Later(t.Context(), addNote, "a", ""), w.LaterCounted(t.Context(), func(n int64) error {
					if n != 1 {
						return errJudged
					}
					return nil
				}, dropNote, "nobody's"))
			},
			"a context that ends": func(w *store.Work) error {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if err := w.Later(ctx, addNote, "a", ""); err != nil {
					return err
				}
				cancel()
				_, err := store.List[string](ctx, w, allNotes)
				return err
			},
		} {
			err := work(t.Context(), db, do)
			if err == nil || name == "a count that is judged" && !errors.Is(err, errJudged) || name[:11] == "a duplicate" && !store.IsDuplicate(err) {
				t.Errorf("%s: %v", name, err)
			}
			if n := notes(t, db); n != 0 {
				t.Errorf("%s left %d notes", name, n)
			}
		}
		if err := work(t.Context(), db, func(w *store.Work) error { return w.Later(t.Context(), addNote, "z", "") }); err != nil || notes(t, db) != 1 {
			t.Errorf("after failures nothing can be written: %v", err)
		}
	})
}
