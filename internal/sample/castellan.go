package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// castellan is won and signed, and waits for the architect to accept the handoff.
func castellan(t *tale.Tale) {
	castellanHeard(t)
	castellanLaw(t)
	castellanDemo(t)
	castellanAnswers(t)
	castellanTrial(t)
	castellanCrossing(t)
}

func castellanHeard(t *tale.Tale) {
	t.On(-68, "14:30", "sofia").Begin(tale.Open{Account: "Castellan Health Supply GmbH", Industry: "Hospital supply", Domain: "castellan.example", Deal: account.Edit{
		Name: "Relay for ward deliveries", Type: "new", Stage: "Discovery", Amount: "540,000.00", Currency: "EUR", CloseOn: t.Day(-1), GoLiveOn: t.Day(72), AE: "sofia", SE: "mara", Products: []string{"Relay", "Relay Cold Chain"}, NextStep: t.Say("Discovery on {d-65}")}})
	t.Meet(
		tale.Person{Word: "friederike", Name: "Friederike Lohmann", Title: "Head of Logistics IT", Role: "Technical decision", Decides: true, Stance: 1},
		tale.Person{Word: "bernd", Name: "Bernd Huber", Title: "Transport manager", Role: "Runs the vans", Stance: 1},
		tale.Person{Word: "yasemin", Name: "Yasemin Aydin", Title: "Ward supply lead", Role: "Speaks for the wards", Stance: 2, Champion: true},
		tale.Person{Word: "voss", Name: "Karl-Heinz Voss", Title: "Data protection officer", Role: "Law", Stance: -1})
	t.On(-65, "09:30", "mara").Call(tale.Call{Word: "first", Title: "Vans, wards and cold boxes", Theirs: []string{"friederike", "bernd", "yasemin"}, Ours: []string{"mara", "sofia"}})
	t.Hears("first", "Ward deliveries",
		tale.Need{Word: "eta", Quote: "An hour before, I want to know when it comes, and ten minutes either way is fine", Say: "Tell a ward one hour ahead when a planned delivery arrives, to within 10 minutes", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("error of the arrival told one hour ahead, 90 % of deliveries", "<=", 10, "min")},
		tale.Need{Word: "cold", Quote: "If a box leaves two to eight degrees, the driver and the pharmacy have to know within five minutes", Say: "Warn driver and pharmacy within 5 minutes when a cold box leaves 2 to 8 °C", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("box out of range to warning", "<=", 5, "min")},
		tale.Need{Word: "receipt", Quote: "The person on the ward who takes the box shows the badge, and that is recorded with the box", Say: "Record who on the ward took a box, by the hospital badge", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "swap", Quote: "What my dispatchers would kiss you for is moving an urgent box from one van to another on the road", Say: "Move an urgent box to a passing van without a call to the desk", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("first", "Systems",
		tale.Need{Word: "sap", Quote: "Nothing changes in SAP for this project, that was the condition of our board, so they are taken as they are", Say: "Take transport orders from SAP TM as IDocs, with no change in SAP", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "units", Quote: "The positions of both have to come in, whatever you think of them", Say: "Take positions and temperatures from both makes of vehicle unit", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "load", Quote: "We are at 120 events a second with both makes of unit, and we want 350", Say: "Take 350 events a second", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("events taken without loss, for one hour", ">=", 350, "events/s")})
	t.Knows(tale.Fact{Call: "first", Word: "month", Quote: "We do forty thousand deliveries a month and perhaps six hundred of those calls", Name: "Deliveries a month", Value: "40,000", Unit: "deliveries"},
		tale.Fact{Word: "sensors", Name: "Sensors in the cold boxes", Value: "One a box, sends each minute; all of one make"})
	t.Clears("first", 0)
	t.Notices(qualification.Pain, "bernd", "We threw away an oncology delivery in spring because the driver read it at the ramp", "Discovery, {d-65}")
}

func castellanLaw(t *tale.Tale) {
	t.On(-58, "10:00", "mara").Call(tale.Call{Word: "second", Title: "Law, and the other data centre", Theirs: []string{"friederike", "bernd", "yasemin", "voss"}, Ours: []string{"mara"}})
	t.Hears("second", "Law",
		tale.Need{Word: "records", Quote: "Temperature records are kept for five years and nobody may be able to change them afterwards", Say: "Keep temperature records for 5 years; a change is refused and seen", Kind: thread.Data, Priority: thread.Must},
		tale.Need{Word: "patient", Quote: "The name of a patient must never be on a driver's device", Say: "No patient's name reaches a driver's device; the ward sees it", Kind: thread.Security, Priority: thread.Must},
		tale.Need{Word: "positions", Quote: "Positions of drivers are deleted after twenty-four hours, except for a delivery that is under a complaint", Say: "Delete drivers' positions after 24 hours, except for deliveries under a complaint", Kind: thread.Data, Priority: thread.Must})
	t.Hears("second", "Systems",
		tale.Need{Word: "failover", Quote: "If the data centre fails, we want to be on the other one within fifteen minutes", Say: "After a data centre fails, events flow through the other one within 15 minutes", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("data centre lost to events flowing", "<=", 15, "min")},
		tale.Need{Word: "dock", Quote: "The warehouse would like to know when a van is fifteen minutes from the gate", Say: "Tell the warehouse system when a van is 15 minutes from the gate", Kind: thread.Integration, Priority: thread.Should})
	t.Hears("second", "Ward deliveries",
		tale.Need{Word: "german", Quote: "And the drivers' app in German, please", Say: "The drivers' app is in German", Kind: thread.Functional, Priority: thread.Should})
	t.Clears("second", 0)
	t.Notices(qualification.DecisionProcess, "friederike", "I sign the technical part. Voss has a veto and uses it gladly.", "Call of {d-58}")
}

func castellanDemo(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "A morning of deliveries at two hospitals", Day: -50, Hours: "09:00", Theirs: []string{"friederike", "bernd", "yasemin"}, Ours: []string{"mara"}, Parts: []tale.Part{
		{Word: "demo eta", Title: "The ward's screen", Capability: "Arrival forecast", Status: "ga", Minutes: 15, Needs: []string{"eta"}},
		{Word: "demo cold", Title: "A box gets warm", Capability: "Cold chain alarms", Status: "ga", Minutes: 10, Needs: []string{"cold"}},
		{Word: "demo receipt", Title: "A badge at the door", Capability: "Receipt by badge", Status: "ga", Minutes: 8, Needs: []string{"receipt"}},
		{Word: "demo swap", Title: "Two vans meet", Capability: "Handover on the road", Status: "beta", Minutes: 10, Needs: []string{"swap"}, Said: "Handover between vans will be generally available when your first hospital starts", Due: t.Day(70)},
		{Word: "demo german", Title: "The app, in German, on Bernd's device", Capability: "Drivers' app", Status: "ga", Minutes: 5, Needs: []string{"german"}},
		{Word: "demo sap", Title: "An IDoc comes in", Capability: "SAP connector", Status: "ga", Minutes: 10, Needs: []string{"sap", "units"}}}}
	t.On(-54, "11:20", "mara").Plans(d)
	t.On(-50, "11:00", "mara").Shows(d)
	t.Reacts("demo eta", "yasemin", 2, "This I would hang on the wall of every ward.")
	t.Reacts("demo cold", "bernd", 2, "Four minutes ten. I counted.")
	t.Reacts("demo receipt", "yasemin", 1, "It takes the badge through the glove. Good.")
	t.Reacts("demo swap", "bernd", 1, "They would stop for that, if the traffic lets them.")
	t.Reacts("demo sap", "friederike", 1, "Unchanged means unchanged, I see.")
	t.Stands("friederike", 2, false)
}

func castellanAnswers(t *tale.Tale) {
	t.On(-46, "10:10", "mara").Answers(tale.Answer{Word: "a records", Asked: "voss", Question: "How do I prove to an inspector that a temperature record was not changed?", Words: "Each record carries the hash of the one before it; the chain can be checked at any time and the report names the first record that does not fit. A change is refused and the attempt is kept.", Library: true, Evidence: "https://docs.relay.example/cold-chain/records", Needs: []string{"records"}})
	t.Answers(tale.Answer{Word: "a patient", Asked: "voss", Question: "Can it be excluded that a driver sees a patient's name?", Words: "Fields are sent to a device only if its role may see them; the driver's role has no field that holds a name. What is not sent cannot be shown.", Needs: []string{"patient"}})
	t.Answers(tale.Answer{Word: "a positions", Asked: "voss", Question: "Are drivers' positions deleted after 24 hours?", Words: "Yes, by a rule for that kind of event. A hold on one delivery keeps its positions; two people set it together.", Library: true, Needs: []string{"positions"}})
	t.Answers(tale.Answer{Word: "a dock", Asked: "bernd", Question: "Can the warehouse be told when a van is fifteen minutes away?", Words: "Yes, with a web call on a distance or a time; you write the address and the body.", Library: true, Needs: []string{"dock"}})
	t.On(-44, "13:40", "ruth").Approves("a records", "", "")
	t.Approves("a patient", "", "")
	t.Approves("a positions", "", "")
	t.Approves("a dock", "", "")
	t.On(-43, "09:30", "mara").Stands("voss", 0, false)
}

func castellanTrial(t *tale.Tale) {
	e := tale.Trial{Word: "trial", Plan: evaluation.Plan{Title: "Two hospitals, three weeks", Kind: "pilot", Scope: "Twelve vans, two hospitals, 60 cold boxes", OutOfScope: "The other nine hospitals; SAP in production",
		Decision: "Whether Castellan buys Relay for all eleven hospitals", From: t.Day(-38), To: t.Day(-24), Owner: "mara",
		Environment: []evaluation.Fact{{Name: "Data centres", Value: "Two, one passive"}, {Name: "Vans", Value: "12, six of each make"}, {Name: "Version", Value: "Relay 8.3.1"}},
		Entry:       []string{"Twelve vans send to both systems", "Works council agrees to the pilot"}},
		Criteria: []tale.Criterion{
			{Need: "eta", Method: "Arrival told one hour ahead against the badge, 1,200 deliveries", Weight: 5, RunBy: "yasemin"},
			{Need: "cold", Method: "Twenty boxes opened on purpose, timed", Weight: 5, RunBy: "bernd"},
			{Need: "load", Method: "Three days of all vans, played in one hour", Weight: 3, RunBy: "mara"},
			{Need: "failover", Method: "Pull the plug of the first data centre, on a Sunday", Weight: 3, RunBy: "friederike"},
			{Need: "receipt", Method: "Two hundred badges of six wards", Weight: 2, RunBy: "yasemin", Judged: true}}}
	t.On(-42, "15:00", "mara").Drafts(e)
	t.On(-40, "10:00", "mara").Agrees("trial")
	t.Readies("trial", 1, 2)
	t.On(-38, "08:30", "mara").Starts("trial")
	t.On(-33, "16:20", "mara").Measures("cold", 3.6, "bernd", "Twenty boxes, the slowest 4.4 min, in a basement")
	t.On(-31, "14:10", "mara").Measures("load", 412, "mara", "Three days in one hour, none lost")
	t.On(-29, "11:00", "mara").Sees("receipt", true, "yasemin", "198 of 200; two badges were broken")
	t.On(-27, "17:30", "mara").Measures("eta", 8, "yasemin", "1,214 deliveries; nine in ten within 8 minutes")
	t.On(-26, "09:40", "mara").Measures("failover", 38, "friederike", "38 minutes; the second data centre was cold and had to be started by hand")
	t.On(-24, "15:00", "mara").ReadsOut("trial", "Four of five passed. Failover took 38 minutes; with a warm second data centre it is planned at under 15.")
	t.On(-16, "10:00", "mara").SignsOff("friederike", "Letter of {d-17}, scanned", "With the one condition that we spoke about.", t.Needs(), map[string]tale.Caveat{
		"failover": {Words: "The second data centre is kept warm and takes over within 15 minutes, shown on a Sunday before the first hospital starts, by {d+60}", Due: t.Day(60)}})
	t.Wait(20).Stage("Negotiation", "Contract with purchasing; Voss has no veto left")
}

func castellanCrossing(t *tale.Tale) {
	t.On(-15, "09:20", "mara").Names("jonas")
	t.On(-12, "11:10", "cole").Asks("q vans", "units", "mara", "Their tender for new vans names a third make of unit. Does our price hold with three?")
	t.On(-11, "14:00", "mara").Replies("q vans", "Yes, if the third speaks the same standard as the first. I have asked Bernd for its data sheet.")
	t.On(-3, "15:10", "sofia").Signs(map[string]thread.Bought{"dock": thread.IsImplied})
	t.Wait(10).Stage("Closed Won", "Jonas accepts the handoff by {d+2}")
	t.On(-2, "10:30", "jonas").Takes("", "records", "patient", "positions", "german", "receipt")
	t.Wait(15).Doubts("failover", "A warm second data centre costs about 4,000 euros a month. Is that in the price, or did we promise it for free?")
	t.Doubts("swap", "Handover on the road is beta until {m+70}. Did we sell it as part of the first hospital?")
	t.On(-1, "16:20", "mara").Clarifies("swap", "Not for the first hospital. It was shown on {d-50} as beta, with a date; the promise is in the ledger.")
}
