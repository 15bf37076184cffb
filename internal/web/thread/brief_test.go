package thread_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
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

// minute is the part of a deal's page that says it in a minute, without markup's spaces.
func minute(t *testing.T, v *roomtest.Visitor, query string) string {
	t.Helper()
	status, body := v.Get("/deals/NWF" + query)
	if status != 200 {
		t.Fatalf("%s: %d", query, status)
	}
	_, part, ok := strings.Cut(body, `id="brief"`)
	if !ok {
		return ""
	}
	part, _, _ = strings.Cut(part, "</section>")
	return strings.ReplaceAll(part, "\u00a0", " ")
}

func holds(t *testing.T, what, part string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(part, w) {
			t.Errorf("%s does not hold %q: %s", what, w, part)
		}
	}
}

func TestADealSaysInAMinuteWhatWasPromisedAndWhatIsAtRisk(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		sa := h.Enter(t, auth.SA)
		if part := minute(t, sa, ""); part != "" {
			t.Errorf("a deal without requirements says %s", part)
		}
		r := do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Staff sign in with their company account", Kind: thread.Security, Priority: thread.Must})
		holds(t, "what is only heard", minute(t, sa, ""), "1 requirement heard, none agreed to in writing; nothing beyond the standard product.")
		first := do(w, "promise.give", thread.Give, thread.NewPromise{Deal: w.Deal, Requirement: r.ID, Words: "Single sign-on by the first of June", Sort: "date", Due: "2026-06-01", Where: "call of 3 March"})
		w.Clock.Set(time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC))
		do(w, "handoff.sign", handoff.Sign, handoff.Signature{Deal: w.Deal, Receiver: h.People[auth.SA].ID})
		holds(t, "what was sold", minute(t, sa, ""), "1 requirement sold on ", "0 agreed to in writing; 1 promise beyond the standard product.", "0 accepted")
		w.Clock.Set(time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC))
		do(w, "promise.settle", thread.SettlePromise, thread.Settlement{ID: first.ID, State: thread.PromiseBroken, Why: "The directory is late"})
		holds(t, "what is broken", minute(t, sa, ""), "1 promise broken", "“Single sign-on by the first of June”", ">broken<", "by 1 Jun", "/deals/NWF/promises/"+first.ID)
		if part := minute(t, sa, "?asof=1"); !strings.Contains(part, "heard, none agreed") || strings.Contains(part, "broken") {
			t.Errorf("as of its second day the deal says %s", part)
		}
		w.Verify()
	})
}
