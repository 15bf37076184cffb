package tour

import (
	"context"

	"throughline/internal/design"
	"throughline/internal/journal"
)

// satisfies says which element of the model, by its name there, meets which requirements.
var satisfies = []struct {
	element string
	needs   []string
}{
	{"AS/400 reader", []string{"dispatch"}},
	{"EDI gateway", []string{"edifact"}},
	{"Event router", []string{"peak", "once"}},
	{"Event store", []string{"replay"}},
	{"Transform workers", []string{"mappings", "test environment"}},
	{"Delivery workers", []string{"retry", "once", "silence"}},
	{"Carrier console", []string{"identity", "no local accounts", "onboarding"}},
	{"AWS eu-central-1", []string{"eu", "test environment"}},
	{"relay-prod", []string{"availability"}},
}

// rulings are the decisions of the design.
var rulings = []struct {
	needs []string
	design.Wording
}{
	{[]string{"replay"}, design.Wording{Title: "Replay all partitions in parallel", Context: "One day replays in 91 minutes, one partition after the other; one hour is asked.",
		Drivers: []string{"One hour for a day", "Order within a shipment must hold"},
		Options: []design.Option{{Title: "Partitions in parallel", Good: "A shipment lives in one partition, so order holds", Bad: "Needs release 8.4"},
			{Title: "A second store for replay", Good: "Runs on 8.3", Bad: "Twice the data, twice the care"}},
		Outcome:      "Partitions in parallel, because order within a shipment holds without further work.",
		Consequences: "Replay waits for release 8.4; production keeps 8 partitions.", Confirmation: "The replay of a whole day before go-live."}},
	{[]string{"monitoring"}, design.Wording{Title: "Send metrics to Northwind's Datadog by OTLP", Context: "Nobody opens the Grafana board; alerts must reach Datadog within a minute.",
		Options: []design.Option{{Title: "OTLP push", Good: "Seconds, and no way in", Bad: "One more way out"}, {Title: "Scraping", Good: "Known", Bad: "Opens a way in"}},
		Outcome: "OTLP push, because nothing of ours may be reached from outside.", Consequences: "The egress proxy lets one more address through.", Confirmation: "An alert on a stopped worker."}},
	{[]string{"audit"}, design.Wording{Title: "Export the audit trail each night to Northwind's storage", Context: "Relay keeps its trail for 400 days; seven years are asked.",
		Options: []design.Option{{Title: "Northwind's storage", Good: "Theirs to keep and to show the auditor", Bad: "They watch its space"}, {Title: "Longer retention in Relay", Good: "One place", Bad: "Not on the order form"}},
		Outcome: "Northwind's storage, position 7 of the order form.", Consequences: "Northwind sets the retention lock.", Confirmation: "The lock reads 7 years."}},
}

// design reads the model, links it to requirements, decides, and has it approved.
func (l *life) design() {
	l.at("2026-06-22 10:00")
	raw := l.read(modelFile)
	r := does(l, "jonas", "design.import", design.Import, design.Reading{Deal: l.deal.ID, Name: modelFile, Source: raw})
	l.say("%s: %d elements, %d relationships, %d warnings", modelFile, r.Elements, r.Relationships, len(r.Warnings))
	l.at("2026-06-24 14:00")
	l.satisfy()
	for _, d := range rulings {
		d.Makers = append(l.ours("jonas"), l.theirs("tomás")...)
		made := does(l, "jonas", "design.add-decision", design.AddDecision, design.NewDecision{Deal: l.deal.ID, Requirements: l.needs(d.needs...), Wording: d.Wording})
		does(l, "jonas", "design.decide", design.Decide, design.Ruling{ID: made.ID, Status: design.Accepted})
		l.say("%s accepted: %s", made.Key(), d.Title)
	}
	l.elsewhere()
	l.approve()
}

func (l *life) satisfy() {
	named := map[string]design.Element{}
	for _, e := range reads(l, design.Elements) {
		if e.Of == "" {
			named[e.Name] = e
		}
	}
	for _, s := range satisfies {
		e, ok := named[s.element]
		if !ok {
			l.fail("%s holds no element called %q; the story needs it", modelFile, s.element)
			return
		}
		do(l, "jonas", "design.satisfy", design.Satisfy, design.Satisfaction{Kind: "element", ID: e.ID, Requirements: l.needs(s.needs...)})
	}
	l.say("%d elements satisfy requirements", len(satisfies))
}

// elsewhere points to the runbook, which lives in Northwind's wiki.
func (l *life) elsewhere() {
	d := does(l, "jonas", "design.point-elsewhere", design.PointElsewhere, design.Pointer{Deal: l.deal.ID, Title: "Cut-over runbook", URL: "https://wiki.northwind.example/relay/cut-over",
		Section: "Waves and dates", Tool: "Confluence", Requirements: l.needs("season", "mappings")})
	l.at("2026-07-03 09:00")
	does(l, "jonas", "design.approve-elsewhere", design.ApproveElsewhere, design.ElsewhereApproval{ID: d.ID, Approver: l.contact["tomás"], ApprovedOn: "2026-07-02"})
}

// approve has the version looked at and approved by both sides.
func (l *life) approve() {
	l.at("2026-07-03 15:00")
	v := does(l, "jonas", "design.request-review", design.RequestReview, design.ReviewRequest{Deal: l.deal.ID, Title: "Relay at Northwind, first version",
		Approvers: append(l.ours("ines"), l.theirs("tomás")...)})
	l.at("2026-07-06 10:00")
	note := does(l, "ines", "design.comment", design.Comment, design.Remark{AboutKind: "version", About: v.ID, Words: "Who watches the egress proxy at night?"})
	l.write("jonas", "design.resolve-comment", func(ctx context.Context, tx *journal.Tx) error {
		return design.ResolveComment(ctx, tx, note.ID, note.Revision, true)
	})
	does(l, "ines", "design.approve", design.Approve, design.VersionApproval{ID: v.ID})
	l.at("2026-07-08 16:00")
	v = does(l, "jonas", "design.approve", design.Approve, design.VersionApproval{ID: v.ID, Approver: l.contact["tomás"], Note: "Design review of 8 July, minutes item 4"})
	l.say("version %d approved on %s by Ines Carvalho and Tomás Rey, %d findings open", v.Number, l.today(), v.Findings)
}
