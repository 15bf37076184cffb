package feedback

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Telling is that product heard of a gap.
type Telling struct {
	ID       string
	Revision int64
	To       string     `json:"to"`      // who of product
	Tracker  string     `json:"tracker"` // what they call it
	On       clock.Date `json:"on"`      // empty for today
}

// Tell records that product heard of a gap: who, when, and under which name they keep it.
func Tell(ctx context.Context, tx *journal.Tx, in Telling) (Gap, error) {
	today, err := account.Today(ctx, tx)
	if err != nil {
		return Gap{}, err
	}
	if in.On == "" {
		in.On = today
	}
	var c problem.Check
	c.Text("to", in.To, 120)
	c.Optional("tracker", in.Tracker, 300)
	checkDay(&c, "on", in.On)
	c.Fail(in.On <= today, "on", "Is %s, which is still to come.", in.On)
	if err := c.Err(); err != nil {
		return Gap{}, err
	}
	g, err := hold(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return g, err
	}
	g.ToldTo, g.ToldOn, g.ToldBy, g.Tracker = in.To, in.On, tx.Actor.Person, in.Tracker
	if g.State == Open {
		g.State = Told
	}
	return g, journal.Update(ctx, tx, &g)
}

func checkDay(c *problem.Check, field string, d clock.Date) {
	_, err := clock.ParseDate(string(d))
	c.Fail(err == nil, field, "Is %q; write a day as 2026-11-25.", string(d))
}

// Word is product's answer on a gap.
type Word struct {
	ID       string
	Revision int64
	State    State      `json:"state"` // one of Answers
	Answer   string     `json:"answer"`
	Due      clock.Date `json:"due"`
	Tracker  string     `json:"tracker"` // empty for as it is
}

// Answer records what product says of a gap. Every requirement that asked for it shows it from now
// on; whoever sells those deals is asked to pass it on.
func Answer(ctx context.Context, tx *journal.Tx, in Word) (Gap, error) {
	var c problem.Check
	c.OneOf("state", string(in.State), Answers...)
	c.Optional("answer", in.Answer, 2000)
	c.Optional("tracker", in.Tracker, 300)
	checkDay(&c, "due", in.Due)
	c.Fail(in.State != Declined || in.Answer != "", "answer", "Say why it will not come: the customer will ask.")
	c.Fail(in.State != Declined || in.Due == "", "due", "What will not come has no date.")
	if err := c.Err(); err != nil {
		return Gap{}, err
	}
	g, err := hold(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return g, err
	}
	if g.ToldOn == "" {
		return g, problem.Refuse("Nobody told product of %s yet. Record first who heard of it.", g.Key())
	}
	changed := g.State != in.State || g.DueOn != in.Due
	g.State, g.Answer, g.DueOn = in.State, in.Answer, in.Due
	if in.Tracker != "" {
		g.Tracker = in.Tracker
	}
	if g.AnsweredOn, err = account.Today(ctx, tx); err != nil {
		return g, err
	}
	if err := journal.Update(ctx, tx, &g); err != nil || !changed {
		return g, err
	}
	return g, unheard(ctx, tx, g.ID)
}

// unheard forgets that customers heard of an answer, since there is a new one.
func unheard(ctx context.Context, tx *journal.Tx, gap string) error {
	asks, err := asksOf.List(ctx, tx.Reader, gap)
	for i := range asks {
		if asks[i].HeardOn == "" {
			continue
		}
		asks[i].HeardOn = ""
		if err := journal.Update(ctx, tx, &asks[i]); err != nil {
			return err
		}
	}
	return err
}
