package delivery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func decide(w *wiretest.World, in delivery.Decision) func(context.Context, *journal.Tx) error {
	in.Deal = w.Deal
	if in.Evidence == "" {
		in.Evidence = "Readiness meeting of today"
	}
	if in.Persons == nil && in.Contacts == nil {
		in.Persons, in.Contacts = []string{"jonas"}, []string{w.Dana}
	}
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.Decide(ctx, tx, in)
		return err
	}
}

func TestGoLiveCoversNothingUnprovenUnsaid(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		ok, failed, bare := need(w, "Export 2 M rows in 10 minutes", minutes(10)), need(w, "Import in 20 minutes", minutes(20)), need(w, "Show the map", nil)
		var promise thread.Promise
		w.Do("promise.give", func(ctx context.Context, tx *journal.Tx) (err error) {
			promise, err = thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Words: "SSO by March", Sort: "date"})
			return err
		})
		refused(w, "delivery.go-live", problem.Refused, decide(w, delivery.Decision{Outcome: delivery.Go, Requirements: []string{ok}}), "not signed")
		sign(w)
		w.Do("delivery.derive-checks", func(ctx context.Context, tx *journal.Tx) error {
			made, err := delivery.DeriveChecks(ctx, tx, delivery.Derivation{Deal: w.Deal, Requirements: []string{ok, failed}})
			if err != nil {
				return err
			}
			for i, v := range []float64{8.5, 26} {
				if _, err := delivery.RecordResult(ctx, tx, delivery.NewResult{Check: made[i].ID, Value: &v}); err != nil {
					return err
				}
			}
			return nil
		})
		all := delivery.Decision{Outcome: delivery.Go, Requirements: []string{ok, failed, bare}, Promises: []string{promise.ID}}
		refused(w, "delivery.go-live", problem.Refused, decide(w, all), "NWF-2 (its check failed)", "NWF-3 (no check)")
		some := delivery.Decision{Outcome: delivery.Go, Requirements: []string{ok}}
		refused(w, "delivery.go-live", problem.Refused, decide(w, some), "Neither covered nor left out: NWF-2, NWF-3, P1")
		goLiveFaults(w, some, ok, bare)
		all.Overrides = []delivery.Override{{Requirement: failed, Reason: "The import runs at night", Until: clock.DateOf(wiretest.Start).AddDays(30)}}
		all.Requirements = []string{ok, failed}
		all.LeftOut = []delivery.LeftOut{{Kind: "requirement", ID: bare, Reason: "second phase"}}
		w.Do("delivery.go-live", decide(w, all))
		refused(w, "delivery.go-live", problem.Refused, decide(w, all), "by the decision of 2026-")
		c := state(w, failed, thread.Verified)
		if c.State != thread.Failed || !c.Verdict.Excused || c.Verdict.ExcusedUntil == "" {
			t.Errorf("an override leaves verified %s, excused %v", c.State, c.Verdict.Excused)
		}
		for id, want := range map[string]thread.State{ok: thread.Reached, failed: thread.Reached, bare: thread.Missing} {
			if c := state(w, id, thread.Live); c.State != want {
				t.Errorf("%s is %s at live, want %s", id, c.State, want)
			}
		}
		w.Do("delivery.record-result", func(ctx context.Context, tx *journal.Tx) error {
			checks, err := delivery.Checks(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			v := 31.0
			_, err = delivery.RecordResult(ctx, tx, delivery.NewResult{Check: checks[1].ID, Value: &v})
			return err
		})
		if c := state(w, failed, thread.Verified); c.State != thread.Failed || c.Verdict.Excused {
			t.Errorf("a failure after the decision is excused by it")
		}
		second(w, bare)
		w.Verify()
	})
}

// goLiveFaults are decisions that break a field's rule.
func goLiveFaults(w *wiretest.World, some delivery.Decision, ok, bare string) {
	w.T.Helper()
	for _, f := range []struct {
		change func(*delivery.Decision)
		kind   problem.Kind
		says   string
	}{
		{func(d *delivery.Decision) { d.Persons, d.Contacts = []string{}, nil }, problem.Invalid, "persons"},
		{func(d *delivery.Decision) { d.Outcome = "maybe" }, problem.Invalid, "outcome"},
		{func(d *delivery.Decision) { d.Outcome = delivery.NoGo }, problem.Invalid, "covers nothing"},
		{func(d *delivery.Decision) { d.Outcome = delivery.GoWithConditions }, problem.Invalid, "condition"},
		{func(d *delivery.Decision) { d.At = clock.At(w.Clock.T.AddDate(0, 0, 2)) }, problem.Invalid, "future"},
		{func(d *delivery.Decision) { d.Contacts = []string{"a stranger"} }, problem.Refused, "no stakeholder"},
		{func(d *delivery.Decision) { d.Requirements = []string{"of another deal"} }, problem.Missing, "of another deal"},
		{func(d *delivery.Decision) {
			d.LeftOut = []delivery.LeftOut{{Kind: "requirement", ID: ok, Reason: "x"}}
		}, problem.Invalid, "both covered and left out"},
		{func(d *delivery.Decision) { d.Overrides = []delivery.Override{{Requirement: bare, Reason: "x"}} }, problem.Invalid, "does not cover"},
	} {
		in := some
		f.change(&in)
		refused(w, "delivery.go-live", f.kind, decide(w, in), f.says)
	}
}

// second goes live with what the first decision left out, and takes that back.
func second(w *wiretest.World, bare string) {
	w.T.Helper()
	w.Do("delivery.add-check", func(ctx context.Context, tx *journal.Tx) error {
		k, err := delivery.AddCheck(ctx, tx, delivery.NewCheck{Deal: w.Deal, Title: "The map shows", Requirements: []string{bare}})
		if err != nil {
			return err
		}
		yes := true
		_, err = delivery.RecordResult(ctx, tx, delivery.NewResult{Check: k.ID, Passed: &yes})
		return err
	})
	receipt := w.Do("delivery.go-live", decide(w, delivery.Decision{Outcome: delivery.GoWithConditions, Requirements: []string{bare},
		Conditions: []delivery.Condition{{Text: "Train the night shift", Owner: w.Tomas, Due: "2026-04-01"}}}))
	if c := state(w, bare, thread.Live); c.State != thread.Reached {
		w.T.Errorf("a second decision leaves live %s", c.State)
	}
	if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
		w.T.Errorf("a go-live decision was undone: %v", err)
	}
	all, err := delivery.Decisions(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 2 {
		w.T.Fatalf("%d decisions, %v", len(all), err)
	}
	w.Do("delivery.withdraw-go-live", func(ctx context.Context, tx *journal.Tx) error {
		return delivery.WithdrawDecision(ctx, tx, all[1].ID, 0, "The rehearsal was of another build")
	})
	if c := state(w, bare, thread.Live); c.State != thread.Missing {
		w.T.Errorf("a withdrawn decision leaves live %s", c.State)
	}
}

func TestAGateSaysWhatStandsInItsWay(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := need(w, "Export 2 M rows in 10 minutes", minutes(10))
		w.Do("promise.give", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Words: "SSO by March", Sort: "date"})
			return err
		})
		sign(w)
		var g delivery.Gate
		w.Do("delivery.add-gate", func(ctx context.Context, tx *journal.Tx) (err error) {
			g, err = delivery.AddGate(ctx, tx, delivery.NewGate{Deal: w.Deal, Name: "Go or no-go", Due: "2026-12-10", Criteria: []delivery.GateCriterion{
				{Kind: delivery.AtStation, Priority: thread.Must, Station: thread.Verified}, {Kind: delivery.NoPromise}, {Kind: delivery.NoBreak},
				{Kind: delivery.SignedByRole, Role: "Head of IT"}}})
			return err
		})
		judged := func() (says string) {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			gates, err := delivery.Gates(w.Ctx(), w.Reader(), w.Deal)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range delivery.Judge(gates[0], &th.Picture) {
				says += strings.Join(f.Missing, "+") + ";"
			}
			return says
		}
		if got := judged(); got != "NWF-1;P1;;Head of IT;" {
			t.Errorf("in the way: %q", got)
		}
		refused(w, "delivery.sign-gate", problem.Refused, func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.SignGate(ctx, tx, delivery.GateSignature{Gate: g.ID, Role: "the cook"})
			return err
		}, "the cook")
		w.Do("delivery.sign-gate", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.SignGate(ctx, tx, delivery.GateSignature{Gate: g.ID, Role: "Head of IT", By: w.Dana})
			return err
		})
		if got := judged(); got != "NWF-1;P1;;;" {
			t.Errorf("in the way after the signature: %q", got)
		}
		w.Do("delivery.withdraw-gate-signature", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.WithdrawGateSignature(ctx, tx, g.ID, 0, "Head of IT")
			return err
		})
		if got := judged(); got != "NWF-1;P1;;Head of IT;" {
			t.Errorf("in the way after it was withdrawn: %q", got)
		}
		if r == "" || delivery.Passed(nil) {
			t.Error("a gate that asks nothing is passed")
		}
		w.Verify()
	})
}
