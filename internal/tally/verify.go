package tally

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

var talliesOfAll = store.SQL(`SELECT deal, phase, archived, ae, se, sa, close_on, known, minor, currency, requirements, musts, breaks, coverage, promises, at_risk, technical_win, no_dates, judged_on, stale_on, digest
	FROM tally WHERE workspace = $1 ORDER BY deal`)

var dealsWithout = store.SQL(`SELECT o.id FROM opportunity o LEFT JOIN tally t ON t.deal = o.id AND t.workspace = o.workspace
	WHERE o.workspace = $1 AND t.deal IS NULL`)

// Verify recomputes every deal of a workspace and lists where the kept states or counts differ.
func (w *Keeper) Verify(ctx context.Context, r *journal.Reader) ([]journal.Finding, error) {
	kept, err := store.List[Counts](ctx, r.Q, talliesOfAll, r.Workspace)
	if err != nil {
		return nil, err
	}
	found, failed := make([][]journal.Finding, len(kept)), make([]error, len(kept))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(kept)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				// the database, and nothing kept beside it
				found[i], failed[i] = w.verifyDeal(ctx, journal.Read(r.Q, r.Workspace), kept[i])
			}
		})
	}
	all.Wait()
	if err := errors.Join(errors.Join(failed...), ctx.Err()); err != nil {
		return nil, err
	}
	out := slices.Concat(found...)
	missing, err := store.List[string](ctx, r.Q, dealsWithout, r.Workspace)
	for _, deal := range missing {
		out = append(out, wrong(r.Workspace, deal, "is not counted"))
	}
	return out, err
}

func wrong(workspace, deal, format string, args ...any) journal.Finding {
	return journal.Finding{Workspace: workspace, Where: "deal " + deal, What: fmt.Sprintf(format, args...)}
}

func (w *Keeper) verifyDeal(ctx context.Context, r *journal.Reader, y Counts) (out []journal.Finding, err error) {
	add := func(format string, args ...any) { out = append(out, wrong(r.Workspace, y.Deal, format, args...)) }
	if y.StaleOn == waiting {
		return nil, nil // judged by settings that changed since: it is known to wait
	}
	t, err := w.Weaver.Weave(ctx, r, y.Deal, y.JudgedOn)
	if problem.Of(err) == problem.Missing {
		add("is counted but not there")
		return out, nil
	}
	if err != nil {
		return out, err
	}
	fresh := Of(&t)
	if y.Digest == "" { // kept by an older program, which had none
		fresh.Digest = ""
	}
	if fresh != y {
		add("its kept counts are %+v; computed they are %+v", y, fresh)
	}
	had, err := standingsOf(ctx, r.Q, r.Workspace, y.Deal)
	if err != nil {
		return out, err
	}
	for _, s := range Standings(&t.Picture) {
		if had[s.Requirement] != s {
			add("requirement %s is kept as %+v; computed it is %+v", s.Requirement, had[s.Requirement], s)
		}
		delete(had, s.Requirement)
	}
	for id := range had {
		add("states are kept for %s, which is no requirement", id)
	}
	lines, err := store.List[Break](ctx, r.Q, breaksOfOne, r.Workspace, y.Deal)
	if err != nil {
		return out, err
	}
	if fresh := Breaks(&t.Picture); !slices.Equal(lines, fresh) {
		add("its kept breaks are %+v; computed they are %+v", lines, fresh)
	}
	return out, nil
}
