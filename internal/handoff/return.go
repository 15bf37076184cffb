package handoff

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Refusal returns requirements to the SE, with the reason.
type Refusal struct {
	Deal     string
	Crossing Crossing `json:"crossing"` // empty for the handoff of the signature
	Things   []string `json:"things"`
	Reason   string   `json:"reason"`
}

// Return sends requirements back: the receiver does not take them as they are. The station
// accepted fails until they are withdrawn, or offered again and accepted.
func Return(ctx context.Context, tx *journal.Tx, in Refusal) error {
	var c problem.Check
	c.Text("reason", in.Reason, 2000)
	if err := c.Err(); err != nil {
		return err
	}
	d, err := sit(ctx, tx, in.Deal, in.Crossing)
	if err != nil {
		return err
	}
	if err := d.sits(); err != nil {
		return err
	}
	lines, err := d.lines(in.Things)
	if err != nil {
		return err
	}
	for _, l := range lines {
		switch {
		case l.Kind == KindPromise:
			return problem.Refuse("%s is a promise: take it over, query it, or show with proof that it is void.", l.Key)
		case l.Kind != KindRequirement:
			return problem.Refuse("%s is not returned; query it where it is unclear.", l.Key)
		case l.State == Withdrawn || l.State == ItemReturned:
			return problem.Refuse("%s is %s already.", l.Key, l.State)
		}
		l.State, l.Reason, l.Condition, l.Self = ItemReturned, in.Reason, "", false
		l.Returns++
		if err := d.put(ctx, l); err != nil {
			return err
		}
	}
	return d.rise(ctx)
}
