// Package guide reads the tables of the roles: one JSON file, shipped inside the program, that a
// company replaces with its own. A file that does not agree with itself is refused with the
// place and what to do.
package guide

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:embed guide.json
var shipped []byte

// Guide is one company's tables.
type Guide struct {
	Name        string         `json:"name"`
	Sources     []Source       `json:"sources"`
	Roles       []Role         `json:"roles"`
	Scales      []Scale        `json:"scales"`
	Skills      []Skill        `json:"skills"`
	Words       map[string]int `json:"words"` // what a word of the table weighs, 0 to 5
	Weights     []Weight       `json:"weights"`
	Levels      []Level        `json:"levels"`
	Places      []Place        `json:"places"`
	Moves       []Move         `json:"moves"`
	Bands       []Band         `json:"bands"`
	Splits      []SplitOf      `json:"splits"`
	Claims      []Claim        `json:"claims"`
	Transitions []Transition   `json:"transitions"`
	Fills       []Fill         `json:"fills"`
	Related     []Related      `json:"related"`
	Questions   []Question     `json:"questions"`
	// Engagement is the table of who is on the deal; package engagement/rule reads it.
	Engagement json.RawMessage `json:"engagement"`
	Titles     []Title         `json:"titles"`
	Employers  []string        `json:"employers"` // those whose architects work on both sides of the sale
}

// Source is where a figure comes from, and of which day.
type Source struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Date string `json:"date"` // 2026-11-25, or 'undated'
}

// Scale is what the steps of a rating mean: six words, from 0 to 5.
type Scale struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Steps []string `json:"steps"`
}

// Skill is one row of the table of skills.
type Skill struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Scale is the id of the scale that it is rated on; empty for the guide's first.
	Scale string `json:"scale,omitempty"`
	// Counts says whether it is breadth, how much of the product, or depth, how far down one part;
	// empty for neither. The two are never added up.
	Counts string `json:"counts,omitempty"`
	// Work is what counts as evidence of it, of Works; empty for nothing. Not said, see Counted.
	Work []string `json:"work,omitzero"`
}

// What a skill counts to.
const (
	Breadth = "breadth"
	Depth   = "depth"
)

// Fill is what fills a gap of a skill: work on a real deal, where it is done, and how one sees
// that it was. Time is not said: it is not known.
type Fill struct {
	Skill   string `json:"skill"`
	Says    string `json:"says"`
	Station string `json:"station"` // the station of the thread that the work leads to
	Seen    string `json:"seen"`    // what then stands in the record
}

// Weight is how much a role needs a skill: a word of the table, or a number derived from words
// that name no strength.
type Weight struct {
	Role    string `json:"role"`
	Skill   string `json:"skill"`
	Word    string `json:"word,omitempty"`
	Derived int    `json:"derived,omitempty"`
	Says    string `json:"says,omitempty"`
	// Levels says it level by level, 0 to 5, in place of a word or a number: what the level needs,
	// and how much it counts there. 0 is not needed.
	Levels map[string]int `json:"levels,omitempty"`
}

// Question is one plain statement that a person agrees with from 0, not at all, to 4, entirely.
type Question struct {
	ID     string `json:"id"`
	Item   string `json:"item,omitempty"` // its name in the preference of six, p1 to p6
	Says   string `json:"says"`
	Leans  string `json:"leans"` // the role that agreement speaks for
	Source string `json:"source"`
}

// Title is what a job title alone says of the side of the sale, which is little.
type Title struct {
	Words      string   `json:"words"`
	Also       []string `json:"also,omitempty"`
	Side       string   `json:"side"`
	Confidence int      `json:"confidence"` // percent
}

var ours = sync.OnceValues(func() (*Guide, error) { return Read(shipped) })

// Shipped is the guide inside the program. It is shared: do not change it.
func Shipped() *Guide {
	g, err := ours()
	if err != nil {
		panic(err) // TestTheShippedGuideIsWhole holds it
	}
	return g
}

// Text is the shipped file, to begin a company's own from.
func Text() []byte { return append([]byte(nil), shipped...) }
