package engagement

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Answer is what becomes of a request.
type Answer struct {
	ID       string
	Revision int64
	Person   string `json:"person"` // who takes it; for Take
	Why      string `json:"why"`    // for Decline, Withdraw and Finish
}

// Take names who works on a request. A deal that has no SA gets this one.
func Take(ctx context.Context, tx *journal.Tx, in Answer) (Request, error) {
	var c problem.Check
	c.Fail(in.Person != "", "person", "Say who takes it.")
	if err := c.Err(); err != nil {
		return Request{}, err
	}
	r, err := inState(ctx, tx, in, Asked)
	if err != nil {
		return r, err
	}
	p, err := journal.Load[auth.Person](ctx, tx, in.Person)
	if err != nil {
		return r, err
	}
	if !p.Active {
		return r, problem.Refuse("%s does not work here any more. Name somebody else.", p.Name)
	}
	r.State, r.Person = Taken, in.Person
	if err := r.decide(ctx, tx, ""); err != nil {
		return r, err
	}
	d, err := account.Deal(ctx, tx, r.Deal)
	if err != nil || d.SA != "" {
		return r, err
	}
	d.SA = in.Person
	return r, journal.Update(ctx, tx, &d)
}

// Decline says no to a request, with the reason.
func Decline(ctx context.Context, tx *journal.Tx, in Answer) (Request, error) {
	return end(ctx, tx, in, Declined, Asked)
}

// Withdraw takes a request back, with the reason.
func Withdraw(ctx context.Context, tx *journal.Tx, in Answer) (Request, error) {
	return end(ctx, tx, in, Withdrawn, Asked, Taken)
}

// Finish ends a request that was taken, with what came of it.
func Finish(ctx context.Context, tx *journal.Tx, in Answer) (Request, error) {
	return end(ctx, tx, in, Done, Taken)
}

func end(ctx context.Context, tx *journal.Tx, in Answer, to State, from ...State) (Request, error) {
	var c problem.Check
	c.Text("why", in.Why, 1000)
	if err := c.Err(); err != nil {
		return Request{}, err
	}
	r, err := inState(ctx, tx, in, from...)
	if err != nil {
		return r, err
	}
	r.State = to
	return r, r.decide(ctx, tx, in.Why)
}

// inState loads a request to change it, its deal locked, if it is in one of the states.
func inState(ctx context.Context, tx *journal.Tx, in Answer, states ...State) (Request, error) {
	r, err := journal.Hold[Request](ctx, tx, in.ID)
	if err != nil {
		return r, err
	}
	if !slices.Contains(states, r.State) {
		return r, problem.Refuse("Request %s is %s already.", r.Key(), r.State)
	}
	if in.Revision != 0 {
		r.Revision = in.Revision // Update refuses when another came between
	}
	return r, nil
}

func (r *Request) decide(ctx context.Context, tx *journal.Tx, why string) error {
	r.Answer, r.DecidedBy, r.DecidedAt = why, tx.Actor.Person, tx.Now()
	return journal.Update(ctx, tx, r)
}
