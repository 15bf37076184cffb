package people

import (
	"context"

	"throughline/internal/journal"
)

// Plan is a transition as a viewer may see it.
type Plan struct {
	Transition
	Move
	Items []PlanItem `json:"items"`
}

// PlanItem is an item as it is read.
type PlanItem struct {
	Item
	ItemIn
}

// PlansOf are a person's plans for a viewer, the newest first.
func PlansOf(ctx context.Context, r *journal.Reader, viewer, person string) ([]Plan, error) {
	eyes, err := EyesOn(ctx, r, viewer, person)
	if err != nil {
		return nil, err
	}
	all, err := transitionsOf.List(ctx, r, person)
	out := []Plan{}
	for _, t := range all {
		if !eyes.May(Plans) && !(t.Shared && eyes.May(SharedPlans)) {
			continue
		}
		p := Plan{Transition: t, Items: []PlanItem{}}
		if p.Move, err = unpack[Move](t.Kept); err != nil {
			return nil, err
		}
		items, err := itemsOf.List(ctx, r, t.ID)
		if err != nil {
			return nil, err
		}
		for _, i := range items {
			in, err := unpack[ItemIn](i.Kept)
			if err != nil {
				return nil, err
			}
			p.Items = append(p.Items, PlanItem{i, in})
		}
		out = append(out, p)
	}
	return out, err
}
