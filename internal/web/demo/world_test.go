package demo_test

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"throughline/internal/answers"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/clock"
	core "throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

const room = "/deals/NWF/demo"

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// heard is a deal with its requirements and people.
func heard(t testing.TB, w *wiretest.World) (*roomtest.House, []thread.Requirement) {
	h := roomtest.New(t, w)
	var all []thread.Requirement
	for _, n := range []struct {
		statement string
		kind      thread.Kind
		priority  thread.Priority
	}{
		{"A planner sees a late truck within a minute", thread.Functional, thread.Must},
		{"Twenty-four hours of events are replayed within one hour", thread.Functional, thread.Must},
		{"A planner changes a route on the phone", thread.Functional, thread.Should},
		{"Keys stay in Northwind’s own hardware module", thread.Security, thread.Must},
		{"Data stays in Norway", thread.Constraint, thread.Must},
		{"Logs are kept for ten years", thread.Data, thread.Should},
	} {
		all = append(all, do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: n.statement, Kind: n.kind, Priority: n.priority}))
	}
	return h, all
}

// planned is a demo of three segments for tomorrow.
func planned(h *roomtest.House, all []thread.Requirement) (core.Demo, []core.Segment) {
	d := do(h.World, "demo.plan", core.PlanDemo, core.Plan{Deal: h.Deal, Title: "Relay with their own trucks", HeldAt: clock.At(wiretest.Start.AddDate(0, 0, 1)), Contacts: []string{h.Dana, h.Tomas},
		Persons: []string{h.People[auth.SE].ID, h.People[auth.AE].ID}})
	var out []core.Segment
	for _, s := range []core.NewSegment{
		{Title: "A late truck on the map", Capability: "live map", Status: "ga", Minutes: 15, Requirements: []string{all[0].ID}},
		{Title: "Replay of a day", Capability: "replay", Status: "beta", Minutes: 10, Requirements: []string{all[1].ID}},
		{Title: "The planner’s phone", Capability: "mobile", Status: "roadmap", Minutes: 5, Requirements: []string{all[2].ID}},
	} {
		s.Demo = d.ID
		out = append(out, do(h.World, "demo.segment", core.AddSegment, s))
	}
	return d, out
}

// delivered is the demo held, with a promise made and reactions of both kinds.
func delivered(h *roomtest.House, d core.Demo, s []core.Segment) {
	h.Clock.Set(time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC))
	do(h.World, "demo.deliver", core.Deliver, core.Delivery{ID: d.ID, Segments: []core.Told{{Segment: s[0].ID, Shown: "full"},
		{Segment: s[1].ID, Shown: "part", Said: "Stopping a replay half way is in the May release", Due: "2026-05-31"}, {Segment: s[2].ID, Shown: "skipped"}}})
	for _, x := range []core.NewReaction{{Segment: s[0].ID, Contact: h.Tomas, Mark: 2, Words: "That is what I have wanted for three years."}, {Segment: s[0].ID, Contact: h.Dana, Mark: 1},
		{Segment: s[1].ID, Contact: h.Tomas, Mark: -1, Words: "If I cannot stop it, I cannot use it on a Monday."}} {
		do(h.World, "demo.react", core.React, x)
	}
}

// written are answers of each state: one approved, one in part that waits for the SA, one draft.
func written(h *roomtest.House, all []thread.Requirement) (out []answers.Answer) {
	for _, a := range []answers.Wording{
		{Requirements: []string{all[3].ID}, Question: "Can we hold our own keys?", AskedBy: h.Tomas, Words: "Yes. Relay uses PKCS#11 and never sees the key.", Verdict: answers.Affirm, Evidence: "https://docs.example/keys"},
		{Requirements: []string{all[5].ID}, Question: "How long are logs kept?", Words: "Seven years today. Ten years with an archive bucket of yours.", Verdict: answers.Partly, Approver: h.People[auth.SA].ID},
		{Requirements: []string{all[4].ID}, Words: "Data stays in the region you choose; Oslo is one.", Verdict: answers.Affirm, Standard: true},
	} {
		a.Deal = h.Deal
		out = append(out, do(h.World, "answers.write", answers.Write, a))
	}
	out[0] = do(h.World, "answers.approve", answers.Approve, answers.Approval{ID: out[0].ID, Beyond: "wording"})
	return out
}

// form makes a form of pairs.
func form(pairs ...string) url.Values {
	f := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Add(pairs[i], pairs[i+1])
	}
	return f
}

// holds fails for what a page must hold and does not, or must not and does ("-" before it).
func holds(t *testing.T, what, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		w, not := strings.CutPrefix(w, "-")
		if has := strings.Contains(body, w); has == not {
			t.Errorf("%s: that it holds %q is %v", what, w, has)
		}
	}
}
