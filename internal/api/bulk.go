package api

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func init() { operations = append(operations, bulk) }

// bulk changes many requirements of a deal in one act.
func bulk(s *server) {
	type changedCount struct {
		Changed int `json:"changed"`
	}
	act(s, op{"/deals/{deal}/requirements/bulk", "Change many requirements at once: all of them, or none", auth.Sell}, "requirement.bulk",
		func(ctx context.Context, tx *journal.Tx, c *caller, in thread.Bulk) (changedCount, error) {
			in.Deal = c.Deal.ID
			n, err := thread.EditMany(ctx, tx, in)
			return changedCount{n}, err
		})
}
