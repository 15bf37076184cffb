package handoff_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/delivery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// built is a deal that went live: three requirements, of which the last was left out, and two
// promises taken over at the signature. Jonas built it, and names Tess to run it.
func built(w *wiretest.World) (s *sale, sa, tess *wiretest.World) {
	s = sold(w, 3, 1, 2)
	s.sign(handoff.Signature{})
	sa, tess = w.As("jonas", "SA"), w.As("tess", "SA")
	sa.Do("handoff.accept", s.accept("", s.reqs[0], s.reqs[2], s.promises[0], s.promises[1]))
	sa.Do("handoff.accept", s.accept("two workers", s.reqs[1]))
	return s, sa, tess
}

func (s *sale) live() func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.Decide(ctx, tx, delivery.Decision{Deal: s.Deal, Outcome: delivery.Go, Evidence: "meeting", Persons: []string{"jonas"}, Requirements: s.reqs[:2], Promises: s.promises,
			Overrides: []delivery.Override{{Requirement: s.reqs[0], Reason: "seen at work"}, {Requirement: s.reqs[1], Reason: "seen at work"}},
			LeftOut:   []delivery.LeftOut{{Kind: "requirement", ID: s.reqs[2], Reason: "second phase"}}})
		return err
	}
}

func (s *sale) handOver(receiver string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.HandOver(ctx, tx, handoff.RunHandoff{Deal: s.Deal, Receiver: receiver})
		return err
	}
}

func (s *sale) running() *handoff.Review {
	s.T.Helper()
	v, ok, err := handoff.ToRun.Load(s.Ctx(), s.Reader(), s.Deal)
	if err != nil || !ok {
		s.T.Fatalf("not handed over: %v", err)
	}
	return v
}

// decide makes an act of the handoff to run.
func onRun[In any](do func(context.Context, *journal.Tx, In) error, in In) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error { return do(ctx, tx, in) }
}

func (s *sale) run(reason string, things ...string) handoff.Retreat {
	return handoff.Retreat{Deal: s.Deal, Crossing: handoff.ToRun, Things: things, Reason: reason}
}

func (s *sale) runs(things ...string) func(context.Context, *journal.Tx) error {
	return onRun(handoff.Accept, handoff.Acceptance{Deal: s.Deal, Crossing: handoff.ToRun, Things: things})
}

func TestTheSecondHandoverFollowsTheRulesOfTheFirst(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s, sa, tess := built(w)
		refuses(sa, problem.Refused, s.handOver("tess"), "No decision to go live stands")
		sa.Do("delivery.go-live", s.live())
		inbox(s, "jonas", "and nobody is named to run it")
		refuses(sa, problem.Invalid, s.handOver(""), "receiver")
		refuses(tess, problem.Refused, s.runs(s.reqs[0]), "not handed over")
		sa.Do("handoff.run", s.handOver("tess"))
		refuses(sa, problem.Refused, s.handOver("tess"), "already")

		notInInbox(s, "jonas", "went live")
		v := s.running()
		if c := v.Count(); c.Requirements != 3 || c.Offered != 3 || v.State != handoff.InReview || v.Giver() != "jonas" || v.Receiver != "tess" {
			t.Fatalf("frozen: %+v, %s, from %s to %s", c, v.State, v.Giver(), v.Receiver)
		}
		if why := v.Why(w.Today()); why != "3 requirements not decided (NWF-1, today; NWF-2, today; NWF-3, today), 2 promises (P1, today; P2, today)" {
			t.Errorf("open: %s", why)
		}
		if first := s.review(); first.State != handoff.Complete || first.Receiver != "jonas" {
			t.Errorf("the first handoff is %s, received by %s", first.State, first.Receiver)
		}
		refuses(sa, problem.Forbidden, s.runs(s.reqs[0]), "receiver")
		refuses(w, problem.Forbidden, onRun(handoff.Withdraw, s.run("no", s.reqs[0])), "SA of NWF")
		inbox(s, "tess", "3 requirements and 2 promises of the handoff to run of NWF wait")

		tess.Do("handoff.accept", s.runs(s.reqs[0], s.promises[0]))
		tess.Do("handoff.query", onRun(handoff.Query, handoff.Doubt{Deal: s.Deal, Crossing: handoff.ToRun, Things: []string{s.reqs[1]}, Words: "Who restarts the workers?"}))
		tess.Do("handoff.return", onRun(handoff.Return, handoff.Refusal{Deal: s.Deal, Crossing: handoff.ToRun, Things: []string{s.reqs[2]}, Reason: "It is not live."}))
		inbox(s, "jonas", "NWF-3 was returned")
		if cell := s.cell(s.reqs[2], thread.Accepted); cell.State != thread.Reached {
			t.Errorf("what is returned at the second handoff is %s at accepted, which the first tells", cell.State)
		}
		sa.Do("handoff.answer", func(ctx context.Context, tx *journal.Tx) error {
			_, err := handoff.Answer(ctx, tx, handoff.Reply{Deal: s.Deal, Crossing: handoff.ToRun, Thing: s.reqs[1], Answer: "A job every hour."})
			return err
		})
		sa.Do("handoff.withdraw", onRun(handoff.Withdraw, s.run("It stays with the project.", s.reqs[2])))
		tess.Do("handoff.accept", s.runs(s.reqs[1], s.promises[1]))
		if v = s.running(); v.State != handoff.Complete {
			t.Errorf("at the end it is %s: %s", v.State, v.Why(w.Today()))
		}
		afterRunning(s, sa, tess)
		w.Verify()
	})
}

// afterRunning says what the second handoff left behind.
func afterRunning(s *sale, sa, tess *wiretest.World) {
	t := s.T
	t.Helper()
	if r, err := journal.Load[thread.Requirement](s.Ctx(), s.Reader(), s.reqs[2]); err != nil || r.Bought != thread.IsBought {
		t.Errorf("what stays with the project is %q: %v", r.Bought, err)
	}
	for _, id := range s.promises {
		if p, err := journal.Load[thread.Promise](s.Ctx(), s.Reader(), id); err != nil || p.State != thread.PromiseTaken || p.TakenBy != "tess" {
			t.Errorf("P%d is %s, with %s: %v", p.Number, p.State, p.TakenBy, err)
		}
	}
	refuses(s.World, problem.Refused, func(ctx context.Context, tx *journal.Tx) error {
		return handoff.WithdrawSignature(ctx, tx, handoff.SignatureWithdrawal{Deal: s.Deal, Why: "no"})
	}, "go live")
	sa.Do("handoff.withdraw-run", onRun(handoff.WithdrawRun, handoff.RunWithdrawal{Deal: s.Deal, Why: "The partner runs it after all."}))
	if _, ok, err := handoff.ToRun.Standing(s.Ctx(), s.Reader(), s.Deal); ok || err != nil {
		t.Errorf("it still stands: %v", err)
	}
	sa.Do("handoff.run", s.handOver("tess"))
	if v := s.running(); v.Count().Offered != 3 {
		t.Errorf("handed over again: %+v", v.Count())
	}
}

// inbox ends the test unless each of the words stands in a line that waits for the person.
func inbox(s *sale, person string, words ...string) {
	s.T.Helper()
	all := inboxOf(s, person)
	for _, word := range words {
		if !strings.Contains(all, word) {
			s.T.Errorf("the inbox of %s does not say %q:\n%s", person, word, all)
		}
	}
}

func notInInbox(s *sale, person, word string) {
	s.T.Helper()
	if all := inboxOf(s, person); strings.Contains(all, word) {
		s.T.Errorf("the inbox of %s says %q:\n%s", person, word, all)
	}
}

func inboxOf(s *sale, person string) string {
	s.T.Helper()
	lines, err := handoff.Inbox(s.Ctx(), s.Reader(), person, s.Today())
	if err != nil {
		s.T.Fatal(err)
	}
	var all []string
	for _, l := range lines {
		all = append(all, l.What+" → "+l.Path)
	}
	return strings.Join(all, "\n")
}
