package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Retreat is what the SE does with returned items, and why.
type Retreat struct {
	Deal   string
	Things []string `json:"things"`
	Reason string   `json:"reason"`
}

// Withdraw takes returned items out of the handoff: the requirement is marked not bought and
// owes nothing after the signature.
func Withdraw(ctx context.Context, tx *journal.Tx, in Retreat) error {
	return retreat(ctx, tx, in, func(d *desk, l *Line) error {
		if l.State != ItemReturned {
			return problem.Refuse("%s is %s; only what was returned is withdrawn.", l.Key, l.State)
		}
		l.State, l.Reason = Withdrawn, in.Reason
		return d.mark(ctx, l.Requirement, thread.NotBought)
	})
}

// Reoffer offers returned or withdrawn items again; the reason says what is different now.
func Reoffer(ctx context.Context, tx *journal.Tx, in Retreat) error {
	return retreat(ctx, tx, in, func(d *desk, l *Line) error {
		if !l.Requirement.Stands() {
			return problem.Refuse("%s does not stand. Reinstate the requirement first.", l.Key)
		}
		if l.State != ItemReturned && l.State != Withdrawn {
			return problem.Refuse("%s is %s; only what was returned or withdrawn is offered again.", l.Key, l.State)
		}
		l.State, l.Reason = Offered, in.Reason
		if l.Requirement.Bought == thread.NotBought {
			return d.mark(ctx, l.Requirement, thread.IsBought)
		}
		return nil
	})
}

func retreat(ctx context.Context, tx *journal.Tx, in Retreat, decide func(*desk, *Line) error) error {
	var c problem.Check
	c.Text("reason", in.Reason, 2000)
	if err := c.Err(); err != nil {
		return err
	}
	d, err := sit(ctx, tx, in.Deal)
	if err != nil {
		return err
	}
	if err := d.sells(); err != nil {
		return err
	}
	lines, err := d.lines(in.Things)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.Kind != KindRequirement {
			return problem.Refuse("%s is no requirement; only requirements are returned, withdrawn and offered again.", l.Key)
		}
		if err := decide(d, l); err != nil {
			return err
		}
		if err := d.put(ctx, l); err != nil {
			return err
		}
	}
	return d.rise(ctx)
}

// mark says whether a requirement was bought.
func (d *desk) mark(ctx context.Context, r *thread.Requirement, b thread.Bought) error {
	r.Bought = b
	return journal.Update(ctx, d.tx, r)
}
