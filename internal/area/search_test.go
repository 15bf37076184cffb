package area_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func add(t *testing.T, w *wiretest.World, statement string, quotes ...thread.NewQuote) thread.Requirement {
	t.Helper()
	var r thread.Requirement
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Must, Quotes: quotes})
		return err
	})
	return r
}

func find(t *testing.T, w *wiretest.World, q search.Query) []string {
	t.Helper()
	if q.Limit == 0 {
		q.Limit = 50
	}
	got, err := search.Find(w.Ctx(), w.Journal.DB, w.Reader(), q)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, h := range got.Hits {
		out = append(out, h.Kind+" "+h.Title)
	}
	return out
}

func TestWordsAreFoundFoldedAndByTheirBeginning(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, "Dispatch changes arrive in Zürich-Nord within 5 seconds")
		add(t, w, "必ず UTF-8 で受け取る, naïve clients too")
		add(t, w, "Orders' totals & 'quotes' survive \"AND\" OR NOT * NEAR( (brackets")
		for _, c := range []struct {
			words string
			want  int
		}{
			{"zurich", 1}, {"ZÜRICH nord", 1}, {"dispatch arri", 1}, {"arri dispatch", 0}, {"5", 1}, {"必ず", 1}, {"naive", 1}, {"orders and or not near", 1},
			{"dispatch orders", 0}, {"'); DROP TABLE x --", 0}, {"* : ^ \" &|!", 0}, {"", 0}, {"w:" + w.Who.Workspace, 0}, {"k:requirement", 0}, {"😀", 0},
		} {
			if got := find(t, w, search.Query{Words: c.words, Kind: "requirement"}); len(got) != c.want {
				t.Errorf("%q found %v, want %d", c.words, got, c.want)
			}
		}
	})
}

func TestTheIndexFollowsEditsRemovalsAndUndo(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, "Replay one day of events")
		receipt := w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: 1, Statement: "Repeat one week of events", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		check := func(words string, want int) {
			t.Helper()
			if got := find(t, w, search.Query{Words: words, Kind: "requirement"}); len(got) != want {
				t.Errorf("%q found %v, want %d", words, got, want)
			}
		}
		check("repeat week", 1)
		check("replay", 0)
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		check("repeat", 0)
		check("replay", 1)
		w.Do("deal.delete", func(ctx context.Context, tx *journal.Tx) error {
			return account.DeleteDeal(ctx, tx, account.Removal{Deal: w.Deal, Prefix: "NWF"})
		})
		check("replay", 0)
	})
}

func TestPagesFollowOneAnotherAndFiltersHold(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error { // more than are read one by one
			var all []search.Entry
			for i := range 1100 {
				for _, kind := range []string{"requirement", "quote"} {
					all = append(all, search.Entry{Deal: w.Deal, Kind: kind, Thing: fmt.Sprint(kind, i), Title: "Replay events"})
				}
			}
			search.Put(tx, all)
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Something else", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		seen, after := map[int64]bool{}, int64(0)
		for {
			page, err := search.Find(w.Ctx(), w.Journal.DB, w.Reader(), search.Query{Words: "replay", Deal: w.Deal, After: after, Limit: 400})
			if err != nil || len(page.Hits) > 400 {
				t.Fatal(page, err)
			}
			for _, h := range page.Hits {
				if seen[h.Place] || after != 0 && h.Place >= after {
					t.Errorf("%d comes twice or out of order", h.Place)
				}
				seen[h.Place] = true
			}
			if after = page.Next; after == 0 {
				break
			}
		}
		if len(seen) != 2200 {
			t.Errorf("%d hits, want 2200", len(seen))
		}
		if got := find(t, w, search.Query{Words: "replay", Kind: "quote", Limit: 2000}); len(got) != 1100 {
			t.Errorf("quotes: %v", got)
		}
		if got := find(t, w, search.Query{Words: "replay", Deal: "another"}); len(got) != 0 {
			t.Errorf("another deal: %v", got)
		}
	})
}

func TestAnotherWorkspaceFindsNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, "Replay events")
		other := journal.Actor{Workspace: "elsewhere", Person: "x", Role: "admin"}
		if _, err := w.Journal.Write(w.Ctx(), other, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Other"})
		}); err != nil {
			t.Fatal(err)
		}
		r := w.Journal.Reader("elsewhere")
		found, err := search.Find(w.Ctx(), w.Journal.DB, r, search.Query{Words: "replay", Limit: 10})
		names, err2 := search.Names(w.Ctx(), r, "north", 10)
		palette, err3 := w.Palette(w.Ctx(), r, "replay")
		keys, err4 := w.Palette(w.Ctx(), r, "NWF-1")
		if len(found.Hits)+len(names)+len(palette)+len(keys) != 0 || err != nil || err2 != nil || err3 != nil || err4 != nil {
			t.Errorf("found %v %v %v %v, %v %v %v %v", found, names, palette, keys, err, err2, err3, err4)
		}
	})
}

func TestNamesAreFoundByEachBeginning(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for words, want := range map[string]string{"north": "Northwind Freight", "frei nor": "Northwind Freight", "tomas": "Tomás Rey", "whit": "Dana Whitfield", "wind": "", "platf": "Relay platform", "%": "", "_": ""} {
			got, err := search.Names(w.Ctx(), w.Reader(), words, 20)
			if err != nil {
				t.Fatal(err)
			}
			if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0].Title != want) {
				t.Errorf("%q found %v, want %q", words, got, want)
			}
		}
	})
}

func TestThePaletteKnowsKeysNamesAndSentences(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, "Replay one day of events")
		for words, want := range map[string]string{"nwf": "NWF Northwind Freight", "NWF-1": "NWF-1 Replay one day of events", "nwf-9": "", "north": "NWF Northwind Freight",
			"relay": "NWF Relay platform", "dana": " Dana Whitfield", "replay ev": "NWF-1 Replay one day of events", "r": "", "  ": "", "%%": ""} {
			got, err := w.Palette(w.Ctx(), w.Reader(), words)
			if err != nil {
				t.Fatal(err)
			}
			if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || got[0].Key+" "+got[0].Title != want) {
				t.Errorf("%q found %v, want %q first", words, got, want)
			}
		}
	})
}

func TestAnErasedPersonsWordsLeaveTheIndex(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(t, w, "Replay events", thread.NewQuote{From: "note", Words: "xylophones every quarrelsome morning", Speaker: w.Dana})
		add(t, w, "Keep audits", thread.NewQuote{From: "note", Words: "xylophones matter to me too", Speaker: w.Tomas})
		if got := find(t, w, search.Query{Words: "quarrelsome"}); len(got) != 1 {
			t.Fatalf("before: %v", got)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		for words, want := range map[string]int{"quarrelsome": 0, "whitfield": 0, "dana@northwind": 0, "xylophones": 1, "replay": 1} {
			if got := find(t, w, search.Query{Words: words}); len(got) != want {
				t.Errorf("%q found %v, want %d", words, got, want)
			}
		}
		if got, err := search.Names(w.Ctx(), w.Reader(), "whitf", 5); len(got) != 0 || err != nil {
			t.Errorf("the palette still knows %v, %v", got, err)
		}
		w.Verify()
	})
}

func TestAnErasedPersonsWordsLeaveTheFilesOfSQLite(t *testing.T) {
	url := storetest.SQLite(t)
	w := wiretest.New(t, url)
	for range 300 { // enough to fill the index
		add(t, w, "Replay events", thread.NewQuote{From: "note", Words: "xylophones every quarrelsome morning", Speaker: w.Dana})
	}
	w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
	if _, err := w.Journal.DB.Writer().Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(url, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"xylophones", "quarrelsome", "uarrelsome", "whitfield", "Whitfield", "dana@"} {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("%s still holds %q", filepath.Base(name), word)
			}
		}
	}
}

func TestAnErasedPersonsWordsLeaveTheTablesOfPostgreSQL(t *testing.T) {
	w := wiretest.New(t, storetest.Postgres(t))
	add(t, w, "Replay events", thread.NewQuote{From: "note", Words: "xylophones every quarrelsome morning", Speaker: w.Dana})
	w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
	for _, table := range []string{"search_entry", "search_name", "quote", "contact", "journal"} {
		all, err := store.List[string](w.Ctx(), w.Journal.DB.Read, store.Statement("SELECT CAST(x AS TEXT) FROM "+table+" x"))
		if err != nil {
			t.Fatal(err)
		}
		if text := strings.ToLower(strings.Join(all, "\n")); strings.Contains(text, "quarrelsome") || strings.Contains(text, "whitfield") {
			t.Errorf("%s still holds the words", table)
		}
	}
}
