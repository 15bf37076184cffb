package feedback_test

import (
	"context"
	"slices"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

func fails[In, Out any](w *wiretest.World, what string, kind problem.Kind, f func(context.Context, *journal.Tx, In) (Out, error), in In) {
	w.T.Helper()
	_, err := w.Try("feedback.try", func(ctx context.Context, tx *journal.Tx) error {
		_, err := f(ctx, tx, in)
		return err
	})
	if problem.Of(err) != kind {
		w.T.Errorf("%s: %v, want %s", what, err, kind)
	}
}

func needs(w *wiretest.World, statement string) thread.Requirement {
	return do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Must})
}

func deal(w *wiretest.World, change func(*account.Opportunity)) {
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		change(&d)
		return journal.Update(ctx, tx, &d)
	})
}

func TestWhatIsNoStandardIsOfferedAsAGapUntilItAsks(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		needs(w, "Export rows") // a standard one
		infeasible, promised := needs(w, "Run on their mainframe"), needs(w, "Replay in parallel")
		w.Do("requirement.feasible", func(ctx context.Context, tx *journal.Tx) error {
			return thread.MarkFeasible(ctx, tx, infeasible.ID, 0, thread.CannotBe, "No build for z/OS")
		})
		do(w, "promise.give", thread.Give, thread.NewPromise{Deal: w.Deal, Requirement: promised.ID, Words: "in release 8.4", Sort: "roadmap", Where: "demo"})
		offered := func() (keys []string) {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			asks, err := feedback.Asks(w.Ctx(), w.Reader(), w.Deal)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range feedback.Candidates(&th.Picture, asks) {
				keys = append(keys, c.Key+" "+c.Why)
			}
			return keys
		}
		if got := offered(); !slices.Equal(got, []string{"NWF-2 Marked as not feasible: No build for z/OS", "NWF-3 Promised beyond the standard product: “in release 8.4”"}) {
			t.Errorf("%q", got)
		}
		do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Requirement: promised.ID, Reason: "They replay each Monday"})
		if got := offered(); len(got) != 1 {
			t.Errorf("asked for, and still offered: %q", got)
		}
		w.Verify()
	})
}

func TestAGapGathersTheDealsAndTheMoneyOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		one, two := needs(w, "Replay in parallel"), needs(w, "Replay in an hour")
		deal(w, func(d *account.Opportunity) { d.Amount = account.Money{Known: true, Minor: 48600000, Currency: "USD"} })
		first := do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Requirement: one.ID, Reason: "x"})
		do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "PARALLEL  Replay.", Requirement: two.ID, Reason: "y"})
		fails(w, "asked for twice", problem.Invalid, feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Requirement: one.ID, Reason: "x"})
		fails(w, "lost on an open deal", problem.Refused, feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Reason: "x", Lost: true})
		fails(w, "without a reason", problem.Invalid, feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay"})
		fails(w, "of a requirement that is not there", problem.Missing, feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "x", Requirement: "none", Reason: "x"})
		all, err := feedback.Gather(w.Ctx(), w.Reader())
		if err != nil || len(all) != 1 || all[0].Waiting != 1 || len(all[0].Money) != 1 || all[0].Money[0].Minor != 48600000 || all[0].Key() != "G1" {
			t.Fatalf("%+v %v", all, err)
		}
		deal(w, func(d *account.Opportunity) { d.Phase, d.Amount = account.Lost, account.Money{} })
		if g, _, _ := feedback.Behind(w.Ctx(), w.Reader(), all[0].ID); g.Waiting != 0 || g.LostWith != 1 || g.Lost != 0 {
			t.Errorf("lost for something else: %+v", g)
		}
		do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Reason: "They went with another for it", Lost: true})
		if g, asks, _ := feedback.Behind(w.Ctx(), w.Reader(), all[0].ID); g.Lost != 1 || g.LostUnknown != 1 || g.LostWith != 0 || len(asks) != 3 {
			t.Errorf("lost for it: %+v", g)
		}
		w.Do("feedback.leave", func(ctx context.Context, tx *journal.Tx) error { return feedback.Leave(ctx, tx, first.ID, 0) })
		if known, err := feedback.Of(w.Ctx(), w.Reader(), w.Deal); err != nil || len(known) != 2 || known[0].Gap.Title != "Parallel replay" {
			t.Errorf("%+v %v", known, err)
		}
		w.Verify()
	})
}

func TestProductsAnswerComesBackToTheDealUntilTheCustomerHeard(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := needs(w, "Replay in parallel")
		a := do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Requirement: r.ID, Reason: "x"})
		d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		waits := func() int {
			out, err := feedback.Area().Inbox(w.Ctx(), w.Reader(), d.SE, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			return len(out)
		}
		fails(w, "an answer of nobody", problem.Refused, feedback.Answer, feedback.Word{ID: a.Gap, State: feedback.Planned})
		fails(w, "told to nobody", problem.Invalid, feedback.Tell, feedback.Telling{ID: a.Gap})
		fails(w, "told tomorrow", problem.Invalid, feedback.Tell, feedback.Telling{ID: a.Gap, To: "Ines", On: w.Today().AddDays(1)})
		if g := do(w, "feedback.tell", feedback.Tell, feedback.Telling{ID: a.Gap, To: "Ines", Tracker: "RLY-812"}); g.State != feedback.Told || g.ToldOn != w.Today() {
			t.Errorf("%+v", g)
		}
		for what, in := range map[string]feedback.Word{"no state": {State: "open"}, "declined without why": {State: feedback.Declined}, "declined for a day": {State: feedback.Declined, Answer: "x", Due: "2026-12-01"}, "a day of no month": {State: feedback.Planned, Due: "2026-13-01"}} {
			in.ID = a.Gap
			fails(w, what, problem.Invalid, feedback.Answer, in)
		}
		do(w, "feedback.answer", feedback.Answer, feedback.Word{ID: a.Gap, State: feedback.Planned, Answer: "In 8.4", Due: "2026-12-01"})
		if n := waits(); n != 0 {
			t.Errorf("planned: %d wait", n)
		}
		pass := func() {
			w.Do("feedback.pass-on", func(ctx context.Context, tx *journal.Tx) error {
				_, err := feedback.PassOn(ctx, tx, a.ID, 0)
				return err
			})
		}
		pass()
		do(w, "feedback.answer", feedback.Answer, feedback.Word{ID: a.Gap, State: feedback.Shipped, Answer: "Out in 8.4"})
		if n := waits(); n != 1 {
			t.Errorf("shipped after what they heard: %d wait", n)
		}
		pass()
		if n := waits(); n != 0 {
			t.Errorf("passed on: %d wait", n)
		}
		known, err := feedback.Of(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || known[0].Gap.State != feedback.Shipped || known[0].Gap.Tracker != "RLY-812" || known[0].Ask.HeardOn == clock.Date("") {
			t.Errorf("%+v %v", known, err)
		}
		w.Verify()
	})
}

func TestTwoGapsDoNotHaveOneTitle(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		a := do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "Parallel replay", Reason: "x"})
		b := do(w, "feedback.ask", feedback.AskFor, feedback.NewAsk{Deal: w.Deal, Title: "z/OS", Reason: "x"})
		fails(w, "its title", problem.Invalid, feedback.EditGap, feedback.GapEdit{ID: b.Gap, Title: "parallel-replay"})
		if g := do(w, "feedback.gap", feedback.EditGap, feedback.GapEdit{ID: a.Gap, Revision: 1, Title: "Replay in parallel", About: "By partition"}); g.Number != 1 {
			t.Errorf("%+v", g)
		}
		fails(w, "an edit of what changed meanwhile", problem.Stale, feedback.EditGap, feedback.GapEdit{ID: a.Gap, Revision: 1, Title: "x"})
		w.Verify()
	})
}
