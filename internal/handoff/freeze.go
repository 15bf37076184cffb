package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// freeze makes the items of a crossing: every requirement that is owed after the signature, the
// promises, the facts nobody confirmed and the questions nobody answered.
func freeze(ctx context.Context, tx *journal.Tx, h Handoff, assumed []Fact) error {
	reqs, err := thread.Requirements(ctx, tx, h.Deal)
	if err != nil {
		return err
	}
	for _, r := range reqs {
		if r.Stands() && r.PostOwed() {
			if err := offer(ctx, tx, h, Item{Kind: KindRequirement, Thing: r.ID}); err != nil {
				return err
			}
		}
	}
	promises, err := thread.Promises(ctx, tx, h.Deal)
	if err != nil {
		return err
	}
	for _, p := range promises {
		if h.Crossing.carries(p) {
			if err := offer(ctx, tx, h, Item{Kind: KindPromise, Thing: p.ID}); err != nil {
				return err
			}
		}
	}
	for _, f := range assumed {
		if err := offer(ctx, tx, h, Item{Kind: KindRisk, Thing: f.ID, Words: f.Text}); err != nil {
			return err
		}
	}
	questions, err := journal.List[thread.Question](ctx, tx, h.Deal)
	if err != nil {
		return err
	}
	for _, q := range questions {
		if q.AnsweredAt.IsZero() {
			if err := offer(ctx, tx, h, Item{Kind: KindQuestion, Thing: q.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

func offer(ctx context.Context, tx *journal.Tx, h Handoff, i Item) error {
	i.Deal, i.Handoff, i.State, i.By, i.At = h.Deal, h.ID, Offered, tx.Actor.Person, tx.Now()
	return journal.Insert(ctx, tx, &i)
}
