package sample

import (
	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/discovery/qualification"
	"throughline/internal/evaluation"
	"throughline/internal/sample/tale"
	"throughline/internal/thread"
)

// meridian is in the middle of its evaluation: one test failed, two are still to be run.
func meridian(t *tale.Tale) {
	meridianHeard(t)
	meridianHeardMore(t)
	meridianDemo(t)
	meridianAnswers(t)
	meridianTrial(t)
}

func meridianHeard(t *tale.Tale) {
	t.On(-49, "11:10", "sofia").Begin(tale.Open{Account: "Meridian Grocers", Industry: "Grocery retail", Domain: "meridian-grocers.example", Deal: account.Edit{
		Name: "Relay for depots and stores", Type: "new", Stage: "Discovery", Amount: "312,000.00", Currency: "GBP", CloseOn: t.Day(18), GoLiveOn: t.Day(75), AE: "sofia", SE: "mara", Products: []string{"Relay", "Relay Cold Chain"}, NextStep: t.Say("Discovery on {d-46}")}})
	t.Meet(
		tale.Person{Word: "fiona", Name: "Fiona Pryce", Title: "Transport director", Role: "Pays for it", Stance: 2, Champion: true},
		tale.Person{Word: "gareth", Name: "Gareth Lloyd", Title: "Head of architecture", Role: "Technical decision", Decides: true, Stance: -1},
		tale.Person{Word: "nasreen", Name: "Nasreen Malik", Title: "Depot manager, Daventry", Role: "Runs the first depot", Stance: 1},
		tale.Person{Word: "owen", Name: "Owen Tate", Title: "Supplier integration lead", Role: "Suppliers", Stance: 0})
	t.On(-46, "10:00", "mara").Call(tale.Call{Word: "first", Title: "Nine depots and one August", Theirs: []string{"fiona", "gareth", "nasreen", "owen"}, Ours: []string{"mara", "sofia"}})
	t.Hears("first", "Loads",
		tale.Need{Word: "leaves", Quote: "When a load leaves my dock the store has to know within a minute", Say: "A store knows within 1 minute that its load has left the dock", Kind: thread.Functional, Priority: thread.Must, Measure: tale.Measure("dock door closed to the store's app", "<=", 60, "s")},
		tale.Need{Word: "chilled", Quote: "A store manager needs to see, before the lorry is there, whether the chilled has been in range for the whole way", Say: "Before the lorry arrives the store sees whether its chilled goods were below 5 °C all the way", Kind: thread.Functional, Priority: thread.Must},
		tale.Need{Word: "app", Quote: "It has to come up in the store app that they have", Say: "All of it is shown in the store app that is there", Kind: thread.Integration, Priority: thread.Must})
	t.Hears("first", "Suppliers",
		tale.Need{Word: "desadv", Quote: "Two hundred and sixty of them send despatch advice by EDIFACT, DESADV, and they will not change", Say: "Take EDIFACT DESADV from 260 suppliers as they send it", Kind: thread.Integration, Priority: thread.Must, Measure: tale.Measure("suppliers whose advices are taken unchanged", ">=", 260, "suppliers")},
		tale.Need{Word: "wrong", Quote: "When one is wrong the supplier should get told the same hour, with the line that is wrong", Say: "Tell a supplier within the hour which line of an advice is wrong", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("first", "Platform",
		tale.Need{Word: "kafka", Quote: "so you publish to it and you read from it and you do not put a second one next to it", Say: "Publish to and read from Meridian's own Kafka 3.6; no second one beside it", Kind: thread.Integration, Priority: thread.Must},
		tale.Need{Word: "christmas", Quote: "Volume is 1,500 events a second on the Thursday before Christmas", Say: "Take 1,500 events a second for an hour and lose none", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("events taken without loss, for one hour", ">=", 1500, "events/s")})
	t.States("months", "3", "First call of {d-46}: Daventry, then eight depots")
	t.States("integrations", "2", "First call of {d-46}: Kafka and the store app")
	t.States("configuration", "standard", "First call of {d-46}")
	t.States("depth", "yes", "Gareth Lloyd asks how we behave on his Kafka")
	t.Knows(
		tale.Fact{Call: "first", Word: "stores", Quote: "We deliver to 480 stores from nine depots", Name: "Stores", Value: "480", Unit: "stores"},
		tale.Fact{Call: "first", Word: "today", Quote: "at the moment it is a file every fifteen", Name: "Loads told today", Value: "A file every 15 minutes"},
		tale.Fact{Call: "first", Word: "clean", Quote: "About two in three are", Name: "Clean advices", Value: "About two in three"})
	t.Clears("first", 0)
	t.Notices(qualification.Metrics, "fiona", "We threw away forty thousand pounds of chilled in two days", "Discovery, {d-46}")
	t.Notices(qualification.DecisionCriteria, "gareth", "Everything goes through our own Kafka, that is not negotiable", "Discovery, {d-46}")
}

func meridianHeardMore(t *tale.Tale) {
	t.On(-41, "14:00", "mara").Call(tale.Call{Word: "second", Title: "Everything that is not a feature", Theirs: []string{"fiona", "gareth", "nasreen", "owen"}, Ours: []string{"mara", "sofia"}})
	t.Hears("second", "Platform",
		tale.Need{Word: "okta", Quote: "Sign-in is Okta, and SCIM, and if it is not both then we stop here", Say: "Sign in with Okta; joiners and leavers come by SCIM", Kind: thread.Security, Priority: thread.Must},
		tale.Need{Word: "recovery", Quote: "If your side goes down I want to be back within thirty minutes and lose at most one minute of events", Say: "After an outage on our side events flow again within 30 minutes, with at most 1 minute of them lost", Kind: thread.Quality, Priority: thread.Must, Measure: tale.Measure("outage to events flowing", "<=", 30, "min")},
		tale.Need{Word: "drivers", Quote: "Drivers' names are not to be in any event that leaves the depot", Say: "No event that leaves a depot holds a driver's name; a number that changes each day stands for it", Kind: thread.Data, Priority: thread.Must})
	t.Hears("second", "Loads",
		tale.Need{Word: "cages", Quote: "If Relay knows which cage went to which store, and which came back", Say: "List each Monday which cages went to which store and did not come back", Kind: thread.Functional, Priority: thread.Should})
	t.Hears("second", "Suppliers",
		tale.Need{Word: "score", Quote: "Suppliers get a page where they see their own score", Say: "A supplier sees its own share of right advices, and the average", Kind: thread.Functional, Priority: thread.Could})
	t.Hears("second", "Roll-out",
		tale.Need{Word: "depot", Quote: "If Daventry works for four weeks the others follow two at a time", Say: "Daventry runs for four weeks before the other depots follow, two at a time", Kind: thread.Constraint, Priority: thread.Should})
	t.Clears("second", 0)
	t.On(-39, "09:30", "sofia").Stage("Solution", "Demo at Daventry on {d-33}")
}

func meridianDemo(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "One load from Daventry to a store", Day: -33, Hours: "10:30", Theirs: []string{"fiona", "gareth", "nasreen", "owen"}, Ours: []string{"mara", "sofia"}, Parts: []tale.Part{
		{Word: "demo leaves", Title: "The door closes", Capability: "Dock events", Status: "ga", Minutes: 10, Needs: []string{"leaves", "app"}},
		{Word: "demo chilled", Title: "A warm lorry", Capability: "Cold chain view", Status: "ga", Minutes: 12, Needs: []string{"chilled"}},
		{Word: "demo kafka", Title: "On Gareth's Kafka", Capability: "Kafka bridge", Status: "ga", Minutes: 15, Needs: []string{"kafka"}},
		{Word: "demo wrong", Title: "A wrong advice", Capability: "Advice checks", Status: "beta", Minutes: 8, Needs: []string{"wrong"}, Said: "Advice checks are generally available before Daventry goes live", Due: t.Day(60)},
		{Word: "demo cages", Title: "Monday's list of cages", Capability: "Returnables", Status: "roadmap", Minutes: 4, Needs: []string{"cages"}, Shown: "part"}}}
	t.On(-37, "13:20", "mara").Plans(d)
	t.On(-33, "13:00", "mara").Shows(d)
	t.Reacts("demo leaves", "nasreen", 2, "Eleven seconds. I would not even finish my tea.")
	t.Reacts("demo chilled", "fiona", 2, "That is August, solved.")
	t.Reacts("demo kafka", "gareth", 1, "It behaved. I still want to see the quotas under load.")
	t.Reacts("demo wrong", "owen", 1, "If the suppliers read it, yes.")
	t.Reacts("demo cages", "nasreen", -1, "That is a picture of a list. I need the list.")
	t.Reacts("demo leaves", "fiona", 1, "Simple enough for a Friday night.")
	t.Reacts("demo leaves", "gareth", 0, "Fine.")
	t.Reacts("demo chilled", "nasreen", 1, "My doors are open longer than ten minutes. Ask me in winter.")
	t.Stands("gareth", 0, false)
}

func meridianAnswers(t *tale.Tale) {
	t.On(-29, "10:00", "mara").Answers(tale.Answer{Word: "a okta", Asked: "gareth", Question: "Okta with SCIM, both?", Words: "Both: OIDC for sign-in, SCIM 2.0 for joiners, movers and leavers. A leaver is out within 15 minutes.", Library: true, Evidence: "https://docs.relay.example/identity", Needs: []string{"okta"}})
	t.Answers(tale.Answer{Word: "a drivers", Asked: "gareth", Question: "How do you keep drivers' names out of events?", Words: "A rule replaces the name by a number at the depot's gateway, before the event leaves it. The number changes at midnight, and the list that leads back stays at the depot.", Needs: []string{"drivers"}})
	t.Answers(tale.Answer{Word: "a depot", Asked: "fiona", Question: "Can we begin with one depot?", Words: "Yes. Depots are switched on one by one; the others go on as today.", Needs: []string{"depot"}})
	t.On(-27, "11:30", "ruth").Approves("a okta", "", "")
	t.Approves("a drivers", "", "")
	t.Approves("a depot", "", "")
	t.On(-3, "15:30", "ines").Answers(tale.Answer{Word: "a cages", Asked: "nasreen", Question: "Which cages went out and did not come back?", Words: "Relay lists cages by store from the tags that are read at the dock. A cage that comes back without being read is missing from the list.", Verdict: answers.Partly, Approver: "mara", Needs: []string{"cages"}})
}

func meridianTrial(t *tale.Tale) {
	e := tale.Trial{Word: "trial", Plan: evaluation.Plan{Title: "Daventry and three stores", Kind: "poc", Scope: "Daventry, three stores, 40 suppliers, Meridian's Kafka", OutOfScope: "Cages, the suppliers' page, the other depots",
		Decision: "Whether Meridian buys Relay for nine depots", From: t.Day(-10), To: t.Day(6), Owner: "mara",
		Environment: []evaluation.Fact{{Name: "Kafka", Value: "3.6, 12 partitions, quota 20 MB/s"}, {Name: "Stores", Value: "Rugby, Corby, Hinckley"}, {Name: "Version", Value: "Relay 8.3.2"}},
		Entry:       []string{"Topics and quotas are there", "Three stores have the app's test version", "40 suppliers send copies"}},
		Criteria: []tale.Criterion{
			{Need: "leaves", Method: "Every door of ten shifts against the app's log", Weight: 4, RunBy: "nasreen"},
			{Need: "chilled", Method: "Sixty chilled loads, six of them warmed on purpose", Weight: 5, RunBy: "fiona", Judged: true},
			{Need: "desadv", Method: "Advices of all 260 suppliers of one week", Weight: 3, RunBy: "owen"},
			{Need: "christmas", Method: "Last Thursday before Christmas from the log, for one hour", Weight: 5, RunBy: "gareth"},
			{Need: "recovery", Method: "A zone is taken away, on a Sunday", Weight: 4, RunBy: "gareth"},
			{Need: "kafka", Method: "No second broker, quotas kept for ten days", Weight: 4, RunBy: "gareth", Judged: true}}}
	t.On(-19, "14:00", "mara").Drafts(e)
	t.On(-15, "09:40", "mara").Wants(tale.Request{Word: "quotas", Need: "kafka", Workstream: "technical deep dive", Reason: "Gareth Lloyd wants to hear from an architect how we behave when his Kafka's quota is reached.", Hours: 24, From: t.Day(-14), Until: t.Day(20)})
	t.On(-15, "10:20", "emeka").KeepsOff("Worked for Meridian's integrator until last spring.")
	t.On(-14, "10:30", "mara").Agrees("trial")
	t.Wait(20).Stage("Evaluation", "Trial at Daventry from {d-10} to {d+6}")
	t.Readies("trial", 1, 2, 3)
	t.On(-10, "08:50", "mara").Starts("trial")
	t.On(-7, "16:40", "mara").Measures("leaves", 14, "nasreen", "412 doors; the slowest 31 s")
	t.On(-6, "11:15", "mara").Sees("chilled", true, "fiona", "60 of 60, all six warm ones refused at the door")
	t.On(-5, "17:20", "mara").Measures("christmas", 1180, "gareth", "The quota of 20 MB a second held it back; events waited, none were lost, but an hour's load took 76 minutes")
	t.On(-5, "17:50", "mara").Asks("q quota", "christmas", "priya", "1,180 against 1,500 with a quota of 20 MB/s. Do smaller events help, or do I have to ask Gareth for a larger quota?")
	t.On(-4, "10:10", "priya").Replies("q quota", "Both. Compress on the bridge, that gives 1,400 by my sum; ask for 24 MB/s and you have room.")
	t.On(-4, "14:30", "mara").Promises("rerun", "christmas", "date", "We run the Christmas hour again with compression by {d+3}, in front of Gareth", "gareth", "Call of {d-4}", t.Day(3))
	t.On(-3, "09:50", "mara").Measures("desadv", 260, "owen", "Advices of 260 suppliers taken, 31 % with faults that were named")
	t.On(-2, "16:00", "mara").Stage("Evaluation", "Second run of the Christmas hour on {w+3}, recovery on Sunday")
	t.TakesNext("mara", 1)
	t.Meets(tale.Call{Word: "midway", Title: "Halfway through the trial", Theirs: []string{"gareth", "nasreen", "owen"}, Ours: []string{"mara"}}, 1, "10:30")
	t.On(-1, "11:40", "sofia").Asks("q discount", "", "mara", "Fiona asks whether Daventry alone can start in {m+20} if the rest waits for spring. Would you split it?")
}
