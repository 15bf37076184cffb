package handoff_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/discovery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// inbox is what the handoffs ask of a person now, one line each.
func (s *sale) inbox(person string) string {
	s.T.Helper()
	lines, err := handoff.Inbox(s.Ctx(), s.Reader(), person, s.Today())
	if err != nil {
		s.T.Fatal(err)
	}
	var out []string
	for _, l := range lines {
		out = append(out, l.Verb+": "+l.What)
	}
	return strings.Join(out, "\n")
}

func TestTheInboxAsksWhoeverCanActNext(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 3, 1, 1)
		if got := s.inbox("mara"); got != "" {
			t.Errorf("before anything: %s", got)
		}
		s.edit(func(d *account.Opportunity) { d.Stage, d.CRMState = "Closed Won", "won" })
		for _, person := range []string{"mara", "jonas", "cole"} {
			if got := s.inbox(person); !strings.Contains(got, "The CRM says “Closed Won” for NWF") {
				t.Errorf("%s is not told that the handoff is due: %q", person, got)
			}
		}
		if got := s.inbox("cook"); got != "" {
			t.Errorf("a stranger is told %s", got)
		}
		s.sign(handoff.Signature{Assumed: assumed})
		sa := w.As("jonas", "SA")
		w.Clock.Add(72 * time.Hour)
		if got, want := s.inbox("jonas"), "Decide: 3 requirements and 1 promise of the handoff of NWF wait for your decision, 3 days."; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if got := s.inbox("mara"); got != "" {
			t.Errorf("nothing waits for the SE, and they are told %s", got)
		}
		sa.Do("handoff.query", s.query("Which gateway?", s.reqs[0]))
		sa.Do("handoff.return", s.giveBack("Not in the contract", s.reqs[1]))
		sa.Do("handoff.accept", s.accept("", s.reqs[2], s.promises[0]))
		if got, want := s.inbox("mara"), "Look: NWF-2 was returned: Not in the contract. Withdraw it or offer it again."; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		w.Clock.Add(24 * time.Hour) // Friday, one working day after Thursday
		if got := s.inbox("jonas"); got != "" {
			t.Errorf("after one working day the receiver is told %s", got)
		}
		w.Clock.Add(4 * 24 * time.Hour) // Tuesday: three working days
		for person, verb := range map[string]string{"jonas": "Look", "mara": "Answer"} {
			if got := s.inbox(person); !strings.Contains(got, verb+": The query on NWF-1 has waited for 5 days: Which gateway?") {
				t.Errorf("%s of a late query: %q", person, got)
			}
		}
		w.Do("handoff.answer", s.answer(s.reqs[0], "Version 9.2"))
		if got, want := s.inbox("jonas"), "Decide: Your query on NWF-1 is answered: Version 9.2. Decide on it."; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		w.Verify()
	})
}

func (s *sale) papers() map[string]string {
	s.T.Helper()
	th, err := s.Thread(s.Ctx(), s.Reader(), s.Deal, s.Today())
	if err != nil {
		s.T.Fatal(err)
	}
	docs, err := handoff.Documents(s.Ctx(), s.Reader(), &th)
	if err != nil {
		s.T.Fatal(err)
	}
	out := map[string]string{}
	for _, d := range docs {
		raw, err := json.Marshal(d.Blocks)
		if err != nil {
			s.T.Fatal(err)
		}
		out[d.Name] = string(raw)
	}
	return out
}

func TestTheBriefTellsWhatWasFrozenAndWhatIsNotAsItWas(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 3, 2, 1)
		w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Who owns the gateway?", AskedOf: "mara"})
		})
		if got := s.papers(); got["handoff-brief"] != "" || got["promise-ledger"] == "" {
			t.Errorf("before the technical win there are %d documents", len(got))
		}
		s.sign(handoff.Signature{Assumed: assumed, Bought: map[string]thread.Bought{s.reqs[2]: thread.NotBought}})
		sa := w.As("jonas", "SA")
		sa.Do("handoff.accept", s.accept("production has 4 workers", s.reqs[0]))
		sa.Do("handoff.accept", s.accept("", s.promises...))
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: s.reqs[1], Statement: "A sentence of later", Kind: thread.Functional, Priority: thread.Must})
			return err
		})
		got := s.papers()
		for name, holds := range map[string][]string{
			"handoff-brief": {"We must have number 1", "Dana Whitfield", "NWF-1, call of 2026-03-02, 00:17:42", "We will do number 1", "demo 2", "implied",
				"Accepted on condition: production has 4 workers", "technical decision", "The gateway is version 9", "Who owns the gateway?", "Not bought",
				"\"Need number 2\"", "is “A sentence of later”", "1 requirement not decided", ": jonas accepts, queries or returns. ", " (today)"},
			"promise-ledger": {"We will do number 1", "taken over", "Taken over by jonas", "NWF-1"},
		} {
			for _, h := range holds {
				quoted, _ := json.Marshal(h)
				if !strings.Contains(got[name], strings.Trim(string(quoted), `"`)) && !strings.Contains(got[name], h) {
					t.Errorf("%s does not say %q", name, h)
				}
			}
		}
		if strings.Contains(got["handoff-brief"], "sold it and receives it") {
			t.Error("two people, and the brief calls them one")
		}
		w.Do("handoff.name-receiver", func(ctx context.Context, tx *journal.Tx) error {
			return handoff.NameReceiver(ctx, tx, handoff.Naming{Deal: w.Deal, Receiver: "mara"})
		})
		if !strings.Contains(s.papers()["handoff-brief"], "second person look at the promises") {
			t.Error("one person in both roles, and no second look is proposed")
		}
		w.Verify()
	})
}

func TestTheDraftIsTheReceiversFromTheTechnicalWinOn(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 3, 2, 1)
		w.Do("discovery.add-fact", func(ctx context.Context, tx *journal.Tx) error {
			for name, by := range map[string]string{"gateway": "", "orders": w.Dana} { // the second is stated, so no risk
				if _, err := discovery.AddFact(ctx, tx, discovery.FactSaid{Deal: w.Deal, Name: name, Value: "9", SaidBy: by}); err != nil {
					return err
				}
			}
			return nil
		})
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range []struct {
			win, sa, person string
			kind            problem.Kind // empty: may
		}{
			{"open", "jonas", "jonas", problem.Refused},
			{"claimed", "jonas", "jonas", problem.Refused},
			{"lost", "jonas", "jonas", problem.Refused},
			{"conditional", "jonas", "jonas", ""},
			{"achieved", "jonas", "jonas", ""},
			{"achieved", "jonas", "mara", ""},
			{"achieved", "jonas", "cook", problem.Forbidden},
			{"achieved", "", "mara", problem.Refused},
		} {
			th.TechnicalWin, th.Facts.Deal.SA = row.win, row.sa
			err := handoff.ToBuild.MayDraft(&th, row.person)
			if row.kind == "" && err != nil || row.kind != "" && problem.Of(err) != row.kind {
				t.Errorf("%+v: %v", row, err)
			}
		}
		d, err := handoff.ToBuild.DraftOf(w.Ctx(), w.Reader(), &th)
		if err != nil {
			t.Fatal(err)
		}
		if want := "3 requirements (2 must), 1 promise, 1 fact nobody confirmed, 0 open questions; 3 to look at first."; d.Summary() != want {
			t.Errorf("%s", d.Summary())
		}
		if d.Rows[0].Exception == "" || d.Rows[0].Bought != thread.IsBought || len(d.People) != 2 {
			t.Errorf("%+v", d.Rows[0])
		}
		s.sign(handoff.Signature{})
		if got := s.review().Count().Risks; got != 1 {
			t.Errorf("%d risks went over, want the one fact nobody confirmed", got)
		}
		groups := s.review().Groups(map[string]string{s.reqs[1]: "a reason"})
		var ids []string
		for _, g := range groups {
			ids = append(ids, g.ID)
		}
		if got := strings.Join(ids, ","); got != "exceptions,kind functional,promises,risks" || len(groups[0].Lines) != 1 || len(groups[1].Lines) != 2 {
			t.Errorf("groups %s: %+v", got, groups)
		}
		w.Verify()
	})
}
