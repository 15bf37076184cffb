package account

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Step is what happens next on a deal: one line, who takes it, and by when.
type Step struct {
	Deal     string
	Revision int64
	Words    string     `json:"next_step"`
	By       string     `json:"next_by"` // a person's id; empty for nobody yet
	On       clock.Date `json:"next_on"`
}

func (in Step) check(ctx context.Context, tx *journal.Tx, c *problem.Check, was string) {
	c.Optional("next_step", in.Words, 2000)
	c.Fail(in.Words != "" || in.By == "" && in.On == "", "next_step", "Say what is to be done.")
	c.Fail(in.On.Valid(), "next_on", "%q is not a date like 2026-11-25.", in.On)
	if in.By != "" && in.By != was {
		_, err := journal.Load[auth.Person](ctx, tx, in.By)
		c.Fail(problem.Of(err) != problem.Missing, "next_by", "Is not a person of this workspace. Choose one of the list.")
	}
}

// TakeNext writes down the next step of a deal in place of the one before; empty words say it is done.
func TakeNext(ctx context.Context, tx *journal.Tx, in Step) (Opportunity, error) {
	d, err := Deal(ctx, tx, in.Deal)
	if err != nil {
		return d, err
	}
	var c problem.Check
	in.check(ctx, tx, &c, d.NextBy)
	if err := c.Err(); err != nil {
		return d, err
	}
	if in.Revision != 0 {
		d.Revision = in.Revision
	}
	d.NextStep, d.NextBy, d.NextOn = in.Words, in.By, in.On
	return d, journal.Update(ctx, tx, &d)
}

var nextDue = journal.Where[Opportunity](opportunityKind, `next_by = $2 AND next_on <> '' AND next_on <= $3 AND next_step <> ''
	AND archived = FALSE AND phase IN ('open', 'won') ORDER BY next_on, id LIMIT 50`)

// NextDue lists the deals whose next step is a person's and due by a day.
func NextDue(ctx context.Context, r *journal.Reader, person string, by clock.Date) ([]Opportunity, error) {
	return nextDue.List(ctx, r, person, by)
}
