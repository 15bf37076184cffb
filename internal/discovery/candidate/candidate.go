// Package candidate proposes requirements from the words of a call: rules over text, no model.
// What the customer needs or forbids becomes a candidate, how things are today a fact, what our
// side says it will do a promise; each carries its quote and the reason it was proposed. Nothing
// here is a requirement: a person accepts, merges or rejects.
package candidate

import (
	"encoding/json"
	"fmt"
	"time"

	"throughline/internal/transcript"
)

// Kinds of requirement, in the words of the product.
const (
	Functional  = "functional"
	Quality     = "quality"
	Integration = "integration"
	Data        = "data"
	Security    = "security"
	Constraint  = "constraint"
	Commercial  = "commercial"
)

// Priorities by MoSCoW.
const (
	Must   = "must"
	Should = "should"
	Could  = "could"
	Wont   = "wont"
)

// Options is what is known of the call beside its text.
type Options struct {
	Ours []string // names of our side, as the transcript writes them; empty: inferred from the talk
}

// Measure is how success would be told: metric, comparison (<=, >=, =, <, >), target, unit.
type Measure struct {
	Metric     string  `json:"metric"`
	Comparison string  `json:"comparison"`
	Target     float64 `json:"target"`
	Unit       string  `json:"unit"`
}

// Item is one thing found. Quote is the transcript's own words, white space folded. At is the
// time since the beginning of the call, nil if the transcript has no mark there. Kind is of a
// candidate's subject in all three lists; Priority is empty for facts and promises. Segment is
// the index of the segment the quote begins in. ConfirmedBy is set when our side said the words
// and the named customer agreed.
type Item struct {
	Quote       string
	Speaker     string
	At          *time.Duration
	Statement   string
	Kind        string
	Priority    string
	Measure     *Measure
	Why         string
	Segment     int
	ConfirmedBy string
}

// Result is what one transcript holds, in the order it was said.
type Result struct {
	Candidates []Item `json:"candidates"`
	Facts      []Item `json:"facts"`
	Promises   []Item `json:"promises"`
}

// MarshalJSON writes the item in the shape of the discover command.
func (i Item) MarshalJSON() ([]byte, error) {
	var at *string
	if i.At != nil {
		s := Clock(*i.At)
		at = &s
	}
	return json.Marshal(struct {
		Quote     string   `json:"quote"`
		Speaker   string   `json:"speaker"`
		At        *string  `json:"at"`
		Statement string   `json:"statement"`
		Kind      string   `json:"kind"`
		Priority  string   `json:"priority"`
		Measure   *Measure `json:"measure"`
		Why       string   `json:"why"`
	}{i.Quote, i.Speaker, at, i.Statement, i.Kind, i.Priority, i.Measure, i.Why})
}

// Clock writes a time since the beginning of the call as HH:MM:SS.mmm.
func Clock(d time.Duration) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3600000, ms/60000%60, ms/1000%60, ms%1000)
}

// Find reads a whole call. It never fails: a text in which nothing is found gives empty lists.
func Find(t transcript.Transcript, o Options) Result {
	call := listen(t)
	sides(&call, o)
	r := Result{Candidates: []Item{}, Facts: []Item{}, Promises: []Item{}}
	f := finder{call: &call, out: &r}
	if t.Form == transcript.Notes && !call.spoken {
		f.readNotes()
	} else {
		f.readCall()
	}
	return r
}
