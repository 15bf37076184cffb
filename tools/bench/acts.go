package main

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// measureActs counts journalled acts a second: eight writers of one workspace, each act the
// rewording of a requirement of a deal of its own size.
func measureActs(ctx context.Context, b *bench) error {
	for _, database := range databases {
		w, err := b.world(ctx, database, b.small)
		if err != nil {
			return err
		}
		n, took, err := w.writeFor(ctx, 8, b.load/3)
		if err != nil {
			return err
		}
		b.add(figure{What: "journalled acts a second, 8 writers, deals of 100 requirements", Database: database, Value: float64(n) / took.Seconds(), Unit: "/s", Limit: 1000, Least: true})
	}
	return nil
}

// writeFor lets writers act without pause and counts what was acknowledged.
func (w *world) writeFor(ctx context.Context, writers int, d time.Duration) (int64, time.Duration, error) {
	var done atomic.Int64
	var group sync.WaitGroup
	failed := make(chan error, writers)
	began := time.Now()
	for writer := range writers {
		group.Go(func() {
			for i := 0; time.Since(began) < d; i++ {
				if err := w.reword(ctx, w.deals[(writer+writers*i)%len(w.deals)], i); err != nil {
					failed <- err
					return
				}
				done.Add(1)
			}
		})
	}
	group.Wait()
	close(failed)
	return done.Load(), time.Since(began), <-failed
}

func (w *world) reword(ctx context.Context, deal string, i int) error {
	return w.do(ctx, "requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
		if err := tx.Lock(ctx, deal); err != nil {
			return err
		}
		r, err := thread.ByKey(ctx, tx.Reader, deal, "X-1")
		if err != nil {
			return err
		}
		_, err = thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: "Replay within " + words[i%len(words)], Kind: r.Kind, Priority: r.Priority, Measure: r.Measure, SameMeaning: true})
		return err
	})
}
