package delivery_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

func TestTheInboxHoldsWhatIsDueAndNothingElse(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		today := w.Today()
		addTask(w, delivery.NewTask{Title: "late", Owner: "jonas", Due: today.AddDays(-1)})
		addTask(w, delivery.NewTask{Title: "soon", Owner: "jonas", Due: today.AddDays(7)})
		addTask(w, delivery.NewTask{Title: "far", Owner: "jonas", Due: today.AddDays(8)})
		addTask(w, delivery.NewTask{Title: "another's", Owner: "mara", Due: today})
		addTask(w, delivery.NewTask{Title: "without a date", Owner: "jonas"})
		r := need(w, "Export 2 M rows", minutes(10))
		w.Do("delivery.derive-checks", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.DeriveChecks(ctx, tx, delivery.Derivation{Deal: w.Deal, Requirements: []string{r}, Who: "jonas"})
			return err
		})
		lines := func() (out []string) {
			got, err := delivery.Inbox(w.Ctx(), w.Reader(), "jonas", w.Today())
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range got {
				out = append(out, l.What)
			}
			return out
		}
		if got := lines(); len(got) != 2 || !strings.Contains(got[0], "“late” was due") || !strings.Contains(got[1], "“soon” is due") {
			t.Errorf("%q", got)
		}
		change := func(do func(*account.Opportunity)) {
			w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
				d, err := account.Deal(ctx, tx, w.Deal)
				if err != nil {
					return err
				}
				do(&d)
				return journal.Update(ctx, tx, &d)
			})
		}
		change(func(d *account.Opportunity) { d.GoLiveOn = today.AddDays(14) })
		if got := lines(); len(got) != 3 || !strings.Contains(got[2], "has no result") {
			t.Errorf("near go-live: %q", got)
		}
		change(func(d *account.Opportunity) { d.Phase = account.Lost })
		if got := lines(); len(got) != 0 {
			t.Errorf("of a lost deal: %q", got)
		}
		w.Verify()
	})
}

func TestDocumentsSayWhatIsKnownAndWhatIsNot(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		papers := func() map[string]string {
			th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
			if err != nil {
				t.Fatal(err)
			}
			docs, err := delivery.Documents(w.Ctx(), w.Reader(), &th)
			if err != nil {
				t.Fatal(err)
			}
			out := map[string]string{}
			for _, d := range docs {
				raw, _ := json.Marshal(d.Blocks)
				out[d.Name] = string(raw)
			}
			return out
		}
		if got := papers(); len(got) != 0 {
			t.Errorf("a deal without delivery has %d documents", len(got))
		}
		one, two := need(w, "Export 2 M rows", minutes(10)), need(w, "Show the map", nil)
		sign(w)
		addTask(w, delivery.NewTask{Title: "Set four workers", Owner: w.Tomas, Party: "customer", Due: w.Today().AddDays(-3), Requirements: []string{one}})
		w.Do("delivery.derive-checks", func(ctx context.Context, tx *journal.Tx) error {
			made, err := delivery.DeriveChecks(ctx, tx, delivery.Derivation{Deal: w.Deal, Requirements: []string{one}})
			if err != nil {
				return err
			}
			v := 8.5
			_, err = delivery.RecordResult(ctx, tx, delivery.NewResult{Check: made[0].ID, Value: &v})
			return err
		})
		w.Do("delivery.go-live", decide(w, delivery.Decision{Outcome: delivery.Go, Requirements: []string{one}, HypercareUntil: "2026-06-01",
			LeftOut: []delivery.LeftOut{{Kind: "requirement", ID: two, Reason: "second phase"}}}))
		got := papers()
		for name, holds := range map[string][]string{
			"deployment-plan":   {"Set four workers", "Tomás Rey", "NWF-1", "NWF-2", "has no task", "2026-12-15"},
			"go-live-checklist": {"8.5 min", "passed", "no check"},
			"go-live-decision":  {"Dana Whitfield", "second phase", "Hypercare until 2026-06-01", "Export 2 M rows"},
			"status-report":     {"Late tasks", "1 of 2", "Breaks"},
		} {
			for _, h := range holds {
				if !strings.Contains(got[name], h) {
					t.Errorf("%s does not say %q", name, h)
				}
			}
		}
		w.Verify()
	})
}
