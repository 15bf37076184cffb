package tour_test

import (
	"context"
	"strings"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/discovery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// alone gives an act without a result one.
func alone[In any](f func(context.Context, *journal.Tx, In) error) func(context.Context, *journal.Tx, In) (struct{}, error) {
	return func(ctx context.Context, tx *journal.Tx, in In) (struct{}, error) { return struct{}{}, f(ctx, tx, in) }
}

// handover freezes what was sold; the receiver takes the requirement on a condition and queries
// the promise. That production has half the trial's cores goes over as a risk.
func (d *deal) handover() {
	d.on("2026-05-02")
	d.production = acts(d.World, "fact.add", discovery.AddFact, discovery.FactSaid{Deal: d.Deal, Name: "cores of production", Value: "4", Unit: "cores"}).ID
	d.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error { // a standard product: no design work is owed
		o, err := account.Deal(ctx, tx, d.Deal)
		o.Standard = true
		if err == nil {
			err = journal.Update(ctx, tx, &o)
		}
		return err
	})
	h := acts(d.World, "handoff.sign", handoff.Sign, handoff.Signature{Deal: d.Deal})
	acts(d.sa, "handoff.accept", alone(handoff.Accept), handoff.Acceptance{Deal: d.Deal, Things: []string{d.need}, Condition: "production has 4 workers"})
	acts(d.sa, "handoff.query", alone(handoff.Query), handoff.Doubt{Deal: d.Deal, Things: []string{d.promise}, Words: "Was this ever tested on 4 cores?"})
	d.sees("2026-05-02", "rrrrrr--mm", "", "open: up to 5 M rows", "achieved")
	v, _, err := handoff.ToBuild.Load(d.Ctx(), d.Reader(), d.Deal)
	if err != nil || h.Receiver != "jonas" {
		d.T.Fatalf("%s, %v", h.Receiver, err)
	}
	if c := v.Count(); c.WithCondition != 1 || c.Risks != 1 || c.PromisesOpen != 1 || v.State == handoff.Complete {
		d.T.Errorf("the handoff is %s: %+v", v.State, c)
	}
	d.on("2026-05-04")
	acts(d.World, "handoff.answer", handoff.Answer, handoff.Reply{Deal: d.Deal, Thing: d.promise, Answer: "No. The 8 cores of the trial were never named in the answer."})
	acts(d.sa, "handoff.accept", alone(handoff.Accept), handoff.Acceptance{Deal: d.Deal, Things: []string{d.promise}})
	if v, _, _ := handoff.ToBuild.Load(d.Ctx(), d.Reader(), d.Deal); v.State != handoff.Complete {
		d.T.Errorf("with nothing open the handoff is %s", v.State)
	}
	d.sees("2026-05-04", "rrrrrr--mm", "", "taken over: up to 5 M rows", "achieved")
}

// goLive measures again: the requirement holds, the promise does not. A gate is red until the
// promise is renegotiated, and the decision covers both by name.
func (d *deal) goLive() {
	d.on("2026-06-12")
	all := acts(d.sa, "delivery.derive-checks", delivery.DeriveChecks, delivery.Derivation{Deal: d.Deal, Requirements: []string{d.need}})
	d.check = all[0].ID
	minutes := 9.1
	acts(d.sa, "delivery.result", delivery.RecordResult, delivery.NewResult{Check: d.check, Value: &minutes})
	acts(d.sa, "promise.settle", thread.SettlePromise, thread.Settlement{ID: d.promise, State: thread.PromiseBroken, Why: "5 M rows take 26 minutes on 4 cores"})
	d.sees("2026-06-12", "rrrrrr--rm", "promise broken", "broken: up to 5 M rows", "achieved")
	gate := acts(d.sa, "delivery.add-gate", delivery.AddGate, delivery.NewGate{Deal: d.Deal, Name: "Go or no-go", Criteria: []delivery.GateCriterion{
		{Kind: delivery.AtStation, Priority: thread.Must, Station: thread.Verified}, {Kind: delivery.NoPromise}, {Kind: delivery.NoBreak}}})
	if d.passes(gate) {
		d.T.Error("the gate is passed over a broken promise")
	}
	d.on("2026-06-15")
	acts(d.sa, "promise.settle", thread.SettlePromise, thread.Settlement{ID: d.promise, State: thread.PromiseRenegotiated, With: "Dana Whitfield", NewWords: "up to 2 M rows on 4 cores", NewDue: "2026-09-30"})
	if !d.passes(gate) {
		d.T.Error("the gate is red with nothing broken")
	}
	d.on("2026-06-20")
	in := delivery.Decision{Deal: d.Deal, Outcome: delivery.Go, Persons: []string{"jonas"}, Contacts: []string{d.Dana}, Evidence: "Check of 12 June, 9.1 minutes", Requirements: []string{d.need}}
	if _, err := d.sa.Try("delivery.decide", func(ctx context.Context, tx *journal.Tx) error { _, err := delivery.Decide(ctx, tx, in); return err }); problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "P1") {
		d.T.Errorf("a decision that says nothing of the promise: %v", err)
	}
	in.Promises = []string{d.promise}
	acts(d.sa, "delivery.decide", delivery.Decide, in)
	d.sees("2026-06-20", "rrrrrr--rr", "", "renegotiated: up to 2 M rows on 4 cores", "achieved")
	d.compared()
}

func (d *deal) passes(g delivery.Gate) bool {
	d.T.Helper()
	t, err := d.Thread(d.Ctx(), d.Reader(), d.Deal, d.Today())
	if err != nil {
		d.T.Fatal(err)
	}
	return delivery.Passed(delivery.Judge(g, &t.Picture))
}

// compared sets 'sold' beside 'built': they differ in one promise and one fact.
func (d *deal) compared() {
	d.T.Helper()
	sold, err := journal.AsOf(d.Ctx(), d.Reader(), d.Deal, clock.At(clock.Date("2026-04-11").Time().Add(23*time.Hour)))
	if err != nil {
		d.T.Fatal(err)
	}
	facts := [2]int{}
	words := [2]string{}
	for i, src := range []journal.Source{sold, d.Reader()} {
		all, err := discovery.Facts(d.Ctx(), src, d.Deal)
		if err != nil {
			d.T.Fatal(err)
		}
		promises, err := thread.Promises(d.Ctx(), src, d.Deal)
		if err != nil || len(promises) != 1 {
			d.T.Fatalf("%d promises, %v", len(promises), err)
		}
		facts[i], words[i] = len(all), promises[0].Words.String()+" "+promises[0].NewWords.String()
	}
	if facts != [2]int{1, 2} || words[0] != "up to 5 M rows " || words[1] != "up to 5 M rows up to 2 M rows on 4 cores" {
		d.T.Errorf("sold and built differ in %v and %q", facts, words)
	}
}
