package discovery

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Acceptance is a person's yes to a candidate. What is empty stays as it was proposed.
type Acceptance struct {
	ID        string
	Revision  int64
	Sort      Sort            `json:"sort"`      // to take a fact for a need, or the other way round
	Quote     string          `json:"quote"`     // a shorter or longer one, in the transcript's own words
	Statement string          `json:"statement"` // of a need; of a promise its words
	Kind      thread.Kind     `json:"kind"`
	Priority  thread.Priority `json:"priority"`
	Measure   *thread.Measure `json:"measure"`
	NoMeasure bool            `json:"no_measure"` // take it without the proposed measure
	Group     string          `json:"group"`
	Product   string          `json:"product"`
	Name      string          `json:"name"` // of a fact: what is told of, as in 'nightly orders'
	Value     string          `json:"value"`
	Unit      string          `json:"unit"`
	For       string          `json:"requirement"` // of a promise: the requirement it belongs to
	Due       clock.Date      `json:"due"`
}

// Outcome is what a candidate became: exactly one of the three.
type Outcome struct {
	Candidate   Candidate           `json:"candidate"`
	Requirement *thread.Requirement `json:"requirement,omitempty"`
	Fact        *Fact               `json:"fact,omitempty"`
	Promise     *thread.Promise     `json:"promise,omitempty"`
}

// Accept makes of a candidate what it says: a requirement with its quote, a fact of the
// environment, or a promise of ours.
func Accept(ctx context.Context, tx *journal.Tx, in Acceptance) (Outcome, error) {
	c, err := openCandidate(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return Outcome{}, err
	}
	if c.Version == GoneRow {
		return Outcome{}, problem.Refuse("This row stands in their list no more. Take that over, or say why the requirement stays.")
	}
	if in.Sort == "" {
		in.Sort = c.Sort
	}
	var k problem.Check
	k.OneOf("sort", string(in.Sort), string(Need), string(AsIs), string(Promise))
	k.Optional("quote", in.Quote, maxQuote)
	if err := k.Err(); err != nil {
		return Outcome{}, err
	}
	call, err := journal.Load[Call](ctx, tx, c.Call)
	if err != nil {
		return Outcome{}, err
	}
	quote, err := quoteOf(ctx, tx, call, c, in.Quote)
	if err != nil {
		return Outcome{}, err
	}
	var out Outcome
	switch in.Sort {
	case Need:
		err = out.need(ctx, tx, &c, in, quote)
	case AsIs:
		err = out.fact(ctx, tx, &c, in, call, quote)
	case Promise:
		err = out.promise(ctx, tx, &c, in, call, quote)
	}
	if err != nil {
		return Outcome{}, err
	}
	c.Sort = in.Sort
	err = c.decide(ctx, tx, Accepted)
	out.Candidate = c
	return out, err
}

// quoteOf is the words to quote: the candidate's, or others that the transcript holds too and
// the same voice said.
func quoteOf(ctx context.Context, tx *journal.Tx, call Call, c Candidate, other string) (string, error) {
	if other == "" || foldQuote(other) == foldQuote(c.Quote.String()) {
		return c.Quote.String(), nil
	}
	segments, err := Segments(ctx, tx.Reader, call)
	if err != nil {
		return "", err
	}
	var own []Segment
	for _, s := range segments {
		if s.Voice == c.Voice {
			own = append(own, s)
		}
	}
	_, err = locate(own, other)
	return other, err
}

func (o *Outcome) need(ctx context.Context, tx *journal.Tx, c *Candidate, in Acceptance, quote string) error {
	speaker, err := contactOf(ctx, tx, *c)
	if err != nil {
		return err
	}
	n := thread.NewRequirement{Deal: c.Deal, Statement: orElse(in.Statement, c.Statement.String()), Kind: orElse(in.Kind, c.Kind),
		Priority: orElse(in.Priority, c.Priority), Measure: in.Measure, Group: orElse(in.Group, c.heading()), Product: in.Product, RaisedBy: speaker}
	n.Priority = orElse(n.Priority, thread.Should) // a fact taken for a need has none yet
	if n.Measure == nil && !in.NoMeasure {
		n.Measure = c.Measure()
	}
	n.Quotes = []thread.NewQuote{c.quoting(quote)}
	r, err := thread.Add(ctx, tx, n)
	o.Requirement, c.Requirement = &r, r.ID
	return err
}

// quoting is the candidate's quote as a requirement keeps it: under the voice's key.
func (c Candidate) quoting(words string) thread.NewQuote {
	q := thread.NewQuote{From: "call", FromID: c.Call, Words: words, Owner: c.Voice, Mark: c.mark(), Speaker: c.Speaker}
	if c.Place != "" {
		q.From = "list"
	}
	return q
}

// contactOf is the contact whose need it is: who said it, or who agreed when our side did.
func contactOf(ctx context.Context, src journal.Source, c Candidate) (string, error) {
	id := c.Voice
	if c.ConfirmedBy != "" {
		id = c.ConfirmedBy
	}
	v, err := journal.Load[Voice](ctx, src, id)
	return v.Contact, err
}

func (o *Outcome) fact(ctx context.Context, tx *journal.Tx, c *Candidate, in Acceptance, call Call, quote string) error {
	f := FactSaid{Deal: c.Deal, Name: in.Name, Value: in.Value, Unit: in.Unit, State: Stated, Call: c.Call, Voice: c.Voice, Position: c.Position, Quote: quote,
		SaidAt: call.HeldAt}
	if m := c.Measure(); m != nil && in.Value == "" && in.Name == "" {
		f.Name, f.Value, f.Unit = m.Metric, thread.Number(m.Target), orElse(in.Unit, m.Unit)
	}
	f.Name = orElse(f.Name, short(c.Statement.String(), 120))
	f.Value = orElse(f.Value, short(orElse(in.Statement, c.Statement.String()), 500))
	who, err := contactOf(ctx, tx, *c)
	if err != nil {
		return err
	}
	if f.SaidBy = who; who == "" {
		f.State = Assumed // nobody of the customer's is known to have said it
	}
	added, err := AddFact(ctx, tx, f)
	o.Fact, c.Fact = &added, added.ID
	return err
}

func (o *Outcome) promise(ctx context.Context, tx *journal.Tx, c *Candidate, in Acceptance, call Call, quote string) error {
	v, err := journal.Load[Voice](ctx, tx, c.Voice)
	if err != nil {
		return err
	}
	n := thread.NewPromise{Deal: c.Deal, Requirement: in.For, Words: orElse(in.Statement, quote), ByPerson: v.Person, FromKind: "call", FromID: c.Call,
		Where: short(call.where(c.Mark), 200), SaidAt: call.HeldAt, Due: in.Due}
	if v.Contact != "" || v.Side != Ours {
		n.Owner = v.ID // not one of ours, as far as we know: their words go with them
	}
	p, err := thread.Give(ctx, tx, n)
	o.Promise, c.Promise = &p, p.ID
	return err
}

// where reads 'Relay discovery of 2026-03-03, 00:17:42'.
func (c Call) where(mark int64) string {
	s := c.Title + " of " + string(clock.DateOf(c.HeldAt.Time()))
	if at := clockOf(mark); at != "" {
		s += ", " + at
	}
	return s
}

// orElse is a, or b when a is empty.
func orElse[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}
