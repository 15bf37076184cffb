package evaluation_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func win(w *wiretest.World) evaluation.WinStatus {
	w.T.Helper()
	th := picture(w)
	s, err := evaluation.Win(w.Ctx(), w.Reader(), &th.Picture)
	if err != nil {
		w.T.Fatal(err)
	}
	if th.TechnicalWin != string(s.State) {
		w.T.Errorf("the kept word is %q and the rule says %q", th.TechnicalWin, s.State)
	}
	return s
}

// list is the deal's requirements as they are worded now, without those named.
func list(w *wiretest.World) []evaluation.NewItem {
	var out []evaluation.NewItem
	for _, l := range picture(w).Rows {
		out = append(out, evaluation.NewItem{Requirement: l.Requirement.ID, Wording: evaluation.Wording(l.Requirement), Meaning: l.Requirement.Meaning})
	}
	return out
}

func whats(s evaluation.WinStatus) string {
	var out []string
	for _, m := range s.Missing {
		out = append(out, fmt.Sprintf("[%v] %s (%s)", m.Conditional, m.What, m.Who))
	}
	return strings.Join(out, "\n")
}

// trial makes the evaluation of presales.md section 3 (d): weights 5m, 5m, 4, 3, 2, 1; pass,
// pass, pass, fail (14 min, asked ≤ 10), pass, not run.
func trial(w *wiretest.World) []evaluation.Criterion {
	e := draft(w)
	var all []evaluation.Criterion
	for i, weight := range []int{5, 5, 4, 3, 2, 1} {
		priority := thread.Should
		if i < 2 {
			priority = thread.Must
		}
		all = append(all, criterion(w, e, add(w, fmt.Sprintf("Job %d ends in time", i+1), priority, minutes), weight))
	}
	run(w, e)
	for i, v := range []float64{8, 9, 10, 14, 3} {
		measured(w, all[i], v)
	}
	do(w, "evaluation.readout", evaluation.ReadOut, evaluation.Step{ID: e.ID})
	return all
}

func TestSixteenOfTwentyWithTwoUnwaivedIsConditional(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		all := trial(w)
		s := win(w)
		if s.State != evaluation.WinOpen || s.PassedWeight != 16 || s.TotalWeight != 20 {
			t.Errorf("before the signature: %s with %d of %d", s.State, s.PassedWeight, s.TotalWeight)
		}
		items := list(w)
		for _, i := range []int{3, 5} {
			items[i].Caveat, items[i].CaveatDue = fmt.Sprintf("job %d is to be mended", i+1), "2026-03-31"
		}
		sign(w, w.Dana, evaluation.Caveated, items...)
		if s = win(w); s.State != evaluation.WinConditional || s.By != w.Dana {
			t.Errorf("signed with caveats: %s by %s\n%s", s.State, s.By, whats(s))
		}
		th := picture(w)
		if n := len(th.Facts.Promises); n != 2 {
			t.Errorf("%d promises, want 2", n)
		}
		if a, b := th.Rows[3].Cells[thread.Proven].State, th.Rows[5].Cells[thread.Proven].State; a != thread.Failed || b != thread.Missing {
			t.Errorf("proven is %v and %v", a, b)
		}
		// The signed caveat in date lifts the break of the one that failed; where nothing was run the
		// requirement, no must, owes any kind of evidence and has none.
		if len(th.Rows[3].Breaks) != 0 && th.Rows[3].Breaks[0].Rule == thread.RuleFailed {
			t.Errorf("the caveat does not lift %+v", th.Rows[3].Breaks)
		}
		if b := th.Rows[5].Breaks; len(b) != 1 || b[0].Rule != thread.RuleUnproven {
			t.Errorf("won and never run: %+v", b)
		}
		_ = all
		w.Verify()
	})
}

func TestAWaivedCriterionWeighsNothingAndBlocksNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		all := trial(w)
		do(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: all[5].ID, Contact: w.Dana, Reason: "not this year"})
		items := list(w)
		items[3].Caveat, items[3].CaveatDue = "by 31 March", "2026-03-31"
		sign(w, w.Dana, evaluation.Caveated, items...)
		s := win(w)
		if s.State != evaluation.WinConditional || len(picture(w).Facts.Promises) != 1 || s.PassedWeight != 16 {
			t.Errorf("%s, %d promises, %d of weight\n%s", s.State, len(picture(w).Facts.Promises), s.PassedWeight, whats(s))
		}
		// Waiving the failed one too, and keeping the caveat, leaves nothing but the caveat.
		do(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: all[3].ID, Contact: w.Dana, Reason: "noon will do"})
		if s = win(w); s.State != evaluation.WinConditional || len(s.Missing) != 1 || s.Missing[0].Kind != "promise" {
			t.Errorf("%s\n%s", s.State, whats(s))
		}
		do(w, "promise.settle", thread.SettlePromise, thread.Settlement{ID: picture(w).Facts.Promises[0].ID, State: thread.PromiseKept, Proof: "Release 5.1"})
		if s = win(w); s.State != evaluation.WinAchieved {
			t.Errorf("caveat kept: %s\n%s", s.State, whats(s))
		}
		w.Verify()
	})
}

func TestTheWinFollowsWeightAndSettings(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64 // of weights 5m, 3, 2; 0 for not run
		waive  []int
		want   evaluation.WinState
	}{
		{"all passed", []float64{8, 8, 8}, nil, evaluation.WinAchieved},
		{"80 % and the rest waived", []float64{8, 8, 14}, []int{2}, evaluation.WinAchieved},
		{"80 % and the rest not waived", []float64{8, 8, 14}, nil, evaluation.WinConditional},
		{"70 % and the rest waived", []float64{8, 14, 8}, []int{1}, evaluation.WinConditional},
		{"50 %", []float64{8, 14, 14}, []int{1, 2}, evaluation.WinOpen},
		{"the must failed", []float64{14, 8, 8}, nil, evaluation.WinOpen},
		{"the must waived, 50 %", []float64{14, 8, 8}, []int{0}, evaluation.WinOpen},
		{"not run counts as no pass", []float64{8, 8, 0}, nil, evaluation.WinConditional},
		{"not run and waived", []float64{8, 8, 0}, []int{2}, evaluation.WinAchieved},
	} {
		t.Run(c.name, func(t *testing.T) {
			wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
				e := draft(w)
				var all []evaluation.Criterion
				for i, weight := range []int{5, 3, 2} {
					all = append(all, criterion(w, e, add(w, fmt.Sprintf("Job %d", i), map[bool]thread.Priority{true: thread.Must, false: thread.Should}[i == 0], minutes), weight))
				}
				run(w, e)
				for i, v := range c.values {
					if v > 0 {
						measured(w, all[i], v)
					}
				}
				for _, i := range c.waive {
					do(w, "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: all[i].ID, Contact: w.Dana, Reason: "no need"})
				}
				sign(w, w.Dana, evaluation.Agreement, list(w)...)
				if s := win(w); s.State != c.want {
					t.Errorf("%s, want %s\n%s", s.State, c.want, whats(s))
				}
				w.Verify()
			})
		})
	}
}

func TestAWinWithoutEvaluations(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var musts []thread.Requirement
		for i := range 5 {
			musts = append(musts, add(w, fmt.Sprintf("Need %d", i), thread.Must, nil))
		}
		add(w, "Nice to have", thread.Could, nil)
		sign(w, w.Dana, evaluation.Agreement, list(w)[:5]...)
		ground := func(i int) {
			do(w, "evaluation.ground", evaluation.AddGround, evaluation.NewGround{Requirement: musts[i].ID, Kind: "in use", Who: "Northwind", Where: "Oslo", On: "2025-06-01"})
		}
		for i := range 3 {
			ground(i)
		}
		if s := win(w); s.State != evaluation.WinOpen || s.Grounded != 3 {
			t.Errorf("three of five: %s, %d grounded", s.State, s.Grounded)
		}
		items := list(w)[3:5]
		for i := range items {
			items[i].Caveat = "some day"
		}
		sign(w, w.Dana, evaluation.Caveated, items...)
		if s := win(w); s.State != evaluation.WinOpen {
			t.Errorf("caveats without a date: %s", s.State)
		}
		for i := range items {
			items[i].Caveat, items[i].CaveatDue = "with the summer release", "2026-06-30"
		}
		sign(w, w.Dana, evaluation.Caveated, items...)
		if s := win(w); s.State != evaluation.WinConditional {
			t.Errorf("60 %% and dated caveats: %s\n%s", s.State, whats(s))
		}
		sign(w, w.Dana, evaluation.Agreement, list(w)[3:5]...) // the last word counts
		ground(3)
		ground(4)
		if s := win(w); s.State != evaluation.WinAchieved || len(s.Missing) != 0 {
			t.Errorf("all in use: %s\n%s", s.State, whats(s))
		}
		w.Verify()
	})
}

func TestAWinIsAchievedWhenItsLastCaveatIsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		must := add(w, "Export rows", thread.Must, nil)
		do(w, "evaluation.ground", evaluation.AddGround, evaluation.NewGround{Requirement: must.ID, Kind: "in use", Who: "Northwind", Where: "Oslo", On: "2025-06-01"})
		items := list(w)
		items[0].Caveat, items[0].CaveatDue = "with the summer release", "2026-06-30"
		sign(w, w.Dana, evaluation.Caveated, items...)
		before := win(w)
		if before.State != evaluation.WinConditional {
			t.Fatalf("with an open caveat: %s", before.State)
		}
		w.Clock.Set(w.Clock.T.AddDate(0, 0, 30))
		kept := w.Clock.T
		promise := picture(w).Facts.Promises[0]
		w.Do("promise.settle", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.SettlePromise(ctx, tx, thread.Settlement{ID: promise.ID, State: thread.PromiseKept, Proof: "release notes"})
			return err
		})
		after := win(w)
		if after.State != evaluation.WinAchieved || after.At.Time().Before(kept) || after.By != before.By {
			t.Errorf("kept on %s: %s since %s by %s", kept, after.State, after.At.Time(), after.By)
		}
		w.Verify()
	})
}

func TestWhatIsOnlySaidIsClaimedAndALossStandsUntilReopened(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add(w, "Export rows", thread.Must, nil)
		if s := win(w); s.State != evaluation.WinOpen || !strings.Contains(whats(s), "NWF-1") {
			t.Errorf("at first %s\n%s", s.State, whats(s))
		}
		do(w, "evaluation.claim", evaluation.ClaimWin, evaluation.Claim{Deal: w.Deal, Contact: w.Dana, Words: "you have it as far as I care"})
		if s := win(w); s.State != evaluation.WinClaimed || s.By != w.Dana {
			t.Errorf("said: %s", s.State)
		}
		loss := do(w, "evaluation.lose", evaluation.Lose, evaluation.Loss{Deal: w.Deal, Reason: "performance", Words: "The export took too long"})
		if s := win(w); s.State != evaluation.WinLost || s.Reason != "performance" {
			t.Errorf("lost: %s", s.State)
		}
		_, err := try(w, "evaluation.lose", evaluation.Lose, evaluation.Loss{Deal: w.Deal, Reason: "price"})
		refused(t, "a reason that is none", err, problem.Invalid)
		do(w, "evaluation.reopen", without(evaluation.Reopen), evaluation.Reopening{ID: loss.ID, Why: "They came back"})
		if s := win(w); s.State != evaluation.WinClaimed {
			t.Errorf("reopened: %s", s.State)
		}
		w.Verify()
	})
}

// BenchmarkWin is the rule over 100 requirements, half of them musts with a criterion each.
func BenchmarkWin(b *testing.B) {
	w := wiretest.New(b, b.TempDir())
	e := draft(w)
	for i := range 100 {
		priority := map[bool]thread.Priority{true: thread.Must, false: thread.Should}[i%2 == 0]
		r := add(w, "Export rows", priority, minutes)
		if i%2 == 0 {
			criterion(w, e, r, 3)
		}
	}
	run(w, e)
	sign(w, w.Dana, evaluation.Agreement, list(w)...)
	th := picture(w)
	for b.Loop() {
		if _, err := evaluation.Win(w.Ctx(), w.Reader(), &th.Picture); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRecordResult is one act on that deal, stations and counts settled.
func BenchmarkRecordResult(b *testing.B) {
	w := wiretest.New(b, b.TempDir())
	e := draft(w)
	var c evaluation.Criterion
	for range 20 {
		c = criterion(w, e, add(w, "Export rows", thread.Must, minutes), 3)
	}
	run(w, e)
	for b.Loop() {
		measured(w, c, 8)
	}
}
