package tour

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// goLive asks the gate, decides, and names what is covered and what is not.
func (l *life) goLive() {
	l.finish("2026-09-24")
	l.at("2026-09-24 18:00")
	g := does(l, "jonas", "delivery.add-gate", delivery.AddGate, delivery.NewGate{Deal: l.deal.ID, Name: "Go or no-go", Due: "2026-09-25", Criteria: []delivery.GateCriterion{
		{Kind: delivery.AtStation, Priority: thread.Must, Station: thread.Verified}, {Kind: delivery.NoPromise}, {Kind: delivery.NoBreak},
		{Kind: delivery.SignedByRole, Role: "SA"}, {Kind: delivery.SignedByRole, Role: "Head of IT"}}})
	l.at("2026-09-25 10:00")
	g = does(l, "jonas", "delivery.sign-gate", delivery.SignGate, delivery.GateSignature{Gate: g.ID, Role: "SA"})
	g = does(l, "jonas", "delivery.sign-gate", delivery.SignGate, delivery.GateSignature{Gate: g.ID, Role: "Head of IT", By: l.contact["dana"], Note: "In the meeting of 25 September"})
	t := l.thread()
	for _, f := range delivery.Judge(g, &t.Picture) {
		if !f.Holds {
			l.say("gate: %s does not hold (%s)", f.Says, strings.Join(f.Missing, ", "))
		}
	}
	l.give("onboarding", "A new carrier is taken on within 2 days from release 8.5, by 30 November 2026.", "2026-11-30")
	l.decideGoLive()
	l.at("2026-09-28 06:30")
	l.settle("ines", "season", thread.Settlement{State: thread.PromiseKept, Proof: "Cut-over of 28 September 2026, 04:00 to 06:10; first live event at 06:12"})
}

// give records what Jonas says in the meeting, and takes it over as the receiver.
func (l *life) give(about, words string, due clock.Date) {
	p := does(l, "jonas", "promise.give", thread.Give, thread.NewPromise{Deal: l.deal.ID, Requirement: l.needs(about)[0], Words: words, Sort: "date",
		ToContact: l.contact["dana"], Where: "go-live meeting of 25 September", Due: due})
	does(l, "jonas", "promise.settle", thread.SettlePromise, thread.Settlement{ID: p.ID, State: thread.PromiseTaken})
	l.promised[about] = p.ID
}

// decideGoLive covers what is verified, overrides one by name, and leaves two out by name.
func (l *life) decideGoLive() {
	in := delivery.Decision{Deal: l.deal.ID, Outcome: delivery.GoWithConditions, Persons: l.ours("jonas", "ines"), Contacts: l.theirs("dana"),
		Evidence: "Checks of 23 September; rehearsal of all three waves", Promises: []string{l.promised["season"]}, HypercareUntil: "2026-10-26"}
	late := l.needs("onboarding", "retry")
	for _, r := range reads(l, thread.Requirements) {
		if r.Stands() && r.PostOwed() && !slices.Contains(late, r.ID) {
			in.Requirements = append(in.Requirements, r.ID)
		}
	}
	in.Overrides = []delivery.Override{{Requirement: l.needs("availability")[0], Reason: "A month has to pass before it can be measured; October is.", Until: "2026-11-05"}}
	in.LeftOut = []delivery.LeftOut{{Kind: "requirement", ID: late[0], Reason: "Measured 3 days; goes live with release 8.5."},
		{Kind: "requirement", ID: late[1], Reason: "Waits for release 8.5, as renegotiated on 5 August."},
		{Kind: "promise", ID: l.promised["onboarding"], Reason: "Due on 30 November, with release 8.5."},
		{Kind: "promise", ID: l.promised["retry"], Reason: "Due on 30 November, with release 8.5."}}
	in.Conditions = []delivery.Condition{{Text: "Release 8.5 in production, with the onboarding of a new carrier within 2 days", Owner: l.who["jonas"].Person, Due: "2026-11-30"}}
	d := does(l, "jonas", "delivery.go-live", delivery.Decide, in)
	l.postpone(late[0], thread.Live)
	l.postpone(late[1], thread.Verified)
	l.postpone(late[1], thread.Live)
	l.say("%s: covers %d requirements, one of them overridden; %s and %s are left out; hypercare until %s", d.Outcome, len(d.Requirements),
		l.key("onboarding"), l.key("retry"), d.HypercareUntil)
}

// postpone gives a station of a requirement the date of release 8.5.
func (l *life) postpone(id string, s thread.Station) {
	l.write("jonas", "requirement.date", func(ctx context.Context, tx *journal.Tx) error {
		return thread.SetDate(ctx, tx, id, 0, s, "2026-11-30")
	})
}
