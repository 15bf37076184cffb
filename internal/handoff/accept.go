package handoff

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

var never clock.Instant

// Acceptance accepts items, many at once. A group is accepted by naming what it showed, so
// that nothing the receiver has not seen is accepted with it.
type Acceptance struct {
	Deal      string
	Crossing  Crossing `json:"crossing"`  // empty for the handoff of the signature
	Things    []string `json:"things"`    // ids of requirements, promises, facts, questions
	Condition string   `json:"condition"` // empty for without
}

// Accept is the receiver's acceptance, with or without a condition. An accepted promise is
// taken over.
func Accept(ctx context.Context, tx *journal.Tx, in Acceptance) error {
	var c problem.Check
	c.Optional("condition", in.Condition, 2000)
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
		if err := d.accept(ctx, l, in.Condition); err != nil {
			return err
		}
	}
	return d.rise(ctx)
}

// accept decides one item.
func (d *desk) accept(ctx context.Context, l *Line, condition string) error {
	if l.State == Withdrawn {
		return problem.Refuse("%s is withdrawn and cannot be accepted. %s", l.Key, l.Reason)
	}
	if l.Kind == KindPromise && d.Crossing.owes(l.Promise) {
		if err := thread.TakePromise(ctx, d.tx, l.Promise.ID); err != nil {
			return err
		}
	}
	l.State, l.Condition, l.Reason, l.Self = Accepted, condition, "", d.self()
	if condition != "" {
		l.State = WithCondition
	}
	return d.put(ctx, l)
}
