package journal

import (
	"context"
	"crypto/sha256"
	"encoding/binary"

	"throughline/internal/clock"
	"throughline/internal/store"
)

// Entry is one row of the journal: one thing changed in one act.
type Entry struct {
	Workspace string
	Seq       int64
	At        clock.Instant
	Actor     string // a person's id
	Act       string // as in 'requirement.edit'
	ActID     string
	Deal      string
	Kind      string
	Thing     string
	Revision  int64  // the one that the change made
	Was, Now  string // the changed columns as JSON; Was is empty for a new thing, Now for a removed one
	Hash      []byte
}

const entryColumns = `workspace, seq, at, actor, act, act_id, deal, kind, thing, revision, was, now, hash`

func (tx *Tx) record(k *Kind, h *Row, was, now image) {
	if f := tx.fresh[h.Deal]; f != nil {
		f.kinds = append(f.kinds, k.Name)
	}
	tx.entries = append(tx.entries, Entry{Workspace: tx.Workspace, Actor: tx.Actor.Person, Act: tx.Act, ActID: tx.ID,
		Deal: h.Deal, Kind: k.Name, Thing: h.ID, Revision: h.Revision, Was: was.text(), Now: now.text()})
}

// seal gives the entry's hash: SHA-256 over the hash before it and every field, each with
// its length in front, so that no two different rows have one text.
func (e *Entry) seal(prev []byte) []byte {
	h := sha256.New()
	var n [8]byte
	put := func(b string) {
		binary.BigEndian.PutUint64(n[:], uint64(len(b)))
		h.Write(n[:])
		h.Write([]byte(b))
	}
	number := func(v int64) {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	put(string(prev))
	put(e.Workspace)
	number(e.Seq)
	number(e.At.Micro())
	for _, s := range []string{e.Actor, e.Act, e.ActID, e.Deal, e.Kind, e.Thing} {
		put(s)
	}
	number(e.Revision)
	put(e.Was)
	put(e.Now)
	return h.Sum(nil)
}

var (
	takeHead = store.SQL(`INSERT INTO journal_head (workspace, seq, at, hash) VALUES ($1, $2, $3, $4)
		ON CONFLICT (workspace) DO UPDATE SET seq = journal_head.seq + $2
		RETURNING seq, at, hash`)
	moveHead = store.SQL(`UPDATE journal_head SET at = $2, hash = $3 WHERE workspace = $1`)
	addEntry = store.InsertInto("journal", entryColumns, "")
	headTime = store.SQL(`SELECT at FROM journal_head WHERE workspace = $1`)
)

// append takes the chain's head once for all entries; its row lock orders the writers.
func (tx *Tx) append(ctx context.Context) error {
	n := int64(len(tx.entries))
	type head struct {
		Seq  int64
		At   clock.Instant
		Hash []byte
	}
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
	}
	for i := range tx.entries {
		tx.pending.add(addEntry, tx.entries[i].values())
	}
	if err := tx.pending.write(ctx); err != nil {
		return err
	}
	return tx.work.Later(ctx, moveHead, tx.Workspace, at, hash)
}

func (e *Entry) values() []any {
	return []any{e.Workspace, e.Seq, e.At, e.Actor, e.Act, e.ActID, e.Deal, e.Kind, e.Thing, e.Revision, e.Was, e.Now, e.Hash}
}
