package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// tessier mixes SE and SA early: the architect is on the first call, marks what can be done,
// and draws before anything is signed.
func tessier(t *tale.Tale) {
	tessierHeard(t)
	tessierWalk(t)
	tessierJudged(t)
	tessierDrawn(t)
	tessierShown(t)
}

func tessierHeard(t *tale.Tale) {
	t.On(-36, "15:30", "sofia").Begin(tale.Open{Account: "Tessier Pharma Distribution SA", Industry: "Pharmaceutical distribution", Domain: "tessier-pharma.example", Deal: account.Edit{
		Name: "Relay for cold pallets", Type: "new", Stage: "Discovery", Amount: "690,000.00", Currency: "CHF", CloseOn: t.Day(29), GoLiveOn: t.Day(120), AE: "sofia", SE: "ines", Products: []string{"Relay", "Relay Cold Chain"}, NextStep: t.Say("First call with an architect on {d-33}")}})
	t.Wait(15).Joins("jonas")
	t.Meet(
		tale.Person{Word: "aubry", Name: "Laurent Aubry", Title: "Head of quality systems", Role: "Technical decision", Decides: true, Stance: 0},
		tale.Person{Word: "camille", Name: "Camille Rochat", Title: "Head of distribution", Role: "Runs the pallets", Stance: 2, Champion: true},
		tale.Person{Word: "livia", Name: "Livia Ferrari", Title: "IT integration", Role: "IT", Stance: 1})
	t.On(-33, "10:00", "ines").Call(tale.Call{Word: "first", Title: "Pallets, quality and who signs", Theirs: []string{"aubry", "camille", "livia"}, Ours: []string{"ines", "jonas", "sofia"}})
	t.Hears("first", "Pallets",
		tale.Need{Word: "range", Quote: "If a pallet leaves its range, quality has to know within three minutes, with the place", Say: "Quality knows within 3 minutes, with the place, that a pallet with a sending logger left its range", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("reading out of range to quality's screen", "<=", 3, "min")},
		tale.Need{Word: "depots", Quote: "so that they can send it to the nearest depot that is allowed to take it", Say: "Name the nearest depot on quality's list that may take a pallet", Kind: thread.Functional, Priority: thread.Must})
	t.Hears("first", "Quality",
		tale.Need{Word: "release", Quote: "Relay has to hand over the case with all its data and take the decision back", Say: "Hand an excursion to TrackWise with all its data and take the signed decision back", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "evidence", Quote: "Every release of yours that touches us has to come with its test evidence, and we decide when we take it", Say: "Every release comes with its test evidence and is taken when Tessier decides", Kind: thread.Constraint, Priority: thread.Must})
	t.Hears("first", "Loggers and IT",
		tale.Need{Word: "makes", Quote: "All four come in through one door, and a fifth must be possible within two weeks without you", Say: "Four makes of logger come in through one interface; Tessier adds a fifth within 2 weeks", Kind: thread.Integration, Priority: thread.Must, Measure: tale.Measure("time for Tessier's own people to add a make", "<=", 14, "days")},
		tale.Need{Word: "switzerland", Quote: "Data stays in Switzerland. Not in the Union, in Switzerland.", Say: "All data stays in Switzerland", Kind: thread.Constraint, Priority: thread.Must})
	t.Said("first", "zurich", "I will put the date of it in writing", "switzerland", t.Day(-20))
	t.Knows(
		tale.Fact{Call: "first", Word: "pallets", Quote: "two thousand pallets a month", Name: "Pallets a month", Value: "2,000", Unit: "pallets"},
		tale.Fact{Call: "first", Word: "trackwise", Quote: "It has a web service that we are allowed to use for three messages", Name: "TrackWise", Value: "Web service, three messages"})
	t.Clears("first", 0)
	t.States("months", "5", "First call of {d-33}: Basel, then three more depots")
	t.States("integrations", "2", "First call of {d-33}: TrackWise and the four makes of logger")
	t.States("configuration", "complex", "First call of {d-33}")
	t.Notices(qualification.DecisionCriteria, "aubry", "If that is not there then the rest is a toy", "Call of {d-33}")
}

func tessierWalk(t *tale.Tale) {
	t.On(-26, "14:00", "ines").Call(tale.Call{Word: "second", Title: "After the walk through Basel", Kind: "meeting", Theirs: []string{"aubry", "camille", "livia"}, Ours: []string{"ines", "jonas"}})
	t.Hears("second", "Pallets",
		tale.Need{Word: "customs", Quote: "The customs broker needs the pallet list and the temperature before the lorry is at the border, two hours before", Say: "The customs broker has pallet list and temperatures 2 hours before the lorry is at the border", Kind: thread.Functional, Priority: thread.Should, Measure: tale.Measure("time before the border", ">=", 2, "h")},
		tale.Need{Word: "morning", Quote: "it is one page in the morning with the pallets that need somebody today", Say: "One page shows each morning which pallets need somebody today", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("second", "Quality",
		tale.Need{Word: "records", Quote: "Everything about a pallet is kept for fifteen years after its date of expiry, and readable for all that time without your product", Say: "Records of a pallet are kept for 15 years after its expiry, readable without Relay as PDF/A and tables", Kind: thread.Data, Priority: thread.Must},
		tale.Need{Word: "fixes", Quote: "Thirty days I can do if I get the evidence on the first one", Say: "Security fixes come with their evidence on the first day and are taken within 30 days", Kind: thread.Security, Priority: thread.Must},
		tale.Need{Word: "twice", Quote: "sign-in with our Azure, and for quality a second time at each signature", Say: "Sign in with Tessier's Azure; quality once more at each signature", Kind: thread.Security, Priority: thread.Must})
	t.Hears("second", "Loggers and IT",
		tale.Need{Word: "readings", Quote: "Two hundred a second then", Say: "Take 200 readings a second", Kind: thread.Quality, Priority: thread.Should, Measure: tale.Measure("readings taken without loss, for one hour", ">=", 200, "readings/s")})
	t.Knows(tale.Fact{Call: "second", Word: "sending", Quote: "Eighty percent today, all of them in the summer", Name: "Loggers that send", Value: "80", Unit: "%"})
	t.Clears("second", 0)
	t.Stands("aubry", 1, false)
}

func tessierJudged(t *tale.Tale) {
	t.On(-25, "10:00", "jonas").Judges(thread.CanBeDone, "Standard, in use elsewhere", "range", "depots", "morning", "readings", "switzerland")
	t.Wait(10).Judges(thread.WithEffort, "An adapter of our own to TrackWise, and its three messages have to carry all of a case", "release")
	t.Judges(thread.WithEffort, "A tenant can be held back two quarters; the evidence has to be packed for each release", "evidence", "fixes")
	t.Judges(thread.WithEffort, "One interface is there; the guide for a fifth make has to be written and tried with their two people", "makes")
	t.On(-24, "09:10", "ines").States("depth", "yes", "Laurent Aubry asks who signs the validation")
	t.Wants(tale.Request{Word: "validation", Need: "evidence", Workstream: "architecture review", Reason: "Quality wants to see how a release is held back and where its evidence lies. That is deeper than I go.", Hours: 8, From: t.Day(-24), Until: t.Day(20)})
	t.On(-24, "09:25", "ruth").Gives("validation", "jonas")
	t.On(-24, "09:30", "ines").Asks("q records", "records", "jonas", "Fifteen years after expiry can be twenty in all. Do we write PDF/A ourselves, or does it go through their archive?")
	t.On(-23, "11:20", "jonas").Replies("q records", "We write PDF/A-3 with the table inside, once, when a pallet is closed. Their archive keeps it. We keep nothing for twenty years.")
	t.Judges(thread.WithEffort, "PDF/A-3 when a pallet is closed, kept in their archive", "records")
	t.On(-21, "14:00", "jonas").Asks("q customs", "customs", "ines", "Which brokers, and how do they want it? Two said mail, and mail is no interface.")
	t.On(-20, "10:30", "ines").Wants(tale.Request{Word: "brokers", Need: "customs", Workstream: "integration", Reason: "The brokers in Basel explain their forms in German only, and nobody on the deal speaks it.", Hours: 10, From: t.Day(-1), Until: t.Day(30), Language: "German"})
	t.On(-20, "10:40", "ines").Settles("zurich", thread.Settlement{State: thread.PromiseKept, Proof: "Mail to Livia Ferrari of {d-20}: the Zurich region has been in service since 14 April"})
}
