// Package note reads what somebody wrote or dictated after a call and proposes what it holds:
// requirements, facts, promises, reactions, questions and the next step, each with its quote and
// the reason. Rules over text, no model and no storage. The note is ours about them: 'we' and 'I'
// are our side, everybody else theirs.
package note

import (
	"strings"

	"throughline/internal/clock"
	"throughline/internal/discovery/candidate"
)

// Sort is what a proposal would become.
type Sort string

// The sorts.
const (
	Requirement Sort = "requirement"
	Fact        Sort = "fact"
	Promise     Sort = "promise"
	Reaction    Sort = "reaction"
	Question    Sort = "question"
	NextStep    Sort = "next step"
)

// Sorts lists them in the order of forms.
var Sorts = []Sort{Requirement, Fact, Promise, Reaction, Question, NextStep}

// Person is somebody whom a note may name.
type Person struct {
	ID   string
	Name string
	Ours bool
}

// Known is what is known beside the text.
type Known struct {
	Today  clock.Date
	People []Person
}

// Proposal is one thing found. From and To are its quote's bytes in the text.
type Proposal struct {
	Sort      Sort
	Quote     string
	From, To  int
	Statement string // what it would say, in one sentence
	Kind      string // of a requirement
	Priority  string
	Measure   *candidate.Measure
	Who       string // an id: of theirs who needs or reacts, or who is to do the next step
	Mark      int    // of a reaction: −2 against … +2 for
	Due       clock.Date
	Why       string
}

// Piece is a run of the text with the one of theirs whom it is about, if anybody.
type Piece struct {
	From, To int
	Who      string
}

// Reading is a note taken apart. The pieces hold the whole text but for the white space between.
type Reading struct {
	Proposals []Proposal
	Pieces    []Piece
}

// Read takes a note apart. It never fails: a text in which nothing is found has no proposals.
func Read(text string, k Known) Reading {
	people := namesOf(k.People)
	var out Reading
	section, about := Sort(""), Person{}
	for _, c := range cut(text, people) {
		words := text[c.from:c.to]
		label, rest := labelled(words)
		if c.fresh {
			about = Person{}
			if label == "" && !c.bullet {
				section = ""
			}
		}
		if label != "" && strings.TrimSpace(words[rest:]) == "" {
			section = label
			continue
		}
		if who, ok := people.theirs(words); ok {
			about = who
		}
		out.Pieces = append(out.Pieces, Piece{c.from, c.to, about.ID})
		s := said{text: words[rest:], low: fold(words[rest:]), about: about, people: people, today: k.Today}
		if label == "" && c.bullet {
			label = section
		}
		if p, ok := s.propose(label); ok {
			p.From, p.To, p.Quote = c.from, c.to, words
			out.Proposals = append(out.Proposals, p)
		}
	}
	return out
}

// fold is the text in lower case with one form of apostrophe; its bytes are not the text's.
func fold(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }
