package sample

import (
	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

func orrinCrossing(t *tale.Tale) {
	t.On(-77, "10:00", "ines").Names("priya")
	t.On(-64, "12:40", "sofia").Signs(nil)
	t.Wait(10).Stage("Closed Won", "Handoff to Priya")
	t.On(-62, "09:30", "priya").Takes("", "position", "list", "axle", "yard", "languages", "badge", "volume", "decade", "price", "a price promise")
	t.Takes("Brnorail hands over the description of its interface in English", "partner")
	t.Doubts("taf", "Which version of TAF TSI does the Czech manager run? The answer says both are in use, the sector handbook changed in spring.")
	t.Returns("The second site is not in the contract: the offer of {d-82} names it as an option that was not taken.", "site")
	t.Takes("Only wagons that have a tracker", "shippers", "border")
	t.On(-61, "14:20", "ines").Clarifies("taf", "3.4 on the Czech side until next June, 3.5 on the Polish one. Wojciech confirmed by mail today.")
	t.Retracts("Not bought: the option was not taken", "site")
	t.On(-60, "09:15", "priya").Takes("", "taf")
	t.On(-55, "16:00", "sofia").Settles("a price promise", thread.Settlement{State: thread.PromiseKept, Proof: "Annex 2 of the contract: 11.80 PLN for each wagon and month"})
}

func orrinDesign(t *tale.Tale) {
	t.On(-52, "10:00", "priya").Draws("relay.dsl")
	t.On(-50, "13:00", "priya")
	t.Satisfies("Position merger", "position", "border")
	t.Satisfies("Yard handheld", "list", "yard", "languages")
	t.Satisfies("Alarm rules", "axle")
	t.Satisfies("TAF gateway", "taf")
	t.Satisfies("Message store", "decade", "volume")
	t.Satisfies("Sign-in", "badge")
	t.Proposes("newest", design.Wording{Title: "The newest position wins, wherever it comes from", Makers: []string{"priya", "katarzyna"},
		Context: "Half of the wagons have a tracker, all pass detectors. Both say where a wagon is, and they do not agree by up to two kilometres.", Drivers: []string{"Never older than 5 minutes", "Half of the wagons have no tracker"},
		Options:      []design.Option{{Title: "Newest wins", Good: "4.2 minutes in the workshop", Bad: "A wagon can seem to jump back"}, {Title: "Tracker before detector", Good: "No jumps", Bad: "A tracker with an empty battery hides a fresh detector"}},
		Outcome:      "The newest wins; a jump back of less than 3 km is not drawn.",
		Consequences: "The history shows both sources.", Confirmation: "Age of positions, each week"}, "position")
	t.Decides("newest")
	t.On(-44, "15:00", "priya").Reviews("Wagons and trains, first version", "priya", "wojciech", "jonas")
	t.On(-42, "10:20", "jonas").Comments("TAF gateway", "Two versions of the standard behind one gateway: who decides which one a message is?")
	t.Passes("", "")
	t.On(-41, "09:30", "priya").Passes("", "")
	t.On(-40, "11:45", "priya").Passes("wojciech", "Signed minutes of {d-40}")
}

func orrinSecondDesign(t *tale.Tale) {
	t.On(-24, "10:00", "priya").Adds(design.NewElement{Kind: dsl.Container, Parent: "Relay", Shape: design.Shape{Name: "Brnorail adapter", Description: "Hands wagon lists to Brnorail and takes receipts.", Technology: "Go"}}, "partner")
	t.Adds(design.NewElement{Kind: dsl.Container, Parent: "Relay", Shape: design.Shape{Name: "Shippers' view", Description: "A shipper's own wagons that have a tracker.", Technology: "TypeScript"}}, "shippers")
	t.Adds(design.NewElement{Kind: dsl.System, Shape: design.Shape{Name: "Brnorail", Description: "Runs the Czech side since 2017.", External: true}})
	t.Relates("Brnorail adapter", "Brnorail", design.Use{Description: "hands over wagon lists", Technology: "HTTPS, JSON", Owner: "Radek Novotný"})
	t.Proposes("versions", design.Wording{Title: "Read the version of TAF TSI from the sender, not from the message", Makers: []string{"priya", "jonas"},
		Context: "The Czech manager runs 3.4 until June, the Polish one 3.5, and the field that should say so is wrong in one message of thirty.", Drivers: []string{"Two managers, two versions"},
		Options:      []design.Option{{Title: "By sender", Good: "Right for all messages of the autumn day", Bad: "A change-over needs a date"}, {Title: "By the field", Good: "What the standard says", Bad: "3 % wrong"}},
		Outcome:      "By sender, with a date for the change in June.",
		Consequences: "Two mappings are kept until June.", Confirmation: "Refused messages, each week"}, "taf")
	t.On(-22, "14:30", "priya").Decides("versions")
	t.Proposes("wagonprice", design.Wording{Title: "Count wagons from the fleet list, monthly", Makers: []string{"priya"},
		Context: "The price is by wagon and month; a wagon may be hired for ten days.", Drivers: []string{"Price by wagon and month"},
		Options: []design.Option{{Title: "Fleet list on the first of the month", Good: "One number, checked by both", Bad: "Hired wagons count whole or not at all"}, {Title: "Every wagon that sent something", Good: "Exact", Bad: "Nobody can foresee it"}},
		Outcome: "From the fleet list on the first of the month, as Annex 2 says."}, "price")
	t.Decides("wagonprice")
	t.On(-15, "16:10", "priya").Tidies()
	t.On(-14, "10:00", "priya").Reviews("With Brnorail and the shippers", "priya", "wojciech")
	t.On(-11, "09:20", "priya").Passes("", "")
	t.On(-10, "13:10", "priya").Passes("wojciech", "Mail of {d-10}, 12:31")
}

func orrinPlan(t *tale.Tale) {
	t.On(-7, "11:00", "priya").Tasks(
		tale.Task{Word: "t taf", Title: "Connect to the Polish manager's test system", Owner: "priya", Start: 2, Due: 14, Tracker: "ORRIN-12", Needs: []string{"taf"}},
		tale.Task{Word: "t fleet", Title: "Fleet list and trackers of 1,900 wagons", Party: "customer", Owner: "katarzyna", Start: -5, Due: 5, Tracker: "ORRIN-13", Needs: []string{"position"}},
		tale.Task{Word: "t adapter", Title: "Adapter for Brnorail's interface", Party: "partner", Owner: "radek", Start: 6, Due: 26, After: []string{"t taf"}, Tracker: "ORRIN-14", Needs: []string{"partner"}})
	t.On(-6, "10:30", "priya").Stage("Closed Won", "Plan with Wojciech on {d+3}; ten requirements have no task yet")
	t.On(-3, "09:40", "ines").Asks("q tracker", "border", "priya", "Katarzyna asks whether 200 more trackers before {m+40} would make the border estimate better. Would they?")
}
