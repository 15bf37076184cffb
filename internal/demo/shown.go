package demo

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the station shown. A delivered demo that showed a requirement, whole or in part,
// reaches it, unless the last reaction of a stakeholder to it is negative: then it failed,
// with their words. A segment that failed, and was not shown since, fails it too. A planned
// demo starts it.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	segments, err := Segments(ctx, src, deal)
	if err != nil || len(segments) == 0 {
		return nil, err
	}
	demos, err := journal.List[Demo](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	reactions, err := journal.List[Reaction](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	shows, err := thread.Linked(ctx, src, deal, segmentKind.Name, thread.Trace)
	if err != nil {
		return nil, err
	}
	showings := join(demos, segments, reactions)
	var out []thread.Verdict
	for requirement, ids := range shows {
		var of []showing
		for _, id := range ids {
			if s, ok := showings[id]; ok {
				of = append(of, s)
			}
		}
		if v, ok := judge(of); ok {
			v.Requirement, v.Station = requirement, thread.Shown
			out = append(out, v)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Requirement < out[j].Requirement })
	return out, nil
}

// showing is a segment with its demo and the reactions to it.
type showing struct {
	demo      Demo
	segment   Segment
	reactions []Reaction
}

func join(demos []Demo, segments []Segment, reactions []Reaction) map[string]showing {
	of := map[string]Demo{}
	for _, d := range demos {
		of[d.ID] = d
	}
	out := map[string]showing{}
	for _, s := range segments {
		if d, ok := of[s.Demo]; ok && d.State != Withdrawn {
			out[s.ID] = showing{demo: d, segment: s}
		}
	}
	for _, r := range reactions {
		if s, ok := out[r.Segment]; ok {
			s.reactions = append(s.reactions, r)
			out[r.Segment] = s
		}
	}
	return out
}

// judge weighs the showings of one requirement; false when none says anything.
func judge(all []showing) (thread.Verdict, bool) {
	sort.SliceStable(all, func(i, j int) bool { return all[i].demo.HeldAt.Before(all[j].demo.HeldAt) })
	var v thread.Verdict
	found := false
	for _, s := range all {
		switch {
		case s.demo.State == Planned && !found:
			v = thread.Verdict{State: thread.Started, At: s.demo.PlannedAt, By: s.demo.Owner, Evidence: []thread.Evidence{s.evidence("planned")}}
			found = true
		case s.demo.State == Delivered && s.segment.seen():
			v = over(v, thread.Reached, s, "shown in "+s.segment.Shown)
			found = true
		case s.demo.State == Delivered && s.segment.Shown == "failed":
			v = over(v, thread.Failed, s, "failed when it was shown")
			found = true
		}
	}
	against(&v, all)
	return v, found
}

// over replaces what earlier showings said by what a later one says, and keeps the evidence.
func over(v thread.Verdict, state thread.State, s showing, how string) thread.Verdict {
	if v.State == thread.Started {
		v.Evidence = nil
	}
	v.State, v.At, v.By = state, s.demo.HeldAt, s.demo.Owner
	v.Evidence = append(v.Evidence, s.evidence(how))
	for _, r := range s.reactions {
		if r.Mark >= 0 {
			v.Evidence = append(v.Evidence, r.evidence())
		}
	}
	return v
}

// against fails the verdict when a stakeholder's last reaction to the requirement is negative.
func against(v *thread.Verdict, all []showing) {
	last := map[string]Reaction{}
	var order []string
	for _, s := range all { // demos by time, reactions within one by when they were recorded
		sort.SliceStable(s.reactions, func(i, j int) bool { return s.reactions[i].At.Before(s.reactions[j].At) })
		for _, r := range s.reactions {
			if _, ok := last[r.Contact]; !ok {
				order = append(order, r.Contact)
			}
			last[r.Contact] = r
		}
	}
	for _, contact := range order {
		if r := last[contact]; r.Mark < 0 {
			v.State, v.By = thread.Failed, contact
			v.At = r.At
			v.Evidence = append(v.Evidence, r.evidence())
		}
	}
}

func (s showing) evidence(how string) thread.Evidence {
	return thread.Evidence{Kind: segmentKind.Name, ID: s.segment.ID, Text: fmt.Sprintf("%s: %s, %s", s.demo.Title, s.segment.Title, how)}
}

func (r Reaction) evidence() thread.Evidence {
	text := fmt.Sprintf("%+d", r.Mark)
	if !r.Words.IsZero() {
		text = fmt.Sprintf("“%s” (%+d)", r.Words, r.Mark)
	}
	return thread.Evidence{Kind: reactionKind.Name, ID: r.ID, Text: text}
}
