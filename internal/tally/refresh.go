package tally

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

var talliesStale = store.SQL(`SELECT deal FROM tally WHERE workspace = $1 AND stale_on <> '' AND stale_on <= $2 ORDER BY stale_on LIMIT $3`)

// Refresh counts anew the deals on which a date has passed since they were counted: time alone
// makes a station late and a promise at risk. It takes at most limit deals and says how many.
// Breaks kept beside requirements are brought up to date with them. Where somebody else counts the
// same deals at the same moment, it leaves them to it.
func (w *Keeper) Refresh(ctx context.Context, db *store.DB, workspace string, today clock.Date, limit int) (int, error) {
	n, err := w.recountSome(ctx, db, workspace, today, limit)
	if store.IsRetry(err) {
		return 0, nil // of two that count, one is enough
	}
	return n, err
}

func (w *Keeper) recountSome(ctx context.Context, db *store.DB, workspace string, today clock.Date, limit int) (int, error) {
	r := journal.Read(db.Read, workspace)
	deals, err := store.List[string](ctx, r.Q, talliesStale, workspace, today, limit)
	if err != nil || len(deals) == 0 {
		return 0, err
	}
	return len(deals), db.Housekeeping(ctx, store.Refresh, func(tx *store.Work) error {
		for _, deal := range deals {
			if err := w.recount(ctx, tx, workspace, deal, today); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *Keeper) recount(ctx context.Context, tx *store.Work, workspace, deal string, today clock.Date) error {
	if err := hold(ctx, tx, workspace, deal); err != nil {
		return err
	}
	t, err := w.Weaver.Weave(ctx, journal.Read(tx, workspace), deal, today)
	if problem.Of(err) == problem.Missing {
		return nil // deleted meanwhile, its counts with it
	}
	if err != nil {
		return err
	}
	k := byItself(tx, workspace)
	if err := keepBeside(ctx, k, &t.Picture); err != nil {
		return err
	}
	return k.row(ctx, keepTally, Of(&t).args(workspace, clock.Instant{})...)
}
