package inbox

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
)

// Seen is how far a person has looked.
type Seen struct {
	Seq int64         `json:"seq"` // the last row of the journal that was there
	At  clock.Instant `json:"at"`  // when they said so; zero for a first look
}

var (
	seenBy   = store.SQL(`SELECT seq, at FROM seen WHERE workspace = $1 AND person = $2`)
	keepSeen = store.SQL(`INSERT INTO seen (workspace, person, seq, at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (workspace, person) DO UPDATE SET seq = excluded.seq, at = excluded.at WHERE excluded.seq >= seen.seq`)
)

// Look says how far the person has looked. The first look is kept as such, so that the next one
// has something to begin from.
func Look(ctx context.Context, db *store.DB, r *journal.Reader, person string) (Seen, error) {
	s, ok, err := store.One[Seen](ctx, r.Q, seenBy, r.Workspace, person)
	if err != nil || ok {
		return s, err
	}
	head, err := journal.Head(ctx, r)
	if err != nil {
		return s, err
	}
	return Seen{Seq: head}, Mark(ctx, db, r, person, head)
}

// Mark says the person has seen everything up to a row of the journal.
func Mark(ctx context.Context, db *store.DB, r *journal.Reader, person string, seq int64) error {
	head, err := journal.Head(ctx, r)
	if err != nil {
		return err
	}
	return db.Housekeeping(ctx, store.Cursors, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(keepSeen), r.Workspace, person, min(seq, head), clock.Now(ctx))
		return err
	})
}
