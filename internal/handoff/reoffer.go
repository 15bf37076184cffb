package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Retreat is what whoever offers does with returned items, and why.
type Retreat struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Things   []string `json:"things"`
	Reason   string   `json:"reason"`
}

// Withdraw takes returned items out of the handoff. At the signature the requirement is marked not
// bought and owes nothing after it; what is handed over to run stays bought, and with those who
// built it.
func Withdraw(ctx context.Context, tx *journal.Tx, in Retreat) error {
	return retreat(ctx, tx, in, func(d *desk, l *Line) error {
		if l.State != ItemReturned {
			return problem.Refuse("%s is %s; only what was returned is withdrawn.", l.Key, l.State)
		}
		l.State, l.Reason = Withdrawn, in.Reason
		if d.Crossing == ToRun { // bought it stays; those who built it keep it
			return nil
		}
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
		if d.Crossing == ToRun && l.Requirement.Bought == thread.NotBought {
			return problem.Refuse("%s is marked as not bought. Correct that at the handoff of the signature first.", l.Key)
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
	d, err := sit(ctx, tx, in.Deal, in.Crossing)
	if err != nil {
		return err
	}
	if err := d.gives(); err != nil {
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
