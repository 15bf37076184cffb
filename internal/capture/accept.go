package capture

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/capture/note"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Choice is a person's yes to a proposal.
type Choice struct {
	ID       string
	Revision int64
	Change   *Change `json:"change"` // nil: as it stands
}

// Change is a proposal as the person wants it; all of it counts.
type Change struct {
	Sort      note.Sort       `json:"sort"`
	Statement string          `json:"statement"`
	Kind      thread.Kind     `json:"kind"`
	Priority  thread.Priority `json:"priority"`
	Who       string          `json:"who"`
	Mark      int             `json:"mark"`
	Due       clock.Date      `json:"due"`
	Segment   string          `json:"segment"`
}

// Accept makes of a proposal what it says, by the act of the area that keeps such things.
func Accept(ctx context.Context, tx *journal.Tx, in Choice) (Proposal, error) {
	p, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return p, err
	}
	statement := p.Statement.String()
	if c := in.Change; c != nil {
		var k problem.Check
		k.OneOf("change.sort", string(c.Sort), sortWords()...)
		k.Text("change.statement", c.Statement, 2000)
		if err := k.Err(); err != nil {
			return p, err
		}
		statement = c.Statement
		p.Sort, p.Kind, p.Priority, p.Who, p.Mark, p.Due, p.Segment = c.Sort, c.Kind, c.Priority, c.Who, c.Mark, c.Due, c.Segment
	}
	if err := auth.May(auth.Role(tx.Actor.Role), p.Needs()); err != nil {
		return p, err
	}
	if err := p.become(ctx, tx, statement); err != nil {
		return p, err
	}
	return p, p.decide(ctx, tx, discovery.Accepted)
}

func (p *Proposal) become(ctx context.Context, tx *journal.Tx, statement string) error {
	call, err := journal.Load[discovery.Call](ctx, tx, p.Call)
	if err != nil {
		return err
	}
	theirs, ours, err := p.who(ctx, tx)
	if err != nil {
		return err
	}
	switch p.Sort {
	case note.Requirement:
		return p.requirement(ctx, tx, statement, theirs)
	case note.Fact:
		return p.fact(ctx, tx, statement, theirs, call)
	case note.Promise:
		made, err := thread.Give(ctx, tx, thread.NewPromise{Deal: p.Deal, Words: statement, ToContact: theirs, ByPerson: orElse(ours, call.RecordedBy), Where: call.Title,
			FromKind: "call", FromID: call.ID, SaidAt: call.HeldAt, Due: p.Due})
		p.BecameKind, p.Became = "promise", made.ID
		return err
	case note.Reaction:
		return p.reaction(ctx, tx, statement)
	case note.Question:
		q := thread.Question{Row: journal.Row{Deal: p.Deal}, Words: statement, AskedOf: orElse(ours, tx.Actor.Person)}
		err := thread.Ask(ctx, tx, &q)
		p.BecameKind, p.Became = "question", q.ID
		return err
	}
	_, err = account.TakeNext(ctx, tx, account.Step{Deal: p.Deal, Words: statement, By: orElse(ours, tx.Actor.Person), On: p.Due})
	p.BecameKind, p.Became = "opportunity", p.Deal
	return err
}

// who tells a contact from a person of ours.
func (p *Proposal) who(ctx context.Context, src journal.Source) (theirs, ours string, err error) {
	if p.Who == "" {
		return "", "", nil
	}
	if _, err := journal.Load[account.Contact](ctx, src, p.Who); problem.Of(err) != problem.Missing {
		return p.Who, "", err
	}
	_, err = journal.Load[auth.Person](ctx, src, p.Who)
	return "", p.Who, err
}

func (p *Proposal) requirement(ctx context.Context, tx *journal.Tx, statement, by string) error {
	n := thread.NewRequirement{Deal: p.Deal, Statement: statement, Kind: p.Kind, Priority: p.Priority, Measure: p.Measure(), RaisedBy: by,
		Quotes: []thread.NewQuote{{From: "call", FromID: p.Call, Words: p.Quote.String(), Owner: p.Voice, Speaker: by}}}
	if n.Kind == "" {
		n.Kind = thread.Functional
	}
	if n.Priority == "" {
		n.Priority = thread.Should
	}
	made, err := thread.Add(ctx, tx, n)
	p.BecameKind, p.Became = "requirement", made.ID
	return err
}

func (p *Proposal) fact(ctx context.Context, tx *journal.Tx, statement, by string, call discovery.Call) error {
	made, err := discovery.AddFact(ctx, tx, discovery.FactSaid{Deal: p.Deal, Name: cut(statement, 120), Value: cut(statement, 500), SaidBy: by, SaidAt: call.HeldAt,
		Call: p.Call, Voice: p.Voice, Position: p.Position, Quote: p.Quote.String()})
	p.BecameKind, p.Became = "fact", made.ID
	return err
}

// reaction is one to a segment of a demo where there was one, else it is their stance on the deal.
func (p *Proposal) reaction(ctx context.Context, tx *journal.Tx, statement string) error {
	if p.Who == "" {
		return problem.Refuse("Say whose reaction it is: choose a stakeholder of the deal.")
	}
	if p.Segment != "" {
		made, err := demo.React(ctx, tx, demo.NewReaction{Segment: p.Segment, Contact: p.Who, Mark: p.Mark, Words: statement})
		p.BecameKind, p.Became = "reaction", made.ID
		return err
	}
	s, err := account.StakeholderOf(ctx, tx, p.Deal, p.Who)
	if err != nil {
		return err
	}
	p.BecameKind, p.Became = "stakeholder", s.ID
	_, err = account.EditStakeholder(ctx, tx, account.StakeholderEdit{ID: s.ID, Role: s.Role, Decides: s.Decides, Champion: s.Champion, Stance: p.Mark})
	return err
}

func sortWords() (out []string) {
	for _, s := range note.Sorts {
		out = append(out, string(s))
	}
	return out
}
