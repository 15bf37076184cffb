package area

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
)

// patience is how long an act waits for the counts that follow from it: those of a small
// workspace are done by then, and the page that follows shows them.
const patience = 900 * time.Millisecond

// CatchUp counts anew, apart from the request, the deals of a workspace that wait for it: after its
// settings changed, or were taken back. What a stop leaves over, the next start does.
func (h *House) CatchUp(ctx context.Context, workspace string) {
	ctx = context.WithoutCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if fault := recover(); fault != nil {
				slog.Error("counting deals anew ended in a fault", "workspace", workspace, "error", fmt.Sprint(fault))
			}
		}()
		if err := h.catchUp(ctx, workspace); err != nil {
			slog.Warn("deals are not all counted anew; the next start goes on", "workspace", workspace, "error", err)
		}
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}

func (h *House) catchUp(ctx context.Context, workspace string) error {
	home, err := account.Home(ctx, h.Journal.Reader(workspace))
	if err != nil {
		return err
	}
	_, err = h.Tallies.CatchUp(ctx, h.Journal.DB, workspace, clock.Now(ctx).In(home.Location()))
	return err
}

// CatchUpAll counts anew the deals of every workspace that wait for it or on which a date has
// passed, until the context ends.
func (h *House) CatchUpAll(ctx context.Context) error {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return err
	}
	var failed []error
	for _, w := range all {
		failed = append(failed, h.catchUp(ctx, w.ID))
	}
	return errors.Join(failed...)
}
