package results_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/evaluation"
	"throughline/internal/evaluation/results"
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

// running is an evaluation under way with two measured criteria and one that is judged.
func running(w *wiretest.World) evaluation.Evaluation {
	e := do(w, "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: w.Deal, Title: "Two weeks", Decision: "Whether to go on", From: "2026-03-02", To: "2026-03-20"})
	for _, statement := range []string{"Export rows", "Replay a day"} {
		r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Quality, Priority: thread.Must,
			Measure: &thread.Measure{Metric: "time", Comparison: "<=", Target: 10, Unit: "min"}})
		do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: r.ID})
	}
	do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Statement: "Their operator restores alone", Judged: true})
	do(w, "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	return do(w, "evaluation.start", evaluation.Start, evaluation.Step{ID: e.ID})
}

func TestImportedResultsAreMatchedReportedAndNotDoubled(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		e := running(w)
		text := "criterion,value,unit,date,by,note\n" +
			"C1,14,min,2026-03-02,Tomás Rey,first run\n" +
			"NWF-2,540,s,2026-03-02,Somebody Else,\n" +
			"their operator  restores alone,passed,,2026-03-02,Dana Whitfield,alone\n" +
			"C9,3,min,2026-03-02,,\n" +
			"C1,3,GB,2026-03-02,,\n" +
			"C2,3,min,2027-01-01,,\n" +
			"C1,passed,,2026-03-02,,\n"
		imports := func() results.Imported {
			runs, faults, err := results.Read(strings.NewReader(text))
			if err != nil || len(faults) != 0 {
				t.Fatal(err, faults)
			}
			return do(w, "evaluation.import", results.Import, results.Runs{Evaluation: e.ID, Rows: runs})
		}
		got := imports()
		if got.Recorded != 3 || len(got.Faults) != 4 || got.Faults[0].Line != 5 || got.Faults[1].Line != 6 || !strings.Contains(got.Faults[1].Reason, "GB") {
			t.Errorf("%+v", got)
		}
		trials, err := evaluation.Trials(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		if r := trials[0].Runs[0]; r.By != w.Tomas || r.Side != "customer" || r.Note.Owner() != w.Tomas || trials[0].Outcome != evaluation.Failed {
			t.Errorf("by a stakeholder: %+v, %s", r, trials[0].Outcome)
		}
		if r := trials[1].Runs[0]; r.ByName.String() != "Somebody Else" || r.By != "" || trials[1].Outcome != evaluation.Passed {
			t.Errorf("by a name nobody has: %+v, %s", r, trials[1].Outcome)
		}
		if trials[2].Outcome != evaluation.Passed {
			t.Errorf("judged: %+v", trials[2])
		}
		if again := imports(); again.Recorded != 0 || again.Unchanged != 3 {
			t.Errorf("a second time: %+v", again)
		}
		w.Verify()
	})
}
