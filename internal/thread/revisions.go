package thread

import (
	"context"
	"encoding/json"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Revision is one change of a requirement, as a person reads it.
type Revision struct {
	Number  int64         `json:"revision"`
	At      clock.Instant `json:"at"`
	By      string        `json:"by"` // a person's id
	Act     string        `json:"act"`
	Changes []FieldChange `json:"changes"`
}

// FieldChange is one field of it, before and after.
type FieldChange struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now"`
}

// mostRevisions is how many of a requirement's revisions are read, newest first.
const mostRevisions = 200

// Revisions lists what became of a requirement, newest first, out of the journal.
func Revisions(ctx context.Context, r *journal.Reader, id string) ([]Revision, error) {
	entries, err := journal.OfThing(ctx, r, id, journal.End, mostRevisions)
	if err != nil {
		return nil, err
	}
	out := make([]Revision, 0, len(entries))
	for _, e := range entries {
		rev := Revision{Number: e.Revision, At: e.At, By: e.Actor, Act: e.Act}
		for _, c := range e.Changes() {
			if c.Column != "meaning" {
				rev.Changes = append(rev.Changes, FieldChange{strings.ReplaceAll(c.Column, "_", " "), plain(c.Column, c.Was), plain(c.Column, c.Now)})
			}
		}
		out = append(out, rev)
	}
	return out, nil
}

// AtRevision is the requirement as it was at one of its revisions.
func AtRevision(ctx context.Context, r *journal.Reader, id string, revision int64) (Requirement, error) {
	return journal.AtRevision[Requirement](ctx, r, id, revision)
}

// plain is a column's value as words: a measure reads as its sentence, a list with commas.
func plain(column string, raw json.RawMessage) string {
	switch column {
	case "measure":
		var m *Measure
		if json.Unmarshal(raw, &m) == nil && m != nil {
			return m.String()
		}
		return ""
	case "owes":
		var s *[]Station
		if json.Unmarshal(raw, &s) == nil && s != nil {
			words := make([]string, len(*s))
			for i, x := range *s {
				words[i] = x.String()
			}
			return strings.Join(words, ", ")
		}
		return ""
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return strings.Trim(string(raw), "{}\"")
}
