package compete

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Rival is a competitor on one deal: how we know, and how it ended.
type Rival struct {
	journal.Row
	Competitor string        `db:"competitor" json:"competitor"`
	KnownFrom  string        `db:"known_from" json:"known_from"` // in our words: the call, the mail, the list they sent
	Contact    string        `db:"contact" json:"contact"`       // who of theirs told us; may be nobody
	Words      seal.Text     `db:"words" json:"words"`           // how they said it
	SeenOn     clock.Date    `db:"seen_on" json:"seen_on"`
	Outcome    Outcome       `db:"outcome" json:"outcome"`
	Why        string        `db:"why" json:"why"` // what decided it, in our words
	EndedAt    clock.Instant `db:"ended_at" json:"ended_at"`
	EndedBy    string        `db:"ended_by" json:"ended_by"`
}

// Outcome is how it ended with a competitor on a deal, as a person says it: of two on a lost deal
// one took it.
type Outcome string

// The outcomes.
const (
	Running Outcome = ""     // still on the deal
	Won     Outcome = "won"  // we won, they were there to the end
	Lost    Outcome = "lost" // the deal was lost to them
	Left    Outcome = "left" // they left, or were put out, before the end
)

// Outcomes are those a person can say, Running to take one back.
var Outcomes = []string{"", "won", "lost", "left"}

var rivalKind = journal.Declare[Rival]("rival", "rival")

// Rivals are a deal's, in the order they were met.
func Rivals(ctx context.Context, src journal.Source, deal string) ([]Rival, error) {
	return journal.List[Rival](ctx, src, deal)
}

// Meeting is a competitor met on a deal.
type Meeting struct {
	Deal      string
	Name      string     `json:"name"` // a competitor that is known, or a new one
	KnownFrom string     `json:"known_from"`
	Contact   string     `json:"contact"`
	Words     string     `json:"words"`
	SeenOn    clock.Date `json:"seen_on"` // empty for today
}

// Validate says what cannot be taken.
func (in *Meeting) Validate(today clock.Date) error {
	if in.SeenOn == "" {
		in.SeenOn = today
	}
	var c problem.Check
	c.Text("name", in.Name, 120)
	c.Text("known_from", in.KnownFrom, 300)
	checkWords(&c, "words", in.Words, in.Contact)
	checkSeen(&c, in.SeenOn, today)
	return c.Err()
}

// checkWords holds that somebody's words have somebody who said them.
func checkWords(c *problem.Check, field, words, contact string) {
	c.Optional(field, words, 2000)
	c.Fail(words == "" || contact != "", "contact", "Say who of theirs said these words.")
}

func checkSeen(c *problem.Check, seen, today clock.Date) {
	_, err := clock.ParseDate(string(seen))
	c.Fail(err == nil, "seen_on", "Is %q; write a day as 2026-11-25.", string(seen))
	c.Fail(err != nil || seen <= today, "seen_on", "Is %s, which is still to come.", seen)
}

// Meet puts a competitor on a deal, once.
func Meet(ctx context.Context, tx *journal.Tx, in Meeting) (Rival, error) {
	today, err := account.Today(ctx, tx)
	if err != nil {
		return Rival{}, err
	}
	if err := in.Validate(today); err != nil {
		return Rival{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Rival{}, err
	}
	if err := theirs(ctx, tx, in.Deal, in.Contact); err != nil {
		return Rival{}, err
	}
	c, err := found(ctx, tx, in.Name)
	if err != nil {
		return Rival{}, err
	}
	all, err := Rivals(ctx, tx, in.Deal)
	if err != nil {
		return Rival{}, err
	}
	if slices.ContainsFunc(all, func(o Rival) bool { return o.Competitor == c.ID }) {
		return Rival{}, &problem.Error{Kind: problem.Invalid, What: "This competitor is on the deal already.", Fields: []problem.Field{{Name: "name", What: c.Name + " is on this deal already."}}}
	}
	v := Rival{Row: journal.Row{Deal: in.Deal}, Competitor: c.ID, KnownFrom: in.KnownFrom, Contact: in.Contact, Words: seal.New(in.Contact, in.Words), SeenOn: in.SeenOn}
	return v, journal.Insert(ctx, tx, &v)
}

// theirs refuses a contact who is no stakeholder of the deal.
func theirs(ctx context.Context, src journal.Source, deal, contact string) error {
	if contact == "" {
		return nil
	}
	_, err := account.StakeholderOf(ctx, src, deal, contact)
	return err
}

// Ending is how it ended with a competitor on a deal.
type Ending struct {
	ID       string
	Revision int64
	Outcome  Outcome `json:"outcome"`
	Why      string  `json:"why"`
}

// End records how it ended with a competitor, and what decided it; or takes that back. A deal that
// was won is lost to nobody, and the other way round.
func End(ctx context.Context, tx *journal.Tx, in Ending) (Rival, error) {
	var c problem.Check
	c.OneOf("outcome", string(in.Outcome), Outcomes...)
	c.Optional("why", in.Why, 1000)
	c.Fail(in.Outcome == Running || in.Why != "", "why", "Say what decided it: whoever meets them next reads it.")
	if err := c.Err(); err != nil {
		return Rival{}, err
	}
	v, err := journal.Hold[Rival](ctx, tx, in.ID)
	if err != nil {
		return v, err
	}
	d, err := journal.Load[account.Opportunity](ctx, tx, v.Deal)
	if err != nil {
		return v, err
	}
	switch {
	case in.Outcome == Won && d.Phase != account.Won:
		return v, problem.Refuse("%s is %s, so it was won against nobody yet.", d.Prefix, d.Phase)
	case in.Outcome == Lost && d.Phase != account.Lost:
		return v, problem.Refuse("%s is %s, so it was lost to nobody yet.", d.Prefix, d.Phase)
	}
	if in.Revision != 0 {
		v.Revision = in.Revision
	}
	v.Outcome, v.Why, v.EndedAt, v.EndedBy = in.Outcome, in.Why, tx.Now(), tx.Actor.Person
	if in.Outcome == Running {
		v.Why, v.EndedAt, v.EndedBy = "", clock.Instant{}, ""
	}
	return v, journal.Update(ctx, tx, &v)
}
