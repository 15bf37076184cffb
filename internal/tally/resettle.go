package tally

import (
	"context"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
)

// waiting stands as the day from which counts are stale where they were judged by rules that the
// workspace has changed since. Only counting anew takes it away: an act that began under the old
// settings may end after the new ones are in force.
const waiting = clock.Date("0001-01-01")

var (
	letWait  = store.SQL(`UPDATE tally SET stale_on = '` + string(waiting) + `' WHERE workspace = $1 AND (requirements > 0 OR promises > 0 OR breaks > 0)`)
	holdOn   = store.SQL(`UPDATE tally SET stale_on = '' WHERE workspace = $1 AND deal = $2`)
	judgedBy = []string{"zone", "holidays", "settings"} // of the workspace: days, due days, percentages
)

// Resettle marks every deal whose states follow from what an act changed of the workspace, by
// whichever way it did, undo included. It is called at the end of each act.
func Resettle(ctx context.Context, tx *journal.Tx) error {
	for _, c := range tx.Changes("workspace") {
		if slices.Contains(judgedBy, c.Column) && string(c.Was) != "" {
			return tx.Derive(ctx, letWait, tx.Workspace)
		}
	}
	return nil
}

// atOnce is how many deals are counted anew in one transaction: others wait for no more.
const atOnce = 25

// CatchUp counts anew all deals of a workspace that wait for it or on which a date has passed,
// some in each transaction, and says how many. Stopped in between it goes on where it was the
// next time; pages count anew what they show (Refresh).
func (w *Keeper) CatchUp(ctx context.Context, db *store.DB, workspace string, today clock.Date) (int, error) {
	all := 0
	for tries := 0; ; {
		n, err := w.recountSome(ctx, db, workspace, today, atOnce)
		switch {
		case store.IsRetry(err) && tries < 20:
			tries++
			continue
		case err != nil || n == 0:
			return all, err
		}
		all, tries = all+n, 0
	}
}

// hold makes acts on the deal, and a change of the settings, wait until the transaction is done,
// so that what is read for its counts is what they are kept for.
func hold(ctx context.Context, tx *store.Work, workspace, deal string) error {
	if err := journal.LockDeal(ctx, tx, workspace, deal); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, string(holdOn), workspace, deal)
	return err
}
