package discovery

import (
	"context"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// ListChange is a person's yes to what a newer list says of a row that is a requirement: its new
// wording, or that it is gone. What is empty is taken as ProposedChange proposes it.
type ListChange struct {
	ID          string
	Revision    int64
	Statement   string          `json:"statement"`
	Priority    thread.Priority `json:"priority"`
	Group       string          `json:"group"`
	SameMeaning bool            `json:"same_meaning"` // only the words changed: sign-offs stay
	Why         string          `json:"why"`          // of a withdrawal
}

// Changes says whether the candidate speaks of something that stands already: a requirement whose
// row changed or is gone, or a row that waited and is gone.
func (c Candidate) Changes() bool {
	return c.Version == GoneRow || c.Version == ChangedRow && c.Requirement != ""
}

// ProposedChange is what a changed row would make of its requirement. The statement follows the
// customer's words where it still has those of the earlier row; where one of ours wrote it anew it
// stays, for a person to look at. So do priority, heading and measure.
func ProposedChange(was, is Candidate, r thread.Requirement) thread.Edit {
	e := thread.Edit{ID: r.ID, Statement: r.Statement, Kind: r.Kind, Priority: r.Priority, Measure: r.Measure, Group: r.Grouping, Product: r.Product, RaisedBy: r.RaisedBy}
	if r.Statement == was.Statement.String() {
		e.Statement = is.Statement.String()
	}
	if was.Asked.String() != is.Asked.String() && r.Priority == was.Priority {
		e.Priority = is.Priority
	}
	if r.Grouping == was.heading() {
		e.Group = is.heading()
	}
	if reflect.DeepEqual(r.Measure, was.Measure()) && !reflect.DeepEqual(was.Measure(), is.Measure()) {
		e.Measure = is.Measure()
	}
	return e
}

// TakeChange takes over what a newer list says: the requirement gets the new words, and the row as
// one more place where it was heard; or it is withdrawn, since the customer asks for it no more.
func TakeChange(ctx context.Context, tx *journal.Tx, in ListChange) (Outcome, error) {
	c, err := openCandidate(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return Outcome{}, err
	}
	if !c.Changes() {
		return Outcome{}, problem.Refuse("This row changes no requirement. Accept it as one, merge it, or reject it.")
	}
	was, err := journal.Load[Candidate](ctx, tx, c.Before)
	if err != nil {
		return Outcome{}, err
	}
	out := Outcome{}
	if c.Version == GoneRow {
		err = c.leave(ctx, tx, in)
	} else {
		err = out.reword(ctx, tx, c, was, in)
	}
	if err != nil {
		return Outcome{}, err
	}
	err = c.decide(ctx, tx, Merged)
	out.Candidate = c
	return out, err
}

// reword edits the requirement of a changed row.
func (o *Outcome) reword(ctx context.Context, tx *journal.Tx, c, was Candidate, in ListChange) error {
	r, err := journal.Load[thread.Requirement](ctx, tx, c.Requirement)
	if err != nil {
		return err
	}
	if r.Withdrawn != "" {
		return problem.Refuse("This requirement was withdrawn. Reinstate it first, or accept the row as a new one.")
	}
	e := ProposedChange(was, c, r)
	e.Statement, e.Priority, e.Group, e.SameMeaning = orElse(in.Statement, e.Statement), orElse(in.Priority, e.Priority), orElse(in.Group, e.Group), in.SameMeaning
	if r, err = thread.Reword(ctx, tx, e); err != nil {
		return err
	}
	o.Requirement = &r
	return thread.AddQuote(ctx, tx, r, c.quoting(c.Quote.String()))
}

// leave withdraws the requirement of a row that is gone; a row that nobody decided on is only left.
func (c *Candidate) leave(ctx context.Context, tx *journal.Tx, in ListChange) error {
	call, err := journal.Load[Call](ctx, tx, c.Call)
	if err != nil {
		return err
	}
	why := orElse(in.Why, "It stands no more in their list “"+short(call.Title, 200)+"” of "+string(clock.DateOf(call.HeldAt.Time()))+".")
	c.Reason = why
	if c.Requirement == "" {
		return nil
	}
	return thread.Withdraw(ctx, tx, c.Requirement, 0, why)
}
