package sample

import (
	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// pelican is lost for a stated gap: the product does not run in a network without a way out.
func pelican(t *tale.Tale) {
	pelicanHeard(t)
	pelicanGap(t)
	pelicanShown(t)
	pelicanLost(t)
}

func pelicanHeard(t *tale.Tale) {
	t.On(-88, "08:40", "cole").Begin(tale.Open{Account: "Pelican Air Cargo", Industry: "Air cargo handling", Domain: "pelican-cargo.example", Deal: account.Edit{
		Name: "Relay for the apron", Type: "new", Stage: "Discovery", Amount: "410,000.00", Currency: "SGD", CloseOn: t.Day(-30), GoLiveOn: t.Day(20), AE: "cole", SE: "ines", Products: []string{"Relay"}, NextStep: t.Say("Discovery on {d-86}")}})
	t.Meet(
		tale.Person{Word: "grace", Name: "Grace Tan", Title: "Head of Cargo Systems", Role: "Technical decision", Decides: true, Stance: 1, Champion: true},
		tale.Person{Word: "arif", Name: "Arif Rahman", Title: "Airside operations manager", Role: "Runs the apron", Stance: 1})
	t.On(-86, "09:00", "ines").Call(tale.Call{Word: "first", Title: "The message switch and the apron", Theirs: []string{"grace", "arif"}, Ours: []string{"ines", "cole"}})
	t.Hears("first", "Messages",
		tale.Need{Word: "formats", Quote: "it has to take both and turn one into the other, and the handlers must not notice", Say: "Take Cargo-IMP and Cargo-XML and turn one into the other", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "wave", Quote: "I want 900 without loss", Say: "Take 900 messages a second in the night wave and lose none", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("messages taken without loss, for one hour", ">=", 900, "messages/s")})
	t.Hears("first", "Apron",
		tale.Need{Word: "transfer", Quote: "the message that it is moving has to be there in five seconds", Say: "A transfer's message is on the tug driver's screen within 5 seconds of the scan", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("scan at the aircraft to the tug driver's screen", "<=", 5, "s")},
		tale.Need{Word: "dangerous", Quote: "A dangerous goods note has to be with the unit, always, and a unit without one must not move", Say: "A unit of dangerous goods without its note cannot be moved", Kind: thread.Constraint, Priority: thread.Must},
		tale.Need{Word: "warm", Quote: "The handlers want to see a temperature with a unit when there is one", Say: "Show the temperature of a unit where there is one", Kind: thread.Functional, Priority: thread.Could})
	t.Knows(tale.Fact{Call: "first", Word: "transfers", Quote: "About 2,600 transfers on a good day", Name: "Transfers a day", Value: "2,600", Unit: "transfers"})
	t.Clears("first", 0)
	t.Notices(qualification.Pain, "grace", "The one engineer who understands it is on his third extension", "Discovery, {d-86}")
}

func pelicanGap(t *tale.Tale) {
	t.On(-80, "09:30", "ines").Meet(tale.Person{Word: "koh", Name: "Siew Ling Koh", Title: "Information security", Role: "Security", Stance: -1})
	t.Call(tale.Call{Word: "second", Title: "What the apron network allows", Theirs: []string{"grace", "koh", "arif"}, Ours: []string{"ines"}})
	t.Hears("second", "Security",
		tale.Need{Word: "closed", Quote: "Everything that serves the apron has to run inside it, complete, including its updates", Say: "All that serves the apron runs inside a network that has no way out, updates included", Kind: thread.Constraint, Priority: thread.Must},
		tale.Need{Word: "readers", Quote: "Every message is kept for three years with who read it", Say: "Keep every message for 3 years with who read it", Kind: thread.Data, Priority: thread.Must},
		tale.Need{Word: "badge", Quote: "And people sign in with the airport's badge, through the airport's own directory, which speaks LDAP and nothing else", Say: "People sign in with the airport's badge, through its LDAP directory", Kind: thread.Security, Priority: thread.Must})
	t.Clears("second", 0)
	t.On(-79, "10:00", "ines").Asks("q closed", "closed", "priya", "Is there a plan to run all of Relay inside a closed network, store and router included? Pelican decides on this alone.")
	t.On(-77, "14:20", "priya").Replies("q closed", "No. The agent runs inside for some hours; store and router do not. It is not on the road map for the next four quarters.")
	t.Judges(thread.CannotBe, "Store and router run in our cloud; nothing is planned that would change that within a year", "closed")
}

func pelicanShown(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "A night wave, from scan to tug", Day: -72, Hours: "09:00", Theirs: []string{"grace", "arif", "koh"}, Ours: []string{"ines"}, Parts: []tale.Part{
		{Word: "demo formats", Title: "Cargo-IMP in, Cargo-XML out", Capability: "Message conversion", Status: "ga", Minutes: 15, Needs: []string{"formats"}},
		{Word: "demo transfer", Title: "Scan to tug", Capability: "Live board", Status: "ga", Minutes: 10, Needs: []string{"transfer"}},
		{Word: "demo warm", Title: "A unit's temperature", Capability: "Cold chain view", Status: "ga", Minutes: 5, Needs: []string{"warm"}},
		{Word: "demo closed", Title: "The agent, with the line pulled", Capability: "Edge agent", Status: "ga", Minutes: 12, Needs: []string{"closed"}, Shown: "part"}}}
	t.On(-76, "09:20", "ines").Plans(d)
	t.On(-72, "10:40", "ines").Shows(d)
	t.Reacts("demo formats", "grace", 2, "Cleaner than the switch we have.")
	t.Reacts("demo transfer", "arif", 2, "Two seconds. My drivers would love it.")
	t.Reacts("demo warm", "arif", 1, "Nice to have.")
	t.Reacts("demo closed", "koh", -2, "It stopped after six hours. That is what I said it would do.")
	t.Reacts("demo closed", "grace", -1, "I cannot take this to the airport.")
	t.Answers(tale.Answer{Word: "a closed", Asked: "koh", Question: "Can Relay run complete inside a network without any connection, for good?", Words: "No. The agent works inside for up to six hours; event store and router run in our cloud. Running closed is not planned for the next four quarters.", Verdict: answers.Deny, Needs: []string{"closed"}})
	t.Answers(tale.Answer{Word: "a badge", Asked: "koh", Question: "Can people sign in with a badge through an LDAP directory?", Words: "Yes, where the agent runs inside; the directory is asked there.", Needs: []string{"badge"}})
	t.On(-70, "13:10", "ruth").Approves("a closed", "", "")
	t.Approves("a badge", "", "")
	t.On(-70, "15:00", "ines").Refers("formats", evaluation.NewGround{Kind: "reference", Who: "An airport in Northern Europe, twice Pelican's volume", Where: "Reference call with Grace Tan", On: t.Day(-71)})
	t.Stands("koh", -2, false)
}

func pelicanLost(t *tale.Tale) {
	t.On(-58, "10:20", "ines").LosesWin("capability gap", "Relay does not run in a network without a way out. Grace would have bought the rest; the apron is why they buy at all.")
	t.On(-57, "09:00", "cole").Lose("Capability gap: does not run inside a closed network. They extend the old switch by a year and ask again when we can.")
	t.Stage("Closed Lost", "Call Grace when running closed is on the road map")
}
