package manual_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/manual"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const model = `workspace "Northwind" {
    model {
        erp = softwareSystem "ERP" "Holds orders" "External"
        relay = softwareSystem "Relay" "Moves events" {
            router = container "Event router" "Orders events" "Go"
        }
        relay -> erp "reads orders from" "SFTP"
        live = deploymentEnvironment "Live" {
            hub = deploymentNode "Hub" "" "Debian" "" 2 {
                containerInstance router
            }
        }
    }
}
`

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// papers are the deal's manuals as text, by their names.
func papers(w *wiretest.World) map[string]string {
	w.T.Helper()
	t, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	docs, err := manual.Area().Documents(w.Ctx(), w.Reader(), &t)
	if err != nil {
		w.T.Fatal(err)
	}
	out := map[string]string{}
	for _, d := range docs {
		text, err := json.Marshal(d)
		if err != nil {
			w.T.Fatal(err)
		}
		out[d.Name] = string(text)
	}
	return out
}

func holds(t *testing.T, what, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%s lacks %q:\n%s", what, w, text)
		}
	}
}

// built is a deal with a model, advice, a check that never ran and a task of the customer's.
func built(w *wiretest.World) {
	r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Leavers are out in 15 minutes", Kind: thread.Security, Priority: thread.Must})
	w.Do("design.import", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.Import(ctx, tx, design.Reading{Deal: w.Deal, Name: "relay.dsl", Source: []byte(model)})
		return err
	})
	do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: "security configuration", Advice: "Sign in through their provider.", Requirements: []string{r.ID}})
	do(w, "delivery.add-task", delivery.AddTask, delivery.NewTask{Deal: w.Deal, Title: "Open port 443", Party: "customer", Owner: w.Dana})
	do(w, "delivery.add-check", delivery.AddCheck, delivery.NewCheck{Deal: w.Deal, Title: "A leaver is out", Method: "Disable one", Requirements: []string{r.ID}})
}

func TestTheBlueprintSaysWhatRunsInTheCustomersEnvironmentAndWhatIsNotKnown(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		if got := papers(w); len(got) != 0 {
			t.Errorf("of nothing: %v", got)
		}
		built(w)
		holds(t, "blueprint", papers(w)["blueprint"], "What runs where", "Hub", "Event router", "Relay", "ERP", "SFTP", "Sign in through their provider", "Open port 443", "NWF-1",
			"The environment as it is: the deal holds no facts", "What the customer provides: not written yet")
		w.Verify()
	})
}

func TestTheConfigurationGuideNamesEveryRequirementOfSecurityThatNothingMeets(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		built(w)
		holds(t, "guide", papers(w)["configuration-guide"], "Settings: not written yet", "Leavers are out in 15 minutes", "nothing yet", "A leaver is out", "never")
		do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "configuration-guide", Title: "Settings", Words: "- scim.interval = 5 min: leavers in 15"})
		if text := papers(w)["configuration-guide"]; strings.Contains(text, "Settings: not written yet") || !strings.Contains(text, "scim.interval = 5 min") {
			t.Errorf("written: %s", text)
		}
		w.Verify()
	})
}

func TestTheRunbookWarnsOfWhatNeverRanAndHoldsTheStepsPeopleWrote(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		built(w)
		k := do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "Start and stop", Words: "1. Stop the router\n2. Wait for the queue"})
		do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "The Monday peak", Words: "Watch eight partitions."})
		holds(t, "runbook", papers(w)["runbook"], "Stop the router", "was never run: A leaver is out", "The Monday peak", "Watch eight partitions", "Roll back: not written yet")
		do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "Start and stop", Revision: k.Revision})
		if strings.Contains(papers(w)["runbook"], "Stop the router") {
			t.Error("a chapter that was emptied stays")
		}
		w.Verify()
	})
}

func TestAManualTakesNoWordsWhereTheDealSpeaks(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		k := do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "Roll back", Words: "Until noon."})
		for what, in := range map[string]manual.Text{
			"a made chapter":   {Manual: "runbook", Title: "What runs where", Words: "x"},
			"no such manual":   {Manual: "cookbook", Title: "Roll back", Words: "x"},
			"no title":         {Manual: "runbook", Words: "x"},
			"nothing to begin": {Manual: "runbook", Title: "Start and stop"},
			"a book of a book": {Manual: "runbook", Title: "Roll back", Words: strings.Repeat("x", 20001)},
		} {
			in.Deal = w.Deal
			_, err := w.Try("manual.write", func(ctx context.Context, tx *journal.Tx) error {
				_, err := manual.Write(ctx, tx, in)
				return err
			})
			if problem.Of(err) != problem.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		do(w, "manual.write", manual.Write, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "Roll back", Words: "Until one.", Revision: k.Revision})
		_, err := w.Try("manual.write", func(ctx context.Context, tx *journal.Tx) error {
			_, err := manual.Write(ctx, tx, manual.Text{Deal: w.Deal, Manual: "runbook", Title: "Roll back", Words: "Until two.", Revision: k.Revision})
			return err
		})
		if problem.Of(err) != problem.Stale {
			t.Errorf("words over newer ones: %v", err)
		}
		w.Verify()
	})
}
