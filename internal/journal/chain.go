package journal

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/store"
)

var (
	takeHead = store.SQL(`INSERT INTO journal_head (workspace, seq, at, hash) VALUES ($1, $2, $3, $4)
		ON CONFLICT (workspace) DO UPDATE SET seq = journal_head.seq + $2
		RETURNING seq, at, hash`)
	moveHead = store.SQL(`UPDATE journal_head SET at = $2, hash = $3 WHERE workspace = $1`)
	addEntry = store.InsertInto("journal", entryColumns, "")
	headTime = store.SQL(`SELECT at FROM journal_head WHERE workspace = $1`)
)

// append puts the act's entries at the end of the workspace's chain. The row lock of the chain's
// head orders the writers, and is held until the act is committed.
func (tx *Tx) append(ctx context.Context) error {
	if tx.work.Gathers() && len(tx.entries) <= mostHashedThere {
		return tx.appendThere(ctx)
	}
	n := int64(len(tx.entries))
	h, _, err := store.One[head](ctx, tx.pending, takeHead, tx.Workspace, n, clock.Instant{}, []byte{})
	if err != nil {
		return err
	}
	at := tx.now
	if at.Before(h.At) {
		at = h.At
	}
	hash := h.Hash
	for i := range tx.entries {
		e := &tx.entries[i]
		e.Seq, e.At = h.Seq-n+int64(i)+1, at
		hash = e.seal(hash)
		e.Hash = hash
		tx.pending.add(addEntry, e.values())
	}
	if err := tx.pending.write(ctx); err != nil {
		return err
	}
	return tx.work.Later(ctx, moveHead, tx.Workspace, at, hash)
}

// mostHashedThere is up to how many entries PostgreSQL hashes itself: one statement each, where
// many entries are faster written in long runs.
const mostHashedThere = 10

var (
	makeHead = store.SQL(`INSERT INTO journal_head (workspace, seq, at, hash) VALUES ($1, 0, 0, $2) ON CONFLICT (workspace) DO NOTHING`)

	// The hash is that of Entry.seal.
	appendEntry = store.On(store.Postgres, `WITH head AS (
		UPDATE journal_head SET seq = seq + 1, at = greatest(at, $2),
			hash = sha256(int8send(length(hash)) || hash || $3 || int8send(seq + 1) || int8send(greatest(at, $2)) || $4)
		WHERE workspace = $1 RETURNING seq, at, hash)
		INSERT INTO journal (`+entryColumns+`)
		SELECT $1, head.seq, head.at, $5, $6, $7, $8, $9, $10, $11, $12, $13, head.hash FROM head
		RETURNING seq, at`)
)

// appendThere has PostgreSQL hash the entries, so that nobody waits for the head while this program
// has it and is busy: it is taken, moved and let go in the one message that commits the act. The
// entries know their places after that.
func (tx *Tx) appendThere(ctx context.Context) error {
	if err := tx.pending.write(ctx); err != nil {
		return err
	}
	if err := tx.work.Later(ctx, makeHead, tx.Workspace, []byte{}); err != nil {
		return err
	}
	for i := range tx.entries {
		e := &tx.entries[i]
		if err := tx.work.LaterAnswered(ctx, []any{&e.Seq, &e.At}, appendEntry, tx.Workspace, tx.now, e.before(), e.after(),
			e.Actor, e.Act, e.ActID, e.Deal, e.Kind, e.Thing, e.Revision, e.Was, e.Now); err != nil {
			return err
		}
	}
	return nil
}
