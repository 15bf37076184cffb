package evaluation_test

import (
	"testing"

	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestAChangeAfterTheLockIsTheNextVersion(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		e := draft(w)
		c := criterion(w, e, r, 5)
		run(w, e)
		measured(w, c, 8)
		in := evaluation.NewCriterion{ID: c.ID, Requirement: r.ID, Weight: 4, RunBy: "mara"}
		c = do(w, "evaluation.edit-criterion", evaluation.EditCriterion, in)
		if c.Version != 2 || c.Locked() || len(c.Earlier) != 1 || c.Earlier[0].Weight != 5 || c.Earlier[0].Hash == "" {
			t.Errorf("edited %+v", c)
		}
		if got := proven(w, 0).State; got != thread.Reached {
			t.Errorf("another weight takes the result away: %v", got)
		}
		in.Measure = &thread.Measure{Metric: minutes.Metric, Comparison: "<=", Target: 5, Unit: "min"}
		c = do(w, "evaluation.edit-criterion", evaluation.EditCriterion, in)
		if c.Version != 2 || len(c.Earlier) != 1 {
			t.Errorf("edited before the lock: version %d", c.Version)
		}
		do(w, "evaluation.lock", without(evaluation.LockCriteria), evaluation.Lock{Evaluation: e.ID})
		_, err := try(w, "evaluation.lock", without(evaluation.LockCriteria), evaluation.Lock{Evaluation: e.ID})
		refused(t, "a second lock", err, problem.Refused)
		in.Measure.Target = 4
		c = do(w, "evaluation.edit-criterion", evaluation.EditCriterion, in)
		do(w, "evaluation.lock", without(evaluation.LockCriteria), evaluation.Lock{Evaluation: e.ID, Criterion: c.ID})
		if got := proven(w, 0).State; got != thread.Started {
			t.Errorf("the old run counts against the new target: %v", got)
		}
		_, err = try(w, "evaluation.remove-criterion", without(evaluation.RemoveCriterion), evaluation.Removal{ID: c.ID})
		refused(t, "removing what was agreed", err, problem.Refused)
		w.Verify()
	})
}

func TestOfTwoRunsOfOneMomentTheWorseCountsUntilOneIsPicked(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		e := draft(w)
		c := criterion(w, e, r, 5)
		run(w, e)
		at := clock.At(w.Clock.T)
		var good evaluation.Result
		for _, v := range []float64{8, 14} {
			got := do(w, "evaluation.result", evaluation.RecordResult, evaluation.NewResult{Criterion: c.ID, Value: &v, At: at})
			if v == 8 {
				good = got
			}
		}
		if got := proven(w, 0).State; got != thread.Failed {
			t.Errorf("two runs: %v", got)
		}
		if trials, _ := evaluation.Trials(w.Ctx(), w.Reader(), w.Deal); !trials[0].Tied {
			t.Error("is not said to be tied")
		}
		do(w, "evaluation.pick", evaluation.PickResult, evaluation.Pick{ID: good.ID})
		if got := proven(w, 0).State; got != thread.Reached {
			t.Errorf("picked: %v", got)
		}
		w.Verify()
	})
}

func TestAWaiverLeavesTheStationFailedAndLiftsItsBreakUntilItsDay(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		e := draft(w)
		c := criterion(w, e, r, 5)
		run(w, e)
		measured(w, c, 14)
		waiver := do(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: c.ID, Contact: w.Dana, Reason: "we export at noon", Until: "2026-03-31"})
		breaks := func(today clock.Date) int {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, today)
			if err != nil {
				t.Fatal(err)
			}
			if th.Rows[0].Cells[thread.Proven].State != thread.Failed {
				t.Errorf("on %s: %v", today, th.Rows[0].Cells[thread.Proven].State)
			}
			return len(th.Rows[0].Breaks)
		}
		if n := breaks("2026-03-31"); n != 0 {
			t.Errorf("on its last day %d breaks", n)
		}
		if n := breaks("2026-04-01"); n != 1 {
			t.Errorf("after it %d breaks", n)
		}
		_, err := try(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: c.ID, Contact: w.Dana, Reason: "again"})
		refused(t, "a second waiver", err, problem.Refused)
		do(w, "evaluation.withdraw-waiver", without(evaluation.WithdrawWaiver), evaluation.Removal{ID: waiver.ID})
		if n := breaks("2026-03-31"); n != 1 {
			t.Errorf("taken back: %d breaks", n)
		}
		measured(w, c, 9)
		_, err = try(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: c.ID, Contact: w.Dana, Reason: "no need"})
		refused(t, "waiving what passed", err, problem.Refused)
		w.Verify()
	})
}

func TestAReferenceDischargesWhatIsOwedOnlyWithAReason(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(w, "Export rows", thread.Must, minutes)
		in := evaluation.NewGround{Requirement: r.ID, Kind: "reference", Who: "Halden Rail", Where: "their depot in Moss", On: "2026-01-12"}
		do(w, "evaluation.ground", evaluation.AddGround, in)
		if !proven(w, 0).Owed {
			t.Error("without a reason it is owed no more")
		}
		in.Reason = "The same load, measured there"
		g := do(w, "evaluation.ground", evaluation.AddGround, in)
		if proven(w, 0).Owed || !picture(w).Rows[0].Cells[thread.Won].Owed {
			t.Error("with a reason: owed stations are wrong")
		}
		do(w, "evaluation.withdraw-ground", without(evaluation.WithdrawGround), evaluation.Removal{ID: g.ID})
		if !proven(w, 0).Owed {
			t.Error("taken back, and not owed again")
		}
		w.Verify()
	})
}
