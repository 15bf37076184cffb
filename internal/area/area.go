// Package area is the socket that every area fills once, in its area.go, and the house that
// stands when all are plugged in. Wiring lists the areas; inbox, impact, search, documents and
// exchange ask that list, so a new area costs one line there.
package area

import (
	"context"
	"io/fs"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Area is what one area gives to the house. Every field but Name may be nil.
type Area struct {
	Name       string
	Migrations fs.FS
	// Tell gives the verdicts of the area's stations.
	Tell thread.Teller
	// Win gives the word of the technical win. One area has it.
	Win func(ctx context.Context, src journal.Source, p *thread.Picture) (string, error)
	// Describe gives a card for a thing of one of the area's kinds.
	Describe map[string]func(ctx context.Context, src journal.Source, id string) (Card, error)
	// Words names the columns of the area's kinds that search reads, the title first.
	Words map[string][]string
	// Inbox lists what waits for a person.
	Inbox func(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]Waiting, error)
	// Documents makes the area's deliverables for a deal.
	Documents func(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error)
	// Acts says each of the area's acts in the past tense, for activity and for the line that
	// tells a person what they just did: "evaluation.sign-off": "recorded a sign-off".
	Acts map[string]string
	// Final names the area's acts that are withdrawn by an act of their own, never undone.
	Final []string
}

// Card is a thing as a list, a search or a picture of impact shows it.
type Card struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Deal  string `json:"deal"` // a deal's id, empty for things of the workspace
	Key   string `json:"key"`  // NWF-12, P3, D-2; may be empty
	Title string `json:"title"`
	Path  string `json:"path"` // its page below the deal's: "design?at=…"; the face puts /deals/NWF/ before it
}

// Waiting is one line of a person's inbox.
type Waiting struct {
	Deal  string     `json:"deal"`  // the deal's id
	What  string     `json:"what"`  // one sentence: what waits and for how long
	Verb  string     `json:"verb"`  // the next act, as the button says it: "Answer"
	Path  string     `json:"path"`  // as in Card
	Since clock.Date `json:"since"` // the oldest first
	Due   clock.Date `json:"due"`
	Key   string     `json:"key"` // the key of the thing it is about
}

// Clip cuts words that a line of an inbox quotes.
func Clip(s string) string {
	r := []rune(s)
	if len(r) <= longestQuote {
		return s
	}
	return string(r[:longestQuote-1]) + "…"
}

const longestQuote = 120
