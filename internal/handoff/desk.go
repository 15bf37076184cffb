package handoff

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// desk is a handoff on which an act decides: its deal is locked, and its state is kept again
// when the act is done.
type desk struct {
	*Review
	tx *journal.Tx
}

// sit locks the deal and loads its handoff of a crossing for decisions.
func sit(ctx context.Context, tx *journal.Tx, deal string, c Crossing) (*desk, error) {
	var p problem.Check
	c.Check(&p)
	if err := p.Err(); err != nil {
		return nil, err
	}
	d, err := account.Deal(ctx, tx, deal)
	if err != nil {
		return nil, err
	}
	v, ok, err := c.Load(ctx, tx, deal)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, c.waits(d)
	}
	if v.State == Closed {
		return nil, problem.Refuse("%s is %s; its handoff is closed and kept as it was.", d.Prefix, d.Phase)
	}
	return &desk{v, tx}, nil
}

// sits refuses everyone but the receiver.
func (d *desk) sits() error {
	if d.tx.Actor.Person != d.Receiver {
		return problem.New(problem.Forbidden, "Only the receiver named for %s decides at its handoff. Name another receiver if they cannot.", d.Deal.Prefix)
	}
	return nil
}

// Giver is who answers for what is offered.
func (v *Review) Giver() string { return v.giver(v.Deal) }

// Gives says whether a person is on the side that offers.
func (v *Review) Gives(person string) bool { return person == v.Giver() || person == v.SignedBy }

// gives refuses everyone but the side that offers.
func (d *desk) gives() error {
	switch {
	case d.Gives(d.tx.Actor.Person):
		return nil
	case d.Crossing == ToRun:
		return problem.New(problem.Forbidden, "Only the SA of %s, or who handed it over, may do this.", d.Deal.Prefix)
	}
	return problem.New(problem.Forbidden, "Only the SE of %s, or who recorded its signature, may do this.", d.Deal.Prefix)
}

// self says whether the receiver is the one who offers.
func (v *Review) self() bool { return v.Receiver == v.Giver() }

// line is the item of a requirement, promise, fact or question.
func (d *desk) line(thing string) (*Line, error) {
	for _, lines := range [][]Line{d.Items, d.Beside} {
		for i := range lines {
			if lines[i].Thing == thing {
				return &lines[i], nil
			}
		}
	}
	return nil, problem.NotFound("handoff item", thing)
}

// lines are the items of many things; at least one.
func (d *desk) lines(things []string) ([]*Line, error) {
	if len(things) == 0 {
		return nil, invalid("things", "Choose at least one item.")
	}
	out := make([]*Line, 0, len(things))
	for _, id := range things {
		l, err := d.line(id)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// put keeps an item as it was just decided, with who and when.
func (d *desk) put(ctx context.Context, l *Line) error {
	l.By, l.At, l.Since = d.tx.Actor.Person, d.tx.Now(), d.tx.Now()
	if l.ID == "" {
		return journal.Insert(ctx, d.tx, &l.Item)
	}
	return journal.Update(ctx, d.tx, &l.Item)
}

// rise keeps the handoff's state as the act leaves it.
func (d *desk) rise(ctx context.Context) error {
	v, _, err := d.Crossing.Load(ctx, d.tx, d.Deal.ID)
	if err != nil {
		return err
	}
	return keepState(ctx, d.tx, v)
}

// keepState keeps the computed state, and when it became complete.
func keepState(ctx context.Context, tx *journal.Tx, v *Review) error {
	h := v.Handoff
	stored, err := journal.Load[Handoff](ctx, tx, h.ID)
	if err != nil {
		return err
	}
	if stored.State == h.State {
		return nil
	}
	h.CompletedAt = never
	if h.State == Complete {
		h.CompletedAt = tx.Now()
	}
	return journal.Update(ctx, tx, &h)
}

// invalid is a problem of one field.
func invalid(field, format string, args ...any) error {
	var c problem.Check
	c.Fail(false, field, format, args...)
	return c.Err()
}
