package sample

import (
	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

func northwindCrossing(t *tale.Tale) {
	t.On(-53, "09:30", "mara").Names("jonas")
	t.On(-47, "16:10", "cole").Signs(map[string]thread.Bought{"cost": thread.IsImplied})
	t.Wait(10).Stage("Closed Won", "Handoff to Jonas, design review 1")
	t.On(-44, "09:15", "jonas").Takes("", "edi", "peak", "as400", "webhooks", "order", "retry", "silent", "residency", "signin", "mask", "beside")
	t.Takes("Parallel replay is in 8.4, and 8.4 is out before wave 2", "replay")
	t.Takes("", "demo as400 promise", "replay caveat", "training", "a audit promise", "a move promise")
	t.Doubts("cost", "Finance wants it by business unit; the usage report knows carriers and systems. Who maps one to the other?")
	t.Doubts("mappings", "How many of the 312 are in use? Four hours at 80 an hour is 320 and no room for one that fails.")
	t.On(-43, "15:00", "mara").Clarifies("mappings", "268 moved an event in the last 90 days. Tomás will not drop the other 44, he wants them moved and switched off.")
	t.On(-42, "10:20", "jonas").Takes("A rehearsal of the cut-over two weeks before it", "mappings")
	t.Takes("", "audit", "carrier")
	t.On(-42, "16:40", "mara").Clarifies("cost", "Finance keeps a list of carriers by business unit. It comes with wave 2.")
	t.On(-41, "09:00", "jonas").Takes("Finance hands over its list of carriers by business unit before wave 2", "cost")
}

func northwindDesign(t *tale.Tale) {
	t.On(-38, "11:00", "jonas").Draws("relay.dsl")
	t.On(-36, "14:00", "jonas")
	t.Satisfies("EDI gateway", "edi")
	t.Satisfies("Webhook intake", "webhooks")
	t.Satisfies("Journal reader", "as400")
	t.Satisfies("Event router", "order", "peak")
	t.Satisfies("Event store", "replay", "residency")
	t.Satisfies("Delivery", "retry", "silent")
	t.Satisfies("Mapper", "mask")
	t.Satisfies("Console", "carrier", "cost")
	t.Proposes("partitions", design.Wording{Title: "Partition by shipment, eight partitions to begin with", Makers: []string{"jonas", "tomás"},
		Context: "The TMS needs each shipment's events in order and nothing more; Monday's peak is 2,400 a second.", Drivers: []string{"Order per shipment", "2,400 events a second for 30 minutes"},
		Options:      []design.Option{{Title: "By shipment", Good: "Exactly the order that is needed; 2,540 a second in the trial", Bad: "One large shipper can fill one partition"}, {Title: "By carrier", Good: "Easy to watch", Bad: "Orders what nobody needs ordered, and slows the large carriers"}},
		Outcome:      "By shipment; eight partitions carried the peak with 6 % to spare.",
		Consequences: "Replay reads eight partitions, one after the other until release 8.4.", Confirmation: "Peak from the log before each wave"}, "order", "peak")
	t.Decides("partitions")
	t.Proposes("sidebyside", design.Wording{Title: "Compare side by side by hash, not by content", Makers: []string{"jonas"},
		Context: "For thirty days both brokers run and somebody compares 31 million events a day.", Drivers: []string{"Thirty days", "No second copy of drivers' names"},
		Options: []design.Option{{Title: "By hash of the mapped event", Good: "No personal data leaves Relay", Bad: "Says that two differ, not where"}, {Title: "By content", Good: "Shows the difference", Bad: "A second store with names in it"}}}, "beside")
	t.On(-31, "10:00", "jonas").Reviews("Northwind, wave 1 and 2", "jonas", "dana")
	t.On(-28, "09:40", "jonas").Passes("", "")
	t.Passes("dana", "Design review 1 of {d-28}, in the minutes")
	t.On(-27, "09:00", "jonas").Points("cutover", design.Pointer{Title: "Cut-over of the mappings", URL: "https://wiki.northwind.example/integration/cut-over", Section: "3, Saturday by the hour", Tool: "Confluence"}, "mappings")
	t.On(-26, "10:00", "jonas").PassesElsewhere("cutover", "tomás")
	t.On(-26, "14:15", "priya").Comments("Event store", "One node holds 30 days. Parallel replay reads from eight partitions at once; does the disk keep up?")
}

func northwindPlan(t *tale.Tale) {
	t.On(-27, "13:00", "jonas").Tasks(
		tale.Task{Word: "t region", Title: "Production in Frankfurt", Owner: "jonas", Start: -26, Due: -20, Tracker: "NWF-OPS-4", Needs: []string{"residency", "peak"}},
		tale.Task{Word: "t signin", Title: "Connect the identity provider", Party: "customer", Owner: "marcus", Start: -24, Due: -18, Tracker: "NWF-OPS-7", Needs: []string{"signin"}},
		tale.Task{Word: "t carriers", Title: "Wave 1: 40 carriers on EDI", Owner: "jonas", Start: -20, Due: -8, After: []string{"t region"}, Tracker: "NWF-OPS-9", Needs: []string{"edi", "order", "retry"}},
		tale.Task{Word: "t reader", Title: "Journal reader on the dispatch partition", Party: "customer", Owner: "tomás", Start: -16, Due: 4, After: []string{"t region"}, Tracker: "NWF-OPS-11", Needs: []string{"as400"}},
		tale.Task{Word: "t mask", Title: "Masking rules for nine receivers", Owner: "jonas", Start: -12, Due: 6, Needs: []string{"mask"}},
		tale.Task{Word: "t mappings", Title: "Move 312 mappings and rehearse the cut-over", Party: "customer", Owner: "tomás", Start: -18, Due: -2, Tracker: "NWF-OPS-15", Needs: []string{"mappings"}},
		tale.Task{Word: "t beside", Title: "Run beside the old broker for 30 days", Owner: "jonas", Start: 2, Due: 30, After: []string{"t mappings"}, Needs: []string{"beside"}},
		tale.Task{Word: "t alerts", Title: "Route alarms on the desk's wall", Owner: "jonas", Start: 0, Due: 8, Needs: []string{"silent", "webhooks"}},
		tale.Task{Word: "t train", Title: "Book the course for two of Northwind's people", Owner: "mara", Start: -14, Due: -6, Needs: []string{"carrier"}})
	t.On(-20, "17:00", "jonas").Ends("t region")
}

func northwindWave(t *tale.Tale) {
	t.On(-17, "12:10", "jonas").Ends("t signin")
	t.On(-14, "10:00", "jonas").Dates("mappings", thread.Verified, t.Day(-3))
	t.On(-12, "09:00", "jonas").Checks("Measured in production, first 40 carriers", "jonas", "edi", "order", "retry", "signin", "peak", "mappings", "replay")
	t.On(-10, "16:30", "jonas").Confirms("signin", true, "A test leaver was out after 6 minutes")
	t.On(-9, "11:20", "jonas").Confirms("edi", true, "40 carriers, five days, 118,000 files")
	t.Confirms("order", true, "All shipments of the week compared with the TMS's log")
	t.On(-8, "15:40", "jonas").Ends("t carriers")
	t.Confirms("retry", true, "The TMS was down for 19 hours over the weekend; everything arrived")
	t.On(-7, "09:30", "jonas").Finds("replay", 176, "2 h 56 min with release 8.3.2; 8.4 is not out")
	t.On(-6, "14:00", "jonas").Asks("q audit", "audit", "mara", "Marcus sees changes of the last three years only. Is seven a setting?")
	t.On(-5, "10:10", "mara").Replies("q audit", "No. The product keeps three years; the answer was written from a draft of the road map. I am taking it back and will write to Marcus.")
	t.WithdrawsAnswer("a audit", "The product keeps three years, not seven; the answer was wrong")
	t.On(-5, "13:20", "jonas").Asks("q cost", "cost", "mara", "The list of finance has 61 carriers without a business unit. Do we show those as one line, or is the report not worth having then?")
	t.On(-5, "16:45", "jonas").Settles("training", thread.Settlement{State: thread.PromiseBroken, Why: "The trainer left; the next course is on {d+9}. Nobody told Tomás."})
	t.On(-4, "11:00", "jonas").GoesLive(tale.GoLive{Outcome: delivery.GoWithConditions, Ours: []string{"jonas", "cole"}, Theirs: []string{"dana", "gwen"}, Evidence: "Wave 1: three checks passed, residency confirmed by mail",
		Covers: []string{"edi", "order", "retry", "residency"}, Keeps: []string{}, LeavesOut: leaveAll(t.Needs("edi", "order", "retry", "residency"), "Wave 2"),
		LeavesPromises: map[string]string{"demo as400 promise": "Wave 2", "replay caveat": "Waits for release 8.4", "a audit promise": "Under discussion with Marcus", "a move promise": "Wave 2"},
		Overrides:      map[string]string{"residency": "The region is set at the contract; the report of the data centre is not here yet"},
		Condition:      "Report of the data centre for Marcus", ConditionFor: "jonas", ConditionDue: t.Day(4), HypercareDue: t.Day(16)})
	t.Wait(30).Stage("Closed Won", "Design review 2 with Tomás on {d+2}; release 8.4 from product")
	t.TakesNext("jonas", 2)
	t.Meets(tale.Call{Word: "review 2", Title: "Design review 2", Kind: "meeting", Theirs: []string{"tomás", "dana", "marcus"}, Ours: []string{"jonas", "mara"}}, 2, "14:00")
	t.On(-2, "09:05", "cole").Asks("q 84", "replay", "mara", "Dana asks for the date of 8.4 in writing. The caveat ran out on {d-5}. What do I tell her?")
}

// leaveAll gives every word the same reason.
func leaveAll(words []string, why string) map[string]string {
	out := map[string]string{}
	for _, w := range words {
		out[w] = why
	}
	return out
}
