package design

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// satisfiers are the kinds of things that can satisfy a requirement.
var satisfiers = []string{"element", "decision", "elsewhere"}

// Satisfaction says which requirements one thing of the design satisfies, in place of those
// before.
type Satisfaction struct {
	Kind         string   `json:"kind"` // element, decision, elsewhere
	ID           string   `json:"id"`
	Requirements []string `json:"requirements"`
}

// Satisfy sets what an element, a decision or a document elsewhere satisfies.
func Satisfy(ctx context.Context, tx *journal.Tx, in Satisfaction) error {
	var c problem.Check
	c.OneOf("kind", in.Kind, satisfiers...)
	if err := c.Err(); err != nil {
		return err
	}
	deal, err := DealOf(ctx, tx, in.Kind, in.ID)
	if err != nil {
		return err
	}
	return satisfy(ctx, tx, deal, in.Kind, in.ID, in.Requirements)
}

func satisfy(ctx context.Context, tx *journal.Tx, deal, kind, id string, requirements []string) error {
	return thread.ConnectAll(ctx, tx, deal, kind, id, thread.Satisfy, requirements)
}

// DealOf is the deal of a thing of the design.
func DealOf(ctx context.Context, src journal.Source, kind, id string) (string, error) {
	switch kind {
	case "element":
		e, err := journal.Load[Element](ctx, src, id)
		return e.Deal, err
	case "relationship":
		r, err := journal.Load[Relationship](ctx, src, id)
		return r.Deal, err
	case "decision":
		d, err := journal.Load[Decision](ctx, src, id)
		return d.Deal, err
	case "version":
		v, err := journal.Load[Version](ctx, src, id)
		return v.Deal, err
	case concernKind.Name:
		k, err := journal.Load[Concern](ctx, src, id)
		return k.Deal, err
	}
	e, err := journal.Load[Elsewhere](ctx, src, id)
	return e.Deal, err
}

// Satisfied maps each thing of the design to the requirements it satisfies, by id, in the order
// they were linked.
func Satisfied(ctx context.Context, src journal.Source, deal string) (map[string][]string, error) {
	links, err := satisfyLinks(ctx, src, deal)
	out := map[string][]string{}
	for _, l := range links {
		out[l.FromID] = append(out[l.FromID], l.ToID)
	}
	return out, err
}

func satisfyLinks(ctx context.Context, src journal.Source, deal string) ([]thread.Link, error) {
	all, err := journal.List[thread.Link](ctx, src, deal)
	var out []thread.Link
	for _, l := range all {
		if l.Relation == thread.Satisfy && l.ToKind == "requirement" && (l.FromKind == "element" || l.FromKind == "decision" || l.FromKind == "elsewhere") {
			out = append(out, l)
		}
	}
	return out, err
}
