package demo

import (
	"cmp"
	"context"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Plan is what a person says of a demo to come, or of one being changed.
type Plan struct {
	Deal     string
	ID       string // for a change
	Revision int64
	Title    string        `json:"title"`
	Kind     string        `json:"kind"`
	HeldAt   clock.Instant `json:"held_at"`
	Minutes  int           `json:"minutes"` // planned length; 0 for as it was, of a new one the usual
	Contacts []string      `json:"contacts"`
	Persons  []string      `json:"persons"`
	Owner    string        `json:"owner"` // empty for the one who plans it
}

// manyAttend is more people than any demo has; it bounds what one form can hold.
const manyAttend = 200

// Validate says what cannot be taken.
func (in *Plan) Validate(now clock.Instant) error {
	if in.Kind == "" {
		in.Kind = "live"
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.OneOf("kind", in.Kind, Kinds...)
	c.Fail(!in.HeldAt.IsZero(), "held_at", "Say when.")
	checkDay(&c, in.HeldAt, now)
	checkLength(&c, in.Minutes)
	c.Fail(len(in.Contacts)+len(in.Persons) <= manyAttend, "contacts", "At most %d people fit one demo.", manyAttend)
	return c.Err()
}

// checkDay refuses a moment that is a slip of the keyboard: more than ten years off.
func checkDay(c *problem.Check, at, now clock.Instant) {
	const decade = 10 * 366 * 24 * time.Hour
	c.Fail(at.IsZero() || !at.Before(now.Add(-decade)) && !at.After(now.Add(decade)), "held_at", "Is more than ten years away.")
}

// PlanDemo plans a demo.
func PlanDemo(ctx context.Context, tx *journal.Tx, in Plan) (Demo, error) {
	if err := in.Validate(tx.Now()); err != nil {
		return Demo{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Demo{}, err
	}
	d := Demo{Row: journal.Row{Deal: in.Deal}, State: Planned, PlannedAt: tx.Now()}
	if err := d.take(ctx, tx, in); err != nil {
		return d, err
	}
	return d, journal.Insert(ctx, tx, &d)
}

// EditDemo changes a demo's plan, or what was recorded of a delivered one. Somebody who has
// reacted cannot be taken off the list of who attended.
func EditDemo(ctx context.Context, tx *journal.Tx, in Plan) (Demo, error) {
	if err := in.Validate(tx.Now()); err != nil {
		return Demo{}, err
	}
	d, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return d, err
	}
	if err := d.take(ctx, tx, in); err != nil {
		return d, err
	}
	if err := keepReacted(ctx, tx, d); err != nil {
		return d, err
	}
	return d, journal.Update(ctx, tx, &d)
}

func (d *Demo) take(ctx context.Context, tx *journal.Tx, in Plan) error {
	contacts, err := known(ctx, tx, in.Contacts)
	if err != nil {
		return err
	}
	d.Title, d.Kind, d.HeldAt, d.Contacts, d.Persons = in.Title, in.Kind, in.HeldAt, contacts, once(in.Persons)
	d.Minutes = cmp.Or(in.Minutes, d.Minutes, UsualMinutes)
	if in.Owner != "" || d.Owner == "" {
		d.Owner = in.Owner
	}
	if d.Owner == "" {
		d.Owner = tx.Actor.Person
	}
	return nil
}

// known checks that the contacts exist here, each once.
func known(ctx context.Context, tx *journal.Tx, contacts []string) ([]string, error) {
	contacts = once(contacts)
	for _, id := range contacts {
		if _, err := journal.Load[account.Contact](ctx, tx, id); err != nil {
			return nil, err
		}
	}
	return contacts, nil
}

func once(ids []string) []string {
	out := []string{}
	seen := map[string]bool{"": true}
	for _, id := range ids {
		if !seen[id] {
			out = append(out, id)
			seen[id] = true
		}
	}
	return out
}

func keepReacted(ctx context.Context, tx *journal.Tx, d Demo) error {
	segments, err := journal.List[Segment](ctx, tx, d.Deal)
	if err != nil {
		return err
	}
	mine := map[string]bool{}
	for _, s := range segments {
		mine[s.ID] = s.Demo == d.ID
	}
	reactions, err := journal.List[Reaction](ctx, tx, d.Deal)
	if err != nil {
		return err
	}
	for _, r := range reactions {
		if mine[r.Segment] && !d.attended(r.Contact) {
			return problem.Refuse("Somebody who is no longer on the list reacted to this demo. Leave them on it, or withdraw the demo.")
		}
	}
	return nil
}

// open loads a demo for a change, its deal locked; a withdrawn one is closed to changes.
func open(ctx context.Context, tx *journal.Tx, id string, revision int64) (Demo, error) {
	d, err := journal.Hold[Demo](ctx, tx, id)
	if err != nil {
		return d, err
	}
	if d.State == Withdrawn {
		return d, problem.Refuse("This demo was withdrawn: %s. Plan a new one.", d.Why)
	}
	if revision != 0 {
		d.Revision = revision // Update refuses when another came between
	}
	return d, nil
}
