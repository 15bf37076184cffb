package delivery

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the verdicts of planned, verified and live.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	var out []thread.Verdict
	for _, tell := range []thread.Teller{tellPlanned, tellVerified, tellLive} {
		v, err := tell(ctx, src, deal)
		if err != nil {
			return nil, err
		}
		out = append(out, v...)
	}
	return overridden(ctx, src, deal, out)
}

// tellPlanned: a requirement is planned when a task implements it.
func tellPlanned(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	tasks, err := Tasks(ctx, src, deal)
	if err != nil || len(tasks) == 0 {
		return nil, err
	}
	linked, err := thread.Linked(ctx, src, deal, "task", thread.Satisfy)
	if err != nil {
		return nil, err
	}
	var out []thread.Verdict
	for r, ids := range linked {
		v := thread.Verdict{Requirement: r, Station: thread.Planned, State: thread.Reached}
		for _, t := range tasks {
			if !slices.Contains(ids, t.ID) {
				continue
			}
			if v.At.IsZero() || t.LinkedAt.Before(v.At) {
				v.At, v.By = t.LinkedAt, t.Owner
			}
			v.Evidence = append(v.Evidence, thread.Evidence{Kind: "task", ID: t.ID, Text: taskText(t)})
		}
		if len(v.Evidence) > 0 {
			out = append(out, v)
		}
	}
	return sorted(out), nil
}

func taskText(t Task) string {
	text := t.said()
	if t.Tracker != "" {
		text += ", " + t.Tracker + " in the tracker"
	}
	if t.State == TaskDone {
		return text + ", done"
	}
	if t.DueOn != "" {
		text += fmt.Sprintf(", due on %s", t.DueOn)
	}
	return text
}

// tellVerified: the latest result of each standing check counts. One failed fails the
// requirement; one without a result leaves it started; all passed reach it.
func tellVerified(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	checks, err := Checks(ctx, src, deal)
	if err != nil || len(checks) == 0 {
		return nil, err
	}
	of, err := checksOf(ctx, src, deal, checks)
	if err != nil {
		return nil, err
	}
	results, err := Results(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	var out []thread.Verdict
	for r, all := range of {
		sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
		v := thread.Verdict{Requirement: r, Station: thread.Verified, State: thread.Reached}
		var failures []thread.Evidence
		for _, k := range all {
			e := weigh(&v, k, results[k.ID])
			if e.failed {
				failures = append(failures, e.Evidence)
			} else {
				v.Evidence = append(v.Evidence, e.Evidence)
			}
		}
		v.Evidence = append(v.Evidence, failures...) // last, for a break quotes the last line
		out = append(out, v)
	}
	return sorted(out), nil
}

// weighed is what one check says.
type weighed struct {
	thread.Evidence
	failed bool
}

// weigh adds one check to a requirement's verdict.
func weigh(v *thread.Verdict, k Check, results []CheckResult) weighed {
	if len(results) == 0 {
		if v.State == thread.Reached {
			v.State = thread.Started
		}
		if v.At.IsZero() {
			v.At, v.By = k.MadeAt, k.Who
		}
		return weighed{Evidence: thread.Evidence{Kind: "check", ID: k.ID, Text: k.Key() + " has no result yet."}}
	}
	last := results[len(results)-1]
	if !last.Passed {
		v.State = thread.Failed
	}
	v.Measured = last.Measured()
	if v.At.IsZero() || last.At.After(v.At) {
		v.At, v.By = last.At, last.By
	}
	return weighed{thread.Evidence{Kind: "check result", ID: last.ID, Text: resultText(k, last)}, !last.Passed}
}

func resultText(k Check, r CheckResult) string {
	if k.Measure == nil {
		return fmt.Sprintf("%s %s.", k.Key(), r.Measured())
	}
	word := "passed"
	if !r.Passed {
		word = "failed"
	}
	return fmt.Sprintf("%s %s: %s, measured %s.", k.Key(), word, k.Measure, r.Measured())
}

// tellLive: a standing decision to go covers the requirement.
func tellLive(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	all, err := Decisions(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	of := map[string]*thread.Verdict{}
	for _, g := range all {
		if !g.Stands() {
			continue
		}
		text := fmt.Sprintf("Decided %s on %s.", g.Outcome, clock.DateOf(g.At.Time()))
		for _, r := range g.Requirements {
			if of[r] == nil {
				of[r] = &thread.Verdict{Requirement: r, Station: thread.Live, State: thread.Reached, At: g.At, By: first(g.Contacts, g.Persons)}
			}
			of[r].Evidence = append(of[r].Evidence, thread.Evidence{Kind: "go-live", ID: g.ID, Text: text})
		}
	}
	out := make([]thread.Verdict, 0, len(of))
	for _, v := range of {
		out = append(out, *v)
	}
	return sorted(out), nil
}

// overridden lifts the break of failed checks that a standing decision overrode by name; the
// station stays failed.
func overridden(ctx context.Context, src journal.Source, deal string, verdicts []thread.Verdict) ([]thread.Verdict, error) {
	all, err := Decisions(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	for _, g := range all {
		if !g.Stands() {
			continue
		}
		for _, o := range g.Overrides {
			for i := range verdicts {
				v := &verdicts[i]
				if v.Requirement == o.Requirement && v.Station == thread.Verified && v.State == thread.Failed && !v.At.After(g.At) {
					v.Excused, v.ExcusedUntil, v.Excuse = true, o.Until, "Overridden at go-live: "+o.Reason
				}
			}
		}
	}
	return verdicts, nil
}

// first is the first id of the first list that has one.
func first(lists ...[]string) string {
	for _, ids := range lists {
		if len(ids) > 0 {
			return ids[0]
		}
	}
	return ""
}

// sorted gives verdicts by requirement: maps have no order, and the same facts must read the
// same.
func sorted(all []thread.Verdict) []thread.Verdict {
	sort.Slice(all, func(i, j int) bool { return all[i].Requirement < all[j].Requirement })
	return all
}
