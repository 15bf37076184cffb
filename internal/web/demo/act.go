package demo

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"throughline/internal/clock"
	core "throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// do runs one act and leads to where in the room its outcome is seen.
func do[In, Out any](r *kit.Request, name, view, at string, in In, act func(context.Context, *journal.Tx, In) (Out, error)) error {
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error {
		_, err := act(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, view, at)
}

func done(r *kit.Request, view, at string) error {
	return r.Done(r.DealPath("demo?view=" + view + "&at=" + at))
}

// planOf reads a demo as it was written.
func planOf(r *kit.Request) (core.Plan, error) {
	in := core.Plan{}
	if err := r.Decode(&in); err != nil {
		return in, err
	}
	var err error
	in.ID, in.Deal = "", r.Deal.ID
	in.HeldAt, err = r.Instant("held_at")
	return in, err
}

func plan(r *kit.Request) error {
	in, err := planOf(r)
	if err != nil {
		return err
	}
	var made core.Demo
	if err := r.Act("demo.plan", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.PlanDemo(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, demosView, made.ID)
}

func edit(r *kit.Request) error {
	d, err := mine[core.Demo](r, "demo")
	if err != nil {
		return err
	}
	in, err := planOf(r)
	if err != nil {
		return err
	}
	in.ID = d.ID
	return do(r, "demo.edit", demosView, d.ID, in, core.EditDemo)
}

// deliver records that a demo was held; of each segment what became of it, and what was said
// of it that goes beyond the product.
func deliver(r *kit.Request) error {
	d, err := mine[core.Demo](r, "demo")
	if err != nil {
		return err
	}
	in := core.Delivery{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = d.ID
	if in.HeldAt, err = r.Instant("held_at"); err != nil {
		return err
	}
	all, err := core.Segments(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	var c problem.Check
	for _, s := range all {
		if s.Demo != d.ID {
			continue
		}
		t := core.Told{Segment: s.ID, Shown: r.PostFormValue("shown." + s.ID), Said: text(r, "said."+s.ID)}
		t.Due, err = clock.ParseDate(strings.TrimSpace(r.PostFormValue("due." + s.ID)))
		c.Fail(err == nil, "due."+s.ID, "%v.", err)
		c.OneOf("shown."+s.ID, t.Shown, core.Outcomes...)
		c.Fail(t.Said == "" || s.Status != "ga", "said."+s.ID, "This capability is generally available, so saying it promises nothing more. Leave it empty, or change the segment's status first.")
		in.Segments = append(in.Segments, t)
	}
	if err := c.Err(); err != nil {
		return err
	}
	return do(r, "demo.deliver", demosView, d.ID, in, core.Deliver)
}

func text(r *kit.Request, field string) string {
	return strings.TrimSpace(strings.ReplaceAll(r.PostFormValue(field), "\r\n", "\n"))
}

func withdraw(r *kit.Request) error {
	d, err := mine[core.Demo](r, "demo")
	if err != nil {
		return err
	}
	in := core.Withdrawal{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = d.ID
	return do(r, "demo.withdraw", demosView, d.ID, in, func(ctx context.Context, tx *journal.Tx, in core.Withdrawal) (struct{}, error) {
		return struct{}{}, core.Withdraw(ctx, tx, in)
	})
}

func addSegment(r *kit.Request) error {
	d, err := mine[core.Demo](r, "demo")
	if err != nil {
		return err
	}
	in := core.NewSegment{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Demo = "", d.ID
	return do(r, "demo.segment", demosView, d.ID, in, core.AddSegment)
}

func editSegment(r *kit.Request) error {
	s, err := mine[core.Segment](r, "segment")
	if err != nil {
		return err
	}
	in := core.NewSegment{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = s.ID
	return do(r, "demo.edit-segment", demosView, s.Demo, in, core.EditSegment)
}

// react records every cell of the grid that somebody filled in, in one act.
func react(r *kit.Request) error {
	d, err := mine[core.Demo](r, "demo")
	if err != nil {
		return err
	}
	all, err := core.Segments(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	var in []core.NewReaction
	var c problem.Check
	for _, s := range all {
		for _, contact := range d.Contacts {
			cell := s.ID + "." + contact
			mark, words := r.PostFormValue("mark."+cell), text(r, "words."+cell)
			if s.Demo != d.ID || mark == "" && words == "" {
				continue
			}
			n, err := strconv.Atoi(mark)
			c.Fail(err == nil, "mark."+cell, "Say how they took it, from −2 to +2.")
			c.Fail(n >= 0 || words != "", "words."+cell, "Write down what they said: a negative reaction stands in the way of the requirement.")
			in = append(in, core.NewReaction{Segment: s.ID, Contact: contact, Mark: n, Words: words})
		}
	}
	c.Fail(len(in) > 0, "grid", "Fill in at least one reaction.")
	if err := c.Err(); err != nil {
		return err
	}
	return do(r, "demo.react", demosView, d.ID, in, func(ctx context.Context, tx *journal.Tx, in []core.NewReaction) (struct{}, error) {
		for _, x := range in {
			if _, err := core.React(ctx, tx, x); err != nil {
				return struct{}{}, inCell(err, x)
			}
		}
		return struct{}{}, nil
	})
}

// inCell gives a reaction's faults to its cell of the grid.
func inCell(err error, x core.NewReaction) error {
	p := problem.As(err)
	if p == nil || p.Kind != problem.Invalid {
		return err
	}
	out := *p
	out.Fields = append([]problem.Field{}, p.Fields...)
	for i := range out.Fields {
		out.Fields[i].Name = fmt.Sprintf("%s.%s.%s", out.Fields[i].Name, x.Segment, x.Contact)
	}
	return &out
}
