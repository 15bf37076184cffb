package evaluation

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Plan is what a person says of an evaluation, new or changed.
type Plan struct {
	Deal        string
	ID          string // for a change
	Revision    int64
	Title       string     `json:"title"`
	Kind        string     `json:"kind"`
	Scope       string     `json:"scope"`
	OutOfScope  string     `json:"out_of_scope"`
	Decision    string     `json:"decision"`
	From        clock.Date `json:"from"`
	To          clock.Date `json:"to"`
	Environment []Fact     `json:"environment"`
	Entry       []string   `json:"entry"` // texts; a mark of done stays with its text
	Owner       string     `json:"owner"` // empty for the deal's SE, or else who drafts it
}

// many is more lines than a list of facts or entry criteria needs; it bounds one input.
const many = 100

// Validate says what cannot be taken.
func (in *Plan) Validate() error {
	if in.Kind == "" {
		in.Kind = "poc"
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.OneOf("kind", in.Kind, Kinds...)
	c.Optional("scope", in.Scope, 4000)
	c.Optional("out_of_scope", in.OutOfScope, 4000)
	c.Optional("decision", in.Decision, 500)
	c.Optional("owner", in.Owner, 40)
	c.Fail(!in.To.Before(in.From), "to", "Is %s, before it begins on %s.", in.To, in.From)
	c.Fail(len(in.Environment) <= many, "environment", "At most %d facts fit.", many)
	c.Fail(len(in.Entry) <= many, "entry", "At most %d entry criteria fit.", many)
	for i, f := range in.Environment {
		c.Text(fmt.Sprintf("environment.%d.name", i), f.Name, 200)
		c.Optional(fmt.Sprintf("environment.%d.value", i), f.Value, 500)
	}
	for i, e := range in.Entry {
		c.Text(fmt.Sprintf("entry.%d", i), e, 500)
	}
	return c.Err()
}

// DraftEvaluation begins an evaluation.
func DraftEvaluation(ctx context.Context, tx *journal.Tx, in Plan) (Evaluation, error) {
	if err := in.Validate(); err != nil {
		return Evaluation{}, err
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Evaluation{}, err
	}
	e := Evaluation{Row: journal.Row{Deal: in.Deal}, State: Draft, Owner: deal.SE}
	if e.Owner == "" {
		e.Owner = tx.Actor.Person
	}
	e.take(in)
	return e, journal.Insert(ctx, tx, &e)
}

// EditEvaluation changes an evaluation that is not over.
func EditEvaluation(ctx context.Context, tx *journal.Tx, in Plan) (Evaluation, error) {
	if err := in.Validate(); err != nil {
		return Evaluation{}, err
	}
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	e.take(in)
	return e, journal.Update(ctx, tx, &e)
}

func (e *Evaluation) take(in Plan) {
	had := map[string]Entry{}
	for _, x := range e.Entry {
		had[x.Text] = x
	}
	e.Entry = []Entry{}
	for _, text := range in.Entry {
		x := had[text]
		x.Text = text
		e.Entry = append(e.Entry, x)
	}
	e.Title, e.Kind, e.Scope, e.OutOfScope, e.Decision, e.From, e.To = in.Title, in.Kind, in.Scope, in.OutOfScope, in.Decision, in.From, in.To
	e.Environment = append([]Fact{}, in.Environment...)
	if in.Owner != "" {
		e.Owner = in.Owner
	}
}

// open loads an evaluation for a change, its deal locked. One that is over is closed to
// changes.
func open(ctx context.Context, tx *journal.Tx, id string, revision int64) (Evaluation, error) {
	e, err := journal.Hold[Evaluation](ctx, tx, id)
	if err != nil {
		return e, err
	}
	if e.State == Withdrawn || e.State == Closed {
		return e, problem.Refuse("The evaluation “%s” is %s. Begin another one.", e.Title, e.State)
	}
	if revision != 0 {
		e.Revision = revision // Update refuses when another came between
	}
	return e, nil
}

// EntryMark says that an entry criterion is done, or not done after all.
type EntryMark struct {
	ID       string
	Revision int64
	Number   int  `json:"number"` // in the list, from 1
	Done     bool `json:"done"`
}

// MarkEntry marks an entry criterion.
func MarkEntry(ctx context.Context, tx *journal.Tx, in EntryMark) (Evaluation, error) {
	e, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	var c problem.Check
	c.Fail(in.Number >= 1 && in.Number <= len(e.Entry), "number", "Is %d; there are %d entry criteria.", in.Number, len(e.Entry))
	if err := c.Err(); err != nil {
		return e, err
	}
	list := append([]Entry{}, e.Entry...)
	x := &list[in.Number-1]
	if x.Done != in.Done {
		x.Done, x.By, x.At = in.Done, tx.Actor.Person, tx.Now()
	}
	if !in.Done {
		x.By, x.At = "", clock.Instant{}
	}
	e.Entry = list
	return e, journal.Update(ctx, tx, &e)
}
