package tour

import (
	"throughline/internal/discovery"
	"throughline/internal/thread"
)

// secondCall keeps Mara's notes of the second call and decides on what they hold.
func (l *life) secondCall() {
	l.at("2026-03-18 16:30")
	call := l.record(notesFile, discovery.Recording{Title: "Second call", Kind: "notes", HeldAt: l.instant("2026-03-18 13:00"),
		Contacts: l.theirs("dana", "tomás"), People: l.ours("mara", "jonas")})
	l.choose(call.ID, discovery.Need, []choice{
		{name: "monitoring", words: []string{"Datadog"}, group: "Running it", statement: "Send monitoring to Northwind's Datadog, alerts within 1 minute"},
		{name: "edifact", words: []string{"EDIFACT", "20 MB"}, group: "Events"},
		{name: "test environment", words: []string{"test environment"}, group: "Moving over", statement: "Provide a test environment in the EU with masked data"},
		{words: []string{"non-production copy"}, into: "test environment"},
		{name: "correction", words: []string{"correct a rejected message"}, group: "Carriers", statement: "Let carriers correct a rejected message themselves in the portal"},
		{name: "dark mode", words: []string{"dark mode"}, group: "Running it", statement: "Offer a dark mode", priority: thread.Wont},
	})
	l.choose(call.ID, discovery.AsIs, []choice{
		{name: "how carriers send", words: []string{"OFTP2"}, value: "46 by EDIFACT over OFTP2, 11 by the REST API, the rest by spreadsheet"},
		{name: "the old broker", words: []string{"out of support"}, value: "out of support since January; two people look after it"},
	})
	l.choose(call.ID, discovery.Promise, []choice{{name: "sizing", words: []string{"sizing sheet"}, due: "2026-03-25"}})
	l.tellCall(call.ID)
	l.at("2026-03-24 11:00")
	l.settle("jonas", "sizing", thread.Settlement{State: thread.PromiseKept, Proof: "Sizing sheet, version 1, sent to Tomás Rey on 24 March"})
	l.verifyMappings()
}

// verifyMappings: Jonas counts what Tomás had stated.
func (l *life) verifyMappings() {
	for _, f := range reads(l, discovery.Facts) {
		if f.Name == "mappings in the old broker" {
			does(l, "jonas", "discovery.verify-fact", discovery.VerifyFact, discovery.FactVerified{ID: f.ID, How: "Counted in the export of the broker's packages"})
			l.say("fact verified: %s", f)
			return
		}
	}
	l.fail("the fact about the mappings is gone")
}
