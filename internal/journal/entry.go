package journal

import (
	"crypto/sha256"
	"encoding/binary"

	"throughline/internal/clock"
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
	h.Write(numbered(int64(len(prev))))
	h.Write(prev)
	h.Write(e.before())
	h.Write(numbered(e.Seq))
	h.Write(numbered(e.At.Micro()))
	h.Write(e.after())
	return h.Sum(nil)
}

// before is what is hashed in front of the entry's place and moment.
func (e *Entry) before() []byte { return measured(nil, e.Workspace) }

// after is what is hashed behind them.
func (e *Entry) after() []byte {
	b := measured(nil, e.Actor, e.Act, e.ActID, e.Deal, e.Kind, e.Thing)
	b = append(b, numbered(e.Revision)...)
	return measured(b, e.Was, e.Now)
}

func measured(to []byte, texts ...string) []byte {
	for _, s := range texts {
		to = append(append(to, numbered(int64(len(s)))...), s...)
	}
	return to
}

func numbered(v int64) []byte { return binary.BigEndian.AppendUint64(nil, uint64(v)) }

func (e *Entry) values() []any {
	return []any{e.Workspace, e.Seq, e.At, e.Actor, e.Act, e.ActID, e.Deal, e.Kind, e.Thing, e.Revision, e.Was, e.Now, e.Hash}
}
