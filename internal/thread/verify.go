package thread

import (
	"context"
	"fmt"
	"slices"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

var talliesOfAll = store.SQL(`SELECT deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on, digest
	FROM tally WHERE workspace = $1 ORDER BY deal`)

var dealsWithout = store.SQL(`SELECT o.id FROM opportunity o LEFT JOIN tally t ON t.deal = o.id AND t.workspace = o.workspace
	WHERE o.workspace = $1 AND t.deal IS NULL`)

// Verify recomputes every deal of a workspace and lists where the kept states or counts differ.
func (w *Weaver) Verify(ctx context.Context, r *journal.Reader) (out []journal.Finding, err error) {
	add := func(deal, format string, args ...any) {
		out = append(out, journal.Finding{Workspace: r.Workspace, Where: "deal " + deal, What: fmt.Sprintf(format, args...)})
	}
	r = journal.Read(r.Q, r.Workspace) // the database, and nothing kept beside it
	kept, err := store.List[Tally](ctx, r.Q, talliesOfAll, r.Workspace)
	if err != nil {
		return nil, err
	}
	for _, y := range kept {
		t, err := w.Weave(ctx, r, y.Deal, y.JudgedOn)
		if problem.Of(err) == problem.Missing {
			add(y.Deal, "is counted but not there")
			continue
		}
		if err != nil {
			return out, err
		}
		if fresh := TallyOf(&t); fresh != y {
			add(y.Deal, "its kept counts are %+v; computed they are %+v", y, fresh)
		}
		had, err := standingsOf(ctx, r.Q, r.Workspace, y.Deal)
		if err != nil {
			return out, err
		}
		for _, s := range Standings(&t.Picture) {
			if had[s.Requirement] != s {
				add(y.Deal, "requirement %s is kept as %+v; computed it is %+v", s.Requirement, had[s.Requirement], s)
			}
			delete(had, s.Requirement)
		}
		lines, err := store.List[BreakLine](ctx, r.Q, breaksOfOne, r.Workspace, y.Deal)
		if err != nil {
			return out, err
		}
		if fresh := BreakLines(&t.Picture); !slices.Equal(lines, fresh) {
			add(y.Deal, "its kept breaks are %+v; computed they are %+v", lines, fresh)
		}
		for id := range had {
			add(y.Deal, "states are kept for %s, which is no requirement", id)
		}
	}
	missing, err := store.List[string](ctx, r.Q, dealsWithout, r.Workspace)
	for _, d := range missing {
		add(d, "is not counted")
	}
	return out, err
}
