package evaluation

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/tally"
	"throughline/internal/thread"
)

var (
	evaluationsOf = journal.Where[Evaluation](evaluationKind, "owner = $2 AND state IN ('agreed', 'running', 'readout') ORDER BY ends_on, id LIMIT 20")
	criteriaIn    = journal.Where[Criterion](criterionKind, "evaluation = $2 AND deal = $3 ORDER BY number")
)

// waiting lists what the person's evaluations wait for: criteria without a result while one
// runs, windows that have ended, and wins that lack one thing.
func waiting(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	mine, err := evaluationsOf.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, e := range mine {
		lines, err := waitingOn(ctx, r, e, today)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	near, err := nearly(ctx, r, mine, today)
	return append(out, near...), err
}

func waitingOn(ctx context.Context, r *journal.Reader, e Evaluation, today clock.Date) (out []area.Waiting, err error) {
	if e.State == Readout {
		return nil, nil
	}
	line := area.Waiting{Deal: e.Deal, Path: "evaluation?at=" + e.ID, Due: e.To}
	if e.To.Before(today) {
		line.What, line.Verb, line.Since = fmt.Sprintf("The window of “%s” ended on %s. Read it out, or move the window.", e.Title, e.To), "Read out", e.To
		out = append(out, line)
	}
	if e.State != Running {
		return out, nil
	}
	open, err := unrun(ctx, r, e)
	if len(open) > 0 {
		line.What, line.Verb, line.Since = fmt.Sprintf("“%s” runs, and there is no result yet for %s.", e.Title, strings.Join(open, ", ")), "Record", clock.DateOf(e.StartedAt.Time())
		out = append(out, line)
	}
	return out, err
}

// unrun are the keys of an evaluation's criteria that no counting run has judged.
func unrun(ctx context.Context, r *journal.Reader, e Evaluation) ([]string, error) {
	criteria, err := criteriaIn.List(ctx, r, e.ID, e.Deal)
	if err != nil {
		return nil, err
	}
	results, err := journal.List[Result](ctx, r, e.Deal)
	if err != nil {
		return nil, err
	}
	waivers, err := journal.List[Waiver](ctx, r, e.Deal)
	if err != nil {
		return nil, err
	}
	b := book{evaluations: []Evaluation{e}, byCriterion: map[string]Trial{}}
	b.join(criteria, results, waivers)
	var out []string
	for _, t := range b.trials {
		if t.Outcome == NotRun && t.Waiver == nil {
			out = append(out, t.Criterion.Key())
		}
	}
	return out, nil
}

// nearest is how many deals the inbox looks at for a win that lacks one thing: those read out.
const nearest = 3

// nearly lists the wins that lack one thing. It judges shown and answered by the states that
// are kept of the deal, which do not tell an answer in part from a whole one; the deal's page does.
func nearly(ctx context.Context, r *journal.Reader, mine []Evaluation, today clock.Date) (out []area.Waiting, err error) {
	seen := map[string]bool{}
	for _, e := range mine {
		if e.State != Readout || seen[e.Deal] || len(seen) == nearest {
			continue
		}
		seen[e.Deal] = true
		f, err := thread.Gather(ctx, r, e.Deal, today, []thread.Teller{Tell, tellKept})
		if err != nil {
			return nil, err
		}
		p := thread.Weave(f)
		s, err := Win(ctx, r, &p)
		if err != nil {
			return nil, err
		}
		if m, ok := s.OneStep(); ok {
			out = append(out, area.Waiting{Deal: e.Deal, Verb: "Close", Path: "evaluation", Since: clock.DateOf(e.ReadoutAt.Time()),
				What: "One thing is missing for the technical win: " + m.What})
		}
	}
	return out, nil
}

// tellKept tells shown and answered as they are kept beside the requirements.
func tellKept(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	r, ok := src.(*journal.Reader)
	if !ok {
		return nil, nil
	}
	kept, err := tally.KeptStates(ctx, r, deal)
	var out []thread.Verdict
	for id, s := range kept {
		for _, station := range []thread.Station{thread.Shown, thread.Answered} {
			if len(s.States) == thread.StationCount && thread.State(s.States[station]) == thread.Reached {
				out = append(out, thread.Verdict{Requirement: id, Station: station, State: thread.Reached})
			}
		}
	}
	return out, err
}
