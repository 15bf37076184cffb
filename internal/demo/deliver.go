package demo

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Delivery is what a person says after a demo.
type Delivery struct {
	ID       string
	Revision int64
	HeldAt   clock.Instant `json:"held_at"`  // empty for as planned
	Contacts []string      `json:"contacts"` // who came; empty for as planned
	Persons  []string      `json:"persons"`
	Segments []Told        `json:"segments"`
}

// Told is what became of one segment.
type Told struct {
	Segment string     `json:"segment"`
	Shown   string     `json:"shown"`
	Said    string     `json:"said"` // exact words that promise more than the product does today
	Due     clock.Date `json:"due"`
}

// Deliver records that a planned demo was held. A segment that nothing is said of counts as
// skipped.
func Deliver(ctx context.Context, tx *journal.Tx, in Delivery) (Demo, error) {
	d, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return d, err
	}
	if d.State == Delivered {
		return d, problem.Refuse("This demo was recorded as delivered already. Edit it instead.")
	}
	if err := d.held(ctx, tx, in); err != nil {
		return d, err
	}
	segments, told, err := pair(ctx, tx, d, in.Segments)
	if err != nil {
		return d, err
	}
	if err := journal.Update(ctx, tx, &d); err != nil {
		return d, err
	}
	for i := range segments {
		if err := tell(ctx, tx, d, &segments[i], told[segments[i].ID]); err != nil {
			return d, err
		}
	}
	return d, nil
}

func (d *Demo) held(ctx context.Context, tx *journal.Tx, in Delivery) error {
	if !in.HeldAt.IsZero() {
		d.HeldAt = in.HeldAt
	}
	var c problem.Check
	c.Fail(!d.HeldAt.After(tx.Now()), "held_at", "Is still to come. Say when it was held.")
	checkDay(&c, d.HeldAt, tx.Now())
	c.Fail(len(in.Contacts)+len(in.Persons) <= manyAttend, "contacts", "At most %d people fit one demo.", manyAttend)
	if err := c.Err(); err != nil {
		return err
	}
	if len(in.Contacts) > 0 {
		contacts, err := known(ctx, tx, in.Contacts)
		if err != nil {
			return err
		}
		d.Contacts = contacts
	}
	if len(in.Persons) > 0 {
		d.Persons = once(in.Persons)
	}
	d.State = Delivered
	return nil
}

// pair finds the demo's segments and what is told of each.
func pair(ctx context.Context, tx *journal.Tx, d Demo, said []Told) ([]Segment, map[string]Told, error) {
	all, err := Segments(ctx, tx, d.Deal)
	if err != nil {
		return nil, nil, err
	}
	var mine []Segment
	of := map[string]Segment{}
	for _, s := range all {
		if s.Demo == d.ID {
			mine = append(mine, s)
			of[s.ID] = s
		}
	}
	var c problem.Check
	told := map[string]Told{}
	for _, t := range said {
		s, ok := of[t.Segment]
		if !ok {
			return nil, nil, problem.NotFound("segment of this demo", t.Segment)
		}
		c.OneOf("segments.shown", t.Shown, Outcomes...)
		checkSaid(&c, t.Said, s.Status)
		told[t.Segment] = t
	}
	return mine, told, c.Err()
}

func tell(ctx context.Context, tx *journal.Tx, d Demo, s *Segment, t Told) error {
	s.Shown = t.Shown
	if s.Shown == "" {
		s.Shown = "skipped"
	}
	if err := journal.Update(ctx, tx, s); err != nil || t.Said == "" {
		return err
	}
	shows, err := thread.Linked(ctx, tx, s.Deal, segmentKind.Name, thread.Trace)
	if err != nil {
		return err
	}
	return s.promise(ctx, tx, d, firstShown(shows, s.ID), t.Said, t.Due)
}

// firstShown is the requirement with the lowest id (the earliest recorded) among those that
// the segment shows.
func firstShown(shows map[string][]string, segment string) string {
	first := ""
	for requirement, segments := range shows {
		for _, s := range segments {
			if s == segment && (first == "" || requirement < first) {
				first = requirement
			}
		}
	}
	return first
}
