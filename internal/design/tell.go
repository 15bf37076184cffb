package design

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Tell gives the verdicts of designed. Reached, by the earliest moment at which the latest
// approved version held a satisfying element or decision as it is, or a document elsewhere was
// approved; else started, from when the first satisfying thing was last given its meaning.
func Tell(ctx context.Context, src journal.Source, deal string) ([]thread.Verdict, error) {
	links, err := satisfyLinks(ctx, src, deal)
	if err != nil || len(links) == 0 {
		return nil, err
	}
	t, err := newTeller(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	of := map[string]*thread.Verdict{}
	for _, l := range links {
		grounds, ok := t.grounds(l.FromKind, l.FromID)
		if !ok {
			continue
		}
		v := of[l.ToID]
		if v == nil {
			v = &thread.Verdict{Requirement: l.ToID, Station: thread.Designed, State: thread.Started}
			of[l.ToID] = v
		}
		v.Evidence = append(v.Evidence, thread.Evidence{Kind: l.FromKind, ID: l.FromID, Text: grounds.text})
		better := grounds.holds && v.State != thread.Reached
		same := grounds.holds == (v.State == thread.Reached)
		if better || same && (v.At.IsZero() || grounds.at.Before(v.At)) {
			v.At, v.By = grounds.at, grounds.by
		}
		if grounds.holds {
			v.State = thread.Reached
		}
	}
	out := make([]thread.Verdict, 0, len(of))
	for _, v := range of {
		out = append(out, *v)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Requirement < out[j].Requirement })
	return out, nil
}

// ground is what one satisfying thing says.
type ground struct {
	holds bool // approved as it is
	at    clock.Instant
	by    string
	text  string
}

// teller holds what a deal's grounds are judged by.
type teller struct {
	held       Version
	elements   map[string]Element
	decisions  map[string]Decision
	elsewheres map[string]Elsewhere
}

func newTeller(ctx context.Context, src journal.Source, deal string) (*teller, error) {
	t := &teller{elements: map[string]Element{}, decisions: map[string]Decision{}, elsewheres: map[string]Elsewhere{}}
	var err error
	if t.held, _, err = Holding(ctx, src, deal); err != nil {
		return nil, err
	}
	elements, err := journal.List[Element](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	for _, e := range elements {
		t.elements[e.ID] = e
	}
	decisions, err := journal.List[Decision](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	for _, d := range decisions {
		t.decisions[d.ID] = d
	}
	elsewheres, err := Elsewheres(ctx, src, deal)
	for _, e := range elsewheres {
		t.elsewheres[e.ID] = e
	}
	return t, err
}

// grounds judges one satisfying thing; false when it is gone, or was rejected or superseded.
func (t *teller) grounds(kind, id string) (ground, bool) {
	switch kind {
	case "element":
		e, ok := t.elements[id]
		return t.approved(id, e.Meaning(), fmt.Sprintf("%s (%s)", e.Name, e.Kind), e.ChangedAt, e.ChangedBy), ok
	case "decision":
		d, ok := t.decisions[id]
		meaning := d.Meaning()
		if d.Status != Accepted {
			meaning = ""
		}
		g := t.approved(id, meaning, d.Key()+" "+d.Title, d.ChangedAt, d.ChangedBy)
		return g, ok && d.Status != Rejected && d.Status != Superseded
	}
	e, ok := t.elsewheres[id]
	if e.Approved() {
		return ground{true, clock.At(e.ApprovedOn.Time()), e.Approver, fmt.Sprintf("%s, approved on %s", e.Said(), e.ApprovedOn)}, ok
	}
	return ground{false, e.MadeAt, e.MadeBy, e.Said() + ", not yet approved"}, ok
}

func (t *teller) approved(id, meaning, said string, changed clock.Instant, by string) ground {
	switch {
	case t.held.Holds(id, meaning):
		approver := ""
		if n := len(t.held.Approvals); n > 0 {
			approver = t.held.Approvals[n-1].Approver
		}
		return ground{true, t.held.ApprovedAt, approver, fmt.Sprintf("%s, approved with version %d", said, t.held.Number)}
	case t.held.Frozen[id] != "" && t.held.State == VersionApproved:
		return ground{false, changed, by, fmt.Sprintf("%s, changed since version %d was approved", said, t.held.Number)}
	}
	return ground{false, changed, by, said + ", not yet approved"}
}
