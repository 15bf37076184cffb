package tale

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"time"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/handoff"
	"throughline/internal/journal"
)

// Tale is one deal, told act by act.
type Tale struct {
	*Book
	texts    fs.FS // the deal's transcripts and models
	folder   string
	domain   string            // of the customer's mail
	ids      map[string]string // of what the tale named
	names    map[string]string // full names of contacts by their short ones
	needs    []string          // the short names of its requirements, as they were heard
	found    map[string][]discovery.Candidate
	day      int
	at       time.Time
	by       string
	crossing handoff.Crossing // whose items are taken, doubted and returned
}

// Tell begins the tale of a deal whose texts stand in a folder.
func (b *Book) Tell(texts fs.FS, folder string) *Tale {
	t := &Tale{Book: b, texts: texts, folder: folder, ids: map[string]string{}, names: map[string]string{}, found: map[string][]discovery.Candidate{}}
	if b.told == nil {
		b.told = map[string]*Tale{}
	}
	b.told[folder] = t
	return t
}

// On turns to a day and time, and to who acts then.
func (t *Tale) On(day int, hours, by string) *Tale {
	t.day, t.at, t.by = day, t.Calendar.At(day, hours), by
	return t
}

// then puts a step on the list; the next one follows in two minutes.
func (t *Tale) then(run func(w *writing) error) {
	t.steps = append(t.steps, step{t.at, t.by, t, run})
	t.at = t.at.Add(2 * time.Minute)
}

// act puts a step of one act on the list.
func (t *Tale) act(name string, do func(ctx context.Context, tx *journal.Tx) error) {
	t.then(func(w *writing) error { return w.do(name, do) })
}

// Wait lets time pass within the day.
func (t *Tale) Wait(minutes int) *Tale {
	t.at = t.at.Add(time.Duration(minutes) * time.Minute)
	return t
}

// id is the id of something the tale named, or of one of ours. What is not there ends the
// telling.
func (t *Tale) id(word string) string {
	if id, ok := t.ids[word]; ok {
		return id
	}
	if p, ok := t.People[word]; ok {
		return p.ID
	}
	if word != "" && t.lacking == nil {
		t.lacking = fmt.Errorf("%s: nothing is called %q yet", t.folder, word)
	}
	return ""
}

func (t *Tale) allIDs(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		out = append(out, t.id(w))
	}
	return out
}

// ID is the id of something the tale named, once the book has run.
func (t *Tale) ID(word string) string { return t.ids[word] }

// Deal is the id of the deal, once the book has run.
func (t *Tale) Deal() string { return t.ids["deal"] }

// Needs are the short names of the deal's requirements, but for those named.
func (t *Tale) Needs(but ...string) []string {
	leave := map[string]bool{}
	for _, b := range but {
		leave[b] = true
	}
	var out []string
	for _, n := range t.needs {
		if !leave[n] {
			out = append(out, n)
		}
	}
	return out
}

// moment is when the tale stands now.
func (t *Tale) moment() clock.Instant { return clock.At(t.at) }

// sorted are the words of a list in a fixed order.
func sorted(list map[string]string) []string { return slices.Sorted(maps.Keys(list)) }
