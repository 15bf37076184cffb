package brief_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/brief"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/documents"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// meets puts a meeting down, so many hours from now; held ones have words.
func meets(w *wiretest.World, title string, hours int, words string, contacts ...string) (id string) {
	w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		in := discovery.Recording{Deal: w.Deal, Title: title, Kind: "meeting", HeldAt: tx.Now().Add(time.Duration(hours) * time.Hour), Contacts: contacts, Consent: "given"}
		if words != "" {
			s, err := discovery.ReadScript(strings.NewReader(words), "notes.txt")
			if err != nil {
				return err
			}
			in.Script = s
		}
		out, err := discovery.Record(ctx, tx, in)
		id = out.Call.ID
		return err
	})
	return id
}

func of(t *testing.T, w *wiretest.World, meeting string) brief.Brief {
	t.Helper()
	th, err := w.House.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		t.Fatal(err)
	}
	b, err := brief.Of(w.Ctx(), w.Reader(), &th, meeting, clock.Now(w.Ctx()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABriefIsOfThoseWhoAttend(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		meets(w, "First call", -48, "They need sign-in through Okta.", w.Dana)
		to := func(contact, words string, due clock.Date) {
			w.Do("promise.give", func(ctx context.Context, tx *journal.Tx) error {
				_, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Words: words, ToContact: contact, Due: due})
				return err
			})
		}
		to(w.Dana, "The report", w.Today().AddDays(-1))
		to(w.Tomas, "The connector", "")
		to("", "A sandbox", w.Today().AddDays(90))
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Sign in through Okta", Kind: thread.Security, Priority: thread.Must, RaisedBy: w.Dana,
				Quotes: []thread.NewQuote{{From: "note", Words: "Okta or nothing", Speaker: w.Dana}}})
			return err
		})
		w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Who owns the firewall?", AskedOf: "jonas"})
		})
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.TakeNext(ctx, tx, account.Step{Deal: w.Deal, Words: "Workshop", On: "2026-12-03"})
			return err
		})
		review := meets(w, "Review", 30, "", w.Dana)
		b := of(t, w, "")
		if b.Meeting.ID != review || len(b.People) != 1 || b.People[0].Words != "Okta or nothing" || !b.People[0].Decides {
			t.Errorf("attend %+v at %+v", b.People, b.Meeting)
		}
		if len(b.Promised) != 2 || b.Promised[0].Words != "The report" || !b.Promised[0].Late || b.Promised[1].Words != "A sandbox" {
			t.Errorf("promised %+v", b.Promised)
		}
		kinds := []string{}
		for _, p := range b.Open {
			kinds = append(kinds, p.Kind)
		}
		if !slices.Equal(kinds, []string{"question", "missing"}) {
			t.Errorf("open: %+v", b.Open)
		}
		if b.Since.Title != "First call" || len(b.Changed) != 4 || b.NextWords(clock.Date.Words) != "Workshop, by 3 Dec 2026." {
			t.Errorf("since %q: %+v; next %s", b.Since.Title, b.Changed, b.NextWords(clock.Date.Words))
		}
		text := string(documents.Markdown(b.Document(time.UTC)))
		for _, want := range []string{"# Review", "Dana Whitfield", "Okta or nothing", "The report", "Who owns the firewall", "Workshop, by 3 Dec 2026"} {
			if !strings.Contains(text, want) {
				t.Errorf("the document does not say %q:\n%s", want, text)
			}
		}
		w.Verify()
	})
}

func TestMeetingsAreThoseToCome(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		meets(w, "Long ago", -400, "", w.Dana)
		meets(w, "In a month", 24*30, "", w.Dana)
		call := meets(w, "Tomorrow", 24, "", w.Dana)
		w.Do("demo.plan", func(ctx context.Context, tx *journal.Tx) error {
			_, err := demo.PlanDemo(ctx, tx, demo.Plan{Deal: w.Deal, Title: "Demo", HeldAt: tx.Now().Add(48 * time.Hour), Contacts: []string{w.Tomas}, Owner: "mara"})
			return err
		})
		coming, err := brief.Upcoming(w.Ctx(), w.Reader(), "mara", clock.Now(w.Ctx()))
		if err != nil || len(coming) != 2 || coming[0].ID != call || coming[1].Kind != "demo" || coming[0].Label.Prefix != "NWF" {
			t.Errorf("%+v %v", coming, err)
		}
		if none, err := brief.Upcoming(w.Ctx(), w.Reader(), "stranger", clock.Now(w.Ctx())); err != nil || len(none) != 0 {
			t.Errorf("a stranger's: %+v %v", none, err)
		}
		if next, ok, err := brief.Next(w.Ctx(), w.Reader(), w.Deal, clock.Now(w.Ctx())); err != nil || !ok || next.ID != call {
			t.Errorf("next: %+v %v", next, err)
		}
		th, err := w.House.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := brief.Of(w.Ctx(), w.Reader(), &th, "nothing", clock.Now(w.Ctx())); problem.Of(err) != problem.Missing {
			t.Errorf("an unknown meeting: %v", err)
		}
	})
}

// Whatever was erased is not in the brief: neither the name nor the words.
func TestAnErasedPersonIsNotInTheBrief(t *testing.T) {
	w := wiretest.New(t, t.TempDir())
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Sign in", Kind: thread.Security, Priority: thread.Must,
			Quotes: []thread.NewQuote{{From: "note", Words: "Okta or nothing", Speaker: w.Dana}}})
		return err
	})
	meets(w, "Review", 30, "", w.Dana)
	w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
	text := string(documents.Markdown(of(t, w, "").Document(time.UTC)))
	if strings.Contains(text, "Dana") || strings.Contains(text, "Okta or nothing") {
		t.Errorf("the brief says:\n%s", text)
	}
}
