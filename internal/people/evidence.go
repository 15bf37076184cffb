package people

import (
	"slices"

	"throughline/internal/clock"
	"throughline/internal/people/guide"
)

// Piece is one piece of evidence: a thing that a person did on a deal, as the product recorded it.
// Nobody can type one in.
type Piece struct {
	Kind    string     `json:"kind"` // the thing's kind
	Thing   string     `json:"thing"`
	Does    string     `json:"does"` // one of guide.Works
	Part    string     `json:"part"` // led or took part
	Title   string     `json:"title"`
	Deal    string     `json:"deal"` // its id
	Key     string     `json:"key"`  // the deal's prefix
	Account string     `json:"account"`
	On      clock.Date `json:"on"`
	Path    string     `json:"path"` // of its page
	// Struck says why it counts no longer: it was withdrawn or superseded.
	Struck string `json:"struck"`
	Hidden bool   `json:"hidden"` // the person keeps it to themselves
	Words  string `json:"words"`  // their comment
}

// The parts.
const (
	Led      = "led"
	TookPart = "took part"
)

// Ages are the steps by which evidence counts less: up to so many months it has the weight, in
// hundredths. What is older stays and counts nothing. Ours.
var Ages = []struct{ Months, Weight int }{{12, 100}, {24, 50}, {36, 25}}

// half is what taking part weighs beside leading, in hundredths. Ours.
const half = 50

// Weight is what a piece counts on a day, in hundredths of a fresh one that was led.
func (p Piece) Weight(day clock.Date) int {
	if p.Struck != "" || p.On == "" || p.On > day {
		return 0
	}
	for _, age := range Ages {
		if clock.DateOf(p.On.Time().AddDate(0, age.Months, 0)) >= day {
			if p.Part == TookPart {
				return age.Weight * half / 100
			}
			return age.Weight
		}
	}
	return 0
}

// Weighed is the evidence of one skill.
type Weighed struct {
	Skill  string `json:"skill"`
	Pieces int    `json:"pieces"`
	Weight int    `json:"weight"` // hundredths
}

// Weigh adds up evidence by skill, in the order given, as the guide says what counts for each.
// What is hidden is left out by whoever
// gathers for others, so that the person's own sum and their lead's may differ.
func Weigh(skills []guide.Skill, all []Piece, day clock.Date) []Weighed {
	out := make([]Weighed, len(skills))
	for i, s := range skills {
		out[i].Skill = s.ID
		for _, p := range all {
			if p.Struck == "" && slices.Contains(s.Counted(), p.Does) {
				out[i].Pieces++
				out[i].Weight += p.Weight(day)
			}
		}
	}
	return out
}
