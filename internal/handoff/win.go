package handoff

import (
	"context"
	"sync"

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
	h, ok, err := ToBuild.Standing(ctx, src, deal.ID)
	if err != nil || !ok {
		return thread.WinWords(now, "", signed), err
	}
	then, err := winAt(ctx, w, src, &h)
	return thread.WinWords(now, then, signed), err
}

// wins are the technical wins at signatures, by the act that froze the handoff. What the journal
// says of that moment never changes, so it is woven once.
var wins sync.Map

func winAt(ctx context.Context, w *thread.Weaver, src journal.Source, h *Handoff) (string, error) {
	if then, known := wins.Load(h.FrozenAct); known {
		return then.(string), nil
	}
	past, err := journal.Frozen(ctx, src, h.Deal, h.FrozenAt)
	if err != nil {
		return "", err
	}
	t, err := w.Weave(ctx, past, h.Deal, h.SignedOn)
	if err == nil {
		wins.Store(h.FrozenAct, t.TechnicalWin)
	}
	return t.TechnicalWin, err
}
