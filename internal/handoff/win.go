package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// WinWords says how the technical win of a deal stands, as people read it. now is its state;
// where a signed deal's is not a win, the deal is looked at as the signature froze it.
func WinWords(ctx context.Context, w *thread.Weaver, src journal.Source, deal *account.Opportunity, now string) (string, error) {
	signed := deal.SignedOn != ""
	if thread.WinWords(now, "open", signed) == now {
		return now, nil
	}
	h, ok, err := Standing(ctx, src, deal.ID)
	if err != nil || !ok {
		return thread.WinWords(now, "", signed), err
	}
	past, err := journal.Rewind(ctx, src, deal.ID, h.FrozenAt)
	if err != nil {
		return "", err
	}
	then, err := w.Weave(ctx, past, deal.ID, h.SignedOn)
	return thread.WinWords(now, then.TechnicalWin, signed), err
}
