package demo_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func requirement(w *wiretest.World, statement string) thread.Requirement {
	var r thread.Requirement
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Should})
		return err
	})
	return r
}

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) Out {
	w.T.Helper()
	out, err := try(w, act, f, in)
	if err != nil {
		w.T.Fatalf("%s: %v", act, err)
	}
	return out
}

func try[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (Out, error) {
	var out Out
	_, err := w.Try(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out, err
}

func cell(w *wiretest.World, row int, s thread.Station) thread.Cell {
	w.T.Helper()
	t, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	return t.Rows[row].Cells[s]
}

// plan makes a demo in two days with one segment on the requirement.
func plan(w *wiretest.World, status, requirement string) (demo.Demo, demo.Segment) {
	d := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Relay live", HeldAt: clock.At(w.Clock.T.AddDate(0, 0, 2)),
		Contacts: []string{w.Dana}, Persons: []string{"mara"}})
	s := do(w, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: d.ID, Title: "Bulk export", Capability: "bulk export", Status: status, Minutes: 10,
		Requirements: []string{requirement}})
	return d, s
}

func deliver(w *wiretest.World, d demo.Demo, told ...demo.Told) demo.Demo {
	w.Clock.Set(d.HeldAt.Time().Add(time.Hour))
	return do(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: told})
}

func TestShownFollowsTheDemoAndTheLastReactionOfEachStakeholder(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export two million rows before six in the morning")
		d, s := plan(w, "ga", r.ID)
		if got := cell(w, 0, thread.Shown); got.State != thread.Started || got.Verdict.At.After(clock.At(w.Clock.T)) {
			t.Errorf("planned: %v at %v", got.State, got.Verdict.At)
		}
		deliver(w, d, demo.Told{Segment: s.ID, Shown: "part"})
		if got := cell(w, 0, thread.Shown); got.State != thread.Reached || !strings.Contains(got.Verdict.Evidence[0].Text, "in part") {
			t.Errorf("delivered: %v, %v", got.State, got.Verdict.Evidence)
		}
		do(w, "demo.react", demo.React, demo.NewReaction{Segment: s.ID, Contact: w.Dana, Mark: -1, Words: "three clicks too many"})
		got := cell(w, 0, thread.Shown)
		if got.State != thread.Failed || got.Verdict.By != w.Dana || !strings.Contains(got.Verdict.Evidence[len(got.Verdict.Evidence)-1].Text, "three clicks too many") {
			t.Errorf("after a negative reaction: %v by %v, %v", got.State, got.Verdict.By, got.Verdict.Evidence)
		}
		do(w, "demo.react", demo.React, demo.NewReaction{Segment: s.ID, Contact: w.Dana, Mark: 1, Words: "that is better"})
		if got := cell(w, 0, thread.Shown); got.State != thread.Reached {
			t.Errorf("after a better one: %v", got.State)
		}
		_, err := try(w, "demo.withdraw", func(ctx context.Context, tx *journal.Tx, in demo.Withdrawal) (int, error) {
			return 0, demo.Withdraw(ctx, tx, in)
		},
			demo.Withdrawal{ID: d.ID, Why: "it was another customer's"})
		if err != nil {
			t.Fatal(err)
		}
		if got := cell(w, 0, thread.Shown); got.State != thread.Missing {
			t.Errorf("withdrawn: %v", got.State)
		}
		w.Verify()
	})
}

func TestASegmentThatFailedFailsTheStationUntilItIsShownAgain(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Replay a day of events")
		d, s := plan(w, "ga", r.ID)
		deliver(w, d, demo.Told{Segment: s.ID, Shown: "failed"})
		if got := cell(w, 0, thread.Shown).State; got != thread.Failed {
			t.Errorf("failed in the demo: %v", got)
		}
		d2, s2 := plan(w, "ga", r.ID)
		deliver(w, d2, demo.Told{Segment: s2.ID, Shown: "full"})
		if got := cell(w, 0, thread.Shown).State; got != thread.Reached {
			t.Errorf("shown later: %v", got)
		}
		d3, _ := plan(w, "ga", r.ID)
		deliver(w, d3) // nothing told: skipped, and the word of the demo before stands
		if got := cell(w, 0, thread.Shown).State; got != thread.Reached {
			t.Errorf("skipped later: %v", got)
		}
		w.Verify()
	})
}

func TestSayingARoadmapCapabilityIsAPromiseInExactlyTheseWords(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Replay by region")
		d, s := plan(w, "roadmap", r.ID)
		deliver(w, d, demo.Told{Segment: s.ID, Shown: "part", Said: "you will have it in the spring release", Due: "2026-05-31"})
		promises, err := thread.Promises(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(promises) != 1 {
			t.Fatalf("%d promises, %v", len(promises), err)
		}
		if p := promises[0]; p.Words.String() != "you will have it in the spring release" || p.Sort != "roadmap" || p.Requirement != r.ID || p.Due != "2026-05-31" || p.FromID != s.ID {
			t.Errorf("promise %+v", p)
		}
		do(w, "demo.edit-segment", demo.EditSegment, demo.NewSegment{ID: s.ID, Title: s.Title, Status: "roadmap", Shown: "full", Requirements: []string{r.ID},
			Said: "you will have it in the spring release"})
		if promises, _ = thread.Promises(w.Ctx(), w.Reader(), w.Deal); len(promises) != 1 {
			t.Errorf("the same words gave %d promises", len(promises))
		}
		w.Verify()
	})
}

func TestWhatCannotHaveHappenedIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export rows")
		d, s := plan(w, "ga", r.ID)
		react := func(contact string, mark int, words string) error {
			_, err := try(w, "demo.react", demo.React, demo.NewReaction{Segment: s.ID, Contact: contact, Mark: mark, Words: words})
			return err
		}
		refused := func(what string, err error, kind problem.Kind) {
			t.Helper()
			if problem.Of(err) != kind {
				t.Errorf("%s gave %v, want %s", what, err, kind)
			}
		}
		refused("a reaction to a planned demo", react(w.Dana, 1, ""), problem.Refused)
		_, err := try(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID})
		refused("a demo delivered before its time", err, problem.Invalid)
		w.Clock.Set(d.HeldAt.Time().Add(time.Hour))
		_, err = try(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: []demo.Told{{Segment: s.ID, Shown: "full", Said: "it flies"}}})
		refused("a promise of what is there already", err, problem.Invalid)
		_, err = try(w, "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: []demo.Told{{Segment: "another", Shown: "full"}}})
		refused("a segment of another demo", err, problem.Missing)
		deliver(w, d, demo.Told{Segment: s.ID, Shown: "full"})
		refused("a reaction of somebody who did not attend", react(w.Tomas, 1, "fine"), problem.Refused)
		refused("a mark of 3", react(w.Dana, 3, "fine"), problem.Invalid)
		refused("a negative reaction without words", react(w.Dana, -1, ""), problem.Invalid)
		_, err = try(w, "demo.edit", demo.EditDemo, demo.Plan{ID: d.ID, Revision: 1, Title: "x", HeldAt: d.HeldAt})
		refused("a stale edit", err, problem.Stale)
		if err := react(w.Dana, 2, "yes"); err != nil {
			t.Fatal(err)
		}
		_, err = try(w, "demo.edit", demo.EditDemo, demo.Plan{ID: d.ID, Title: "x", HeldAt: d.HeldAt, Contacts: []string{w.Tomas}})
		refused("taking off somebody who reacted", err, problem.Refused)
		other := w.As("mara", "SE")
		other.Who.Workspace = "elsewhere"
		_, err = other.Try("demo.react", func(ctx context.Context, tx *journal.Tx) error {
			_, err := demo.React(ctx, tx, demo.NewReaction{Segment: s.ID, Contact: w.Dana, Mark: 1})
			return err
		})
		refused("another workspace's reaction", err, problem.Missing)
		w.Verify()
	})
}

func TestAnErasedPersonsReactionReadsErasedAndStillCounts(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := requirement(w, "Export rows")
		d, s := plan(w, "ga", r.ID)
		deliver(w, d, demo.Told{Segment: s.ID, Shown: "full"})
		do(w, "demo.react", demo.React, demo.NewReaction{Segment: s.ID, Contact: w.Dana, Mark: -2, Words: "never in my house"})
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		docs, err := demo.Area().Documents(w.Ctx(), w.Reader(), &th)
		if err != nil || len(docs) != 1 {
			t.Fatalf("%d documents, %v", len(docs), err)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		got := cell(w, 0, thread.Shown)
		text := got.Verdict.Evidence[len(got.Verdict.Evidence)-1].Text
		if got.State != thread.Failed || strings.Contains(text, "house") || !strings.Contains(text, "[erased]") {
			t.Errorf("%v with %q", got.State, text)
		}
		w.Verify()
	})
}

func TestAPlannedDemoThatPassedWaitsForItsRecord(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		d, _ := plan(w, "ga", requirement(w, "Export rows").ID)
		if lines, err := demo.Area().Inbox(w.Ctx(), w.Reader(), "mara", w.Today()); err != nil || len(lines) != 0 {
			t.Errorf("before its day: %v, %v", lines, err)
		}
		lines, err := demo.Area().Inbox(w.Ctx(), w.Reader(), "mara", clock.DateOf(d.HeldAt.Time()).AddDays(1))
		if err != nil || len(lines) != 1 || lines[0].Verb != "Record" {
			t.Errorf("after it: %v, %v", lines, err)
		}
	})
}
