package demo_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// missed says in one line who has not seen what.
func missed(w *wiretest.World) string {
	w.T.Helper()
	t, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	all, err := demo.WhoMissed(w.Ctx(), w.Reader(), &t.Picture)
	if err != nil {
		w.T.Fatal(err)
	}
	who := map[string]string{w.Dana: "Dana", w.Tomas: "Tomas"}
	var out []string
	for _, m := range all {
		line := who[m.Contact]
		for _, u := range m.Requirements {
			line += " " + u.Key
		}
		if m.Planned != "" {
			line += " (planned)"
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// raised is a requirement that a contact raised.
func raised(w *wiretest.World, by string, kind thread.Kind, priority thread.Priority) thread.Requirement {
	return do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Something they said", Kind: kind, Priority: priority, RaisedBy: by})
}

// shownTo holds a demo of one segment for some people, shown in one way.
func shownTo(w *wiretest.World, shown string, requirement string, contacts ...string) demo.Demo {
	d := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Relay live", HeldAt: clock.At(w.Clock.T), Contacts: contacts})
	s := do(w, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: d.ID, Title: "Export", Status: "ga", Requirements: []string{requirement}})
	return do(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: []demo.Told{{Segment: s.ID, Shown: shown}}})
}

func TestWhoWasNotThereIsListedUntilTheyHaveSeenWhatConcernsThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) { // Dana decides; Tomás has no part in the decision
		must := raised(w, w.Dana, thread.Functional, thread.Must)
		theirs := raised(w, w.Tomas, thread.Security, thread.Should)
		is := func(when, want string) {
			t.Helper()
			if got := missed(w); got != want {
				t.Errorf("%s: %q, not %q", when, got, want)
			}
		}
		is("before any demo", "")
		shownTo(w, "skipped", must.ID, w.Tomas)
		shownTo(w, "failed", must.ID, w.Tomas)
		is("nothing was seen", "")
		shownTo(w, "part", must.ID, w.Tomas)
		is("shown without who decides", "Dana NWF-1")
		shownTo(w, "full", theirs.ID, w.Dana)
		is("shown without who raised it", "Dana NWF-1; Tomas NWF-2")
		next := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Again", HeldAt: clock.At(w.Clock.T.Add(48 * time.Hour)), Contacts: []string{w.Dana}})
		do(w, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: next.ID, Title: "Export", Status: "ga", Requirements: []string{must.ID}})
		is("planned for them", "Dana NWF-1 (planned); Tomas NWF-2")
		w.Do("demo.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return demo.Withdraw(ctx, tx, demo.Withdrawal{ID: next.ID, Why: "no date"})
		})
		is("the plan was withdrawn", "Dana NWF-1; Tomas NWF-2")
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Tomas) })
		is("erased", "Dana NWF-1")
		shownTo(w, "full", must.ID, w.Dana)
		is("they have seen it", "")
		w.Verify()
	})
}

func TestTheDemosDocumentNamesWhoMissedThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		must := raised(w, w.Tomas, thread.Functional, thread.Must)
		says := func() string {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			docs, err := demo.Area().Documents(w.Ctx(), w.Reader(), &th)
			if err != nil {
				t.Fatal(err)
			}
			out, err := json.Marshal(docs)
			return fmt.Sprint(string(out), err)
		}
		shownTo(w, "full", must.ID, w.Tomas)
		for _, words := range []string{"Who missed it", "Dana Whitfield", "technical decision", "NWF-1"} {
			if got := says(); !strings.Contains(got, words) {
				t.Errorf("the document does not say %q: %s", words, got)
			}
		}
		shownTo(w, "full", must.ID, w.Dana)
		if got := says(); strings.Contains(got, "Who missed it") {
			t.Errorf("nobody missed it, and the document says so: %s", got)
		}
	})
}
