package main

import (
	"context"
	"fmt"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// measurePast takes any past moment of a deal with a long life, and verify over everything.
func measurePast(ctx context.Context, b *bench) error {
	for _, database := range databases {
		w, err := b.world(ctx, database, b.deals)
		if err != nil {
			return err
		}
		if err := w.liveLong(ctx, w.deals[0], 5000); err != nil {
			return err
		}
		var took []time.Duration
		for range 20 {
			began := time.Now()
			past, err := journal.AsOf(ctx, w.Journal.Reader(w.who.Workspace), w.deals[0], clock.At(time.Now()))
			if err != nil {
				return err
			}
			if _, err := w.Thread(ctx, past, w.deals[0], clock.DateOf(time.Now())); err != nil {
				return err
			}
			took = append(took, time.Since(began))
		}
		b.add(figure{What: "a past moment of a deal with 5,000 journal rows, p95", Database: database, Value: quantile(took, 0.95), Unit: "ms", Limit: 150})
		began := time.Now()
		rep, err := journal.Verify(ctx, w.Journal.DB.Read)
		if err != nil {
			return err
		}
		found, err := w.Tallies.Verify(ctx, w.Journal.Reader(w.who.Workspace))
		if err != nil {
			return err
		}
		if found = append(found, rep.Findings...); len(found) > 0 {
			return fmt.Errorf("verify found %v", found[0])
		}
		b.add(figure{What: "verify of 1,000,000 journal rows", Database: database, Value: time.Since(began).Seconds() * 1e6 / float64(rep.Rows), Unit: "s", Limit: 30,
			Note: fmt.Sprintf("%d rows were read", rep.Rows)})
	}
	return nil
}

// liveLong edits a deal's requirements until its journal holds that many rows.
func (w *world) liveLong(ctx context.Context, deal string, rows int) error {
	reqs, err := thread.Requirements(ctx, w.Journal.Reader(w.who.Workspace), deal)
	if err != nil {
		return err
	}
	for n := 0; n < rows/len(reqs)-1; n++ {
		if err := w.do(ctx, "requirement.bulk", func(ctx context.Context, tx *journal.Tx) error {
			now, err := thread.Requirements(ctx, tx, deal)
			if err != nil {
				return err
			}
			for i := range now {
				now[i].Product = fmt.Sprintf("Relay %d", n)
				if err := journal.Update(ctx, tx, &now[i]); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}
