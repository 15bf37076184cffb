package sample

import (
	"throughline/internal/account"
	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

func lumenCrossing(t *tale.Tale) {
	t.On(-90, "10:00", "mara").Names("jonas")
	t.On(-84, "15:30", "cole").Signs(map[string]thread.Bought{"restored": thread.IsImplied})
	t.Wait(10).Stage("Closed Won", "Handoff to Jonas")
	t.On(-82, "09:30", "jonas").Takes("", "storm", "status", "tickets", "signin", "offshift", "decline", "silent", "billing", "ninety")
	t.Takes("Lumen names who decides when it is a storm and when it is not", "uptime")
	t.Doubts("offline", "The trial had two tablets in a box for a shift. Do all 640 hold eight hours of photos, or only the newer model?")
	t.Doubts("page promise", "Who said this, and does the contract mention it?")
	t.On(-80, "11:15", "mara").Clarifies("offline", "Only the newer model. Renee replaces the other 90 tablets before the change-over; it is in her mail of {d-81}.")
	t.Clarifies("page promise", "Cole, on the call of {d-117}. The contract does not mention it, Renee counts on it all the same.")
	t.On(-79, "09:10", "jonas").Takes("Only tablets of the newer model are used", "offline")
	t.Takes("", "restored", "page promise")
}

func lumenDesign(t *tale.Tale) {
	t.On(-77, "13:00", "jonas").Draws("relay.dsl")
	t.On(-74, "10:00", "jonas")
	t.Satisfies("Ticket intake", "tickets")
	t.Satisfies("Event router", "storm", "status")
	t.Satisfies("Tablet agent", "offline")
	t.Satisfies("Dispatch board", "status", "decline", "silent", "offshift")
	t.Satisfies("Scheduled exports", "billing")
	t.Satisfies("Event store", "ninety")
	t.Satisfies("Sign-in", "signin")
	t.Satisfies("Utility page", "restored")
	t.Proposes("partitions", design.Wording{Title: "Give each utility four partitions", Makers: []string{"jonas", "priscilla"},
		Context:      "In the trial one partition carried the whole cooperative and fell behind after 41 minutes.",
		Drivers:      []string{"900 events a second without loss", "Events of one job stay in order"},
		Options:      []design.Option{{Title: "One partition a utility", Good: "Simple to watch", Bad: "The largest utility decides how much the whole takes"}, {Title: "Four partitions a utility, by job", Good: "1,040 a second in the trial, order within a job kept", Bad: "Order between jobs is not kept"}},
		Outcome:      "Four partitions a utility, by job: nobody at Lumen needs an order between jobs.",
		Consequences: "Reports that count across jobs sort by time themselves.", Confirmation: "Storm replay before every winter"}, "storm", "uptime")
	t.Decides("partitions")
	t.On(-71, "15:00", "jonas").Reviews("Line crews, before the change-over", "jonas", "priscilla")
	t.On(-68, "09:45", "jonas").Passes("", "")
	t.Passes("priscilla", "Review call of {d-68}, confirmed by mail at 14:02")
}

func lumenPlan(t *tale.Tale) {
	t.On(-66, "10:00", "jonas").Tasks(
		tale.Task{Word: "t tablets", Title: "Replace 90 tablets of the older model", Party: "customer", Owner: "renee", Start: -64, Due: -50, Needs: []string{"offline"}},
		tale.Task{Word: "t entra", Title: "Connect Entra and sign in the first district", Owner: "jonas", Start: -64, Due: -58, Needs: []string{"signin"}},
		tale.Task{Word: "t intake", Title: "Connect three outage systems", Owner: "jonas", Start: -62, Due: -48, After: []string{"t entra"}, Needs: []string{"tickets", "storm"}},
		tale.Task{Word: "t board", Title: "Board, silence alarm and off-shift rule from the roster", Owner: "jonas", Start: -56, Due: -42, After: []string{"t entra"}, Needs: []string{"status", "silent", "offshift", "decline"}},
		tale.Task{Word: "t billing", Title: "Nightly file to Omaha, beside the old one for ten nights", Party: "customer", Owner: "priscilla", Start: -48, Due: -34, After: []string{"t intake"}, Needs: []string{"billing"}},
		tale.Task{Word: "t store", Title: "Retention of positions and availability report", Owner: "jonas", Start: -46, Due: -38, Needs: []string{"ninety", "uptime"}},
		tale.Task{Word: "t page", Title: "Restoration page for the utilities", Owner: "jonas", Start: -40, Due: -20, Needs: []string{"restored"}},
		tale.Task{Word: "t move", Title: "Change over, district by district", Party: "customer", Owner: "walt", Start: -32, Due: -19, After: []string{"t board", "t intake", "t tablets"}, Needs: []string{"status"}})
	t.On(-58, "16:00", "jonas").Ends("t entra")
	t.On(-51, "11:00", "jonas").Ends("t tablets")
	t.On(-47, "17:00", "jonas").Ends("t intake")
	t.On(-43, "15:20", "jonas").Ends("t board")
	t.On(-39, "10:00", "jonas").Ends("t store")
	t.On(-35, "09:30", "jonas").Ends("t billing")
	t.On(-33, "13:00", "jonas").Checks("Measured in production during the change-over", "jonas", "storm", "status", "offline", "tickets", "signin", "offshift", "decline", "silent", "billing", "ninety", "uptime")
	t.Gate("gate", "Ready for the season", -19, delivery.GateCriterion{Kind: delivery.AtStation, Priority: thread.Must, Station: thread.Verified}, delivery.GateCriterion{Kind: delivery.SignedByRole, Role: "Operations"})
}

func lumenLive(t *tale.Tale) {
	t.On(-27, "17:00", "jonas").Finds("storm", 985, "Replay of the ice storm against production, at night")
	t.Finds("status", 5.8, "Two hundred presses over four days")
	t.On(-26, "16:00", "jonas").Finds("offline", 8.7, "A whole shift in Harlan county, 31 crews")
	t.Confirms("tickets", true, "Ten days of tickets of all three utilities, none refused")
	t.Confirms("signin", true, "Two leavers were out within nine minutes")
	t.On(-24, "11:30", "jonas").Confirms("offshift", true, "Andre looked at every screen with three crews off shift")
	t.Confirms("decline", true, "38 declined jobs, 36 went where Walt would have sent them")
	t.Confirms("silent", true, "Four alarms, four real ones")
	t.On(-22, "10:40", "jonas").Confirms("billing", true, "Ten nights, no difference to the old file")
	t.Confirms("ninety", true, "Nothing older than 90 days after the night run")
	t.Finds("uptime", 99.97, "Last 30 days")
	t.On(-20, "09:00", "jonas").Settles("page promise", thread.Settlement{State: thread.PromiseBroken, Why: "The page is still beta; two of three utilities saw wrong counts after a feeder was switched back."})
	t.Wait(30).Dates("restored", thread.Live, t.Day(25))
	t.Dates("restored", thread.Verified, t.Day(22))
	t.SignsGate("gate", "Operations", "walt", "Said on the call of {d-20}")
	t.On(-19, "10:00", "jonas").Ends("t move")
	t.On(-19, "14:00", "cole").Settles("page promise", thread.Settlement{State: thread.PromiseRenegotiated, With: "Renee Castillo, call of {d-19}", NewWords: "The page for the utilities is there with release 8.5, by {d+25}; until then the desk sends the numbers by mail every hour.", NewDue: t.Day(25)})
	t.On(-19, "16:30", "jonas").Moves("t page", 22)
	t.On(-18, "11:00", "jonas").GoesLive(tale.GoLive{Outcome: delivery.GoWithConditions, Ours: []string{"jonas", "ruth"}, Theirs: []string{"renee", "priscilla", "walt"}, Evidence: "Eleven checks passed between {d-27} and {d-22}; the gate is signed",
		Covers: t.Needs("restored"), LeavesOut: map[string]string{"restored": "Comes with release 8.5"}, LeavesPromises: map[string]string{"page promise": "Renegotiated with Renee until {d+25}"},
		Condition: "The desk mails restored customers every hour in a storm until the page is there", ConditionFor: "walt", ConditionDue: t.Day(25), HypercareDue: t.Day(12)})
	t.Wait(20).Change(func(e *account.Edit) { e.NextStep = "Hypercare until {d+12}; page for the utilities by {d+25}" })
}

// lumenRunning hands the live system to Priya, who runs it; one query and one return are open.
func lumenRunning(t *tale.Tale) {
	t.On(-7, "10:30", "jonas").HandsOver("priya")
	t.On(-6, "14:00", "priya").Takes("", "storm", "status", "tickets", "signin", "decline", "silent", "billing", "ninety", "offline")
	t.Takes("Lumen names a second person who may close the desk", "offshift")
	t.Doubts("uptime", "99.97 % of which 30 days? The storm of {d-24} is in them or not?")
	t.Returns("It is not live, and the page is still beta. It stays with the project until release 8.5.", "restored")
}
