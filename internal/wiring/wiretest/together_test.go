package wiretest_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

type act func(context.Context, *journal.Tx) error

// Two people press the same button at the same moment. One of them did it; the other is told so
// in words, and it is done once.
func TestTwoPeopleDoTheSameStepAtOnce(t *testing.T) {
	for _, step := range []struct {
		name  string
		ready func(w *wiretest.World) act
		count func(ctx context.Context, r *journal.Reader, deal string) (int, error)
	}{
		{"accept a candidate", candidate, of[thread.Requirement]},
		{"record a call of one file", sameCall, of[discovery.Call]},
		{"merge two accounts", merging, merged},
		{"deliver a demo", delivering, of[demo.Demo]},
		{"start an evaluation", starting, of[evaluation.Evaluation]},
		{"record the signature", signing, of[handoff.Handoff]},
		{"reword a requirement that both have read", rewording, of[thread.Requirement]},
	} {
		t.Run(step.name, func(t *testing.T) {
			wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
				do := step.ready(w)
				errs := atOnce(w, do)
				done := 0
				for _, err := range errs {
					switch problem.Of(err) {
					case problem.Internal:
						if err != nil {
							t.Errorf("no sentence: %v", err)
						}
						done++
					case problem.Refused, problem.Stale:
						if p := problem.As(err); len(strings.Fields(p.What)) < 4 || !strings.HasSuffix(p.What, ".") {
							t.Errorf("said %q", p.What)
						}
					default:
						t.Errorf("%s: %v", problem.Of(err), err)
					}
				}
				n, err := step.count(w.Ctx(), w.Reader(), w.Deal)
				if done != 1 || n != 1 || err != nil {
					t.Errorf("done by %d, there %d times (%v): %v", done, n, err, errs)
				}
				w.Verify()
			})
		})
	}
}

// atOnce lets four people begin together.
func atOnce(w *wiretest.World, do act) []error {
	var ready, all sync.WaitGroup
	errs := make([]error, 4)
	ready.Add(1)
	for i := range errs {
		all.Go(func() {
			ready.Wait()
			_, errs[i] = w.Journal.Write(w.Ctx(), w.Who, "step", do)
		})
	}
	ready.Done()
	all.Wait()
	return errs
}

func of[T any](ctx context.Context, r *journal.Reader, deal string) (int, error) {
	all, err := journal.List[T](ctx, r, deal)
	return len(all), err
}

func spoken(w *wiretest.World) discovery.Recording {
	w.T.Helper()
	script, err := discovery.ReadScript(strings.NewReader("Dana Whitfield: We need to read dispatch changes within five seconds."), "call.txt")
	if err != nil {
		w.T.Fatal(err)
	}
	return discovery.Recording{Deal: w.Deal, Title: "First call", HeldAt: clock.At(wiretest.Start), Consent: "given", Contacts: []string{w.Dana}, Script: script}
}

func candidate(w *wiretest.World) act {
	call := do(w, "discovery.record", discovery.Record, spoken(w)).Call
	found, err := discovery.OfCall(w.Ctx(), w.Reader(), call.ID)
	if err != nil || len(found) != 1 {
		w.T.Fatalf("%d candidates, %v", len(found), err)
	}
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: found[0].ID})
		return err
	}
}

func sameCall(w *wiretest.World) act {
	in := spoken(w)
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.Record(ctx, tx, in)
		return err
	}
}

func merging(w *wiretest.World) act {
	ids := map[string]string{}
	w.Do("account.add", func(ctx context.Context, tx *journal.Tx) error {
		for _, name := range []string{"GTX Pro", "GTXPro"} {
			a := account.Account{Name: name}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			ids[name] = a.ID
		}
		return nil
	})
	return func(ctx context.Context, tx *journal.Tx) error {
		return account.MergeAccounts(ctx, tx, account.Merge{Into: ids["GTX Pro"], From: ids["GTXPro"]})
	}
}

// merged counts the accounts that were merged into another.
func merged(ctx context.Context, r *journal.Reader, _ string) (int, error) {
	all, err := store.List[string](ctx, r.Q, store.SQL(`SELECT id FROM account WHERE workspace = $1 AND merged_into <> ''`), r.Workspace)
	return len(all), err
}

func delivering(w *wiretest.World) act {
	d := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Relay live", HeldAt: clock.At(w.Clock.T), Contacts: []string{w.Dana}})
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := demo.Deliver(ctx, tx, demo.Delivery{ID: d.ID})
		return err
	}
}

func starting(w *wiretest.World) act {
	in := replay
	in.Deal = w.Deal
	r := do(w, "requirement.add", thread.Add, in)
	e := do(w, "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: w.Deal, Title: "Two weeks on their data", Decision: "Whether Relay replaces the job", From: "2026-03-01", To: "2026-03-20"})
	do(w, "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: r.ID, Weight: 5})
	do(w, "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := evaluation.Start(ctx, tx, evaluation.Step{ID: e.ID})
		return err
	}
}

func signing(w *wiretest.World) act {
	in := replay
	in.Deal = w.Deal
	do(w, "requirement.add", thread.Add, in)
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := handoff.Sign(ctx, tx, handoff.Signature{Deal: w.Deal, Receiver: "jonas"})
		return err
	}
}

func rewording(w *wiretest.World) act {
	in := replay
	in.Deal = w.Deal
	r := do(w, "requirement.add", thread.Add, in)
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: r.Statement + " again", Kind: r.Kind, Priority: r.Priority})
		return err
	}
}
