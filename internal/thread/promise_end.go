package thread

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Settlement is what becomes of a promise.
type Settlement struct {
	ID       string
	Revision int64
	State    PromiseState `json:"state"`
	Proof    string       `json:"proof"`     // kept, void: what proves it
	Why      string       `json:"why"`       // broken: why; renegotiated: why
	With     string       `json:"with"`      // renegotiated: with whom
	NewWords string       `json:"new_words"` // renegotiated: the words that hold now
	NewDue   clock.Date   `json:"new_due"`
}

// moves lists what may follow what. A broken promise may still be renegotiated.
var moves = map[PromiseState][]PromiseState{
	PromiseOpen:         {PromiseTaken, PromiseKept, PromiseRenegotiated, PromiseBroken, PromiseVoid},
	PromiseTaken:        {PromiseKept, PromiseRenegotiated, PromiseBroken, PromiseVoid},
	PromiseRenegotiated: {PromiseKept, PromiseRenegotiated, PromiseBroken, PromiseVoid},
	PromiseBroken:       {PromiseRenegotiated},
}

// Validate says what is missing for the state.
func (in *Settlement) Validate() error {
	var c problem.Check
	c.OneOf("state", string(in.State), string(PromiseTaken), string(PromiseKept), string(PromiseRenegotiated), string(PromiseBroken), string(PromiseVoid))
	c.Fail(in.State != PromiseKept || in.Proof != "", "proof", "Say what proves that it was kept.")
	c.Fail(in.State != PromiseVoid || in.Proof != "", "proof", "Say what proves that it no longer binds.")
	c.Fail(in.State != PromiseBroken || in.Why != "", "why", "Say why it was broken.")
	c.Fail(in.State != PromiseRenegotiated || in.With != "", "with", "Say with whom it was renegotiated.")
	c.Fail(in.State != PromiseRenegotiated || in.NewWords != "", "new_words", "Write the words that hold now.")
	for field, text := range map[string]string{"proof": in.Proof, "why": in.Why, "with": in.With, "new_words": in.NewWords} {
		c.Optional(field, text, 2000)
	}
	return c.Err()
}

// SettlePromise moves a promise on: taken over, kept, renegotiated, broken or void.
func SettlePromise(ctx context.Context, tx *journal.Tx, in Settlement) (Promise, error) {
	if err := in.Validate(); err != nil {
		return Promise{}, err
	}
	p, err := journal.Load[Promise](ctx, tx, in.ID)
	if err != nil {
		return p, err
	}
	allowed := false
	for _, m := range moves[p.State] {
		allowed = allowed || m == in.State
	}
	if !allowed {
		return p, problem.Refuse("Promise P%d is %s; it cannot become %s.", p.Number, p.State, in.State)
	}
	if in.Revision != 0 {
		p.Revision = in.Revision
	}
	p.WasBroken = p.WasBroken || p.State == PromiseBroken
	p.State, p.EndedAt = in.State, tx.Now()
	p.Proof, p.Why, p.With = first(in.Proof, p.Proof), first(in.Why, p.Why), first(in.With, p.With)
	switch in.State {
	case PromiseTaken:
		p.TakenBy = tx.Actor.Person
	case PromiseRenegotiated:
		p.NewWords, p.NewDue = seal.New(p.Words.Owner(), in.NewWords), in.NewDue
	}
	return p, journal.Update(ctx, tx, &p)
}

// TakePromise gives a promise to the actor, who answers for it from now on. An open one is taken
// over; one that was taken, renegotiated or broken stays what it is, under the new name. Refused
// when it is kept or void.
func TakePromise(ctx context.Context, tx *journal.Tx, id string) error {
	p, err := journal.Load[Promise](ctx, tx, id)
	if err != nil {
		return err
	}
	switch p.State {
	case PromiseKept, PromiseVoid:
		return problem.Refuse("Promise P%d is %s; there is nothing to take over.", p.Number, p.State)
	case PromiseOpen:
		p.State, p.EndedAt = PromiseTaken, tx.Now()
	}
	p.TakenBy = tx.Actor.Person
	return journal.Update(ctx, tx, &p)
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Next lists what a promise in the state can become.
func Next(s PromiseState) []PromiseState { return moves[s] }
