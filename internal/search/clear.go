package search

import (
	"context"

	"throughline/internal/store"
)

var (
	clearWords = store.SQL(`DELETE FROM search_entry WHERE workspace = $1`)
	clearNames = store.SQL(`DELETE FROM search_name WHERE workspace = $1`)
)

// Clear takes every word of a workspace out of the index, for it to be filled again.
func Clear(ctx context.Context, db *store.DB, workspace string) error {
	return db.Housekeeping(ctx, store.Index, func(tx *store.Work) error {
		for _, stmt := range []store.Statement{clearWords, clearNames} {
			if _, err := tx.ExecContext(ctx, string(stmt), workspace); err != nil {
				return err
			}
		}
		return nil
	})
}
