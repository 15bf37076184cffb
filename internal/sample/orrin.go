package sample

import (
	"throughline/internal/account"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// orrin is designed: sold, handed over, and the second version of its design approved.
func orrin(t *tale.Tale) {
	orrinHeard(t)
	orrinHeardMore(t)
	orrinDemo(t)
	orrinAnswers(t)
	orrinTrial(t)
	orrinCrossing(t)
	orrinDesign(t)
	orrinSecondDesign(t)
	orrinPlan(t)
}

func orrinHeard(t *tale.Tale) {
	t.On(-113, "13:20", "sofia").Begin(tale.Open{Account: "Orrin Rail Cargo", Industry: "Rail freight", Domain: "orrin-rail.example", Deal: account.Edit{
		Name: "Relay for wagons and trains", Type: "new", Stage: "Discovery", Amount: "2,150,000.00", Currency: "PLN", CloseOn: t.Day(-62), GoLiveOn: t.Day(58), AE: "sofia", SE: "ines", Products: []string{"Relay"}, NextStep: t.Say("Discovery on {d-110}")}})
	t.Meet(
		tale.Person{Word: "wojciech", Name: "Wojciech Nowak", Title: "CIO", Role: "Technical decision", Decides: true, Stance: 1},
		tale.Person{Word: "katarzyna", Name: "Katarzyna Wolska", Title: "Head of wagon operations", Role: "Finds the wagons", Stance: 2, Champion: true},
		tale.Person{Word: "helena", Name: "Helena Wrona", Title: "Safety manager", Role: "Safety", Stance: 0},
		tale.Person{Word: "radek", Name: "Radek Novotný", Title: "Head of integration, Brnorail Systems", Role: "Runs the Czech side", Party: "partner", Stance: 0})
	t.On(-110, "10:00", "ines").Call(tale.Call{Word: "first", Title: "Nineteen hours at the border", Theirs: []string{"wojciech", "katarzyna", "helena", "radek"}, Ours: []string{"ines", "sofia"}})
	t.Hears("first", "Wagons and trains",
		tale.Need{Word: "position", Quote: "When somebody asks me for a wagon the answer must not be older than five minutes", Say: "The position of a wagon under way is never older than 5 minutes", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("age of a wagon's position under way, 99th percentile", "<=", 5, "min")},
		tale.Need{Word: "list", Quote: "Before a train leaves I need the list of wagons in their real order", Say: "The list of wagons in their real order is there before the train leaves", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "axle", Quote: "When the detector on the line reports it, the dispatcher has to see it within thirty seconds", Say: "A hot axle box reported by a detector is on the dispatcher's screen within 30 seconds", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("detector's message to the dispatcher's screen", "<=", 30, "s")})
	t.Hears("first", "Yards",
		tale.Need{Word: "yard", Quote: "the handheld must work for four hours without one and lose nothing", Say: "A handheld works for 4 hours without a network and loses nothing", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("time without a network, nothing lost", ">=", 4, "h")})
	t.Hears("first", "Neighbours",
		tale.Need{Word: "taf", Quote: "We must exchange train running messages with both of them, the Polish and the Czech one", Say: "Exchange TAF TSI train running messages with the Polish and the Czech infrastructure manager", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "partner", Quote: "our system would like the wagon lists through our own interface, not by mail as now", Say: "Hand wagon lists to Brnorail through its own interface", Kind: thread.Integration, Priority: thread.Should})
	t.Hears("first", "Running it",
		tale.Need{Word: "volume", Quote: "In autumn, with the beet and the coal, we have 120,000 messages in an hour", Say: "Take 120,000 messages in an hour", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("messages taken without loss", ">=", 120000, "messages/h")},
		tale.Need{Word: "decade", Quote: "After an accident the office asks for all messages of a train, and we must have them for ten years", Say: "Keep all messages of a train for 10 years and find them by train and day", Kind: thread.Data, Priority: thread.Must})
	t.Knows(
		tale.Fact{Call: "first", Word: "wagons", Quote: "We have 3,800 wagons and we find them by telephone", Name: "Wagons", Value: "3,800", Unit: "wagons"},
		tale.Fact{Call: "first", Word: "trackers", Quote: "About half have a tracker", Name: "Wagons with a tracker", Value: "about half"})
	t.Clears("first", 0)
	t.Notices(qualification.Pain, "wojciech", "A train stood at the border for nineteen hours, and for the first six nobody could tell the customer on which side", "Discovery, {d-110}")
}

func orrinHeardMore(t *tale.Tale) {
	t.On(-104, "09:30", "ines").Call(tale.Call{Word: "second", Title: "Languages, badges, the second site", Theirs: []string{"wojciech", "katarzyna", "helena", "radek"}, Ours: []string{"ines", "sofia"}})
	t.Hears("second", "Yards",
		tale.Need{Word: "languages", Quote: "In the yard it is Polish and Czech, on every handheld, and it changes with the person and not with the device", Say: "Handhelds speak Polish and Czech, by the person who signs in", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "badge", Quote: "Since the audit it must be the person, a shared account is not allowed any more", Say: "People in the yard sign in one by one, with the badge they carry", Kind: thread.Security, Priority: thread.Should})
	t.Hears("second", "Running it",
		tale.Need{Word: "site", Quote: "Our owners would like Katowice to be able to run without Warsaw, at least for a day", Say: "Katowice runs without Warsaw for one day", Kind: thread.Constraint, Priority: thread.Should},
		tale.Need{Word: "price", Quote: "The price has to be by wagon and month, and not by message", Say: "The price is by wagon and month", Kind: thread.Commercial, Priority: thread.Should})
	t.Hears("second", "Wagons and trains",
		tale.Need{Word: "shippers", Quote: "The big shippers, six of them, would like to see their own wagons without calling me", Say: "Six shippers see their own wagons, and nobody else's", Kind: thread.Functional, Priority: thread.Could},
		tale.Need{Word: "border", Quote: "And the estimate for the border, when will the train really be over it", Say: "Estimate when a train is over the border, to half an hour", Kind: thread.Functional, Priority: thread.Should})
	t.Clears("second", 0)
	t.Stands("helena", 1, false)
}

func orrinDemo(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "One train from Poznań to Brno", Day: -97, Hours: "10:00", Theirs: []string{"wojciech", "katarzyna", "helena"}, Ours: []string{"ines", "priya"}, Parts: []tale.Part{
		{Word: "demo position", Title: "Where is wagon 31 51", Capability: "Positions from many sources", Status: "ga", Minutes: 15, Needs: []string{"position", "border"}},
		{Word: "demo list", Title: "Walking along the train", Capability: "Yard handheld", Status: "ga", Minutes: 20, Needs: []string{"list", "languages"}},
		{Word: "demo axle", Title: "A hot axle box", Capability: "Alarms by rule", Status: "ga", Minutes: 8, Needs: []string{"axle"}},
		{Word: "demo shippers", Title: "What a shipper sees", Capability: "Guest views", Status: "ga", Minutes: 6, Needs: []string{"shippers"}}}}
	t.On(-101, "14:10", "ines").Plans(d)
	t.On(-97, "12:00", "ines").Shows(d)
	t.Reacts("demo position", "katarzyna", 2, "I found it before the phone would have rung.")
	t.Reacts("demo list", "katarzyna", 1, "The swap of seven and eight was seen. Good.")
	t.Reacts("demo axle", "helena", 1, "Fast. And I can see who saw it.")
	t.Reacts("demo shippers", "wojciech", 0, "They will ask for more once they have it.")
}

func orrinAnswers(t *tale.Tale) {
	t.On(-94, "10:30", "ines").Answers(tale.Answer{Word: "a decade", Asked: "wojciech", Question: "Can all messages of a train be found after ten years?", Words: "Yes. Retention is set for each kind of message; ten years are in use at two other railways. Messages are found by train number and day.", Evidence: "https://docs.relay.example/retention", Needs: []string{"decade"}})
	t.Answers(tale.Answer{Word: "a badge", Asked: "helena", Question: "Can people sign in with a badge, one by one?", Words: "Yes, with any badge that the handheld can read; the person is taken from your directory.", Library: true, Needs: []string{"badge"}})
	t.Answers(tale.Answer{Word: "a taf", Asked: "wojciech", Question: "Which TAF TSI messages do you exchange, and with whom?", Words: "Train running information, forecast and delay cause, in the version that each infrastructure manager runs. Both of yours are in use with other customers.", Evidence: "https://docs.relay.example/taf-tsi", Library: true, Needs: []string{"taf"}})
	t.Answers(tale.Answer{Word: "a price", Asked: "wojciech", Question: "Is a price by wagon and month possible?", Words: "Yes: 11.80 PLN for each wagon and month, whatever it sends.", Needs: []string{"price"}})
	t.Answers(tale.Answer{Word: "a site", Asked: "wojciech", Question: "Can Katowice run without Warsaw for a day?", Words: "Yes, with a second installation in Katowice. It is offered on its own.", Needs: []string{"site"}})
	t.Answers(tale.Answer{Word: "a partner", Asked: "radek", Question: "Can wagon lists go through our interface?", Words: "Yes, once its description is there; the adapter is ours to write.", Needs: []string{"partner"}})
	t.On(-92, "15:00", "ruth").Approves("a decade", "", "")
	t.Approves("a badge", "", "")
	t.Approves("a taf", "", "")
	t.Approves("a price", "wording", t.Day(-55))
	t.Approves("a site", "", "")
	t.Approves("a partner", "", "")
}

func orrinTrial(t *tale.Tale) {
	e := tale.Trial{Word: "trial", Plan: evaluation.Plan{Title: "Two days on an autumn day", Kind: "workshop", Scope: "One autumn day of messages, one yard, four handhelds", Decision: "Whether Orrin buys Relay for all wagons", From: t.Day(-88), To: t.Day(-86), Owner: "ines",
		Environment: []evaluation.Fact{{Name: "Messages", Value: "2.1 million, 14 October"}, {Name: "Yard", Value: "Poznań Franowo"}}, Entry: []string{"The autumn day is copied", "Four handhelds are enrolled"}},
		Criteria: []tale.Criterion{
			{Need: "position", Method: "Age of every position of 900 wagons, each minute of the day", Weight: 4, RunBy: "katarzyna"},
			{Need: "axle", Method: "Eleven alarms of that day, played again", Weight: 5, RunBy: "helena"},
			{Need: "yard", Method: "Four handhelds in a steel cabinet", Weight: 3, RunBy: "ines"},
			{Need: "volume", Method: "The day's worst hour at 1.2 times its speed", Weight: 3, RunBy: "ines"}}}
	t.On(-92, "16:30", "ines").Drafts(e)
	t.On(-90, "10:15", "ines").Agrees("trial")
	t.Readies("trial", 1, 2)
	t.On(-88, "09:00", "ines").Starts("trial")
	t.On(-88, "15:30", "ines").Measures("axle", 11, "helena", "Eleven alarms, the slowest after 19 s")
	t.Measures("volume", 151000, "ines", "151,000 in the hour, none lost")
	t.On(-87, "11:00", "ines").Measures("position", 4.2, "katarzyna", "Without trackers the detectors set the age; 4.2 min at worst but one in a hundred")
	t.On(-87, "16:00", "ines").Measures("yard", 6, "ines", "Six hours in the cabinet, 1,900 readings kept")
	t.On(-86, "11:30", "ines").ReadsOut("trial", "All four passed. The nineteen hours were one message that the Czech side sent and nobody read.")
	t.On(-78, "09:40", "ines").SignsOff("wojciech", "Mail of {d-79}, 17:20", "I have my nineteen hours explained.", t.Needs(), nil)
	t.Wait(30).Stage("Negotiation", "Contract, without the second site")
}
