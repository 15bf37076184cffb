package sample

import (
	"throughline/internal/compete"
	"throughline/internal/feedback"
	"throughline/internal/sample/tale"
)

// The competitors and gaps of the sample: two vendors that are met again and again, doing without,
// and gaps that more than one deal waits for.
const (
	kestrel  = "Kestrel Stream"
	osprey   = "Osprey Integration Suite"
	staying  = "Staying with what they have"
	closed   = "Run complete inside a closed network"
	replay   = "Replay partitions in parallel"
	business = "Cost by the customer's own units"
	handheld = "Work on a handheld without a line"
)

func northwindAsked(t *tale.Tale) {
	t.On(-97, "16:20", "mara").Faces("kestrel", kestrel, "Discovery of {d-102}", "dana", "The other vendor, who said yes before I had finished")
	t.Alleges("kestrel",
		tale.Claim{Need: "as400", Side: "weak", Say: "Reads the AS/400 with an agent that has to be installed on it", Source: "their document", Place: "Connector guide 5.1, page 14"},
		tale.Claim{Need: "replay", Side: "strong", Say: "Replays partitions in parallel today", Source: "customer said", Told: "tomás", Quote: "Theirs did a day in forty minutes, on their machine"},
		tale.Claim{Need: "mappings", Side: "weak", Say: "Has no way to hold mappings back and switch them by route", Source: "public page", Place: "https://kestrel.example/docs/cut-over"})
	t.On(-59, "09:40", "mara").Lacks("gap replay", replay, "replay", "24 hours took 3 h 10 min in the evaluation, against 1 h. They replay into the TMS after each of its releases.", "Replay at night, by carrier", false)
	t.TellsProduct("gap replay", "Ada Lund, product", "RLY-812")
	t.On(-56, "11:00", "mara").HearsProduct("gap replay", feedback.Planned, "In 8.4: a reader for each partition. Eight at once in our tests.", t.Day(-5))
	t.On(-55, "14:00", "mara").PassesOn("gap replay")
	t.On(-46, "17:30", "mara").EndsWith("kestrel", compete.Won, "Nothing is installed on the AS/400, and their own files went through unchanged. Dana stopped looking after the second demo.")
	t.On(-40, "09:30", "jonas").Lacks("gap cost", business, "cost", "Finance wants the month by business unit; the usage report knows carriers and systems.", "A list of carriers by unit, mapped by hand", false)
}

func pelicanAsked(t *tale.Tale) {
	t.On(-79, "17:10", "ines").Faces("switch", staying, "Discovery of {d-86}", "grace", "If nobody can run inside, we pay him for a fourth year")
	t.Alleges("switch",
		tale.Claim{Need: "closed", Side: "strong", Say: "The old switch stands inside the apron network already", Source: "customer said", Told: "koh", Quote: "It has never had a line out and it never will"},
		tale.Claim{Need: "wave", Side: "weak", Say: "Loses messages above 600 a second in the night wave", Source: "customer said", Told: "arif"})
	t.On(-76, "15:00", "ines").Lacks("gap closed", closed, "closed", "The apron decides alone whether they buy. Store and router would have to run inside, and be updated there.", "", false)
	t.TellsProduct("gap closed", "Ada Lund, product", "RLY-640")
	t.On(-71, "10:00", "ines").HearsProduct("gap closed", feedback.Declined, "Not in the next four quarters: the store is built on what the cloud gives it. Asked again in spring.", "")
	t.On(-70, "16:00", "ines").PassesOn("gap closed")
	t.On(-56, "10:00", "ines").EndsWith("switch", compete.Lost, "They extend the old switch by a year. Nobody else runs inside a closed network either; it was lost to waiting.")
	t.Lacks("gap lost", closed, "", "Lost for it alone: Grace would have bought the rest.", "", true)
}

func lumenAsked(t *tale.Tale) {
	t.On(-120, "09:30", "mara").Faces("osprey", osprey, "Renee's short list of {d-122}", "renee", "They come with a box of connectors and a very long price list")
	t.Alleges("osprey",
		tale.Claim{Need: "storm", Side: "weak", Say: "Is sized by connector, so a storm week has to be bought for the whole year", Source: "their document", Place: "Price list of January"},
		tale.Claim{Side: "strong", Say: "Has connectors ready for 200 systems", Source: "public page", Place: "https://osprey.example/connectors"})
	t.On(-116, "09:30", "mara").Lacks("gap handheld", handheld, "offline", "Crews work in cellars and on hills; a job must be ended without a line.", "The tablet keeps the day's jobs", false)
	t.TellsProduct("gap handheld", "Ada Lund, product", "RLY-701")
	t.On(-110, "15:00", "mara").HearsProduct("gap handheld", feedback.Started, "The field kit is in beta with two customers.", t.Day(-60))
	t.On(-83, "10:00", "mara").EndsWith("osprey", compete.Won, "Priced by what runs, not by what is plugged in. A storm week cost less than one of their connectors.")
	t.On(-58, "09:00", "mara").HearsProduct("gap handheld", feedback.Shipped, "Out with 8.3 as the field kit.", "")
	t.On(-57, "11:00", "mara").PassesOn("gap handheld")
}

func orrinAsked(t *tale.Tale) {
	t.On(-108, "11:30", "ines").Faces("osprey", "OSPREY Integration-Suite", "Wojciech's tender, {d-110}", "wojciech", "My predecessor bought it and we never finished")
	t.Alleges("osprey",
		tale.Claim{Need: "taf", Side: "weak", Say: "Speaks one version of TAF TSI at a time", Source: "partner said", Place: "Brnorail, who run it since 2017", Told: "radek"},
		tale.Claim{Need: "list", Side: "strong", Say: "Its screens come in fourteen languages", Source: "public page", Place: "https://osprey.example/languages"})
	t.On(-100, "10:00", "ines").Lacks("gap yard", handheld, "yard", "The yard in Zebrzydowice has no line behind the third track.", "", false)
	t.On(-63, "09:00", "ines").EndsWith("osprey", compete.Won, "Two versions of the standard side by side, tried with Brnorail's own messages in the workshop.")
	t.On(-56, "15:00", "ines").PassesOn("gap yard")
}

func meridianAsked(t *tale.Tale) {
	t.On(-40, "17:00", "mara").Faces("kestrel", kestrel, "Discovery of {d-46}", "gareth", "I know their architects, and I like how they think")
	t.Alleges("kestrel",
		tale.Claim{Need: "kafka", Side: "strong", Say: "Runs on the customer's own Kafka", Source: "their document", Place: "Architecture overview, page 3", Told: "gareth", Quote: "No second broker in my house"},
		tale.Claim{Need: "chilled", Side: "weak", Say: "Keeps no temperature with a delivery", Source: "hearsay"})
	t.Faces("built", "Building it themselves", "Gareth's team has a prototype", "gareth", "Give me four people and a winter")
	t.On(-38, "10:00", "mara").Lacks("gap units", business, "score", "Each depot pays its own share, and the month has to come out by depot.", "A spreadsheet", false)
	t.TellsProduct("gap units", "Ada Lund, product", "RLY-903")
}

func tessierAsked(t *tale.Tale) {
	t.On(-24, "11:00", "ines").Faces("osprey", osprey, "Camille, on the walk through Basel", "camille", "Quality has them validated at the head office already")
	t.Alleges("osprey", tale.Claim{Need: "evidence", Side: "strong", Say: "Comes with a validation pack for every release", Source: "customer said", Told: "aubry"})
	t.On(-23, "15:00", "ines").Lacks("gap closed", closed, "switzerland", "The Basel vault must work when the line to Zurich is cut, for days.", "The agent, for six hours", false)
}

// gasPlanned is a demo to come that is too long for the time it was given.
func gasPlanned(t *tale.Tale) {
	t.On(-1, "15:00", "mara").Plans(tale.Demo{Word: "demo", Title: "An odor call, from the phone to the pipe", Day: 4, Hours: "15:00", Theirs: []string{"odell", "walt", "renee"}, Ours: []string{"mara"}, Parts: []tale.Part{
		{Word: "demo call", Title: "The call reaches the right crew", Capability: "Dispatch rules", Status: "ga", Minutes: 18, Needs: []string{"sixty", "next"}},
		{Word: "demo leak", Title: "A leak job that cannot be closed too early", Capability: "Job forms", Status: "ga", Minutes: 15, Needs: []string{"grade"}},
		{Word: "demo board", Title: "One board for gas and lines", Capability: "Live board", Status: "ga", Minutes: 12, Needs: []string{"board"}},
		{Word: "demo groups", Title: "Sign-in as they have it", Capability: "Entra sign-in", Status: "ga", Minutes: 7, Needs: []string{"groups"}}}})
}
