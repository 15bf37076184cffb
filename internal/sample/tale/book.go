package tale

import (
	"context"
	"fmt"
	"sort"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Who is one of ours, as a tale names them.
type Who struct{ ID, Name, Role string }

// Book is the deals of one workspace.
type Book struct {
	Calendar
	People    map[string]Who
	Workspace string
	steps     []step
	told      map[string]*Tale // by folder
	lacking   error            // the first word that names nothing
	written   []journal.Receipt
}

// step is something that a person did at a moment.
type step struct {
	at  time.Time
	by  string
	of  *Tale
	run func(w *writing) error
}

// writing is a step under way.
type writing struct {
	ctx   context.Context
	story *journal.Story
	book  *Book
	clock *clock.Fixed
	who   journal.Actor
}

// do writes one act. Acts of one step follow each other by half a minute.
func (w *writing) do(act string, do func(ctx context.Context, tx *journal.Tx) error) error {
	r, err := w.story.Write(w.ctx, w.who, act, func(ctx context.Context, tx *journal.Tx) error {
		err := do(ctx, tx)
		if w.book.lacking != nil {
			return w.book.lacking
		}
		return err
	})
	w.clock.Add(30 * time.Second)
	if err != nil {
		return fmt.Errorf("%s: %w", act, err)
	}
	w.book.written = append(w.book.written, r)
	return nil
}

// Until is the journal's place of the last act before a moment.
func (b *Book) Until(at time.Time) (seq int64) {
	for _, r := range b.written {
		if r.At.Time().Before(at) {
			seq = max(seq, r.Seq)
		}
	}
	return seq
}

// Run writes all deals' acts into a story, in the order of time.
func (b *Book) Run(ctx context.Context, story *journal.Story) error {
	sort.SliceStable(b.steps, func(i, j int) bool { return b.steps[i].at.Before(b.steps[j].at) })
	now := &clock.Fixed{}
	told := clock.With(ctx, now.Now)
	for _, s := range b.steps {
		now.Set(s.at)
		p, ok := b.People[s.by]
		if !ok {
			return fmt.Errorf("nobody of ours is called %q", s.by)
		}
		w := &writing{ctx: told, story: story, book: b, clock: now, who: journal.Actor{Person: p.ID, Name: p.Name, Role: p.Role}}
		if err := s.run(w); err != nil {
			return fmt.Errorf("%s, %s: %w", s.of.folder, s.at.Format("2 Jan 15:04"), err)
		}
	}
	return nil
}

// Moments are when the acts of the book happen, for whoever wants to look at a past.
func (b *Book) Moments() []time.Time {
	out := make([]time.Time, len(b.steps))
	for i, s := range b.steps {
		out[i] = s.at
	}
	return out
}
