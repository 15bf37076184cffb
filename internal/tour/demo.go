package tour

import (
	"throughline/internal/clock"
	"throughline/internal/demo"
)

// part is one segment of a demo.
type part struct {
	title, capability, status string
	shows                     []string
	said                      string // of what is not generally available: a promise
	due                       clock.Date
}

// mark is a stakeholder's reaction to a segment, by its place.
type mark struct {
	place int
	who   string
	mark  int
	words string
}

// demos are held twice: what failed in the first is shown again in the second.
func (l *life) demos() {
	l.at("2026-03-26 09:00")
	l.show("Relay for dispatch and integration", "2026-03-27 13:00", []string{"dana", "tomás", "priya"}, []part{
		{"A change on the AS/400 reaches Relay", "AS/400 reader", "ga", []string{"dispatch", "silence"}, "", ""},
		{"Replay of a day for one carrier", "Event store", "ga", []string{"replay"}, "", ""},
		{"Delivery to billing", "Delivery workers", "ga", []string{"once"}, "", ""},
		{"Sign-in through Entra", "Carrier console", "ga", []string{"identity", "no local accounts"}, "", ""},
		{"A carrier looks at its own events", "Carrier console", "ga", []string{"carrier page"}, "", ""},
		{"A carrier corrects a rejected message", "Carrier portal", "beta", []string{"correction"},
			"Carriers will correct rejected messages themselves from June.", "2026-06-30"},
	}, []mark{
		{1, "tomás", 2, "That is the first time I see a stop change before the driver calls."},
		{2, "tomás", 1, "Good. I want to see the time it takes."},
		{3, "tomás", -1, "I saw the same delivery twice on your own screen."},
		{4, "priya", 1, "No password anywhere. Fine."},
		{5, "dana", 1, "Our carriers would like that."},
		{6, "dana", 0, "Beta is beta."},
	})
	l.at("2026-04-09 09:00")
	l.show("Delivery to billing, once", "2026-04-10 13:00", []string{"tomás"}, []part{
		{"The same event sent twice, delivered once", "Delivery workers", "ga", []string{"once"}, "", ""},
	}, []mark{{1, "tomás", 1, "Sent twice, booked once. That is what I need."}})
	if p := reads(l, findPromise("from June")); p != "" {
		l.promised["correction"] = p
	} else {
		l.fail("what was said of the beta was not recorded as a promise")
	}
}

// show plans a demo, delivers it and records the reactions.
func (l *life) show(title, held string, who []string, parts []part, marks []mark) {
	d := does(l, "mara", "demo.plan", demo.PlanDemo, demo.Plan{Deal: l.deal.ID, Title: title, Kind: "live", HeldAt: l.instant(held),
		Contacts: l.theirs(who...), Persons: l.ours("mara", "jonas")})
	told, ids := []demo.Told{}, []string{}
	for _, p := range parts {
		s := does(l, "mara", "demo.segment", demo.AddSegment, demo.NewSegment{Demo: d.ID, Title: p.title, Capability: p.capability, Status: p.status,
			Minutes: 10, Requirements: l.needs(p.shows...)})
		told, ids = append(told, demo.Told{Segment: s.ID, Shown: "full", Said: p.said, Due: p.due}), append(ids, s.ID)
	}
	day := held[:len("2006-01-02")]
	l.at(day + " 14:15")
	does(l, "mara", "demo.deliver", demo.Deliver, demo.Delivery{ID: d.ID, Segments: told})
	against := 0
	for _, m := range marks {
		does(l, "mara", "demo.react", demo.React, demo.NewReaction{Segment: ids[m.place-1], Contact: l.theirs(m.who)[0], Mark: m.mark, Words: m.words})
		if m.mark < 0 {
			against++
			l.say("%s: “%s”", parts[m.place-1].title, m.words)
		}
	}
	l.say("%s, %s: %s, %s, %d against", day, title, count(len(parts), "segment"), count(len(marks), "reaction"), against)
}
