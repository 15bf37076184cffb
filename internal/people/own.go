package people

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// private is a pointer to a kept thing of one person.
type private[T any] interface {
	*T
	Head() *journal.Row
	owner() string
}

// own loads a thing of the actor's to change it. To everybody else it is not there.
func own[T any, P private[T]](ctx context.Context, tx *journal.Tx, id string, revision int64) (T, error) {
	v, err := journal.Load[T](ctx, tx, id)
	if err != nil {
		return v, problemOf(err, id)
	}
	var none T
	h := P(&v)
	if h.owner() != tx.Actor.Person {
		return none, absent(id)
	}
	if revision != 0 && revision != h.Head().Revision {
		// what stands is sealed words: the problem does not carry them
		return none, problem.New(problem.Stale, "This was changed while you were at it. Look again and repeat.")
	}
	return v, nil
}
