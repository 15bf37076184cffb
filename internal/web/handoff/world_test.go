package handoff_test

import (
	"context"
	"os"
	"testing"
	"time"

	"throughline/internal/answers"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
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

var needs = []struct {
	statement, group string
	kind             thread.Kind
	priority         thread.Priority
}{
	{"Staff sign in with their company account", "Access", thread.Security, thread.Must},
	{"Rights follow the groups of the directory", "Access", thread.Security, thread.Must},
	{"Logs are kept in the country for seven years", "Operations", thread.Constraint, thread.Must},
	{"A lost order is found again within one hour", "Operations", thread.Data, thread.Should},
	{"A planner changes a route on the phone", "", thread.Functional, thread.Could},
}

// told is a deal of five requirements, a promise, a fact nobody confirmed and a question.
func told(t *testing.T, w *wiretest.World) (h *roomtest.House, ids []string) {
	h = roomtest.New(t, w)
	for _, n := range needs {
		r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: n.statement, Kind: n.kind, Priority: n.priority, Group: n.group})
		ids = append(ids, r.ID)
	}
	do(w, "promise.give", thread.Give, thread.NewPromise{Deal: w.Deal, Requirement: ids[2], Words: "The data centre in the country opens in June", Sort: "roadmap", Due: "2026-06-30", Where: "call of 3 March"})
	do(w, "discovery.add-fact", discovery.AddFact, discovery.FactSaid{Deal: w.Deal, Name: "directory", Value: "two forests, one not synchronised", State: discovery.Assumed})
	w.Do("question.ask", func(ctx context.Context, tx *journal.Tx) error {
		return thread.Ask(ctx, tx, &thread.Question{Row: journal.Row{Deal: w.Deal}, Words: "Who runs the directory on their side?", AskedOf: h.People[auth.SE].ID})
	})
	return h, ids
}

// won answers every must and has the list agreed in writing, but for the last requirement.
func won(h *roomtest.House, ids []string) {
	h.Clock.Set(time.Date(2026, 3, 20, 9, 0, 0, 0, time.UTC))
	var items []evaluation.NewItem
	for _, id := range ids[:4] {
		a := do(h.World, "answers.write", answers.Write, answers.Wording{Deal: h.Deal, Requirements: []string{id}, Question: "Can it?", Words: "Yes", Verdict: answers.Affirm})
		do(h.World, "answers.approve", answers.Approve, answers.Approval{ID: a.ID})
		r, err := journal.Load[thread.Requirement](h.Ctx(), h.Reader(), id)
		if err != nil {
			h.T.Fatal(err)
		}
		items = append(items, evaluation.NewItem{Requirement: id, Wording: evaluation.Wording(r)})
	}
	do(h.World, "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: h.Deal, Contact: h.Dana, Decision: evaluation.Agreement, Proof: "reply of 20 March", Items: items})
}

func promise(h *roomtest.House) string {
	all, err := thread.Promises(h.Ctx(), h.Reader(), h.Deal)
	if err != nil || len(all) == 0 {
		h.T.Fatalf("no promise: %v", err)
	}
	return all[0].ID
}
