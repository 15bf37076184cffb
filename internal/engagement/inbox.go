package engagement

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/store"
)

var (
	openRequests = journal.Where[Request](requestKind, "state = 'asked' ORDER BY asked_at LIMIT 50")
	inHand       = journal.Where[Request](requestKind, "state = 'taken' ORDER BY id LIMIT 2000")
	takenBy      = journal.Where[Request](requestKind, "person = $2 AND state = 'taken' ORDER BY decided_at LIMIT 50")
	withoutSA    = store.SQL(`SELECT o.id FROM tally t JOIN opportunity o ON o.id = t.deal JOIN engagement e ON e.deal = o.id
		WHERE t.workspace = $1 AND t.se = $2 AND o.workspace = $1 AND e.workspace = $1 AND o.phase = 'open' AND o.archived = FALSE AND o.sa = '' ORDER BY o.id LIMIT 50`)
)

// OpenRequests are the requests of the workspace that wait for an answer, the oldest first.
func OpenRequests(ctx context.Context, r *journal.Reader) ([]Request, error) {
	return openRequests.List(ctx, r)
}

// InHand are the requests of the workspace that somebody works on.
func InHand(ctx context.Context, r *journal.Reader) ([]Request, error) {
	return inHand.List(ctx, r)
}

// TakenBy are the requests that a person works on.
func TakenBy(ctx context.Context, r *journal.Reader, person string) ([]Request, error) {
	return takenBy.List(ctx, r, person)
}

// waiting lists open requests for whoever manages, and for an SE the deals whose facts call for an
// SA while none is there and none was asked for.
func (r Rules) waiting(ctx context.Context, src *journal.Reader, person string, _ clock.Date) ([]area.Waiting, error) {
	p, err := journal.Load[auth.Person](ctx, src, person)
	if err != nil {
		return nil, nil //nolint:nilerr // the program itself has no inbox
	}
	var out []area.Waiting
	if p.Role == auth.Manager || p.Role == auth.Admin {
		all, err := OpenRequests(ctx, src)
		if err != nil {
			return nil, err
		}
		for _, q := range all {
			out = append(out, area.Waiting{Deal: q.Deal, Key: q.Key(), Verb: "Name somebody", Path: "engagement?at=" + q.ID, Since: clock.DateOf(q.AskedAt.Time()), Due: q.From,
				What: fmt.Sprintf("An SA is asked for: %s. “%s”", q.Workstream, area.Clip(q.Reason))})
		}
	}
	deals, err := store.List[string](ctx, src.Q, withoutSA, src.Workspace, person)
	if err != nil {
		return nil, err
	}
	if len(deals) == 0 {
		return out, nil
	}
	table, facts, err := r.InForce(ctx, src)
	if err != nil {
		return nil, err
	}
	for _, d := range deals {
		w, err := reminder(ctx, src, d, table, facts)
		if err != nil {
			return nil, err
		}
		if w != nil {
			out = append(out, *w)
		}
	}
	return out, nil
}

// reminder says that the facts of a deal call for an SA whom nobody asked for.
func reminder(ctx context.Context, src journal.Source, deal string, table *rule.Table, facts rule.Facts) (*area.Waiting, error) {
	s, err := judge(ctx, src, deal, table, facts)
	if err != nil || !s.ModeOf(s.InForce()).SA {
		return nil, err
	}
	for _, q := range s.Asked {
		if q.State == Asked || q.State == Taken {
			return nil, nil
		}
	}
	var since clock.Date
	for _, f := range s.Facts {
		since = max(since, f.On)
	}
	why := s.Why
	if len(s.Decision.Reasons) > 0 && s.Mode == "" {
		why = s.Decision.Reasons[0].Says
	}
	return &area.Waiting{Deal: deal, Verb: "Ask for an SA", Path: "engagement?form=request", Since: since, What: "This deal calls for an SA and has none. " + why}, nil
}
