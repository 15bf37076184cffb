package intake

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// patience is how long a request waits for the work it began: a short file is done by then, and
// the answer shows the result at once. A longer one is followed by asking again.
const patience = 900 * time.Millisecond

// LookBehind looks at the run apart from the request.
func (r Run) LookBehind(ctx context.Context, h *area.House, who journal.Actor, log *slog.Logger) {
	r.behind(ctx, log, func(ctx context.Context) error { return r.Look(ctx, h, who) })
}

// TakeBehind writes a run that was claimed, apart from the request.
func (r Run) TakeBehind(ctx context.Context, h *area.House, who journal.Actor, log *slog.Logger) {
	r.behind(ctx, log, func(ctx context.Context) error { return r.Take(ctx, h, who) })
}

// behind goes on with a run apart from the request, so that it lasts as long as it must; how far
// it is stands in the database.
func (r Run) behind(ctx context.Context, log *slog.Logger, do func(context.Context) error) {
	ctx = context.WithoutCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if fault := recover(); fault != nil {
				log.Error("an import ended in a fault", "import", r.ID, "error", fmt.Sprint(fault))
			}
		}()
		if err := do(ctx); err != nil {
			log.Warn("an import did not end well", "import", r.ID, "error", err)
		}
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}
