package demo

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// NewReaction is one stakeholder's reaction to a segment.
type NewReaction struct {
	Segment string `json:"segment"`
	Contact string `json:"contact"`
	Mark    int    `json:"mark"` // −2 … +2
	Words   string `json:"words"`
}

// React records a reaction. Refused for somebody who did not attend. The last one of a person
// is the one that counts; a negative one needs its words, for they are the evidence.
func React(ctx context.Context, tx *journal.Tx, in NewReaction) (Reaction, error) {
	var c problem.Check
	c.Text("contact", in.Contact, 40)
	c.Fail(in.Mark >= -2 && in.Mark <= 2, "mark", "Is %d; it goes from −2 (against) to +2 (for).", in.Mark)
	c.Optional("words", in.Words, 2000)
	c.Fail(in.Mark >= 0 || in.Words != "", "words", "Write down what they said: a negative reaction stands in the way of this requirement.")
	if err := c.Err(); err != nil {
		return Reaction{}, err
	}
	s, err := journal.Load[Segment](ctx, tx, in.Segment)
	if err != nil {
		return Reaction{}, err
	}
	d, err := open(ctx, tx, s.Demo, 0)
	if err != nil {
		return Reaction{}, err
	}
	if s, err = journal.Load[Segment](ctx, tx, in.Segment); err != nil {
		return Reaction{}, err
	}
	switch {
	case d.State != Delivered:
		return Reaction{}, problem.Refuse("The demo is only planned. Record it as delivered first.")
	case !s.seen() && s.Shown != "failed":
		return Reaction{}, problem.Refuse("This segment was skipped, so nobody can have reacted to it.")
	case !d.attended(in.Contact):
		return Reaction{}, problem.Refuse("This person did not attend the demo. Add them to who attended, if they did.")
	}
	if _, err := account.StakeholderOf(ctx, tx, d.Deal, in.Contact); err != nil {
		return Reaction{}, err
	}
	r := Reaction{Row: journal.Row{Deal: d.Deal}, Segment: s.ID, Contact: in.Contact, Mark: in.Mark, Words: seal.New(in.Contact, in.Words), At: tx.Now()}
	return r, journal.Insert(ctx, tx, &r)
}
