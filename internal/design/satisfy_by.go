package design

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Satisfiers says what satisfies one requirement, in place of what did before.
type Satisfiers struct {
	Deal        string
	Requirement string   `json:"requirement"` // its id
	Things      []string `json:"things"`      // ids of elements, decisions and documents elsewhere
}

// SatisfyRequirement sets all that satisfies one requirement.
func SatisfyRequirement(ctx context.Context, tx *journal.Tx, in Satisfiers) error {
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return err
	}
	r, err := journal.Load[thread.Requirement](ctx, tx, in.Requirement)
	if err != nil {
		return err
	}
	if r.Deal != in.Deal {
		return problem.NotFound("requirement", in.Requirement)
	}
	links, err := satisfyLinks(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	want := map[string]bool{}
	for _, id := range in.Things {
		want[id] = true
	}
	for i := range links {
		l := &links[i]
		if l.ToID != r.ID {
			continue
		}
		if want[l.FromID] {
			delete(want, l.FromID)
		} else if err := journal.Delete(ctx, tx, l); err != nil {
			return err
		}
	}
	return meet(ctx, tx, r, in.Things, want)
}

// meet links the things that are new to a requirement, in the order they were named.
func meet(ctx context.Context, tx *journal.Tx, r thread.Requirement, things []string, fresh map[string]bool) error {
	kinds, err := satisfierKinds(ctx, tx, r.Deal)
	if err != nil {
		return err
	}
	for _, id := range things {
		if !fresh[id] {
			continue
		}
		delete(fresh, id)
		if kinds[id] == "" {
			return problem.NotFound("element", id)
		}
		l := thread.Link{Row: journal.Row{Deal: r.Deal}, FromKind: kinds[id], FromID: id, Relation: thread.Satisfy, ToKind: "requirement", ToID: r.ID}
		if err := journal.Insert(ctx, tx, &l); err != nil {
			return err
		}
	}
	return nil
}

// satisfierKinds maps the ids of all that could satisfy a requirement to the kind of each.
func satisfierKinds(ctx context.Context, src journal.Source, deal string) (map[string]string, error) {
	elements, err := journal.List[Element](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	decisions, err := journal.List[Decision](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := make(map[string]string, len(elements)+len(decisions))
	for _, e := range elements {
		out[e.ID] = "element"
	}
	for _, d := range decisions {
		out[d.ID] = "decision"
	}
	elsewheres, err := Elsewheres(ctx, src, deal)
	for _, e := range elsewheres {
		out[e.ID] = "elsewhere"
	}
	return out, err
}
