package handoff_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// The acceptance of research/presales.md, section 9 (d): 24 requirements (11 must), 7
// promises, 5 assumed facts. 18 accepted, 3 with a condition, 2 queried, 1 returned; 6
// promises decided, 1 open.
func TestAHandoffIsCompleteWhenNothingIsOpen(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 24, 11, 7)
		s.sign(handoff.Signature{Assumed: assumed})
		sa := w.As("jonas", "SA")
		if c := s.review().Count(); c.Requirements != 24 || c.Offered != 24 || c.Risks != 5 || c.PromisesOpen != 7 {
			t.Fatalf("frozen: %+v", c)
		}
		if c := s.cell(s.reqs[0], thread.Accepted); c.State != thread.Missing || !c.Owed {
			t.Errorf("an offered requirement is %s at accepted", c.State)
		}
		sa.Do("handoff.accept", s.accept("", s.reqs[:18]...))
		sa.Do("handoff.accept", s.accept("production has 4 workers", s.reqs[18:21]...))
		sa.Do("handoff.query", s.query("Which gateway?", s.reqs[21], s.reqs[22]))
		sa.Do("handoff.return", s.giveBack("Not in the contract", s.reqs[23]))
		sa.Do("handoff.accept", s.accept("", s.promises[:5]...))
		sa.Do("handoff.void", s.void(s.promises[5], "Clause 4 of the contract excludes it"))
		w.Clock.Add(48 * time.Hour)
		v := s.review()
		want := "2 queries (NWF-22, 2 days; NWF-23, 2 days), 1 return (NWF-24, 2 days), 1 promise (P7, 2 days)"
		if why := v.Why(w.Today()); v.State != handoff.InReview || why != want {
			t.Errorf("it is %s: %s", v.State, why)
		}
		var closes []string
		for _, h := range v.Holding(w.Today()) {
			closes = append(closes, fmt.Sprintf("%s: %s %s %d", h.What, h.Who, h.Does, len(h.Items)))
		}
		if got := strings.Join(closes, "; "); got != "2 queries: mara answers 2; 1 return: mara offers again or withdraws 1; 1 promise: jonas takes over, queries or finds void 1" {
			t.Errorf("what is open, and who closes it: %s", got)
		}
		if c := v.Count(); c.Accepted != 18 || c.WithCondition != 3 || c.Queried != 2 || c.Returned != 1 || c.PromisesOpen != 1 || c.EverReturned != 1 {
			t.Errorf("%+v", c)
		}
		for req, state := range map[string]thread.State{s.reqs[0]: thread.Reached, s.reqs[18]: thread.Reached, s.reqs[21]: thread.Started, s.reqs[23]: thread.Failed} {
			if c := s.cell(req, thread.Accepted); c.State != state {
				t.Errorf("%+v is %s at accepted, want %s", c.Verdict, c.State, state)
			}
		}
		afterAnswers(s, sa)
		w.Verify()
	})
}

// afterAnswers brings the handoff of section 9 (d) to its end.
func afterAnswers(s *sale, sa *wiretest.World) {
	t := s.T
	t.Helper()
	s.Do("handoff.answer", s.answer(s.reqs[21], "Version 9.2"))
	s.Do("handoff.answer", s.answer(s.reqs[22], "The same"))
	if c := s.cell(s.reqs[21], thread.Accepted); c.State != thread.Started || !strings.Contains(c.Verdict.Evidence[0].Text, "Version 9.2") {
		t.Errorf("an answered query is %s: %+v", c.State, c.Verdict)
	}
	sa.Do("handoff.accept", s.accept("", s.reqs[21], s.reqs[22], s.promises[6]))
	if v := s.review(); v.State != handoff.Returned {
		t.Errorf("with a return alone it is %s", v.State)
	}
	s.Do("handoff.reoffer", s.reoffer("Added by the amendment of today", s.reqs[23]))
	if v := s.review(); v.State != handoff.InReview {
		t.Errorf("offered again it is %s", v.State)
	}
	sa.Do("handoff.accept", s.accept("", s.reqs[23]))
	v := s.review()
	if c := v.Count(); v.State != handoff.Complete || v.Why(s.Today()) != "" || v.CompletedAt.IsZero() || c.EverReturned != 1 || c.Requirements != 24 || c.Surprises != 0 || c.Promises != 7 {
		t.Errorf("at the end it is %s (%s), %+v", v.State, v.Why(s.Today()), c)
	}
	// a mail of week 3 with 'live in six weeks'
	var late thread.Promise
	s.Do("promise.give", func(ctx context.Context, tx *journal.Tx) (err error) {
		late, err = thread.Give(ctx, tx, thread.NewPromise{Deal: s.Deal, Words: "live in six weeks", Where: "mail of week 3"})
		return err
	})
	v = s.review()
	if c := v.Count(); c.Surprises != 1 || c.Promises != 8 || v.State != handoff.Complete || len(v.Beside) != 1 {
		t.Errorf("a promise found later: %s, %+v, %d beside", v.State, c, len(v.Beside))
	}
	lines, err := handoff.Inbox(s.Ctx(), s.Reader(), "jonas", s.Today())
	if err != nil || len(lines) != 1 || !strings.Contains(lines[0].What, "1 promise of NWF came after the freeze and waits") {
		t.Errorf("the receiver's inbox: %+v, %v", lines, err)
	}
	sa.Do("handoff.accept", s.accept("", late.ID))
	if lines, _ = handoff.Inbox(s.Ctx(), s.Reader(), "jonas", s.Today()); len(lines) != 0 {
		t.Errorf("after it was taken over: %+v", lines)
	}
}

func TestOnlyTheReceiverDecidesAndOnlyTheSellerAnswers(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := sold(w, 3, 1, 1)
		sa, cook := w.As("jonas", "SA"), w.As("cook", "SA")
		refuses(sa, problem.Refused, s.accept("", s.reqs[0]), "not signed")
		s.sign(handoff.Signature{})
		refuses(w, problem.Forbidden, s.accept("", s.reqs[0]), "receiver")
		refuses(cook, problem.Forbidden, s.query("why?", s.reqs[0]))
		refuses(sa, problem.Missing, s.accept("", "nothing"))
		refuses(sa, problem.Invalid, s.accept(""), "at least one")
		refuses(sa, problem.Invalid, s.query(" ", s.reqs[0]), "words")
		refuses(sa, problem.Invalid, s.giveBack("", s.reqs[0]), "reason")
		refuses(sa, problem.Refused, s.giveBack("no", s.promises[0]), "take it over")
		refuses(sa, problem.Invalid, s.void(s.promises[0], ""), "proof")
		refuses(cook, problem.Forbidden, s.void(s.promises[0], "x"))
		refuses(sa, problem.Refused, s.void(s.reqs[0], "x"), "no promise")
		refuses(w, problem.Refused, s.withdraw("x", s.reqs[0]), "only what was returned")
		refuses(w, problem.Refused, s.answer(s.reqs[0], "x"), "no query")
		sa.Do("handoff.query", s.query("which?", s.reqs[0]))
		refuses(sa, problem.Refused, s.query("which?", s.reqs[0]), "already")
		refuses(cook, problem.Forbidden, s.answer(s.reqs[0], "x"))
		w.Do("handoff.name-receiver", func(ctx context.Context, tx *journal.Tx) error {
			return handoff.NameReceiver(ctx, tx, handoff.Naming{Deal: w.Deal, Receiver: "cook"})
		})
		refuses(sa, problem.Forbidden, s.accept("", s.reqs[1]))
		cook.Do("handoff.accept", s.accept("", s.reqs...)) // also what is queried: the receiver may decide without the answer
		if v := s.review(); v.Count().Accepted != 3 || v.Items[0].By != "cook" {
			t.Errorf("%+v", v.Count())
		}
		w.Verify()
	})
}
