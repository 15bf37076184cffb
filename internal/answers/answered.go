package answers

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the station answered. Of several answers to one requirement the approved ones
// count before drafts, and among those a denial stands until it is edited or withdrawn.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	all, err := List(ctx, src, deal)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	speaks, err := thread.Linked(ctx, src, deal, answerKind.Name, thread.Trace)
	if err != nil {
		return nil, err
	}
	of := map[string]Answer{}
	for _, a := range all {
		of[a.ID] = a
	}
	var out []thread.Verdict
	for requirement, ids := range speaks {
		var mine []Answer
		for _, id := range ids {
			if a, ok := of[id]; ok && a.State != Withdrawn {
				mine = append(mine, a)
			}
		}
		if len(mine) > 0 {
			v := judge(mine)
			v.Requirement, v.Station = requirement, thread.Answered
			out = append(out, v)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Requirement < out[j].Requirement })
	return out, nil
}

// Standing is the approved answer that counts for each requirement that has one.
func Standing(ctx context.Context, src journal.Source, deal string) (map[string]Answer, error) {
	all, err := List(ctx, src, deal)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	speaks, err := thread.Linked(ctx, src, deal, answerKind.Name, thread.Trace)
	if err != nil {
		return nil, err
	}
	of := map[string]Answer{}
	for _, a := range all {
		of[a.ID] = a
	}
	out := map[string]Answer{}
	for requirement, ids := range speaks {
		for _, id := range ids {
			a, ok := of[id]
			had, met := out[requirement]
			if !ok || a.State != Approved || met && (had.weight() > a.weight() || had.weight() == a.weight() && had.Number > a.Number) {
				continue
			}
			out[requirement] = a
		}
	}
	return out, nil
}

// weight orders answers by what they say of the station: drafts, then in part, then whole,
// then a denial.
func (a Answer) weight() int {
	switch {
	case a.State == Draft:
		return 0
	case a.Verdict == Partly:
		return 1
	case a.Verdict == Affirm:
		return 2
	}
	return 3
}

func judge(all []Answer) thread.Verdict {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].weight() != all[j].weight() {
			return all[i].weight() < all[j].weight()
		}
		return all[i].Number < all[j].Number
	})
	top := all[len(all)-1]
	v := thread.Verdict{State: thread.Started, At: top.WrittenAt, By: top.WrittenBy}
	if top.State == Approved {
		v.State, v.At, v.By, v.Partly = thread.Reached, top.ApprovedAt, top.Approver, top.Verdict == Partly
		if top.Verdict == Deny {
			v.State = thread.Failed
		}
	}
	for _, a := range all {
		if a.State == top.State {
			v.Evidence = append(v.Evidence, a.evidence())
		}
	}
	return v
}

func (a Answer) evidence() thread.Evidence {
	how := map[Verdict]string{Affirm: "affirms", Partly: "in part", Deny: "denies"}[a.Verdict]
	text := fmt.Sprintf("%s, version %d, %s: %s", a.Key(), a.Version, how, a.Words)
	if a.State == Draft {
		text = fmt.Sprintf("%s, draft, %s: %s", a.Key(), how, a.Words)
	}
	return thread.Evidence{Kind: answerKind.Name, ID: a.ID, Text: text}
}
