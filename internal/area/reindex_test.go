package area_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// indexed is every row of the index but its place, so that two fillings can be compared.
func indexed(t *testing.T, w *wiretest.World) []string {
	t.Helper()
	type row struct{ Deal, Kind, Thing, Owner, Label, Title, Body, Tokens string }
	all, err := store.List[row](w.Ctx(), w.Journal.DB.Read, store.SQL(`SELECT deal, kind, thing, owner, label, title, body, tokens FROM search_entry WHERE workspace = $1`), w.Who.Workspace)
	if err != nil {
		t.Fatal(err)
	}
	names, err := store.List[string](w.Ctx(), w.Journal.DB.Read, store.SQL(`SELECT word || ' ' || thing || ' ' || owner FROM search_name WHERE workspace = $1`), w.Who.Workspace)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		names = append(names, strings.Join([]string{r.Deal, r.Kind, r.Thing, r.Owner, r.Label, r.Title, r.Body, r.Tokens}, "|"))
	}
	slices.Sort(names)
	return names
}

func TestAnIndexFilledAnewIsTheOneThatActsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for range 6 { // more than one transaction tells, with the requirements below
			w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
				for range 100 {
					if _, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay one day of events", Kind: thread.Functional, Priority: thread.Must}); err != nil {
						return err
					}
				}
				return nil
			})
		}
		add(t, w, "Dispatch changes arrive in Zürich-Nord", thread.NewQuote{From: "note", Words: "they must arrive in the north", Speaker: w.Dana}, thread.NewQuote{From: "note", Words: "never said by Tomás", Speaker: w.Tomas})
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Tomas) })
		kept := indexed(t, w)
		head, err := journal.Head(w.Ctx(), w.Reader())
		if err != nil {
			t.Fatal(err)
		}
		for _, harm := range []string{`DELETE FROM search_entry`, `DELETE FROM search_name`, `UPDATE search_entry SET title = 'another', thing = thing || '-gone'`} {
			if _, err := w.Journal.DB.Writer().Exec(harm); err != nil {
				t.Fatal(err)
			}
			things, err := w.Reindex(w.Ctx())
			if err != nil || things < 600 {
				t.Fatalf("%d things, %v", things, err)
			}
			if got := indexed(t, w); !slices.Equal(got, kept) {
				t.Errorf("after %s the index has %d rows that differ from the %d before", harm, len(got), len(kept))
			}
		}
		if got := find(t, w, search.Query{Words: "arrive north"}); len(got) != 1 {
			t.Errorf("found %v", got)
		}
		if got := find(t, w, search.Query{Words: "never said"}); len(got) != 0 {
			t.Errorf("an erased person's words are found again: %v", got)
		}
		if after, err := journal.Head(w.Ctx(), w.Reader()); err != nil || after != head {
			t.Errorf("it is in the journal: row %v, then %v (%v)", head, after, err)
		}
		w.Verify()
	})
}

func TestActsGoOnWhileTheIndexIsFilledAnew(t *testing.T) {
	w := wiretest.New(t, storetest.Postgres(t))
	r := add(t, w, "Replay one day of events")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 10 {
				_, err := w.Journal.Write(w.Ctx(), w.Who, "requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
					if _, err := account.Deal(ctx, tx, w.Deal); err != nil {
						return err
					}
					now, err := journal.Load[thread.Requirement](ctx, tx, r.ID)
					if err != nil {
						return err
					}
					_, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: now.Revision, Statement: now.Statement + "x", Kind: now.Kind, Priority: now.Priority})
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 10 {
		if _, err := w.Reindex(w.Ctx()); err != nil {
			t.Error(err)
		}
	}
	all.Wait()
	kept := indexed(t, w)
	if _, err := w.Reindex(w.Ctx()); err != nil {
		t.Fatal(err)
	}
	if got := indexed(t, w); !slices.Equal(got, kept) {
		t.Errorf("the index was left with\n%s\nand is\n%s", strings.Join(kept, "\n"), strings.Join(got, "\n"))
	}
	w.Verify()
}
