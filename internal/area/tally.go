package area

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tally is a deal's counts on a day: the kept ones while they hold, else counted anew.
func (h *House) Tally(ctx context.Context, r *journal.Reader, deal string, today clock.Date) (thread.Tally, bool, error) {
	kept, ok, err := thread.Kept(ctx, r, deal)
	if err != nil || ok && (kept.StaleOn == "" || today < kept.StaleOn) {
		return kept, ok, err
	}
	t, err := h.Thread(ctx, r, deal, today)
	if err != nil {
		return thread.Tally{}, false, err
	}
	return thread.TallyOf(&t), true, nil
}
