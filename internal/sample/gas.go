package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// gas is just discovered: the expansion of what is live at Lumen, with candidates still to be
// decided on.
func gas(t *tale.Tale) {
	t.On(-7, "16:10", "cole").Begin(tale.Open{Account: "Lumen Field Services", Domain: "lumenfield.example", Deal: account.Edit{Name: "Relay for gas crews", Type: "expansion", Stage: "Discovery",
		Amount: "94,000.00", Currency: "USD", CloseOn: t.Day(46), AE: "cole", SE: "mara", Products: []string{"Relay"}, NextStep: t.Say("Discovery call on {d-4}")}})
	t.Follows("lumen")
	t.Meet(
		tale.Person{Word: "renee", Name: "Renee Castillo", Title: "VP Field Operations", Role: "Pays for it", Stance: 2, Champion: true},
		tale.Person{Word: "walt", Name: "Walt Jensen", Title: "Dispatch manager", Role: "Runs the desk", Stance: 2},
		tale.Person{Word: "priscilla", Name: "Priscilla Boone", Title: "IT applications lead", Role: "IT", Decides: true, Stance: 1},
		tale.Person{Word: "odell", Name: "Odell Grant", Title: "Gas operations superintendent", Role: "Runs the gas crews", Stance: -1})
	t.On(-4, "16:00", "mara").Call(tale.Call{Word: "gas", Title: "Gas crews: what is different", Theirs: []string{"renee", "walt", "priscilla", "odell"}, Ours: []string{"mara", "cole"}})
	t.On(-3, "09:20", "mara").Hears("gas", "Odor calls",
		tale.Need{Word: "sixty", Quote: "So the call has to be on the right tablet within sixty seconds", Say: "An odor call is on the right crew's tablet within 60 seconds of being taken", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("call taken to job on the tablet", "<=", 60, "s")},
		tale.Need{Word: "next", Quote: "somebody has to say yes to it within three minutes or it goes to the next crew", Say: "An odor call that nobody accepts within 3 minutes goes to the next crew", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("time without a yes before it moves on", "<=", 3, "min")},
		tale.Need{Word: "hearthline", Quote: "The calls come from a different system", Say: "Take calls from Hearthline 6, which writes a file every 30 seconds", Kind: thread.Integration, Priority: thread.Must})
	t.Hears("gas", "Records",
		tale.Need{Word: "grade", Quote: "The grade and the reading of the meter must be on the job before a crew can close it", Say: "A leak job cannot be closed without its grade, the meter's reading and a picture of it", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "life", Quote: "Leak records stay for the life of the pipe", Say: "Keep job, grade, reading and picture of each leak for the life of the pipe", Kind: thread.Data, Priority: thread.Must})
	t.Hears("gas", "Desk",
		tale.Need{Word: "board", Quote: "Gas and line jobs on one board, and I can tell them apart from across the room", Say: "Show gas and line jobs on one board, told apart at a distance", Kind: thread.Functional, Priority: thread.Should},
		tale.Need{Word: "groups", Quote: "We would not sign in differently, it is the same Entra", Say: "Gas crews sign in with Lumen's Entra accounts, in a group of their own", Kind: thread.Security, Priority: thread.Should},
		tale.Need{Word: "ten", Quote: "I would do ten crews first", Say: "Start with ten crews before the others change over", Kind: thread.Constraint, Priority: thread.Should})
	t.Knows(
		tale.Fact{Call: "gas", Word: "gas crews", Quote: "We took over the gas work of the cooperative, 140 crews", Name: "Gas crews", Value: "140", Unit: "crews"},
		tale.Fact{Call: "gas", Word: "stops", Quote: "My people do twelve, fifteen stops a day", Name: "Stops of a crew and day", Value: "12 to 15", Unit: "stops"},
		tale.Fact{Word: "tablets", Name: "Tablets of the gas crews", Value: "The newer model, as for the line crews"})
	t.Clears("gas", 3)
	t.Notices(qualification.Budget, "renee", "I have about ninety thousand a year in the plan for this", "Call of {d-4}")
	t.Notices(qualification.Pain, "odell", "The state gives us one hour from the call to somebody standing there", "Call of {d-4}")
	t.Refers("groups", evaluation.NewGround{Kind: "in use", Who: "Lumen Field Services, line crews", Where: "Production, all districts", On: t.Day(-18), Reason: "The same sign-in has been live for the line crews since {d-18}"})
	t.Asks("q life", "life", "jonas", "Our retention is by kind of event and at most ten years. Can a leak's record be kept for the life of the pipe, or does it go to an archive of theirs?")
	t.On(-2, "10:05", "jonas").Replies("q life", "Keep the record in Relay for ten years and hand it to their asset archive when the job closes. They need an archive that takes it; ask Priscilla which one.")
	t.On(-2, "14:10", "mara").States("months", "2", "Call of {d-4}: ten crews first, then 130")
	t.States("integrations", "1", "Call of {d-4}: Hearthline writes files")
	t.States("configuration", "standard", "As for the line crews")
	t.Wants(tale.Request{Word: "reader", Need: "hearthline", Workstream: "integration", Reason: "Hearthline writes a file every 30 seconds. Is a reader of our own needed, and who builds it?", Hours: 20, From: t.Day(3), Until: t.Day(40)})
	t.On(-2, "14:30", "mara").Stage("Discovery", "Ask Priscilla for the asset archive, and Hearthline samples by {d+3}")
	t.TakesNext("mara", 3)
	t.Meets(tale.Call{Word: "archive", Title: "The asset archive, with Priscilla", Theirs: []string{"priscilla", "odell"}, Ours: []string{"mara", "jonas"}}, 3, "16:00")
	t.On(-1, "09:50", "cole").Asks("q price", "", "mara", "Renee wants a number before the board meets on {d+5}. Is 94,000 still right if Hearthline needs a reader of its own?")
}
