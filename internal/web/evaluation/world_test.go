package evaluation_test

import (
	"context"
	"os"
	"testing"
	"time"

	"throughline/internal/answers"
	"throughline/internal/browsertest"
	"throughline/internal/clock"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// needs are the requirements of the story.
var needs = []struct {
	statement string
	kind      thread.Kind
	priority  thread.Priority
	measure   *thread.Measure
}{
	{"The nightly export of two million rows ends within ten minutes", thread.Quality, thread.Must, &thread.Measure{Metric: "export of 2 M rows", Comparison: "<=", Target: 10, Unit: "min"}},
	{"Twenty-four hours of events are replayed within one hour", thread.Functional, thread.Must, &thread.Measure{Metric: "time to replay 24 h", Comparison: "<=", Target: 1, Unit: "h"}},
	{"Keys stay in Northwind’s own hardware module", thread.Security, thread.Must, nil},
	{"A lost message is shown to the planner within a minute", thread.Functional, thread.Should, &thread.Measure{Metric: "time to alert", Comparison: "<=", Target: 60, Unit: "s"}},
	{"2,400 events a second are taken in at the Monday peak", thread.Quality, thread.Must, &thread.Measure{Metric: "events taken in", Comparison: ">=", Target: 2400, Unit: "events/s"}},
	{"Data stays in Norway", thread.Constraint, thread.Could, nil},
}

// heard is a deal with its requirements and people.
func heard(t testing.TB, w *wiretest.World) (*roomtest.House, []thread.Requirement) {
	h := roomtest.New(t, w)
	var all []thread.Requirement
	for _, n := range needs {
		all = append(all, do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: n.statement, Kind: n.kind, Priority: n.priority, Measure: n.measure}))
	}
	return h, all
}

// tried is an evaluation that runs: two criteria passed, one failed, one not run.
func tried(h *roomtest.House, all []thread.Requirement) (core.Evaluation, []core.Criterion) {
	w := h.World
	e := do(w, "evaluation.draft", core.DraftEvaluation, core.Plan{Deal: w.Deal, Title: "Two weeks on their data", Decision: "Whether Relay replaces the nightly job before the autumn peak",
		Scope: "Export and replay of the orders topic, with a copy of a week of production data.", OutOfScope: "The mobile app.", From: "2026-03-09", To: "2026-03-20",
		Environment: []core.Fact{{Name: "Nodes", Value: "4 in Oslo, 16 cores each"}, {Name: "Data", Value: "orders topic, 9 to 15 February"}, {Name: "Version", Value: "Relay 4.2"}},
		Entry:       []string{"A copy of the orders topic is in the test cluster", "Firewall open to the exchange", "Tomás has an account"}})
	var cs []core.Criterion
	for _, x := range []struct{ need, weight int }{{0, 5}, {1, 4}, {3, 2}, {4, 5}} {
		cs = append(cs, do(w, "evaluation.criterion", core.AddCriterion, core.NewCriterion{Evaluation: e.ID, Requirement: all[x.need].ID, Weight: x.weight, RunBy: w.Tomas, Method: "Three runs on a quiet cluster; the slowest counts."}))
	}
	w.Clock.Set(time.Date(2026, 3, 9, 8, 0, 0, 0, time.UTC))
	for i := range e.Entry {
		do(w, "evaluation.entry", core.MarkEntry, core.EntryMark{ID: e.ID, Number: i + 1, Done: true})
	}
	do(w, "evaluation.agree", core.Agree, core.Step{ID: e.ID})
	e = do(w, "evaluation.start", core.Start, core.Step{ID: e.ID})
	w.Clock.Set(time.Date(2026, 3, 12, 15, 0, 0, 0, time.UTC))
	for _, x := range []struct {
		criterion int
		value     float64
		unit      string
	}{{0, 14, "min"}, {0, 8.5, "min"}, {1, 52, "min"}, {3, 1900, "events/s"}} {
		v := x.value
		do(w, "evaluation.result", core.RecordResult, core.NewResult{Criterion: cs[x.criterion].ID, Value: &v, Unit: x.unit, By: w.Tomas, Side: "customer", Note: "four workers, set by hand"})
	}
	return e, cs
}

// items are all wordings, as a letter of today would hold them.
func items(all []thread.Requirement) (out []core.NewItem) {
	for _, r := range all {
		out = append(out, core.NewItem{Requirement: r.ID, Wording: core.Wording(r), Meaning: r.Meaning})
	}
	return out
}

// told is the same deal with an approved answer, a reference, a waiver and sign-offs.
func told(h *roomtest.House, all []thread.Requirement, cs []core.Criterion) {
	w := h.World
	a := do(w, "answers.write", answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{all[2].ID}, Question: "Can we hold our own keys?", AskedBy: w.Tomas, Words: "Yes. Relay uses PKCS#11 and never sees the key.", Verdict: answers.Affirm})
	do(w, "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
	do(w, "evaluation.ground", core.AddGround, core.NewGround{Requirement: all[4].ID, Kind: "reference", Who: "Halden Ferries", Where: "Moss terminal, 3,100 events a second", On: "2025-11-03"})
	do(w, "evaluation.waive", core.Waive, core.NewWaiver{Criterion: cs[2].ID, Contact: w.Dana, Reason: "We look at the alerts ourselves until the summer.", Until: "2026-06-30"})
	do(w, "evaluation.claim", core.ClaimWin, core.Claim{Deal: w.Deal, Contact: w.Dana, Words: "As far as I am concerned you have it."})
	list := items(all[:2])
	list[1].Caveat, list[1].CaveatDue = "once a replay can be stopped half way", clock.Date("2026-05-31")
	do(w, "evaluation.sign-off", core.Sign, core.NewSignOff{Deal: w.Deal, Contact: w.Dana, Decision: core.Caveated, Proof: "reply of 12 March, 16:20", Words: "Agreed, with one condition.", Items: list})
	edited := all[0]
	do(w, "requirement.edit", thread.Reword, thread.Edit{ID: edited.ID, Statement: "The nightly export of two million rows has ended within ten minutes", Kind: edited.Kind, Priority: edited.Priority, Measure: edited.Measure, SameMeaning: true})
}
