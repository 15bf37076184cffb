package handoff_test

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// sale is a deal ready to be signed: n requirements, the first of them musts, and promises.
type sale struct {
	*wiretest.World
	reqs     []string
	promises []string
}

func sold(w *wiretest.World, n, musts, promises int) *sale {
	w.T.Helper()
	s := &sale{World: w}
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		s.reqs, s.promises = nil, nil
		for i := range n {
			in := thread.NewRequirement{Deal: w.Deal, Statement: fmt.Sprintf("Need number %d", i+1), Kind: thread.Functional, Priority: thread.Should}
			if i < musts {
				in.Priority = thread.Must
				in.Quotes = []thread.NewQuote{{From: "call", FromID: "c1", Words: fmt.Sprintf("We must have number %d", i+1), Speaker: w.Dana, Mark: "00:17:42"}}
			}
			r, err := thread.Add(ctx, tx, in)
			if err != nil {
				return err
			}
			s.reqs = append(s.reqs, r.ID)
		}
		for i := range promises {
			p, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Requirement: s.reqs[i], Words: fmt.Sprintf("We will do number %d", i+1), Sort: "date", Where: "demo 2"})
			if err != nil {
				return err
			}
			s.promises = append(s.promises, p.ID)
		}
		return nil
	})
	return s
}

var assumed = []handoff.Fact{{ID: "f1", Text: "The gateway is version 9"}, {ID: "f2", Text: "2 M rows a night"}, {ID: "f3", Text: "One site only"},
	{ID: "f4", Text: "Their people test"}, {ID: "f5", Text: "No proxy"}}

func (s *sale) sign(in handoff.Signature) {
	s.T.Helper()
	in.Deal = s.Deal
	s.Do("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Sign(ctx, tx, in)
		return err
	})
}

func (s *sale) accept(condition string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Accept(ctx, tx, handoff.Acceptance{Deal: s.Deal, Things: things, Condition: condition})
	}
}

func (s *sale) query(words string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Query(ctx, tx, handoff.Doubt{Deal: s.Deal, Things: things, Words: words})
	}
}

func (s *sale) giveBack(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Return(ctx, tx, handoff.Refusal{Deal: s.Deal, Things: things, Reason: reason})
	}
}

func (s *sale) answer(thing, words string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Answer(ctx, tx, handoff.Reply{Deal: s.Deal, Thing: thing, Answer: words})
		return err
	}
}

func (s *sale) void(thing, proof string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Void(ctx, tx, handoff.Voiding{Deal: s.Deal, Thing: thing, Proof: proof})
	}
}

func (s *sale) reoffer(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Reoffer(ctx, tx, handoff.Retreat{Deal: s.Deal, Things: things, Reason: reason})
	}
}

func (s *sale) withdraw(reason string, things ...string) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		return handoff.Withdraw(ctx, tx, handoff.Retreat{Deal: s.Deal, Things: things, Reason: reason})
	}
}

// edit changes the deal itself.
func (s *sale) edit(do func(*account.Opportunity)) {
	s.T.Helper()
	s.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, s.Deal)
		if err != nil {
			return err
		}
		do(&d)
		return journal.Update(ctx, tx, &d)
	})
}

func (s *sale) review() *handoff.Review {
	s.T.Helper()
	v, ok, err := handoff.ToBuild.Load(s.Ctx(), s.Reader(), s.Deal)
	if err != nil || !ok {
		s.T.Fatalf("no handoff: %v", err)
	}
	return v
}

func (s *sale) cell(req string, st thread.Station) thread.Cell {
	s.T.Helper()
	t, err := s.Thread(s.Ctx(), s.Reader(), s.Deal, s.Today())
	if err != nil {
		s.T.Fatal(err)
	}
	for _, l := range t.Rows {
		if l.Requirement.ID == req {
			return l.Cells[st]
		}
	}
	s.T.Fatalf("no requirement %s", req)
	return thread.Cell{}
}

// refuses ends the test unless the act is refused in that manner with words that hold these.
func refuses(w *wiretest.World, kind problem.Kind, do func(context.Context, *journal.Tx) error, words ...string) {
	w.T.Helper()
	_, err := w.Try("handoff.accept", do)
	if err == nil || problem.Of(err) != kind {
		w.T.Fatalf("it is %v, want %s", err, kind)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			w.T.Errorf("it says %q, which does not hold %q", err, word)
		}
	}
}
