package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Voiding says that a promise does not bind, with what proves it.
type Voiding struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Thing    string   `json:"thing"`    // the promise's id
	Proof    string   `json:"proof"`
}

// Void ends a promise at the handoff: it was not sold, and here is the proof.
func Void(ctx context.Context, tx *journal.Tx, in Voiding) error {
	d, err := sit(ctx, tx, in.Deal, in.Crossing)
	if err != nil {
		return err
	}
	if d.sits() != nil {
		if err := d.gives(); err != nil {
			return problem.New(problem.Forbidden, "Only the receiver or the SE of %s says that a promise is void.", d.Deal.Prefix)
		}
	}
	l, err := d.line(in.Thing)
	if err != nil {
		return err
	}
	if l.Kind != KindPromise {
		return problem.Refuse("%s is no promise.", l.Key)
	}
	if _, err := thread.SettlePromise(ctx, tx, thread.Settlement{ID: in.Thing, State: thread.PromiseVoid, Proof: in.Proof}); err != nil {
		return err
	}
	l.State, l.Reason, l.Condition, l.Self = Withdrawn, in.Proof, "", d.self()
	if err := d.put(ctx, l); err != nil {
		return err
	}
	return d.rise(ctx)
}
