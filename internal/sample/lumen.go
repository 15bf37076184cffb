package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// lumen is live: power line crews of a contractor in the American Midwest, clean but for one
// wish that was promised too early.
func lumen(t *tale.Tale) {
	lumenHeard(t)
	lumenDemo(t)
	lumenAnswers(t)
	lumenTrial(t)
	lumenCrossing(t)
	lumenDesign(t)
	lumenPlan(t)
	lumenLive(t)
	lumenRunning(t)
}

func lumenHeard(t *tale.Tale) {
	t.On(-124, "09:40", "cole").Begin(tale.Open{Account: "Lumen Field Services", Industry: "Utility contracting", Domain: "lumenfield.example", Deal: account.Edit{
		Name: "Relay for line crews", Type: "new", Stage: "Discovery", Amount: "228,000.00", Currency: "USD", CloseOn: t.Day(-80), GoLiveOn: t.Day(-18), AE: "cole", SE: "mara", Products: []string{"Relay"}, NextStep: t.Say("First call on {d-122}")}})
	t.Meet(
		tale.Person{Word: "renee", Name: "Renee Castillo", Title: "VP Field Operations", Role: "Pays for it", Stance: 1, Champion: true},
		tale.Person{Word: "walt", Name: "Walt Jensen", Title: "Dispatch manager", Role: "Runs the desk", Stance: 1},
		tale.Person{Word: "priscilla", Name: "Priscilla Boone", Title: "IT applications lead", Role: "IT", Decides: true},
		tale.Person{Word: "andre", Name: "Andre Toussaint", Title: "Crew lead, safety representative", Role: "Speaks for the crews"})
	t.On(-122, "15:00", "mara").Call(tale.Call{Word: "first", Title: "Discovery with operations and IT", Theirs: []string{"renee", "walt", "priscilla", "andre"}, Ours: []string{"mara", "cole"}})
	t.Hears("first", "Crew events",
		tale.Need{Word: "storm", Quote: "It has to take 900 a second for a whole hour and lose none of them", Say: "Take 900 crew events a second for an hour and lose none", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("events taken without loss, for one hour", ">=", 900, "events/s")},
		tale.Need{Word: "status", Quote: "When a crew presses on site, the desk must see it within ten seconds", Say: "A crew's status change is on the dispatch desk's screen within 10 seconds", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("press on the tablet to the desk's screen, 95th percentile", "<=", 10, "s")},
		tale.Need{Word: "offline", Quote: "The tablet has to keep what they do for a full shift, eight hours", Say: "A tablet keeps 8 hours of events without a signal and delivers them in the order they happened", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("time without a signal, all events kept in order", ">=", 8, "h")},
		tale.Need{Word: "decline", Quote: "Then I want the job on the nearest free crew's tablet without anybody typing", Say: "A declined job goes to the nearest free crew's tablet by itself", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("first", "Utilities and systems",
		tale.Need{Word: "tickets", Quote: "so the tickets have to be taken as they come", Say: "Take the outage tickets of three utilities in MultiSpeak 4.1 with no change on their side", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "signin", Quote: "Everybody signs in with their Entra account, dispatchers and crews", Say: "Dispatchers and crews sign in with Lumen's Entra accounts; there is no second list of people", Kind: thread.Security, Priority: thread.Must})
	t.Hears("first", "Agreements and records",
		tale.Need{Word: "offshift", Quote: "If a crew is off shift its position must not be on anybody's screen", Say: "No screen shows where a crew is while it is off shift", Kind: thread.Constraint, Priority: thread.Must})
	t.Knows(
		tale.Fact{Call: "first", Word: "peak", Quote: "Around 700 events a second at the worst", Name: "Worst storm so far", Value: "700", Unit: "events/s"},
		tale.Fact{Call: "first", Word: "usual", Quote: "Sixty, seventy a second", Name: "Usual load", Value: "70", Unit: "events/s"},
		tale.Fact{Call: "first", Word: "crews", Quote: "We had 610 crews out for three utilities", Name: "Crews in a storm", Value: "610", Unit: "crews"})
	t.Clears("first", 0)
	t.Notices(qualification.Pain, "renee", "For about two hours nobody at the desk knew where half of the crews were", "Discovery, {d-122}")
	lumenHeardMore(t)
}

func lumenHeardMore(t *tale.Tale) {
	t.On(-117, "10:00", "mara").Call(tale.Call{Word: "second", Title: "What happens after the job is done", Theirs: []string{"renee", "walt", "priscilla"}, Ours: []string{"mara", "cole"}})
	t.Hears("second", "Utilities and systems",
		tale.Need{Word: "billing", Quote: "Completed work orders go to the system in Omaha as one file a night", Say: "Deliver completed work orders to Omaha by 02:00 as the fixed-width file that is used today", Kind: thread.Integration, Priority: thread.Should})
	t.Hears("second", "Crew events",
		tale.Need{Word: "silent", Quote: "In a storm if a crew has said nothing for thirty minutes somebody should be warned", Say: "Warn the desk when a crew has been silent for 30 minutes in a storm", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("second", "Agreements and records",
		tale.Need{Word: "ninety", Quote: "Crew positions are kept for ninety days and then they are deleted", Say: "Keep crew positions for 90 days from the shift, then delete them", Kind: thread.Data, Priority: thread.Should},
		tale.Need{Word: "uptime", Quote: "Our contracts with the utilities say 99.9 percent a month", Say: "Be available 99.9 % of each month", Kind: thread.Quality, Priority: thread.Should, Measure: tale.Measure("availability in a month", ">=", 99.9, "%")},
		tale.Need{Word: "restored", Quote: "The utilities want one page that shows how many of their customers are back on, by the hour", Say: "Show each utility on one page how many of its customers are back on, by the hour", Kind: thread.Functional, Priority: thread.Could})
	t.Said("second", "page promise", "It will be there by the time you go live", "restored", t.Day(-20))
	t.Clears("second", 0)
	t.Notices(qualification.DecisionProcess, "renee", "Priscilla does. If she signs, I sign.", "Call of {d-117}")
	t.On(-116, "09:15", "cole").Stage("Solution", "Demo with their own tickets on {d-111}")
}

func lumenDemo(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "Their tickets, their crews, one storm", Day: -111, Hours: "15:00", Theirs: []string{"walt", "priscilla", "renee"}, Ours: []string{"mara"}, Parts: []tale.Part{
		{Word: "demo tickets", Title: "Three utilities' tickets arrive", Capability: "MultiSpeak intake", Status: "ga", Minutes: 12, Needs: []string{"tickets"}},
		{Word: "demo status", Title: "On site, from the tablet to the desk", Capability: "Live board", Status: "ga", Minutes: 10, Needs: []string{"status"}},
		{Word: "demo decline", Title: "A crew declines", Capability: "Routing by skill and distance", Status: "ga", Minutes: 12, Needs: []string{"decline"}},
		{Word: "demo silent", Title: "A crew goes silent", Capability: "Silence alarm", Status: "ga", Minutes: 8, Needs: []string{"silent"}},
		{Word: "demo restored", Title: "Customers back on, by the hour", Capability: "Restoration page", Status: "beta", Minutes: 6, Needs: []string{"restored"}}}}
	t.On(-114, "11:00", "mara").Plans(d)
	t.On(-111, "16:20", "mara").Shows(d)
	t.Reacts("demo status", "walt", 2, "That is faster than the radio.")
	t.Reacts("demo decline", "walt", 1, "It picked the crew I would have picked, two times of three.")
	t.Reacts("demo tickets", "priscilla", 1, "The remarks came through. I did not expect that.")
	t.Reacts("demo silent", "walt", 2, "I want this one on the big screen.")
	t.Reacts("demo restored", "renee", 1, "Good enough to send to the utilities.")
	t.Stands("priscilla", 1, false)
	t.Stands("walt", 2, true)
}

func lumenAnswers(t *tale.Tale) {
	t.On(-109, "10:10", "mara")
	t.Answers(tale.Answer{Word: "a signin", Asked: "priscilla", Question: "Do crews and dispatchers sign in through Entra, and what happens when someone leaves?", Words: "Relay signs people in through your identity provider with OIDC and takes joiners, movers and leavers from it with SCIM. Somebody who is disabled in Entra is signed out of Relay within 15 minutes.", Library: true, Evidence: "https://docs.relay.example/identity", Needs: []string{"signin"}})
	t.Answers(tale.Answer{Word: "a offshift", Asked: "andre", Question: "Can it be guaranteed that nobody sees an off-shift crew?", Words: "Positions of a crew are hidden from every screen and every interface outside its shift. The shift is taken from your roster; there is no role that sees around it.", Evidence: "https://docs.relay.example/privacy", Needs: []string{"offshift"}})
	t.Answers(tale.Answer{Word: "a ninety", Asked: "priscilla", Question: "Are positions deleted after ninety days, or archived?", Words: "Retention is set for each kind of event. Positions older than the limit are deleted every night, from backups within 35 days.", Library: true, Evidence: "https://docs.relay.example/retention", Needs: []string{"ninety"}})
	t.Answers(tale.Answer{Word: "a systems", Asked: "priscilla", Question: "Can the billing file stay exactly as it is, and what availability do you commit to?", Words: "Scheduled exports write fixed-width files to your layout, by SFTP, at a time you choose. We commit to 99.9 % a month, measured at the interface, with credits below.", Needs: []string{"billing", "uptime"}})
	for _, a := range []string{"a signin", "a offshift", "a ninety", "a systems"} {
		t.On(-107, "14:30", "ruth").Approves(a, "", "")
	}
}

func lumenTrial(t *tale.Tale) {
	e := tale.Trial{Word: "trial", Plan: evaluation.Plan{Title: "Two weeks with their own tickets", Kind: "poc", Scope: "Forty crews of the eastern district, tickets of all three utilities", OutOfScope: "Billing in production; the other districts",
		Decision: "Whether the eastern district moves to Relay, and the others after it", From: t.Day(-104), To: t.Day(-94), Owner: "mara",
		Environment: []evaluation.Fact{{Name: "Tablets", Value: "40, two carriers"}, {Name: "Load", Value: "Replay of the ice storm's log"}, {Name: "Version", Value: "Relay 8.3"}},
		Entry:       []string{"Forty tablets enrolled", "Test tickets from all three utilities"}},
		Criteria: []tale.Criterion{
			{Need: "storm", Method: "Replay the storm's log at 1.3 times its speed for one hour and compare what went in with what came out", Weight: 5, RunBy: "mara"},
			{Need: "status", Method: "Fifty presses on the road, timed by the desk's own clock", Weight: 4, RunBy: "walt"},
			{Need: "offline", Method: "Two tablets in a metal box for a shift, then compare the order", Weight: 4, RunBy: "walt"},
			{Need: "tickets", Method: "One day of tickets of each utility, remarks included", Weight: 3, RunBy: "priscilla", Judged: true}}}
	t.On(-107, "16:00", "mara").Drafts(e)
	t.On(-105, "11:00", "mara").Agrees("trial")
	t.Readies("trial", 1, 2)
	t.On(-104, "09:00", "mara").Starts("trial")
	t.On(-102, "16:40", "mara").Measures("storm", 780, "mara", "The intake fell behind after 41 minutes; one partition carried the whole cooperative")
	t.On(-100, "10:20", "mara").Sees("tickets", true, "priscilla", "1,114 tickets, none refused, remarks complete")
	t.On(-99, "15:05", "mara").Measures("status", 6.4, "walt", "Fifty presses, the slowest 8.9 s")
	t.On(-97, "17:10", "mara").Measures("offline", 9.5, "walt", "Nine and a half hours in the box, 212 events, in order")
	t.On(-96, "11:30", "mara").Measures("storm", 1040, "mara", "After the cooperative was split over four partitions: 3.7 million events in, 3.7 million out")
	t.On(-94, "14:00", "mara").ReadsOut("trial", "All four tests passed, the storm on its second run. Lumen goes on with all districts.")
	t.On(-92, "09:20", "mara").SignsOff("priscilla", "Mail of {d-92}, 08:47", "This is what we tested and what we agreed. Go ahead.", t.Needs(), nil)
	t.Wait(40).Stage("Negotiation", "Contract to Renee by {d-88}")
}
