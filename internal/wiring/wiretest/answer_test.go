package wiretest_test

import (
	"context"
	"testing"

	"throughline/internal/answers"
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
