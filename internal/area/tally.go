package area

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/tally"
)

// Tally is a deal's counts on a day: the kept ones while they hold, else counted anew.
func (h *House) Tally(ctx context.Context, r *journal.Reader, deal string, today clock.Date) (tally.Counts, bool, error) {
	kept, ok, err := tally.Kept(ctx, r, deal)
	if err != nil || ok && (kept.StaleOn == "" || today < kept.StaleOn) {
		return kept, ok, err
	}
	t, err := h.Thread(ctx, r, deal, today)
	if err != nil {
		return tally.Counts{}, false, err
	}
	return tally.Of(&t), true, nil
}
