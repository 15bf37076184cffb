package evaluation_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) Out {
	w.T.Helper()
	out, err := try(w, act, f, in)
	if err != nil {
		w.T.Fatalf("%s: %v", act, err)
	}
	return out
}

func try[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (Out, error) {
	var out Out
	_, err := w.Try(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out, err
}

// without gives an act that has no answer the shape of the others.
func without[In any](f func(context.Context, *journal.Tx, In) error) func(context.Context, *journal.Tx, In) (int, error) {
	return func(ctx context.Context, tx *journal.Tx, in In) (int, error) { return 0, f(ctx, tx, in) }
}

func refused(t *testing.T, what string, err error, kind problem.Kind) {
	t.Helper()
	if problem.Of(err) != kind {
		t.Errorf("%s gave %v, want %s", what, err, kind)
	}
}

func number(v float64) *float64 { return &v }

var minutes = &thread.Measure{Metric: "export of 2 M rows", Comparison: "<=", Target: 10, Unit: "min"}

func add(w *wiretest.World, statement string, priority thread.Priority, m *thread.Measure) thread.Requirement {
	w.T.Helper()
	return do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Quality, Priority: priority, Measure: m})
}

func draft(w *wiretest.World) evaluation.Evaluation {
	w.T.Helper()
	return do(w, "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: w.Deal, Title: "Two weeks on their data", Scope: "Export and replay",
		OutOfScope: "High availability", Decision: "Whether Relay replaces the nightly job", From: "2026-03-02", To: "2026-03-20",
		Environment: []evaluation.Fact{{Name: "workers", Value: "4"}}, Entry: []string{"Test data is loaded"}})
}

func criterion(w *wiretest.World, e evaluation.Evaluation, r thread.Requirement, weight int) evaluation.Criterion {
	w.T.Helper()
	return do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: r.ID, Weight: weight, RunBy: "mara"})
}

// run agrees to the evaluation and starts it.
func run(w *wiretest.World, e evaluation.Evaluation) {
	w.T.Helper()
	do(w, "evaluation.entry", evaluation.MarkEntry, evaluation.EntryMark{ID: e.ID, Number: 1, Done: true})
	do(w, "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	do(w, "evaluation.start", evaluation.Start, evaluation.Step{ID: e.ID})
}

func measured(w *wiretest.World, c evaluation.Criterion, value float64) evaluation.Result {
	w.T.Helper()
	return do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: &value})
}

func picture(w *wiretest.World) thread.Thread {
	w.T.Helper()
	th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	return th
}

func proven(w *wiretest.World, row int) thread.Cell {
	w.T.Helper()
	return picture(w).Rows[row].Cells[thread.Proven]
}

func TestProvenFollowsTheRunsOfItsCriteria(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export two million rows before six", thread.Must, minutes)
		e := draft(w)
		c := criterion(w, e, r, 5)
		if c.Statement != r.Statement || c.Measure.Target != 10 || !c.Must || c.Key() != "C1" {
			t.Errorf("derived %+v", c)
		}
		if got := proven(w, 0); got.Verdict != nil {
			t.Errorf("a draft tells %+v", got.Verdict)
		}
		measured(w, c, 7) // before the lock: a trial run
		run(w, e)
		if got := proven(w, 0); got.State != thread.Started {
			t.Errorf("running: %v", got.State)
		}
		measured(w, c, 14)
		got := proven(w, 0)
		if got.State != thread.Failed || !strings.Contains(got.Verdict.Evidence[0].Text, "14 min, failed, 71.4 % attained") {
			t.Errorf("14 min: %v, %+v", got.State, got.Verdict)
		}
		if b := picture(w).Rows[0].Breaks; len(b) != 1 || b[0].Rule != thread.RuleFailed {
			t.Errorf("breaks %+v", b)
		}
		do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: number(510), Unit: "s"}) // 8.5 min
		if got = proven(w, 0); got.State != thread.Reached {
			t.Errorf("510 s: %v", got.State)
		}
		trials, err := evaluation.Trials(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(trials[0].Runs) != 3 || trials[0].Counts(trials[0].Runs[0]) {
			t.Errorf("runs %+v, %v", trials[0].Runs, err)
		}
		do(w, "evaluation.withdraw", evaluation.Withdraw, evaluation.Step{ID: e.ID, Words: "They chose a workshop"})
		if got := proven(w, 0); got.Verdict != nil || got.State != thread.Missing {
			t.Errorf("withdrawn: %v", got.State)
		}
		w.Verify()
	})
}

func TestStepsOutOfOrderAreRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		e := draft(w)
		step := evaluation.Step{ID: e.ID}
		_, err := try(w, "evaluation.agree", evaluation.Agree, step)
		refused(t, "agreeing to no criterion", err, problem.Refused)
		c := criterion(w, e, r, 5)
		_, err = try(w, "evaluation.start", evaluation.Start, step)
		refused(t, "starting a draft", err, problem.Refused)
		_, err = try(w, "evaluation.close", evaluation.Close, step)
		refused(t, "closing a draft", err, problem.Refused)
		do(w, "evaluation.agree", evaluation.Agree, step)
		_, err = try(w, "evaluation.start", evaluation.Start, step)
		if refused(t, "starting with an entry criterion open", err, problem.Refused); !strings.Contains(err.Error(), "Test data is loaded") {
			t.Errorf("does not name it: %v", err)
		}
		_, err = try(w, "evaluation.edit", evaluation.EditEvaluation, evaluation.Plan{ID: e.ID, Revision: 1, Title: "x"})
		refused(t, "a stale edit", err, problem.Stale)
		for what, in := range map[string]evaluation.NewResult{
			"no value":         {Criterion: c.ID},
			"another unit":     {Criterion: c.ID, Value: number(3), Unit: "GB"},
			"the future":       {Criterion: c.ID, Value: number(3), At: clock.At(w.Clock.T.AddDate(0, 1, 0))},
			"the middle ages":  {Criterion: c.ID, Value: number(3), At: clock.At(w.Clock.T.AddDate(-700, 0, 0))},
			"a file not there": {Criterion: c.ID, Value: number(3), Evidence: &blob.File{Name: "x"}},
		} {
			_, err = try(w, "evaluation.result", evaluation.RecordResult, in)
			refused(t, what, err, problem.Invalid)
		}
		do(w, "evaluation.entry", evaluation.MarkEntry, evaluation.EntryMark{ID: e.ID, Number: 1, Done: true})
		do(w, "evaluation.start", evaluation.Start, step)
		do(w, "evaluation.readout", evaluation.ReadOut, step)
		do(w, "evaluation.close", evaluation.Close, evaluation.Step{ID: e.ID, Words: "Good enough"})
		_, err = try(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: number(3)})
		refused(t, "a result after the close", err, problem.Refused)
		w.Verify()
	})
}

func TestInboxListsOpenCriteriaAndEndedWindows(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		e := draft(w)
		c := criterion(w, e, r, 5)
		run(w, e)
		lines := func(today clock.Date) (all []string) {
			got, err := evaluation.Area().Inbox(w.Ctx(), w.Reader(), "mara", today)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range got {
				all = append(all, l.Verb+": "+l.What)
			}
			return all
		}
		if got := lines(w.Today()); len(got) != 1 || !strings.Contains(got[0], "no result yet for C1") {
			t.Errorf("running: %q", got)
		}
		measured(w, c, 8)
		if got := lines("2026-03-21"); len(got) != 1 || !strings.Contains(got[0], "ended on 2026-03-20") {
			t.Errorf("after its window: %q", got)
		}
		do(w, "evaluation.readout", evaluation.ReadOut, evaluation.Step{ID: e.ID})
		if got := lines("2026-03-21"); len(got) != 1 || !strings.Contains(got[0], "One thing is missing") || !strings.Contains(got[0], "NWF-1") {
			t.Errorf("read out: %q", got)
		}
		w.Do("stakeholder.add", func(ctx context.Context, tx *journal.Tx) error {
			all, err := journal.List[account.Stakeholder](ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			for i := range all {
				if all[i].Decides {
					all[i].Decides = false
					return journal.Update(ctx, tx, &all[i])
				}
			}
			return nil
		})
		if got := lines("2026-03-21"); len(got) != 1 || !strings.Contains(got[0], "Mark who has it") {
			t.Errorf("nobody decides: %q", got)
		}
	})
}
