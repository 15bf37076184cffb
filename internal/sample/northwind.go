package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// northwind is the deal with bad breaks: half built, first wave live, and much of what was
// sold hanging in the air.
func northwind(t *tale.Tale) {
	northwindHeard(t)
	northwindHeardMore(t)
	northwindDemos(t)
	northwindAnswers(t)
	northwindTrial(t)
	northwindCrossing(t)
	northwindDesign(t)
	northwindPlan(t)
	northwindWave(t)
}

func northwindHeard(t *tale.Tale) {
	t.On(-104, "11:00", "cole").Begin(tale.Open{Account: "Northwind Freight", Industry: "Road freight", Domain: "northwind.example", Deal: account.Edit{
		Name: "Relay for carrier and dispatch events", Type: "new", Stage: "Discovery", Amount: "486,000.00", Currency: "USD", CloseOn: t.Day(-46), GoLiveOn: t.Day(34), AE: "cole", SE: "mara", Products: []string{"Relay"}, NextStep: t.Say("Discovery on {d-102}")}})
	t.Meet(
		tale.Person{Word: "dana", Name: "Dana Whitfield", Title: "Head of IT", Role: "Technical decision", Decides: true, Stance: 1},
		tale.Person{Word: "tomás", Name: "Tomás Rey", Title: "Integration lead", Role: "Integration", Stance: 2, Champion: true},
		tale.Person{Word: "gwen", Name: "Gwen Ashby", Title: "Operations lead, dispatch", Role: "Runs the desk", Stance: 1},
		tale.Person{Word: "marcus", Name: "Marcus Bell", Title: "Security officer", Role: "Security", Stance: 0})
	t.On(-102, "09:30", "mara").Call(tale.Call{Word: "first", Title: "Discovery with IT and dispatch", Theirs: []string{"dana", "tomás", "gwen"}, Ours: []string{"mara", "cole"}})
	t.Hears("first", "Events in",
		tale.Need{Word: "edi", Quote: "So whatever you bring has to take their files exactly as they are", Say: "Receive EDI 204, 210 and 214 from 140 carriers with no change at the carrier", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "peak", Quote: "It has to take 2,400 for thirty minutes and not lose a single one", Say: "Take 2,400 events a second for 30 minutes at peak and lose none", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("events taken without loss, for 30 minutes", ">=", 2400, "events/s")},
		tale.Need{Word: "as400", Quote: "But when a dispatcher moves a stop, we need to see it within five seconds", Say: "Read dispatch changes from the AS/400 within 5 seconds, with nothing installed on it", Kind: thread.Integration, Priority: thread.Must, Measure: tale.Measure("change on the desk to event in Relay", "<=", 5, "s")},
		tale.Need{Word: "webhooks", Quote: "We still have to accept them", Say: "Accept webhooks from eleven carriers that cannot sign their requests", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("first", "Events out",
		tale.Need{Word: "order", Quote: "It has to get the events of one shipment in the order they happened", Say: "Deliver events to the TMS in order, per shipment", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "retry", Quote: "They should be tried again for seventy-two hours and only then put aside where I can see them", Say: "Retry a failed delivery for 72 hours before it is parked", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "replay", Quote: "Twenty-four hours of events replayed into one system within one hour", Say: "Replay any 24 hours of events into one consumer within 1 hour", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("time to replay 24 hours of events", "<=", 60, "min")})
	t.Knows(
		tale.Fact{Call: "first", Word: "usual day", Quote: "Thirty-one million on a usual day", Name: "Events on a usual day", Value: "31", Unit: "million"},
		tale.Fact{Call: "first", Word: "desk today", Quote: "Today it is the next full quarter of an hour", Name: "Dispatch changes seen today", Value: "at the next quarter of an hour"})
	t.Clears("first", 0)
	t.Notices(qualification.Competition, "dana", "The other vendor, who said yes before I had finished", "Discovery, {d-102}")
}

func northwindHeardMore(t *tale.Tale) {
	t.On(-98, "14:00", "mara").Call(tale.Call{Word: "second", Title: "Security, the move, and the desk", Theirs: []string{"dana", "tomás", "gwen", "marcus"}, Ours: []string{"mara", "cole"}})
	t.Hears("second", "Events out",
		tale.Need{Word: "silent", Quote: "When a route stops delivering, the desk should hear it within a minute", Say: "Alert dispatch within 60 seconds when a route stops delivering", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("second", "Security and data",
		tale.Need{Word: "residency", Quote: "All shipment data stays in the European Union, and we mean the Frankfurt region", Say: "Keep all shipment data in the EU, Frankfurt region, backups included", Kind: thread.Constraint, Priority: thread.Must},
		tale.Need{Word: "signin", Quote: "People sign in through our own identity provider, and when somebody leaves they are out within fifteen minutes", Say: "Sign in through Northwind's identity provider; remove leavers within 15 minutes", Kind: thread.Security, Priority: thread.Must},
		tale.Need{Word: "mask", Quote: "Names and phone numbers of drivers have to be masked before an event leaves Relay for anybody else", Say: "Mask driver names and phone numbers before events leave Relay for anyone but the TMS", Kind: thread.Security, Priority: thread.Must},
		tale.Need{Word: "audit", Quote: "We keep an audit trail of every change to the configuration for seven years", Say: "Keep an audit trail of configuration changes for 7 years, searchable in one place", Kind: thread.Data, Priority: thread.Must})
	t.Hears("second", "Migration and operations",
		tale.Need{Word: "mappings", Quote: "All 312 have to come over, and I can give you four hours on a Saturday", Say: "Move 312 mappings with no more than 4 hours of cut-over", Kind: thread.Constraint, Priority: thread.Must},
		tale.Need{Word: "beside", Quote: "I want both running side by side for thirty days", Say: "Run beside the old broker for 30 days, comparing what both would deliver", Kind: thread.Constraint, Priority: thread.Should},
		tale.Need{Word: "carrier", Quote: "My two people should be able to add a carrier by themselves afterwards, and in less than a day", Say: "Let Northwind's own team add a carrier in under one day", Kind: thread.Functional, Priority: thread.Should},
		tale.Need{Word: "cost", Quote: "They would like to see what it costs a month for each business unit", Say: "Show the monthly cost of each business unit", Kind: thread.Functional, Priority: thread.Could})
	t.Said("second", "training", "Two of your people, trained and certified before go-live, that is on us", "carrier", t.Day(-6))
	t.Knows(tale.Fact{Word: "ftp", Name: "Carriers on plain FTP", Value: "Two, both small; they can move to SFTP"})
	t.Clears("second", 0)
	t.Notices(qualification.DecisionProcess, "dana", "That is me. Marcus can stop me, but I sign.", "Call of {d-98}")
}

func northwindDemos(t *tale.Tale) {
	d := tale.Demo{Word: "demo 1", Title: "Their carriers in, the TMS out", Day: -90, Hours: "10:00", Theirs: []string{"dana", "tomás", "gwen"}, Ours: []string{"mara", "cole"}, Parts: []tale.Part{
		{Word: "demo edi", Title: "A carrier's own 214, unchanged", Capability: "EDI gateway", Status: "ga", Minutes: 15, Needs: []string{"edi", "webhooks"}},
		{Word: "demo order", Title: "One shipment, in order", Capability: "Partitions by key", Status: "ga", Minutes: 10, Needs: []string{"order"}},
		{Word: "demo retry", Title: "The TMS goes down for a night", Capability: "Retry and parking", Status: "ga", Minutes: 12, Needs: []string{"retry"}},
		{Word: "demo as400", Title: "A stop is moved", Capability: "Journal reader for IBM i", Status: "beta", Minutes: 10, Needs: []string{"as400"}, Said: "Dispatch changes arrive within five seconds, without a program on the AS/400", Due: t.Day(16)},
		{Word: "demo alert", Title: "A route stops", Capability: "Route alarms", Status: "ga", Minutes: 6, Needs: []string{"silent"}}}}
	t.On(-94, "09:10", "mara").Plans(d)
	t.On(-90, "11:30", "mara").Shows(d)
	t.Reacts("demo edi", "tomás", 2, "That is the file of our worst carrier and it went through.")
	t.Reacts("demo order", "tomás", 1, "Right order, and I tried to break it.")
	t.Reacts("demo retry", "gwen", 2, "I can see the parked ones. That alone is worth it.")
	t.Reacts("demo as400", "dana", 1, "If that holds on our machine I stop looking.")
	t.Reacts("demo alert", "gwen", 1, "Louder, please. But yes.")
	e := tale.Demo{Word: "demo 2", Title: "Operations and the move", Day: -82, Hours: "13:30", Theirs: []string{"tomás", "gwen", "marcus"}, Ours: []string{"mara"}, Parts: []tale.Part{
		{Word: "demo carrier", Title: "Add a carrier in twenty minutes", Capability: "Carrier console", Status: "ga", Minutes: 20, Needs: []string{"carrier"}},
		{Word: "demo mask", Title: "Who sees a driver", Capability: "Masking by receiver", Status: "ga", Minutes: 10, Needs: []string{"mask"}},
		{Word: "demo cost", Title: "Cost by business unit", Capability: "Usage report", Status: "ga", Minutes: 5, Needs: []string{"cost"}, Shown: "part"}}}
	t.On(-86, "15:40", "mara").Plans(e)
	t.On(-82, "15:00", "mara").Shows(e)
	t.Reacts("demo carrier", "tomás", 2, "My people could do that. After a training.")
	t.Reacts("demo mask", "marcus", 1, "The portal sees stars. Good.")
	t.Stands("marcus", 1, false)
}

func northwindAnswers(t *tale.Tale) {
	t.On(-78, "10:00", "mara")
	t.Answers(tale.Answer{Word: "a residency", Asked: "marcus", Question: "Where is shipment data kept, backups and support included?", Words: "All shipment data, backups included, is kept in the region you choose; yours is Frankfurt. Support reads it only through a session that you open.", Library: true, Evidence: "https://docs.relay.example/regions", Needs: []string{"residency"}})
	t.Answers(tale.Answer{Word: "a signin", Asked: "dana", Question: "How fast is a leaver out?", Words: "Within 15 minutes of being disabled in your identity provider, by SCIM; sessions end at once.", Library: true, Evidence: "https://docs.relay.example/identity", Needs: []string{"signin"}})
	t.Answers(tale.Answer{Word: "a mask", Asked: "marcus", Question: "Can names and phone numbers be masked for some receivers only?", Words: "Masking is set for each receiver and field. It happens before an event leaves Relay, and a receiver cannot ask around it.", Library: true, Needs: []string{"mask"}})
	t.Answers(tale.Answer{Word: "a audit", Asked: "marcus", Question: "Is every change of the configuration kept for seven years?", Words: "Configuration changes are kept for seven years and can be searched in the console.", Needs: []string{"audit"}})
	t.Answers(tale.Answer{Word: "a move", Asked: "tomás", Question: "Can 312 mappings be moved with four hours of cut-over, and both brokers run side by side for a month?", Words: "Yes. Mappings are moved ahead and held back; the cut-over switches routes, 80 an hour in our last three moves. Both brokers can run side by side for as long as you like.", Needs: []string{"mappings", "beside"}})
	for _, a := range []string{"a residency", "a signin", "a mask"} {
		t.On(-76, "09:30", "ruth").Approves(a, "", "")
	}
	t.On(-76, "10:00", "ruth").Approves("a audit", "wording", t.Day(30))
	t.Approves("a move", "wording", t.Day(20))
}

func northwindTrial(t *tale.Tale) {
	e := tale.Trial{Word: "trial", Plan: evaluation.Plan{Title: "Three weeks on Northwind's own events", Kind: "poc", Scope: "Twelve carriers, the TMS's test system, a copy of the AS/400 journal", OutOfScope: "The other 139 carriers, cut-over, training",
		Decision: "Whether Relay replaces the four brokers this year", From: t.Day(-70), To: t.Day(-60), Owner: "mara",
		Environment: []evaluation.Fact{{Name: "Router", Value: "8 partitions"}, {Name: "Event store", Value: "one node, 30 days"}, {Name: "Version", Value: "Relay 8.3"}},
		Entry:       []string{"Twelve carriers copy their files to us", "Journal copy every second", "TMS test system reachable"}},
		Criteria: []tale.Criterion{
			{Need: "edi", Method: "Twelve carriers for five days; every file taken or refused with a reason", Weight: 4, RunBy: "tomás", Judged: true},
			{Need: "peak", Method: "Monday's peak from the log, in real time", Weight: 5, RunBy: "mara"},
			{Need: "as400", Method: "Two hundred moved stops, timed", Weight: 4, RunBy: "tomás"},
			{Need: "order", Method: "One million shipments, compared with the log", Weight: 4, RunBy: "tomás", Judged: true},
			{Need: "replay", Method: "One day, 31 million events, into the TMS's test system", Weight: 4, RunBy: "mara"}}}
	t.On(-74, "13:00", "mara").Drafts(e)
	t.On(-72, "10:30", "mara").Agrees("trial")
	t.Readies("trial", 1, 2, 3)
	t.On(-70, "09:00", "mara").Starts("trial")
	t.On(-68, "17:20", "mara").Measures("peak", 2540, "mara", "4.6 million events in 30 minutes, all of them out")
	t.On(-66, "15:10", "mara").Measures("as400", 3.1, "tomás", "Two hundred moved stops, the slowest 4.6 s")
	t.On(-65, "11:45", "mara").Sees("order", true, "tomás", "One million shipments, none out of order")
	t.On(-63, "16:00", "mara").Sees("edi", true, "tomás", "41,200 files, 9 refused, all 9 rightly")
	t.On(-62, "08:40", "mara").Measures("replay", 190, "mara", "3 h 10 min for 31 million events; one node reads one partition after the other")
	t.On(-60, "10:00", "mara").ReadsOut("trial", "Four of five passed. Replay took 3 h 10 min against 1 h; parallel replay comes with release 8.4.")
	t.On(-55, "12:00", "mara").SignsOff("dana", "Mail of {d-55}, 11:32", "I sign this with one condition, and I mean the date.", t.Needs(), map[string]tale.Caveat{
		"replay": {Words: "Relay replays 24 hours into one consumer within one hour, from release 8.4, by {d-5}", Due: t.Day(-5)}})
	t.Wait(45).Stage("Negotiation", "Contract; Marcus reads the data agreement")
}
