package journal

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/store"
)

type inside struct{}

// ErrNested is a programming fault: an act opened a write inside a write.
var ErrNested = errors.New("a write inside a write")

// tries is how often an act runs when another writer was in its way.
const tries = 6

// Receipt names what was written.
type Receipt struct {
	Act string // the act's id, empty when nothing changed
	At  clock.Instant
	Seq int64 // the last row's place in the workspace's chain
}

// Write runs one act in one transaction and journals it. The act is named by area and verb
// ('evaluation.sign-off'). It may run more than once and must have no effect outside tx.
func (j *Journal) Write(ctx context.Context, who Actor, act string, do func(context.Context, *Tx) error) (Receipt, error) {
	if ctx.Value(inside{}) != nil {
		return Receipt{}, ErrNested
	}
	ctx = context.WithValue(ctx, inside{}, true)
	for try := 1; ; try++ {
		r, err := j.once(ctx, who, act, do)
		// A duplicate is another writer's name that was free when this act looked: run again, it
		// sees that it is taken.
		if err == nil || !store.IsRetry(err) && !store.IsDuplicate(err) || try == tries {
			return r, err
		}
	}
}

func (j *Journal) once(ctx context.Context, who Actor, act string, do func(context.Context, *Tx) error) (Receipt, error) {
	raw, err := j.DB.Begin(ctx)
	if err != nil {
		return Receipt{}, err
	}
	defer raw.Rollback(ctx)
	now, err := j.now(ctx, raw, who.Workspace)
	if err != nil {
		return Receipt{}, err
	}
	waits := newPending(raw)
	reader := Read(waits, who.Workspace)
	reader.shelf = j.shelf
	tx := &Tx{Reader: reader, Actor: who, Act: act, ID: id.New(ctx),
		work: raw, pending: waits, now: now, locked: map[string]bool{}, words: j.Words,
		fresh: map[string]*fresh{}, remembered: map[reflect.Type]any{}, desk: reader.newDesk()}
	if err := do(ctx, tx); err != nil {
		return Receipt{}, store.Explain(err)
	}
	return j.finish(ctx, tx)
}

func (j *Journal) finish(ctx context.Context, tx *Tx) (Receipt, error) {
	if len(tx.entries) == 0 {
		if tx.wrote {
			return Receipt{}, fmt.Errorf("act %s wrote and recorded nothing", tx.Act)
		}
		return Receipt{At: tx.now}, nil
	}
	if j.Settle != nil {
		for _, deal := range tx.order {
			if err := j.Settle(ctx, tx, deal); err != nil {
				return Receipt{}, err
			}
		}
	}
	if err := j.index(ctx, tx); err != nil {
		return Receipt{}, err
	}
	if err := tx.append(ctx); err != nil {
		return Receipt{}, err
	}
	if err := tx.work.Commit(ctx); err != nil {
		return Receipt{}, err
	}
	for deal, seq := range lastOf(tx.entries) {
		tx.desk.committed(deal, seq)
	}
	end := tx.entries[len(tx.entries)-1]
	j.ended(tx.Workspace, end.At)
	return Receipt{Act: tx.ID, At: end.At, Seq: end.Seq}, nil
}

func (j *Journal) index(ctx context.Context, tx *Tx) error {
	if j.Index == nil {
		return nil
	}
	tx.told.Deals = tx.order
	return j.Index(ctx, tx, tx.told)
}
