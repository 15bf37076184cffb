package sample

import (
	"throughline/internal/answers"
	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/sample/tale"
)

func tessierDrawn(t *tale.Tale) {
	t.On(-19, "13:30", "jonas").Adds(design.NewElement{Kind: dsl.System, Shape: design.Shape{Name: "Relay", Description: "Takes readings, finds excursions, hands cases over."}})
	for _, e := range []struct {
		kind               dsl.Kind
		name, does, parent string
		technology         string
		external           bool
		needs              []string
	}{
		{dsl.System, "TrackWise", "Tessier's quality system; decisions are signed there.", "", "", true, nil},
		{dsl.System, "Loggers", "Four makes; three of them send.", "", "", true, nil},
		{dsl.Person, "Quality", "Decides on excursions and signs.", "", "", false, nil},
		{dsl.Container, "Logger door", "One interface for all makes.", "Relay", "HTTPS, MQTT", false, []string{"makes", "readings"}},
		{dsl.Container, "Excursion rules", "Range by product, depot by quality's list.", "Relay", "Go", false, []string{"range", "depots"}},
		{dsl.Container, "Case adapter", "One case is three messages to TrackWise, and one back.", "Relay", "Go", false, []string{"release"}},
		{dsl.Container, "Pallet file", "PDF/A-3 with the readings inside, written when a pallet is closed.", "Relay", "Go", false, []string{"records"}},
	} {
		t.Adds(design.NewElement{Kind: e.kind, Parent: e.parent, Shape: design.Shape{Name: e.name, Description: e.does, Technology: e.technology, External: e.external}}, e.needs...)
	}
	t.Relates("Loggers", "Logger door", design.Use{Description: "send readings", Technology: "HTTPS, MQTT", Owner: "Livia Ferrari"})
	t.Relates("Logger door", "Excursion rules", design.Use{Description: "hands over readings", Technology: "gRPC"})
	t.Relates("Excursion rules", "Case adapter", design.Use{Description: "opens a case", Technology: "gRPC"})
	t.Relates("Case adapter", "TrackWise", design.Use{Description: "hands over cases, takes decisions", Technology: "SOAP"})
	t.Relates("Quality", "TrackWise", design.Use{Description: "signs decisions"})
	t.Relates("Quality", "Excursion rules", design.Use{Description: "is warned", Technology: "HTTPS"})
	t.Tidies()
	t.On(-17, "15:20", "jonas").Proposes("hold", design.Wording{Title: "Hold Tessier's tenant back by one quarter", Makers: []string{"jonas", "ines"},
		Context: "Releases come every three weeks; Tessier validates each one it takes.", Drivers: []string{"Tessier decides when", "Security fixes within 30 days"},
		Options: []design.Option{{Title: "One quarter", Good: "Four validations a year", Bad: "Two fixes a year have to be carried back"}, {Title: "Two quarters", Good: "Two validations a year", Bad: "Six fixes a year, and twice as far"}}}, "evidence", "fixes")
}

func tessierShown(t *tale.Tale) {
	d := tale.Demo{Word: "demo", Title: "A warm pallet over France", Day: -15, Hours: "10:00", Theirs: []string{"aubry", "camille", "livia"}, Ours: []string{"ines", "jonas"}, Parts: []tale.Part{
		{Word: "demo range", Title: "Out of range near Mâcon", Capability: "Cold chain alarms", Status: "ga", Minutes: 10, Needs: []string{"range"}},
		{Word: "demo depots", Title: "Which depot may take it", Capability: "Rules by list", Status: "ga", Minutes: 8, Needs: []string{"depots"}},
		{Word: "demo release", Title: "The case in TrackWise, and back", Capability: "TrackWise adapter", Status: "beta", Minutes: 20, Needs: []string{"release"}, Shown: "part", Said: "The adapter to TrackWise carries a whole case, attachments included, by the start of validation", Due: t.Day(55)},
		{Word: "demo morning", Title: "The page in the morning", Capability: "Worklists", Status: "ga", Minutes: 6, Needs: []string{"morning"}}}}
	t.On(-18, "11:00", "ines").Plans(d)
	t.On(-15, "12:10", "ines").Shows(d)
	t.Reacts("demo range", "camille", 2, "Two minutes and I know where it is. I have waited nine years for this.")
	t.Reacts("demo depots", "aubry", 1, "It used last month's list, and it said so. Good.")
	t.Reacts("demo release", "aubry", 0, "Two of the three messages. I want to see the third.")
	t.Reacts("demo morning", "camille", 2, "This is the page.")
	t.On(-12, "10:00", "ines").Answers(tale.Answer{Word: "a switzerland", Asked: "livia", Question: "Does all data stay in Switzerland, backups and support included?", Words: "Yes, in the Zurich region. Backups are kept in Geneva; support looks at data only in a session that you open.", Library: true, Evidence: "https://docs.relay.example/regions", Needs: []string{"switzerland"}})
	t.Answers(tale.Answer{Word: "a twice", Asked: "livia", Question: "Can quality be asked to sign in again at each signature?", Words: "Yes, a role can be asked for its credentials again at acts you name.", Library: true, Needs: []string{"twice"}})
	t.Answers(tale.Answer{Word: "a evidence", Asked: "aubry", Question: "Can we decide when we take a release, and do we get its evidence?", Words: "A tenant can be held back by up to two quarters. Test evidence comes with each release; security fixes are taken within 30 days.", Verdict: answers.Partly, Needs: []string{"evidence", "fixes"}})
	t.On(-10, "14:10", "jonas").Approves("a switzerland", "", "")
	t.Approves("a twice", "", "")
	t.Approves("a evidence", "", t.Day(50))
	t.On(-6, "11:00", "jonas").Relates("Pallet file", "Excursion rules", design.Use{Description: "asks for excursions", Technology: "gRPC"})
	t.On(-4, "15:30", "ines").Answers(tale.Answer{Word: "a records", Asked: "aubry", Question: "Are records readable for fifteen years without Relay?", Words: "Yes. When a pallet is closed Relay writes a PDF/A-3 with all readings as a table inside it and hands it to your archive.", Approver: "jonas", Needs: []string{"records"}})
	t.On(-2, "16:20", "ines").Claims("aubry", "If the third message works as the first two did, I do not see what should stop us")
	t.Stage("Proposal", "Third message to TrackWise on {d+8}; then the list for Aubry to sign")
}
