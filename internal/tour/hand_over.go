package tour

import (
	"slices"

	"throughline/internal/handoff"
)

// handOver is the receiver's review: exceptions first, then the rest by group.
func (l *life) handOver() {
	l.at("2026-06-15 10:00")
	deal := l.deal.ID
	do(l, "jonas", "handoff.query", handoff.Query, handoff.Doubt{Deal: deal, Things: l.needs("edifact"),
		Words: "How many of the 46 EDIFACT carriers send more than 5 MB? The sizing rests on it."})
	do(l, "jonas", "handoff.return", handoff.Return, handoff.Refusal{Deal: deal, Things: l.needs("audit"),
		Reason: "Seven years of trail need storage at Northwind, and the order form names none."})
	do(l, "jonas", "handoff.return", handoff.Return, handoff.Refusal{Deal: deal, Things: l.needs("correction"), Reason: "The carrier portal is beta and not on the order form."})
	do(l, "jonas", "handoff.accept", handoff.Accept, handoff.Acceptance{Deal: deal, Things: l.needs("replay"),
		Condition: "Production gets the 8 partitions that the trial had."})
	if id := l.promised["correction"]; id != "" {
		do(l, "jonas", "handoff.void", handoff.Void, handoff.Voiding{Deal: deal, Thing: id, Proof: "Order form of 12 June, page 3: the carrier portal is excluded."})
	}
	l.say("%s queried, %s and %s returned, %s accepted with a condition", l.key("edifact"), l.key("audit"), l.key("correction"), l.key("replay"))
	l.takeRest("edifact", "audit", "correction", "replay")
	l.say("open: %s", l.review().Why(l.today()))
	l.at("2026-06-17 09:00")
	does(l, "mara", "handoff.answer", handoff.Answer, handoff.Reply{Deal: deal, Thing: l.needs("edifact")[0],
		Answer: "Three of them, 14 to 18 MB, once a day each. Tomás sent one of each on 27 March."})
	do(l, "mara", "handoff.reoffer", handoff.Reoffer, handoff.Retreat{Deal: deal, Things: l.needs("audit"),
		Reason: "Northwind's own storage is position 7 of the order form since 16 June."})
	do(l, "mara", "handoff.withdraw", handoff.Withdraw, handoff.Retreat{Deal: deal, Things: l.needs("correction"), Reason: "Not bought: the portal comes with the renewal, if at all."})
	l.at("2026-06-18 11:00")
	do(l, "jonas", "handoff.accept", handoff.Accept, handoff.Acceptance{Deal: deal, Things: l.needs("edifact", "audit")})
	v := l.review()
	c := v.Count()
	l.say("%s: %d accepted, %d with a condition, %d withdrawn, %d promises open", v.State, c.Accepted, c.WithCondition, c.Withdrawn, c.PromisesOpen)
	if l.err == nil && v.State != handoff.Complete {
		l.fail("the handoff must be complete; it is %s: %s", v.State, v.Why(l.today()))
	}
}

// takeRest accepts, group by group, what is offered still, except the requirements named.
func (l *life) takeRest(except ...string) {
	left := l.needs(except...)
	for _, g := range l.review().Groups(nil) {
		var things []string
		for _, line := range g.Lines {
			if line.State == handoff.Offered && !slices.Contains(left, line.Thing) && line.Waits() {
				things = append(things, line.Thing)
			}
		}
		if len(things) > 0 {
			do(l, "jonas", "handoff.accept", handoff.Accept, handoff.Acceptance{Deal: l.deal.ID, Things: things})
		}
	}
}
