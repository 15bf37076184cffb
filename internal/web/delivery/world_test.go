package delivery_test

import (
	"context"
	"os"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/handoff"
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

// needs are the requirements of the story: what is measured, in minutes, or nothing.
var needs = []struct {
	statement string
	kind      thread.Kind
	priority  thread.Priority
	minutes   float64
}{
	{"The nightly export of two million rows ends within ten minutes", thread.Quality, thread.Must, 10},
	{"Orders of the old system are loaded within four hours", thread.Data, thread.Must, 240},
	{"Staff sign in with their company account", thread.Security, thread.Must, 0},
	{"A late truck is shown to the planner within five minutes", thread.Functional, thread.Should, 5},
	{"Logs are kept in the country", thread.Constraint, thread.Must, 0},
	{"A planner changes a route on the phone", thread.Functional, thread.Could, 0},
}

// signed is a deal of six requirements and one promise, on the day after its signature.
func signed(t *testing.T, w *wiretest.World) (*roomtest.House, []string) {
	h := roomtest.New(t, w)
	var ids []string
	for _, n := range needs {
		in := thread.NewRequirement{Deal: w.Deal, Statement: n.statement, Kind: n.kind, Priority: n.priority}
		if n.minutes > 0 {
			in.Measure = &thread.Measure{Metric: "time it takes", Comparison: "<=", Target: n.minutes, Unit: "min"}
		}
		ids = append(ids, do(w, "requirement.add", thread.Add, in).ID)
	}
	do(w, "promise.give", thread.Give, thread.NewPromise{Deal: w.Deal, Requirement: ids[2], Words: "Single sign-on with their directory by the first of June", Sort: "date", Due: "2026-06-01", Where: "call of 3 March"})
	w.Clock.Set(time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC))
	do(w, "handoff.sign", handoff.Sign, handoff.Signature{Deal: w.Deal, Receiver: h.People[auth.SA].ID})
	w.Clock.Set(time.Date(2026, 4, 2, 9, 0, 0, 0, time.UTC))
	return h, ids
}

// planned adds a plan of six tasks, seen on 4 May when one is late, and a gate.
func planned(h *roomtest.House, ids []string) (tasks []core.Task) {
	sa := h.By(auth.SA)
	dana, jonas, mara := h.Dana, h.People[auth.SA].ID, h.People[auth.SE].ID
	for _, n := range []core.NewTask{
		{Title: "Set up the test environment", Owner: jonas, Start: "2026-04-06", Due: "2026-04-10"},
		{Title: "Open the firewall to the exchange", Party: "customer", Owner: dana, Start: "2026-04-08", Due: "2026-04-24", Tracker: "NW-118"},
		{Title: "Load the orders of the old system", Owner: jonas, Start: "2026-04-27", Due: "2026-05-15", Requirements: []string{ids[1]}},
		{Title: "Connect the company directory", Party: "customer", Owner: h.Tomas, Start: "2026-05-04", Due: "2026-05-20", Requirements: []string{ids[2]}, Tracker: "NW-121"},
		{Title: "Tune the nightly export", Party: "partner", Start: "2026-05-18", Due: "2026-06-05", Requirements: []string{ids[0]}},
		{Title: "Train the planners", Owner: mara, Due: "2026-06-12", Requirements: []string{ids[3]}},
	} {
		n.Deal = h.Deal
		if len(tasks) > 1 {
			n.DependsOn = []string{tasks[len(tasks)-2].ID}
		}
		tasks = append(tasks, do(sa, "delivery.add-task", core.AddTask, n))
	}
	h.Clock.Set(time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC))
	sa.Do("delivery.complete-task", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.CompleteTask(ctx, tx, tasks[0].ID, 0)
		return err
	})
	e := tasks[2]
	do(sa, "delivery.edit-task", core.EditTask, core.TaskEdit{ID: e.ID, Title: e.Title, Party: e.Party, Owner: e.Owner, Start: e.StartOn, Due: e.DueOn, DependsOn: e.DependsOn, Started: true})
	do(sa, "delivery.add-gate", core.AddGate, core.NewGate{Deal: h.Deal, Name: "Ready for go-live", Due: "2026-06-15", Criteria: []core.GateCriterion{
		{Kind: core.AtStation, Priority: thread.Must, Station: thread.Verified}, {Kind: core.NoPromise}, {Kind: core.SignedByRole, Role: "Head of IT"}}})
	return tasks
}

// checked derives a check for the three measured needs: one passes, one fails, one waits.
func checked(h *roomtest.House, ids []string) (checks []core.Check) {
	sa := h.By(auth.SA)
	checks = do(sa, "delivery.derive-checks", core.DeriveChecks, core.Derivation{Deal: h.Deal, Requirements: []string{ids[0], ids[1], ids[2]}, Method: "three nights on their data", Who: h.People[auth.SA].ID})
	first, again, load := 14.0, 8.5, 310.0
	for _, v := range []*float64{&first, &again} {
		do(sa, "delivery.record-result", core.RecordResult, core.NewResult{Check: checks[0].ID, Value: v, Note: "with four workers"})
	}
	do(sa, "delivery.record-result", core.RecordResult, core.NewResult{Check: checks[1].ID, Value: &load, Evidence: []core.Attachment{{Name: "load log", Link: "https://files.example/load.log"}}})
	return checks
}

func decided(h *roomtest.House, ids []string) core.GoLive {
	return do(h.By(auth.SA), "delivery.go-live", core.Decide, core.Decision{Deal: h.Deal, Outcome: core.GoWithConditions, Persons: []string{h.People[auth.SA].ID}, Contacts: []string{h.Dana},
		Evidence: "Readiness meeting of 4 May, with the results of three nights.", Requirements: []string{ids[0], ids[1]}, HypercareUntil: clock.Date("2026-05-18"),
		Overrides:  []core.Override{{Requirement: ids[1], Reason: "The load runs once, on a Sunday.", Until: "2026-06-01"}},
		Conditions: []core.Condition{{Text: "The second load is watched by both sides", Owner: h.Dana, Due: "2026-05-10"}},
		LeftOut: []core.LeftOut{{Kind: "requirement", ID: ids[2], Reason: "The directory is connected in May."}, {Kind: "requirement", ID: ids[3], Reason: "Second step."},
			{Kind: "requirement", ID: ids[4], Reason: "Second step."}, {Kind: "requirement", ID: ids[5], Reason: "Second step."}, {Kind: "promise", ID: promise(h), Reason: "Due in June."}}})
}

func promise(h *roomtest.House) string {
	all, err := thread.Promises(h.Ctx(), h.Reader(), h.Deal)
	if err != nil || len(all) == 0 {
		h.T.Fatalf("no promise: %v", err)
	}
	return all[0].ID
}
