package answers_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/answers"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func requirement(w *wiretest.World, statement string) string {
	var r thread.Requirement
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Security, Priority: thread.Must})
		return err
	})
	return r.ID
}

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

func withdraw(ctx context.Context, tx *journal.Tx, in answers.Withdrawal) (int, error) {
	return 0, answers.Withdraw(ctx, tx, in)
}

func answered(w *wiretest.World) thread.Cell {
	w.T.Helper()
	t, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	return t.Rows[0].Cells[thread.Answered]
}

func promises(w *wiretest.World) []thread.Promise {
	w.T.Helper()
	all, err := thread.Promises(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.T.Fatal(err)
	}
	return all
}

func TestAnsweredFollowsTheApprovedVerdict(t *testing.T) {
	for _, c := range []struct {
		name     string
		verdict  answers.Verdict
		standard bool
		beyond   string
		state    thread.State
		partly   bool
		promise  string // sort of the promise it makes
	}{
		{"an affirming answer", answers.Affirm, false, "", thread.Reached, false, ""},
		{"an answer in part", answers.Partly, false, "", thread.Reached, true, "partly"},
		{"an answer in part from the library", answers.Partly, true, "", thread.Reached, true, ""},
		{"a number over the documented limit", answers.Affirm, false, "limit", thread.Reached, false, "limit"},
		{"a denial", answers.Deny, false, "", thread.Failed, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
				a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{requirement(w, "Keys stay in our HSM")},
					Question: "Can we hold our own keys?", AskedBy: w.Tomas, Words: "up to 5 M rows", Verdict: c.verdict, Standard: c.standard})
				if got := answered(w); got.State != thread.Started {
					t.Errorf("a draft gives %v", got.State)
				}
				do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Version: 1, Beyond: c.beyond})
				got := answered(w)
				if got.State != c.state || got.Verdict.Partly != c.partly || got.Verdict.By != "mara" || !strings.Contains(got.Verdict.Evidence[0].Text, "up to 5 M rows") {
					t.Errorf("approved: %v, %+v", got.State, got.Verdict)
				}
				all := promises(w)
				switch {
				case c.promise == "" && len(all) != 0:
					t.Errorf("makes promises %v", all)
				case c.promise != "" && (len(all) != 1 || all[0].Sort != c.promise || all[0].Words.String() != "up to 5 M rows" || all[0].Contractual != "implied"):
					t.Errorf("promises %+v", all)
				}
				w.Verify()
			})
		})
	}
}

func TestAnEditEndsTheApprovalAndNotThePromise(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		in := answers.Wording{Deal: w.Deal, Requirements: []string{requirement(w, "Export rows")}, Words: "up to 5 M rows", Verdict: answers.Partly}
		a := do(w, "answers.write", answers.Write, in)
		receipt := w.Do("answers.approve", func(ctx context.Context, tx *journal.Tx) error {
			_, err := answers.Approve(ctx, tx, answers.Approval{ID: a.ID})
			return err
		})
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
			t.Errorf("undo of an approval gave %v", err)
		}
		in.ID, in.Words = a.ID, "up to 6 M rows"
		a = do(w, "answers.edit", answers.Edit, in)
		if a.Version != 2 || answered(w).State != thread.Started {
			t.Errorf("edited: version %d, %v", a.Version, answered(w).State)
		}
		_, err := try(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Version: 1})
		if problem.Of(err) != problem.Stale {
			t.Errorf("approving the version before gave %v", err)
		}
		do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Version: 2})
		if all := promises(w); len(all) != 2 || all[0].Words.String() != "up to 5 M rows" || all[0].State != thread.PromiseOpen {
			t.Errorf("promises %+v", all)
		}
		do(w, "answers.withdraw", withdraw, answers.Withdrawal{ID: a.ID, Why: "Asked no more"})
		if got := answered(w); got.Verdict != nil {
			t.Errorf("withdrawn: %+v", got.Verdict)
		}
		_, err = try(w, "answers.edit", answers.Edit, in)
		if problem.Of(err) != problem.Refused {
			t.Errorf("an edit of a withdrawn answer gave %v", err)
		}
		w.Verify()
	})
}

func TestADenialStandsBesideAnAffirmation(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export rows")
		for _, v := range []answers.Verdict{answers.Deny, answers.Affirm, answers.Partly} {
			a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{r}, Words: string(v), Verdict: v})
			do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
		}
		if got := answered(w); got.State != thread.Failed || len(got.Verdict.Evidence) != 3 {
			t.Errorf("%v, %v", got.State, got.Verdict.Evidence)
		}
		all, _ := answers.List(w.Ctx(), w.Reader(), w.Deal)
		do(w, "answers.withdraw", withdraw, answers.Withdrawal{ID: all[0].ID, Why: "Out of date"})
		if got := answered(w); got.State != thread.Reached || got.Verdict.Partly {
			t.Errorf("without the denial: %v, partly %v", got.State, got.Verdict.Partly)
		}
		w.Verify()
	})
}

func TestOnlyWhomItWaitsForApproves(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{requirement(w, "Export rows")}, Words: "yes", Verdict: answers.Affirm, Approver: "jonas"})
		if _, err := try(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID}); problem.Of(err) != problem.Forbidden {
			t.Errorf("another person's approval gave %v", err)
		}
		lines, err := answers.Area().Inbox(w.Ctx(), w.Reader(), "jonas", w.Today())
		if err != nil || len(lines) != 1 || lines[0].Verb != "Approve" {
			t.Errorf("inbox %v, %v", lines, err)
		}
		do(w.As("jonas", "SA"), "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
		if lines, _ = answers.Area().Inbox(w.Ctx(), w.Reader(), "jonas", w.Today()); len(lines) != 0 {
			t.Errorf("inbox after it %v", lines)
		}
		w.Verify()
	})
}

func TestWhatIsNoAnswerIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export rows")
		for name, in := range map[string]answers.Wording{
			"no words":              {Requirements: []string{r}, Verdict: answers.Affirm},
			"no requirement":        {Words: "yes", Verdict: answers.Affirm},
			"another verdict":       {Words: "yes", Verdict: "maybe", Requirements: []string{r}},
			"NUL in the words":      {Words: "a\x00b", Verdict: answers.Affirm, Requirements: []string{r}},
			"a script as evidence":  {Words: "yes", Verdict: answers.Affirm, Requirements: []string{r}, Evidence: "javascript:alert(1)"},
			"words without an end":  {Words: strings.Repeat("x", 4001), Verdict: answers.Affirm, Requirements: []string{r}},
			"an unknown person":     {Words: "yes", Verdict: answers.Affirm, Requirements: []string{r}, AskedBy: "nobody"},
			"a requirement unknown": {Words: "yes", Verdict: answers.Affirm, Requirements: []string{"nothing"}},
		} {
			in.Deal = w.Deal
			_, err := try(w, "answers.write", answers.Write, in)
			if k := problem.Of(err); k != problem.Invalid && k != problem.Missing {
				t.Errorf("%s gave %v", name, err)
			}
		}
		if all, _ := answers.List(w.Ctx(), w.Reader(), w.Deal); len(all) != 0 {
			t.Errorf("half-written: %v", all)
		}
		w.Verify()
	})
}

func TestTheQuestionnaireHoldsWhatIsApprovedInItsExactWords(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export rows")
		for _, words := range []string{"exactly so", "not yet"} {
			a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{r}, Words: words, Verdict: answers.Affirm})
			if words == "exactly so" {
				do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
			}
		}
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		docs, err := answers.Area().Documents(w.Ctx(), w.Reader(), &th)
		if err != nil || len(docs) != 1 {
			t.Fatalf("%d documents, %v", len(docs), err)
		}
		text := ""
		for _, b := range docs[0].Blocks {
			for _, s := range b.Paragraph {
				text += s.Text + "\n"
			}
		}
		if !strings.Contains(text, "exactly so\n") || strings.Contains(text, "not yet") || !strings.Contains(text, "NWF-1") {
			t.Errorf("says %q", text)
		}
	})
}
