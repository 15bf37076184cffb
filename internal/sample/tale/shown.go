package tale

import (
	"context"

	"throughline/internal/answers"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/journal"
)

// Demo is a showing of the product, planned for a moment.
type Demo struct {
	Word, Title  string
	Kind         string // empty for live
	Day          int
	Hours        string
	Theirs, Ours []string
	Parts        []Part
}

// Part is one segment of a demo, and what came of it once it was held.
type Part struct {
	Word, Title, Capability, Status string
	Minutes                         int
	Needs                           []string
	Shown                           string // empty for full
	Said                            string // words that promise more than the product does
	Due                             clock.Date
}

// Plans puts a demo down with its segments.
func (t *Tale) Plans(d Demo) {
	at := clock.At(t.Calendar.At(d.Day, d.Hours))
	t.act("demo.plan", func(ctx context.Context, tx *journal.Tx) error {
		if d.Kind == "" {
			d.Kind = "live"
		}
		made, err := demo.PlanDemo(ctx, tx, demo.Plan{Deal: t.id("deal"), Title: d.Title, Kind: d.Kind, HeldAt: at, Contacts: t.allIDs(d.Theirs), Persons: t.allIDs(d.Ours)})
		t.ids[d.Word] = made.ID
		return err
	})
	for _, p := range d.Parts {
		t.act("demo.segment", func(ctx context.Context, tx *journal.Tx) error {
			s, err := demo.AddSegment(ctx, tx, demo.NewSegment{Demo: t.id(d.Word), Title: p.Title, Capability: p.Capability, Status: p.Status, Minutes: p.Minutes, Requirements: t.allIDs(p.Needs)})
			t.ids[p.Word] = s.ID
			return err
		})
	}
}

// Shows records that the demo was held as planned, and what became of its segments.
func (t *Tale) Shows(d Demo) {
	t.act("demo.deliver", func(ctx context.Context, tx *journal.Tx) error {
		in := demo.Delivery{ID: t.id(d.Word)}
		promised := ""
		for _, p := range d.Parts {
			shown := p.Shown
			if shown == "" {
				shown = "full"
			}
			if p.Said != "" {
				promised = p.Word + " promise"
			}
			in.Segments = append(in.Segments, demo.Told{Segment: t.id(p.Word), Shown: shown, Said: t.Say(p.Said), Due: p.Due})
		}
		if _, err := demo.Deliver(ctx, tx, in); err != nil || promised == "" {
			return err
		}
		return t.promiseOf(ctx, tx, promised)
	})
}

// Reacts records somebody's reaction to a segment.
func (t *Tale) Reacts(part, contact string, mark int, words string) {
	t.act("demo.react", func(ctx context.Context, tx *journal.Tx) error {
		_, err := demo.React(ctx, tx, demo.NewReaction{Segment: t.id(part), Contact: t.id(contact), Mark: mark, Words: t.Say(words)})
		return err
	})
}

// Answer is a written answer.
type Answer struct {
	Word, Asked, Question, Words string
	Verdict                      answers.Verdict // empty for affirm
	Library                      bool            // an unchanged answer from the library
	Evidence                     string
	Approver                     string
	Needs                        []string
}

// Answers writes an answer.
func (t *Tale) Answers(a Answer) {
	t.act("answers.write", func(ctx context.Context, tx *journal.Tx) error {
		if a.Verdict == "" {
			a.Verdict = answers.Affirm
		}
		made, err := answers.Write(ctx, tx, answers.Wording{Deal: t.id("deal"), Requirements: t.allIDs(a.Needs), Question: t.Say(a.Question), AskedBy: t.id(a.Asked), Words: t.Say(a.Words),
			Verdict: a.Verdict, Evidence: a.Evidence, Standard: a.Library, Approver: t.id(a.Approver)})
		t.ids[a.Word] = made.ID
		return err
	})
}

// Approves approves an answer; beyond says how its words go beyond the standard product.
func (t *Tale) Approves(word, beyond string, due clock.Date) {
	t.act("answers.approve", func(ctx context.Context, tx *journal.Tx) error {
		a, err := answers.Approve(ctx, tx, answers.Approval{ID: t.id(word), Beyond: beyond, Due: due})
		if err != nil || beyond == "" && a.Verdict != answers.Partly {
			return err
		}
		return t.promiseOf(ctx, tx, word+" promise")
	})
}

// WithdrawsAnswer takes an answer out.
func (t *Tale) WithdrawsAnswer(word, why string) {
	t.act("answers.withdraw", func(ctx context.Context, tx *journal.Tx) error {
		return answers.Withdraw(ctx, tx, answers.Withdrawal{ID: t.id(word), Why: t.Say(why)})
	})
}
