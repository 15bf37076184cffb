package journal

import (
	"context"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/store"
)

// Story is many acts under way in one transaction, each by its own person at its own moment.
// The journal holds the same rows as if each act had been written alone. What follows from the
// things (states, counts, search) is computed once, at the end, so an act of a story sees
// nothing of it; and all of a story stands, or none.
type Story struct {
	j         *Journal
	work      *store.Work
	pending   *pending
	workspace string
	reader    *Reader
	head      head
	unwritten []Entry
	locked    map[string]bool
	order     []string                 // deals in the order they were touched
	touched   map[string]clock.Instant // deals by when they were touched last
	told      Told
}

// head is the end of a workspace's chain.
type head struct {
	Seq  int64
	At   clock.Instant
	Hash []byte
}

// Tell writes a story. The function may run more than once and must have no effect outside it.
func (j *Journal) Tell(ctx context.Context, workspace string, tell func(context.Context, *Story) error) error {
	if ctx.Value(inside{}) != nil {
		return ErrNested
	}
	ctx = context.WithValue(ctx, inside{}, true)
	for try := 1; ; try++ {
		err := j.tellOnce(ctx, workspace, tell)
		if err == nil || !store.IsRetry(err) || try == tries {
			return err
		}
	}
}

func (j *Journal) tellOnce(ctx context.Context, workspace string, tell func(context.Context, *Story) error) error {
	raw, err := j.DB.Begin(ctx)
	if err != nil {
		return err
	}
	defer raw.Rollback(ctx)
	waits := newPending(raw)
	s := &Story{j: j, work: raw, pending: waits, workspace: workspace, locked: map[string]bool{}, touched: map[string]clock.Instant{},
		reader: Read(waits, workspace)}
	// no rows yet: this takes the head, so that other writers of the workspace wait
	if s.head, _, err = store.One[head](ctx, raw, takeHead, workspace, 0, clock.Instant{}, []byte{}); err != nil {
		return err
	}
	if err := tell(ctx, s); err != nil {
		return store.Explain(err)
	}
	if err := s.end(ctx); err != nil {
		return err
	}
	if err := raw.Commit(ctx); err != nil {
		return err
	}
	j.ended(workspace, s.head.At)
	return nil
}

// Write runs one act of the story, at the moment of the context's clock. After an error the
// story is over.
func (s *Story) Write(ctx context.Context, who Actor, act string, do func(context.Context, *Tx) error) (Receipt, error) {
	now := clock.Now(ctx)
	if now.Before(s.head.At) {
		now = s.head.At
	}
	who.Workspace = s.workspace
	tx := s.act(ctx, who, act, now)
	if err := do(ctx, tx); err != nil {
		return Receipt{}, store.Explain(err)
	}
	s.order = append(s.order, tx.order...)
	s.told.Things = append(s.told.Things, tx.told.Things...)
	s.told.Erased = append(s.told.Erased, tx.told.Erased...)
	if len(tx.entries) == 0 {
		return Receipt{At: now}, nil
	}
	for _, e := range tx.entries {
		s.head.Seq++
		e.Seq, e.At = s.head.Seq, now
		e.Hash = e.seal(s.head.Hash)
		s.head.Hash, s.head.At = e.Hash, now
		s.unwritten = append(s.unwritten, e)
		s.touched[e.Deal] = now
	}
	return Receipt{Act: tx.ID, At: now, Seq: s.head.Seq}, nil
}

func (s *Story) act(ctx context.Context, who Actor, act string, now clock.Instant) *Tx {
	return &Tx{Reader: s.reader, Actor: who, Act: act, ID: id.New(ctx), work: s.work, pending: s.pending, now: now, locked: s.locked, words: s.j.Words,
		fresh: map[string]*fresh{}, remembered: map[reflect.Type]any{}}
}

// end computes what follows and writes the rows. Each deal is settled on the day it was
// touched last: what time alone changes since then is for whoever looks at it.
func (s *Story) end(ctx context.Context) error {
	tx := s.act(ctx, Actor{Workspace: s.workspace}, "", s.head.At)
	for _, deal := range s.order {
		if at, ok := s.touched[deal]; ok && s.j.Settle != nil {
			tx.now = at
			if err := s.j.Settle(ctx, tx, deal); err != nil {
				return err
			}
		}
	}
	tx.now, tx.told, tx.order = s.head.At, s.told, s.order
	if err := s.j.index(ctx, tx); err != nil {
		return err
	}
	for i := range s.unwritten {
		s.pending.add(addEntry, s.unwritten[i].values())
	}
	if err := s.pending.write(ctx); err != nil {
		return err
	}
	return s.work.Later(ctx, setHead, s.workspace, s.head.Seq, s.head.At, s.head.Hash)
}

var setHead = store.SQL(`UPDATE journal_head SET seq = $2, at = $3, hash = $4 WHERE workspace = $1`)
