package discovery_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/discovery"
	"throughline/internal/discovery/list"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

const newerList = "Nr.;Bereich;Anforderung;Priorität;Antwort Anbieter\n" +
	"1.1;Anmeldung;Die Anwender müssen sich mit ihrem Firmenkonto und einem zweiten Faktor anmelden können.;Muss;\n" +
	"2.1;Betrieb;Der Export von 2 Millionen Zeilen muss in höchstens 5 Minuten fertig sein.;Muss;\n" +
	"2.2;Betrieb;Protokolle müssen sieben Jahre im Land aufbewahrt werden.;Muss;\n" +
	"2.3;Betrieb;Sicherungen müssen jede Nacht laufen.;Soll;\n" +
	"3.1;Betrieb;Die Oberfläche soll Deutsch und Französisch sprechen.;Kann;\n"

// takes takes a list in and gives what came of it.
func (w world) takes(text, title, earlier string) discovery.Recorded {
	w.t.Helper()
	var out discovery.Recorded
	in := discovery.ListTaken{Deal: w.Deal, Title: title, FileName: title + ".csv", SHA256: fmt.Sprintf("%064x", len(text)*31+len(title)), Earlier: earlier, SentBy: w.Dana, Rows: read(w.t, text).Rows}
	w.Do("discovery.take-list", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = discovery.TakeList(ctx, tx, in)
		return err
	})
	return out
}

func (w world) rowsOf(call string) map[string]discovery.Candidate {
	w.t.Helper()
	all, err := discovery.OfCall(w.Ctx(), w.Reader(), call)
	if err != nil {
		w.t.Fatal(err)
	}
	out := map[string]discovery.Candidate{}
	for _, c := range all {
		out[c.Number] = c
	}
	return out
}

func (w world) decide(name string, do func(ctx context.Context, tx *journal.Tx) error) {
	w.t.Helper()
	w.Do(name, do)
}

func TestOfANewerListOnlyWhatChangedIsAskedFor(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		first := w.takes(theirList+"3.1;Betrieb;Die Oberfläche soll Deutsch und Französisch sprechen.;Kann;\n", "Erste Fassung", "")
		was := w.rowsOf(first.Call.ID)
		reqs := map[string]string{}
		for _, n := range []string{"1.1", "1.2", "2.1", "2.2"} {
			w.decide("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
				out, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: was[n].ID})
				if err == nil {
					reqs[n] = out.Requirement.ID
				}
				return err
			})
		}
		d, err := discovery.EarlierOf(w.Ctx(), w.Reader(), w.Deal, read(t, newerList).Rows)
		if err != nil || d == nil || d.Earlier.ID != first.Call.ID || d.Counts.New != 1 || d.Counts.Gone != 1 || d.Counts.Changed != 3 || d.Counts.Kept != 1 {
			t.Fatalf("%+v, %v", d, err)
		}
		if other, err := discovery.EarlierOf(w.Ctx(), w.Reader(), w.Deal, []list.Row{{Number: "1.1", Wording: "Zebrafish must be kept in quarantine for two weeks."}}); err != nil || other != nil {
			t.Errorf("a list of something else is a version of %+v, %v", other, err)
		}
		second := w.takes(newerList, "Zweite Fassung", first.Call.ID)
		is := w.rowsOf(second.Call.ID)
		for n, want := range map[string]struct {
			version discovery.Version
			state   discovery.Decision
		}{"1.1": {discovery.ChangedRow, discovery.Found}, "2.1": {discovery.ChangedRow, discovery.Found}, "2.2": {discovery.ChangedRow, discovery.Found}, "2.3": {discovery.NewRow, discovery.Found},
			"3.1": {discovery.SameRow, discovery.Found}, "1.2": {discovery.GoneRow, discovery.Found}} {
			if c := is[n]; c.Version != want.version || c.State != want.state || c.Requirement != reqs[n] {
				t.Errorf("%s is %s and %s, of %q", n, c.Version, c.State, c.Requirement)
			}
		}
		if second.Candidates != 6 || w.rowsOf(first.Call.ID)["3.1"].State != discovery.Carried {
			t.Errorf("%d wait; the row that waited before is %s", second.Candidates, w.rowsOf(first.Call.ID)["3.1"].State)
		}
		changesAreDecided(w, is, reqs)
		third := strings.Replace(newerList, "1.1;", " 1.1 ;", 1) + "\n"
		if _, err := w.Try("discovery.take-list", taken(discovery.ListTaken{Deal: w.Deal, Title: "Dritte", FileName: "c.csv", SHA256: strings.Repeat("c", 64), Earlier: second.Call.ID, Rows: read(t, third).Rows})); problem.Of(err) != problem.Refused ||
			!strings.Contains(err.Error(), "Every row of c.csv stands in “Zweite Fassung” already") {
			t.Errorf("the same rows again: %v", err)
		}
		w.Verify()
	})
}

// changesAreDecided takes over what the newer list says, and keeps what a person wants to keep.
func changesAreDecided(w world, is map[string]discovery.Candidate, reqs map[string]string) {
	w.t.Helper()
	if _, err := w.Try("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: is["1.2"].ID})
		return err
	}); problem.Of(err) != problem.Refused {
		w.t.Errorf("a row that is gone is accepted: %v", err)
	}
	if _, err := w.Try("discovery.take-change", func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.TakeChange(ctx, tx, discovery.ListChange{ID: is["2.3"].ID})
		return err
	}); problem.Of(err) != problem.Refused {
		w.t.Errorf("a new row changes something: %v", err)
	}
	w.decide("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
		out, err := discovery.AcceptMany(ctx, tx, w.Deal, []string{is["1.1"].ID, is["2.1"].ID, is["2.2"].ID, is["2.3"].ID, is["1.2"].ID})
		if len(out.Refused) > 0 {
			w.t.Errorf("refused: %+v", out.Refused)
		}
		return err
	})
	all, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 5 {
		w.t.Fatalf("%d requirements, %v", len(all), err)
	}
	of := map[string]thread.Requirement{}
	for _, r := range all {
		of[r.ID] = r
	}
	if r := of[reqs["1.1"]]; !strings.Contains(r.Statement, "zweiten Faktor") || r.Meaning != 2 {
		w.t.Errorf("the changed wording: %+v", r)
	}
	if r := of[reqs["2.1"]]; r.Measure == nil || r.Measure.Target != 5 {
		w.t.Errorf("the changed measure: %+v", r)
	}
	if r := of[reqs["2.2"]]; r.Priority != thread.Must {
		w.t.Errorf("the changed priority: %+v", r)
	}
	if r := of[reqs["1.2"]]; !strings.Contains(r.Withdrawn, "It stands no more in their list “Zweite Fassung”") {
		w.t.Errorf("the row that is gone: %+v", r)
	}
	quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(quotes) != 8 {
		w.t.Errorf("%d quotes, %v", len(quotes), err)
	}
}

func TestARemovedVersionGivesBackWhatWaited(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		first := w.takes(theirList, "Erste Fassung", "")
		second := w.takes(newerList, "Zweite Fassung", first.Call.ID)
		if c := w.rowsOf(first.Call.ID)["1.2"]; c.State != discovery.Carried {
			t.Errorf("a row that is gone waits twice: %s", c.State)
		}
		w.Do("discovery.remove-call", func(ctx context.Context, tx *journal.Tx) error {
			c, err := journal.Load[discovery.Call](ctx, tx, second.Call.ID)
			if err != nil {
				return err
			}
			return discovery.RemoveCall(ctx, tx, c.ID, c.Revision)
		})
		for n, c := range w.rowsOf(first.Call.ID) {
			if c.State != discovery.Found {
				t.Errorf("%s is %s", n, c.State)
			}
		}
		w.Verify()
	})
}

func TestALongListIsTakenStepByStep(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		rows := make([]list.Row, 4500)
		for i := range rows {
			rows[i] = list.Row{Number: fmt.Sprint(i + 1), Place: fmt.Sprintf("sheet 1, B%d", i+2), Wording: fmt.Sprintf("Job %d must end.", i), Group: fmt.Sprint("Area ", i/100)}
		}
		var out discovery.Recorded
		w.Do("discovery.take-list", func(ctx context.Context, tx *journal.Tx) (err error) {
			out, err = discovery.TakeList(ctx, tx, discovery.ListTaken{Deal: w.Deal, Title: "Long", FileName: "l.csv", SHA256: strings.Repeat("d", 64), Rows: rows})
			return err
		})
		for _, want := range []int{2500, 500, 0} {
			if out.Call.ToTake != want {
				t.Fatalf("%d are left, want %d", out.Call.ToTake, want)
			}
			_, err := w.Try("discovery.take-list-on", func(ctx context.Context, tx *journal.Tx) (err error) {
				out, err = discovery.TakeOn(ctx, tx, out.Call.ID, rows)
				return err
			})
			if (problem.Of(err) == problem.Refused) != (want == 0) {
				t.Fatalf("at %d: %v", want, err)
			}
			if want == 0 {
				break
			}
		}
		found, err := discovery.Candidates(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(found) != 4500 || found[4499].Position != 4499 {
			t.Fatalf("%d candidates, %v", len(found), err)
		}
		calls, err := discovery.Calls(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(calls[0].Outline()) != 45 || calls[0].Outline()[44].From != 4400 {
			t.Errorf("%+v, %v", calls[0].Outline(), err)
		}
		if _, err := w.Try("discovery.take-list-on", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.TakeOn(ctx, tx, calls[0].ID, rows[:5])
			return err
		}); err == nil {
			t.Error("taken on when nothing is left")
		}
	})
}
