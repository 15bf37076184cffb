package exchange

import (
	"context"
	"fmt"
	"time"

	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// patience is how long a request waits for the work it began: a short file is done by then, and
// its page shows the result at once. A longer one is followed on the run's page.
const patience = 900 * time.Millisecond

// plan looks at a run.
func plan(r *kit.Request, run intake.Run) {
	work(r, run, func(ctx context.Context, who journal.Actor) error { return run.Look(ctx, r.House, who) })
}

// work goes on with a run apart from the request, so that it lasts as long as it must; how far
// it is stands in the database.
func work(r *kit.Request, run intake.Run, do func(context.Context, journal.Actor) error) {
	ctx, who, log := context.WithoutCancel(r.Ctx()), r.Actor(), r.Site.Log
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if fault := recover(); fault != nil {
				log.Error("an import ended in a fault", "import", run.ID, "error", fmt.Sprint(fault))
			}
		}()
		if err := do(ctx, who); err != nil {
			log.Warn("an import did not end well", "import", run.ID, "error", err)
		}
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}
