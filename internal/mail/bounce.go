package mail

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// whoseLetter is asked by what reads mail, before it knows of which workspace it is: a letter's id
// is in the Message-ID that comes back.
var whoseLetter = store.SQL(`SELECT workspace, sender FROM letter WHERE id = $1`)

// Bounce notes that a letter which was sent could not be delivered after all; reason is what the
// delivery report says. The sender finds it in their inbox. A letter that came back already, or
// that is unknown, is left as it is.
func Bounce(ctx context.Context, j *journal.Journal, letter, reason string) error {
	type owner struct{ Workspace, Sender string }
	o, known, err := store.One[owner](ctx, j.DB.Read, whoseLetter, letter)
	if err != nil || !known {
		return err
	}
	_, err = j.Write(ctx, journal.Actor{Workspace: o.Workspace, Person: o.Sender}, "letter."+Returned, func(ctx context.Context, tx *journal.Tx) error {
		_, err := move(ctx, tx, Handing{ID: letter}, Sent, Returned, cut(reason))
		return err
	})
	if problem.Of(err) == problem.Refused {
		return nil
	}
	return err
}

// cut keeps a reason readable, whatever a foreign server wrote.
func cut(reason string) string {
	r := []rune(reason)
	if len(r) > 500 {
		r = append(r[:499], '…')
	}
	return string(r)
}
