package evaluation

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the stations proven and won.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	b, err := gather(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	won, err := tellWon(ctx, src, deal)
	return append(b.tellProven(), won...), err
}

// tellProven: all criteria derived from a requirement passed reaches proven; one that failed
// fails it, excused while all that failed are waived; until all are run it is started.
func (b book) tellProven() []thread.Verdict {
	of := map[string][]Trial{}
	var order []string
	for _, t := range b.trials {
		r := t.Criterion.Requirement
		if r == "" {
			continue
		}
		if of[r] == nil {
			order = append(order, r)
		}
		of[r] = append(of[r], t)
	}
	sort.Strings(order)
	var out []thread.Verdict
	for _, r := range order {
		if v, ok := proven(of[r]); ok {
			v.Requirement, v.Station = r, thread.Proven
			out = append(out, v)
		}
	}
	return out
}

// proven weighs the trials of one requirement; false when there is nothing to tell. A
// criterion that was waived without a run counts as failed and excused: the customer let it go.
func proven(all []Trial) (v thread.Verdict, told bool) {
	var passed, failed, open, testing int
	for _, t := range all {
		switch {
		case t.Outcome == Passed:
			passed++
		case t.Outcome == Failed, t.Waiver != nil:
			failed++
		default:
			open++
			if t.Evaluation.Testing() {
				testing++
			}
		}
	}
	switch {
	case failed > 0:
		v.State = thread.Failed
		excuse(&v, all)
	case passed > 0 && open == 0:
		v.State = thread.Reached
	case passed > 0, testing > 0:
		v.State = thread.Started
	default:
		return v, false
	}
	witness(&v, all)
	return v, true
}

// witness puts the runs behind the verdict: when and by whom the latest, and each in words,
// those that failed last.
func witness(v *thread.Verdict, all []Trial) {
	v.By, v.At = all[0].Evaluation.Owner, firstOf(all[0].Evaluation.StartedAt, all[0].Evaluation.AgreedAt)
	latest := clock.Instant{}
	ordered := append([]Trial{}, all...)
	sort.SliceStable(ordered, func(i, j int) bool { return ordered[i].Outcome != Failed && ordered[j].Outcome == Failed })
	for _, t := range ordered {
		kind, id, text := criterionKind.Name, t.Criterion.ID, t.says()
		if r := t.Result; r != nil {
			if t.Criterion.Measure != nil {
				v.Measured = thread.Quantity(r.Value, r.Unit)
			}
			kind, id = resultKind.Name, r.ID
			if latest.Before(r.At) {
				latest = r.At
				v.At, v.By = r.At, firstWord(r.By, r.RecordedBy)
			}
		}
		if w := t.Waiver; w != nil && t.Outcome != Passed {
			text += fmt.Sprintf("; waived: %s", w.Reason)
			if latest.IsZero() {
				v.At, v.By = w.At, w.Contact
			}
		}
		v.Evidence = append(v.Evidence, thread.Evidence{Kind: kind, ID: id, Text: text})
	}
}

// excuse marks a failed verdict as waived when everything that failed is, until the first of
// the waivers ends.
func excuse(v *thread.Verdict, all []Trial) {
	v.Excused = true
	for _, t := range all {
		switch {
		case t.Outcome == Passed, t.Outcome == NotRun && t.Waiver == nil:
		case t.Waiver == nil:
			v.Excused, v.ExcusedUntil, v.Excuse = false, "", ""
			return
		default:
			v.Excuse = t.Waiver.Reason.String()
			if u := t.Waiver.Until; u != "" && (v.ExcusedUntil == "" || u < v.ExcusedUntil) {
				v.ExcusedUntil = u
			}
		}
	}
}

func firstOf(a, b clock.Instant) clock.Instant {
	if a.IsZero() {
		return b
	}
	return a
}

func firstWord(a, b string) string {
	if a == "" {
		return b
	}
	return a
}
