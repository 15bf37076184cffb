package thread

import (
	"context"
	"encoding/json"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Revision is one change of a requirement, as a person reads it.
type Revision struct {
	Number  int64         `json:"revision"`
	At      clock.Instant `json:"at"`
	By      string        `json:"by"` // a person's id
	Act     string        `json:"act"`
	Changes []FieldChange `json:"changes"`
}

// FieldChange is one field of it before and after, in words; empty for what says nothing.
type FieldChange struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now"`
}

// fieldWords are the columns that people read, by their words.
var fieldWords = map[string]string{"statement": "statement", "kind": "kind", "priority": "priority", "measure": "measure", "grouping_name": "group",
	"product": "product", "raised_by": "raised by", "withdrawn": "withdrawn", "owes": "owes", "owes_why": "why it owes that", "dates": "dates",
	"bought": "bought", "change": "heard after the signature", "feasible": "feasible", "feasible_why": "why feasible"}

// mostRevisions is how many of a requirement's revisions are read, newest first.
const mostRevisions = 500

// Revisions lists what became of a requirement, newest first, out of the journal.
func Revisions(ctx context.Context, r *journal.Reader, id string) ([]Revision, error) {
	entries, err := journal.OfThing(ctx, r, id, journal.End, mostRevisions)
	if err != nil {
		return nil, err
	}
	out := make([]Revision, 0, len(entries))
	for _, e := range entries {
		if e.Kind != requirementKind.Name {
			return nil, problem.NotFound("requirement", id)
		}
		rev := Revision{Number: e.Revision, At: e.At, By: e.Actor, Act: e.Act}
		for _, c := range e.Changes() {
			ch := FieldChange{fieldWords[c.Column], plain(c.Column, c.Was), plain(c.Column, c.Now)}
			if ch.Field != "" && ch.Was != ch.Now {
				rev.Changes = append(rev.Changes, ch)
			}
		}
		out = append(out, rev)
	}
	return out, nil
}

// plain is a column's value as words: a measure reads as its sentence, a list with commas;
// what is empty, false or none reads as nothing.
func plain(column string, raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch column {
	case "measure":
		var m *Measure
		if json.Unmarshal(raw, &m) == nil && m != nil {
			return m.String()
		}
		return ""
	case "owes":
		return owesInWords(raw)
	case "dates":
		return datesInWords(raw)
	case "change":
		if string(raw) == "true" {
			return "yes"
		}
		return ""
	}
	var text string
	_ = json.Unmarshal(raw, &text) // every other field is text; what is not reads as nothing
	return text
}

func owesInWords(raw json.RawMessage) string {
	var owes *[]Station
	if json.Unmarshal(raw, &owes) != nil || owes == nil {
		return ""
	}
	if len(*owes) == 0 {
		return "nothing"
	}
	words := make([]string, len(*owes))
	for i, s := range *owes {
		words[i] = s.String()
	}
	return strings.Join(words, ", ")
}

// datesInWords lists a requirement's own dates in the order of the stations.
func datesInWords(raw json.RawMessage) string {
	var dates map[string]clock.Date
	if json.Unmarshal(raw, &dates) != nil {
		return ""
	}
	var out []string
	for _, s := range Stations {
		if d := dates[s.Name]; d != "" {
			out = append(out, s.Name+" "+string(d))
		}
	}
	return strings.Join(out, ", ")
}
