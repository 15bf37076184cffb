package wiretest_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/answers"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) Out {
	w.T.Helper()
	var out Out
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

func woven(w *wiretest.World) thread.Thread {
	w.T.Helper()
	th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	return th
}

// The first half of one deal from its first call, as presales.md section 12 tells it.
func TestOneRequirementFromItsQuoteToTheSignature(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := heardAndShown(t, w)
		w.Clock.Set(time.Date(2026, 3, 18, 10, 0, 0, 0, time.UTC))
		a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{r.ID}, Question: "How many rows?", Words: "up to 5 M rows", Verdict: answers.Affirm})
		do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Beyond: "limit"})
		if p := woven(w).Facts.Promises; len(p) != 1 || p[0].Words.String() != "up to 5 M rows" || p[0].Contractual != "implied" {
			t.Fatalf("promises %+v", p)
		}
		measuredTwice(t, w, r)
		w.Clock.Set(time.Date(2026, 4, 11, 10, 0, 0, 0, time.UTC))
		do(w, "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: w.Deal, Contact: w.Dana, Decision: evaluation.Agreement, Proof: "reply of 11 April",
			Items: []evaluation.NewItem{{Requirement: r.ID, Wording: evaluation.Wording(r)}}})
		th := woven(w)
		if th.TechnicalWin != "achieved" || len(th.Breaks) != 0 || thread.Standings(&th.Picture)[0].States[:5] != "rrrrr" {
			t.Errorf("%s with %+v", th.TechnicalWin, th.Breaks)
		}
		s, err := evaluation.Win(w.Ctx(), w.Reader(), &th.Picture)
		if err != nil || s.At.In(time.UTC) != "2026-04-11" || strings.Join(s.Musts[0].Grounds, ", ") != "criterion, shown, answer" {
			t.Errorf("%+v, %v", s, err)
		}
		past, err := journal.AsOf(w.Ctx(), w.Reader(), w.Deal, clock.At(time.Date(2026, 4, 3, 0, 0, 0, 0, time.UTC)))
		if err != nil {
			t.Fatal(err)
		}
		then, err := w.Thread(w.Ctx(), past, w.Deal, "2026-04-03")
		if err != nil || then.TechnicalWin != "open" || then.Rows[0].Cells[thread.Proven].State != thread.Failed {
			t.Errorf("as of 3 April: %s, %v, %v", then.TechnicalWin, then.Rows[0].Cells[thread.Proven].State, err)
		}
		w.Verify()
	})
}

// heardAndShown is March: the call, and the demo to the same person.
func heardAndShown(t *testing.T, w *wiretest.World) thread.Requirement {
	w.Clock.Set(time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC))
	r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "The nightly export of two million rows ends within ten minutes", Kind: thread.Quality,
		Priority: thread.Must, Measure: &thread.Measure{Metric: "export of 2 M rows", Comparison: "<=", Target: 10, Unit: "min"},
		Quotes: []thread.NewQuote{{From: "call", Words: "it takes three hours and must end before six", Speaker: w.Tomas, Mark: "00:17:42"}}})
	w.Clock.Set(time.Date(2026, 3, 10, 10, 0, 0, 0, time.UTC))
	d := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Relay live", HeldAt: clock.At(w.Clock.T), Contacts: []string{w.Tomas}})
	seg := do(w, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: d.ID, Title: "Bulk export", Capability: "bulk export", Status: "ga", Requirements: []string{r.ID}})
	do(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: []demo.Told{{Segment: seg.ID, Shown: "full"}}})
	do(w, "demo.react", demo.React, demo.NewReaction{Segment: seg.ID, Contact: w.Tomas, Mark: 1, Words: "that would do"})
	if got := woven(w).Rows[0].Cells[thread.Shown].State; got != thread.Reached {
		t.Errorf("shown is %v", got)
	}
	return r
}

// measuredTwice is April: 14 minutes, then 8.5 with four workers.
func measuredTwice(t *testing.T, w *wiretest.World, r thread.Requirement) {
	e := do(w, "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: w.Deal, Title: "Two weeks on their data", Decision: "Whether Relay replaces the job", From: "2026-04-01", To: "2026-04-10"})
	c := do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: r.ID, Weight: 5})
	w.Clock.Set(time.Date(2026, 4, 1, 10, 0, 0, 0, time.UTC))
	do(w, "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	do(w, "evaluation.start", evaluation.Start, evaluation.Step{ID: e.ID})
	first, second := 14.0, 8.5
	w.Clock.Set(time.Date(2026, 4, 2, 10, 0, 0, 0, time.UTC))
	do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: &first})
	if b := woven(w).Rows[0].Breaks; len(b) != 1 || b[0].Rule != thread.RuleFailed || !strings.Contains(b[0].Why, "71.4 % attained") {
		t.Errorf("breaks %+v", b)
	}
	w.Clock.Set(time.Date(2026, 4, 9, 10, 0, 0, 0, time.UTC))
	do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: &second})
	do(w, "evaluation.readout", evaluation.ReadOut, evaluation.Step{ID: e.ID})
}

func TestAnAnswerInPartIsAnsweredAndNoGroundForTheWin(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Keys stay in our HSM", Kind: thread.Security, Priority: thread.Must})
		do(w, "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: w.Deal, Contact: w.Dana, Decision: evaluation.Agreement, Proof: "letter",
			Items: []evaluation.NewItem{{Requirement: r.ID, Wording: evaluation.Wording(r)}}})
		for _, c := range []struct {
			verdict answers.Verdict
			win     string
		}{{answers.Partly, "open"}, {answers.Affirm, "achieved"}} {
			a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{r.ID}, Words: "yes, with a proxy", Verdict: c.verdict, Standard: true})
			do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
			th := woven(w)
			if got := th.Rows[0].Cells[thread.Answered].State; got != thread.Reached || th.TechnicalWin != c.win {
				t.Errorf("%s: answered is %v, the win %s", c.verdict, got, th.TechnicalWin)
			}
		}
		w.Verify()
	})
}

func TestEveryActIsSaidInWordsAndEveryFinalOneIsAnAct(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for _, a := range w.Areas {
			for _, final := range a.Final {
				if a.Acts[final] == "" {
					t.Errorf("%s is final and not among the acts of %s", final, a.Name)
				}
			}
		}
	})
}
