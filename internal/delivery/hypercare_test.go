package delivery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func ends(in delivery.HypercareEnd) func(context.Context, *journal.Tx) error {
	return func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.EndHypercare(ctx, tx, in)
		return err
	}
}

func TestHypercareEndsOnceAndNotBeforeItBegan(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		g := watched(w)
		const act = "delivery.end-hypercare"
		begun := clock.DateOf(g.At.Time())
		w.Clock.Set(g.At.Time().AddDate(0, 0, 20))
		if all := waits(w, begun.AddDays(20)); !strings.Contains(all, "Hypercare was planned until "+string(g.HypercareUntil)) {
			t.Errorf("the inbox of the SA holds %q", all)
		}
		for name, in := range map[string]struct {
			end   delivery.HypercareEnd
			kind  problem.Kind
			words string
		}{
			"without a word":         {delivery.HypercareEnd{ID: g.ID}, problem.Invalid, "how"},
			"in the future":          {delivery.HypercareEnd{ID: g.ID, How: "Calm", On: begun.AddDays(21)}, problem.Invalid, "in the future"},
			"before the decision":    {delivery.HypercareEnd{ID: g.ID, How: "Calm", On: begun.AddDays(-1)}, problem.Invalid, "before the decision"},
			"on no day":              {delivery.HypercareEnd{ID: g.ID, How: "Calm", On: "soon"}, problem.Invalid, "ended_on"},
			"of a decision not here": {delivery.HypercareEnd{ID: "nothing", How: "Calm"}, problem.Missing, ""},
			"a stale one":            {delivery.HypercareEnd{ID: g.ID, How: "Calm", Revision: 99}, problem.Stale, ""},
		} {
			t.Log(name)
			refused(w, act, in.kind, ends(in.end), in.words)
		}
		receipt := w.Do(act, ends(delivery.HypercareEnd{ID: g.ID, How: "Two calls in three weeks; their desk runs it"}))
		refused(w, act, problem.Refused, ends(delivery.HypercareEnd{ID: g.ID, How: "Again"}), "already")
		if all := waits(w, begun.AddDays(20)); strings.Contains(all, "Hypercare") {
			t.Errorf("after its end the inbox holds %q", all)
		}
		if got := decisionOf(w, g.ID); got.HypercareEnded != begun.AddDays(20) || got.InHypercare() {
			t.Errorf("%+v", got)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		if !decisionOf(w, g.ID).InHypercare() {
			t.Error("undone, and it is still over")
		}
		w.Do("delivery.withdraw-go-live", func(ctx context.Context, tx *journal.Tx) error {
			return delivery.WithdrawDecision(ctx, tx, g.ID, 0, "Rolled back")
		})
		refused(w, act, problem.Refused, ends(delivery.HypercareEnd{ID: g.ID, How: "Calm"}), "no hypercare")
		w.Verify()
	})
}

// watched is a decision to go live with two weeks of hypercare, in a deal whose SA is jonas.
func watched(w *wiretest.World) delivery.GoLive {
	w.T.Helper()
	bare := need(w, "Show the map", nil)
	sign(w)
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := journal.Load[account.Opportunity](ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SA, d.Phase = "jonas", account.Won
		return journal.Update(ctx, tx, &d)
	})
	w.Do("delivery.go-live", decide(w, delivery.Decision{Outcome: delivery.Go, Requirements: []string{bare},
		Overrides: []delivery.Override{{Requirement: bare, Reason: "Shown on their screens"}}, HypercareUntil: clock.DateOf(w.Clock.T).AddDays(14)}))
	all, err := delivery.Decisions(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 1 {
		w.T.Fatal(len(all), err)
	}
	return all[0]
}

func decisionOf(w *wiretest.World, id string) delivery.GoLive {
	w.T.Helper()
	g, err := journal.Load[delivery.GoLive](w.Ctx(), w.Reader(), id)
	if err != nil {
		w.T.Fatal(err)
	}
	return g
}

// waits is what the SA's inbox holds, as one text.
func waits(w *wiretest.World, today clock.Date) (out string) {
	w.T.Helper()
	all, err := delivery.Inbox(w.Ctx(), w.Reader(), "jonas", today)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, x := range all {
		out += x.What + "\n"
	}
	return out
}
