package capture

import (
	"context"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Note is one whose deal is not known yet. Its words are under a key of its own until they are
// filed: they may name anybody.
type Note struct {
	journal.Row
	Words seal.Text     `db:"words" json:"words"`
	By    string        `db:"by_person" json:"by"`
	At    clock.Instant `db:"at" json:"at"`
	Fits  []string      `db:"fits,json" json:"fits"` // deals that it could be of
}

var (
	noteKind    = journal.Declare[Note]("captured-note", "captured_note")
	notesOfMine = journal.Where[Note](noteKind, "by_person = $2 ORDER BY at LIMIT 50")
)

// Unfiled lists a person's notes whose deal is not known yet, oldest first.
func Unfiled(ctx context.Context, r *journal.Reader, person string) ([]Note, error) {
	return notesOfMine.List(ctx, r, person)
}

func newNote(ctx context.Context, tx *journal.Tx, in Noting, fits []Fit) Note {
	key := id.New(ctx)
	n := Note{Row: journal.Row{ID: key}, Words: seal.New(key, in.Text), By: tx.Actor.Person, At: in.At, Fits: []string{}}
	for _, f := range fits {
		n.Fits = append(n.Fits, f.Deal)
	}
	return n
}

// own loads a note for its writer; nobody else reads it before it is filed.
func own(ctx context.Context, tx *journal.Tx, id string) (Note, error) {
	n, err := journal.Load[Note](ctx, tx, id)
	if err == nil && n.By != tx.Actor.Person {
		err = problem.NotFound("note", id)
	}
	return n, err
}

// File puts a note into a deal and proposes what it holds. The words go under the keys of those
// whom they are about; the key they had is thrown away.
func File(ctx context.Context, tx *journal.Tx, id, deal string) (Taken, error) {
	n, err := own(ctx, tx, id)
	if err != nil {
		return Taken{}, err
	}
	out, err := keep(ctx, tx, Noting{Text: n.Words.String(), At: n.At, Deal: deal})
	if err != nil {
		return out, err
	}
	if err := journal.Delete(ctx, tx, &n); err != nil {
		return out, err
	}
	return out, tx.Erase(ctx, n.ID)
}

// Drop throws a note away that belongs to no deal.
func Drop(ctx context.Context, tx *journal.Tx, id string) error {
	n, err := own(ctx, tx, id)
	if err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &n)
}

// Move takes a note out of the deal that was guessed and puts it into another. Once something of it
// was accepted it stays where it is.
func Move(ctx context.Context, tx *journal.Tx, deal, call, to string) (Taken, error) {
	if err := tx.Lock(ctx, deal); err != nil {
		return Taken{}, err
	}
	c, err := Of(ctx, tx, deal, call)
	if err != nil {
		return Taken{}, err
	}
	if to == deal {
		return Taken{}, problem.Refuse("The note stands in this deal already.")
	}
	all, err := OfNote(ctx, tx.Reader, call)
	if err != nil {
		return Taken{}, err
	}
	for i := range all {
		if all[i].State == discovery.Accepted {
			return Taken{}, problem.Refuse("Something of this note was accepted into the deal. Undo that first, then move the note.")
		}
		if err := journal.Delete(ctx, tx, &all[i]); err != nil {
			return Taken{}, err
		}
	}
	segments, err := discovery.Segments(ctx, tx.Reader, c)
	if err != nil {
		return Taken{}, err
	}
	words := make([]string, 0, len(segments))
	for _, s := range segments {
		words = append(words, s.Text)
	}
	if err := discovery.RemoveCall(ctx, tx, call, 0); err != nil {
		return Taken{}, err
	}
	return keep(ctx, tx, Noting{Text: strings.Join(words, "\n"), At: c.HeldAt, Deal: to})
}
