package tour

import (
	"bytes"

	"throughline/internal/evaluation"
	"throughline/internal/evaluation/results"
	"throughline/internal/thread"
)

// tests are the criteria, in the order of their keys: C1, C2 …
var tests = []struct {
	of, method, runBy string
	weight            int
	judged            bool
}{
	{"dispatch", "Change 200 stops on the AS/400, take the time to the event in Relay", "tomás", 5, false},
	{"peak", "Play the Monday before Christmas at four times its pace, count what arrives", "tomás", 5, false},
	{"replay", "Replay one whole day into the test TMS", "tomás", 4, false},
	{"once", "Send 10,000 events twice each, count bookings", "tomás", 4, true},
	{"mappings", "Cut wave 1 over to the test environment and back", "jonas", 4, false},
	{"identity", "Lock ten test accounts in Entra, try to go on working", "priya", 4, false},
	{"silence", "Stop a feed, wait for the alert at the desk", "mara", 3, false},
	{"onboarding", "Tomás and a colleague take on one new carrier with a template", "tomás", 3, false},
	{"monitoring", "Stop a worker, wait for the alert in Datadog", "mara", 2, false},
	{"edifact", "Send the three sample messages, the largest padded to 20 MB", "tomás", 2, false},
}

// evaluate runs the evaluation, from its draft to the readout and the waiver.
func (l *life) evaluate() {
	l.at("2026-04-20 10:00")
	e := does(l, "mara", "evaluation.draft", evaluation.DraftEvaluation, evaluation.Plan{Deal: l.deal.ID, Title: "Relay on Northwind's own events", Kind: "poc",
		Scope: "One week of real events, masked, from 12 carriers, into the test TMS.", OutOfScope: "Load on the production AS/400; carriers that mail spreadsheets.",
		Decision: "Northwind can decide whether Relay replaces the old broker before the peak season.", From: "2026-05-04", To: "2026-05-29",
		Environment: []evaluation.Fact{{Name: "Release", Value: "8.3"}, {Name: "Region", Value: "Frankfurt"}, {Name: "Partitions", Value: "8"}},
		Entry:       []string{"Masked events of one week are loaded", "Templates for the ten largest carriers are delivered"}})
	for _, t := range tests {
		does(l, "mara", "evaluation.criterion", evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: e.ID, Requirement: l.needs(t.of)[0],
			Method: t.method, Weight: t.weight, RunBy: l.anybody(t.runBy), Judged: t.judged})
	}
	l.at("2026-04-28 15:00")
	does(l, "mara", "evaluation.agree", evaluation.Agree, evaluation.Step{ID: e.ID})
	l.say("%d criteria, locked on 28 April", len(tests))
	l.at("2026-04-30 17:00")
	l.settle("jonas", "templates", thread.Settlement{State: thread.PromiseKept, Proof: "Ten templates in Northwind's repository, checked by Tomás Rey on 30 April"})
	for n := range 2 {
		does(l, "mara", "evaluation.entry", evaluation.MarkEntry, evaluation.EntryMark{ID: e.ID, Number: n + 1, Done: true})
	}
	l.at("2026-05-04 09:00")
	does(l, "mara", "evaluation.start", evaluation.Start, evaluation.Step{ID: e.ID})
	l.at("2026-06-01 10:00")
	l.results(e.ID)
	l.at("2026-06-02 14:00")
	does(l, "mara", "evaluation.readout", evaluation.ReadOut, evaluation.Step{ID: e.ID})
	l.waive()
	does(l, "mara", "evaluation.claim", evaluation.ClaimWin, evaluation.Claim{Deal: l.deal.ID, Contact: l.contact["dana"], Words: "From my side we are done here. You have it."})
	l.say("Dana Whitfield said the win; said is not signed")
	does(l, "mara", "evaluation.close", evaluation.Close, evaluation.Step{ID: e.ID, Words: "Nine of ten passed; replay is waived until it runs in parallel."})
	l.refer()
}

// anybody is a contact's or person's id by first name.
func (l *life) anybody(name string) string {
	if id := l.contact[name]; id != "" {
		return id
	}
	return l.who[name].Person
}

// results takes the file of results in.
func (l *life) results(e string) {
	raw := l.read(resultsFile)
	if l.err != nil {
		return
	}
	runs, faults, err := results.Read(bytes.NewReader(raw))
	if err != nil {
		l.fail("%s: %s", resultsFile, err)
		return
	}
	l.whole(resultsFile, faults)
	done := does(l, "mara", "evaluation.import", results.Import, results.Runs{Evaluation: e, Rows: runs})
	l.whole(resultsFile, done.Faults)
	l.say("%s: %d results recorded", resultsFile, done.Recorded)
	for _, t := range reads(l, evaluation.Trials) {
		if t.Result == nil {
			l.fail("%s holds no result of %s", resultsFile, t.Criterion.Key())
			continue
		}
		l.say("%s %s", t.Criterion.Key(), t.Measured(*t.Result))
	}
}

// waive: the customer lets the one criterion go that failed.
func (l *life) waive() {
	var failed []evaluation.Trial
	for _, t := range reads(l, evaluation.Trials) {
		if t.Outcome == evaluation.Failed {
			failed = append(failed, t)
		}
	}
	if l.err == nil && (len(failed) != 1 || failed[0].Criterion.Requirement != l.required["replay"]) {
		l.fail("%s must fail one criterion, that of replay; it fails %d", resultsFile, len(failed))
	}
	if l.err != nil {
		return
	}
	does(l, "mara", "evaluation.waive", evaluation.Waive, evaluation.NewWaiver{Criterion: failed[0].Criterion.ID, Contact: l.contact["dana"],
		Reason: "We can live with it until August, if the promise of parallel replay goes into the signature."})
	l.say("%s waived by Dana Whitfield; the station stays failed", failed[0].Criterion.Key())
}

// refer records the ground of what four weeks cannot prove.
func (l *life) refer() {
	does(l, "mara", "evaluation.ground", evaluation.AddGround, evaluation.NewGround{Requirement: l.needs("availability")[0], Kind: "reference", Who: "Baltica Haulage",
		Where: "Service report of 2025, 99.95 % in the worst month", On: "2026-05-20", Reason: "A month's availability cannot be proven in four weeks of trial; a year of a like customer's is on paper."})
	l.say("%s: Baltica Haulage is the reference", l.key("availability"))
}
