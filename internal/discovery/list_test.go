package discovery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/columns"
	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const theirList = "Nr.;Bereich;Anforderung;Priorität;Antwort Anbieter\n" +
	"1.1;Anmeldung;Die Anwender müssen sich mit ihrem Firmenkonto anmelden können.;Muss;\n" +
	"1.2;Anmeldung;Rechte sollen den Gruppen des Verzeichnisses folgen.;Soll;\n" +
	"2.1;Betrieb;Der Export von 2 Millionen Zeilen muss in höchstens 10 Minuten fertig sein.;Muss;\n" +
	"2.2;Betrieb;Protokolle müssen sieben Jahre im Land aufbewahrt werden.;Kann;\n"

func read(t testing.TB, text string, said ...columns.Correction) *list.List {
	t.Helper()
	l, err := list.Read(strings.NewReader(text), said, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func taken(in discovery.ListTaken) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.TakeList(ctx, tx, in)
		return err
	}
}

func TestTheirOwnListBecomesCandidatesThatKeepItsNumbers(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		in := discovery.ListTaken{Deal: w.Deal, Title: "Anforderungen", SentBy: w.Dana, FileName: "liste.csv", SHA256: strings.Repeat("a", 64), Rows: read(t, theirList).Rows}
		w.Do("discovery.take-list", taken(in))
		if _, err := w.Try("discovery.take-list", taken(in)); problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "Anforderungen") {
			t.Errorf("the same file again: %v", err)
		}
		found, err := discovery.Candidates(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(found) != 4 {
			t.Fatalf("%d candidates, %v", len(found), err)
		}
		for i, want := range []struct {
			number, place string
			priority      thread.Priority
		}{{"1.1", "sheet 1, C2", thread.Must}, {"1.2", "sheet 1, C3", thread.Should}, {"2.1", "sheet 1, C4", thread.Must}, {"2.2", "sheet 1, C5", thread.Could}} {
			if m := found[i].Measure(); (m != nil) != (i >= 2) || i == 2 && (m.Target != 10 || m.Comparison != "<=") {
				t.Errorf("row %d has the measure %+v", i, m)
			}
			if c := found[i]; c.Number != want.number || c.Place != want.place || c.Priority != want.priority || c.Speaker != w.Dana {
				t.Errorf("row %d: %q at %q, %s, of %q", i, c.Number, c.Place, c.Priority, c.Speaker)
			}
		}
		var ids []string
		for _, c := range found[:3] {
			ids = append(ids, c.ID)
		}
		w.Do("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
			out, err := discovery.AcceptMany(ctx, tx, w.Deal, ids)
			if len(out.Refused) != 0 {
				t.Errorf("refused: %+v", out.Refused)
			}
			return err
		})
		reqs, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(reqs) != 3 || reqs[0].Grouping != "Anmeldung" || reqs[2].Grouping != "Betrieb" || reqs[0].RaisedBy != w.Dana {
			t.Fatalf("%+v, %v", reqs, err)
		}
		quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(quotes) != 3 || quotes[0].From != "list" {
			t.Fatalf("%+v, %v", quotes, err)
		}
		marks := map[string]bool{}
		for _, q := range quotes {
			marks[q.Mark] = true
		}
		if !marks["1.1, sheet 1, C2"] {
			t.Errorf("where they were heard: %v", marks)
		}
		listStaysAList(w, found[0].Call)
		w.Verify()
	})
}

// listStaysAList says what of a call a list has not.
func listStaysAList(w *wiretest.World, call string) {
	w.T.Helper()
	for what, do := range map[string]func(context.Context, *journal.Tx) error{
		"its rows are its candidates": func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Propose(ctx, tx, call)
			return err
		},
		"no consent": func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Consent(ctx, tx, discovery.ConsentGiven{Call: call, Consent: "refused"})
			return err
		},
	} {
		if _, err := w.Try("discovery.propose", do); problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), what) {
			w.T.Errorf("%s: %v", what, err)
		}
	}
	w.Do("discovery.edit-call", func(ctx context.Context, tx *journal.Tx) error {
		c, err := journal.Load[discovery.Call](ctx, tx, call)
		if err != nil {
			return err
		}
		c, err = discovery.EditCall(ctx, tx, discovery.CallEdit{ID: call, Title: "Lastenheft", Kind: "call", HeldAt: c.HeldAt})
		if c.Kind != "list" || c.Title != "Lastenheft" {
			w.T.Errorf("edited it is %q, a %s", c.Title, c.Kind)
		}
		return err
	})
}

func TestAPersonsCorrectionGoesBeforeWhatIsProposed(t *testing.T) {
	text := "A;B;C\n1;Wir bieten das an.;Das System muss Rechnungen prüfen.\n2;Wir bieten das auch an.;Das System muss Belege lesen.\n3;Das nicht.;Das System soll drucken.\n"
	l := read(t, text, columns.Correction{Sheet: 0, Use: columns.List, Headers: &[]int{1}, Columns: map[int]columns.Meaning{2: columns.Response, 3: columns.Wording}})
	if len(l.Rows) != 3 || l.Rows[0].Wording != "Das System muss Rechnungen prüfen." {
		t.Fatalf("%+v", l.Rows)
	}
	if l = read(t, text, columns.Correction{Sheet: 0, Use: columns.Cover}); len(l.Rows) != 0 {
		t.Errorf("a cover gives %+v", l.Rows)
	}
}

// Words pointed at as a number would stand where numbers do, unsealed.
func TestWordsAreNotKeptAsANumber(t *testing.T) {
	l := read(t, theirList, columns.Correction{Sheet: 0, Use: columns.List, Headers: &[]int{1}, Columns: map[int]columns.Meaning{1: columns.Other, 2: columns.Wording, 3: columns.Number}})
	if len(l.Rows) == 0 {
		t.Fatal("no rows")
	}
	for _, r := range l.Rows {
		if r.Number != "" {
			t.Errorf("%q is kept as a number", r.Number)
		}
	}
}

func TestAListThatCannotBeTakenSaysWhy(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		rows := read(t, theirList).Rows
		for what, in := range map[string]discovery.ListTaken{
			"which column holds the requirement": {Deal: w.Deal, Title: "x", FileName: "a.csv", SHA256: "1"},
			"at most 50000":                      {Deal: w.Deal, Title: "x", FileName: "a.csv", SHA256: "2", Rows: make([]list.Row, 50_001)},
			"title":                              {Deal: w.Deal, FileName: "a.csv", SHA256: "3", Rows: rows},
			"contact":                            {Deal: w.Deal, Title: "x", SentBy: "nobody", FileName: "a.csv", SHA256: "4", Rows: rows},
		} {
			if _, err := w.Try("discovery.take-list", taken(in)); err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("want %q: %v", what, err)
			}
		}
	})
	for _, bad := range []string{"", "PK\x03\x04 cut off", "\x00\x01\x02\x03\xff\xfe"} {
		if _, err := list.Read(strings.NewReader(bad), nil, nil); problem.Of(err) != problem.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
