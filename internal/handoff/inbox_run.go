package handoff

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
)

// notHandedOver are the deals of an SA, or of the SE where there is none, that went live and that
// nobody was offered to run. A deal is signed once it is live, so its phase is won.
var notHandedOver = store.SQL(`SELECT o.id, o.prefix, o.runs, MIN(g.at) FROM tally t CROSS JOIN opportunity o CROSS JOIN go_live g
	WHERE t.workspace = $1 AND (t.sa = $2 OR t.se = $2 AND t.sa || '' = '') AND CASE WHEN t.archived THEN 1 ELSE 0 END = 0
	AND o.workspace = $1 AND o.id = t.deal AND o.phase = 'won' AND g.workspace = $1 AND g.deal = t.deal AND g.withdrawn = '' AND g.outcome <> 'no-go'
	AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.workspace = $1 AND h.deal = t.deal AND h.crossing = 'run' AND h.withdrawn = '')
	GROUP BY o.id, o.prefix, o.runs ORDER BY 4, o.id LIMIT 50`)

// unoffered asks for the handoff to run of what went live; it is gone once that is offered.
func unoffered(ctx context.Context, r *journal.Reader, person string) ([]area.Waiting, error) {
	type row struct {
		ID, Prefix, Runs string
		At               clock.Instant
	}
	rows, err := store.List[row](ctx, r.Q, notHandedOver, r.Workspace, person)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, d := range rows {
		since := d.At.In(home.Location())
		what := fmt.Sprintf("%s went live on %s, and nobody is named to run it. Hand it over to whoever does.", d.Prefix, since)
		if d.Runs != "" {
			what = fmt.Sprintf("%s went live on %s, and is not handed over yet to whoever runs it.", d.Prefix, since)
		}
		out = append(out, area.Waiting{Deal: d.ID, What: what, Verb: "Hand over", Path: ToRun.Room("form", "run"), Since: since, Key: d.Prefix})
	}
	return out, nil
}
