package rest

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// kept is a pointer to a kept thing.
type kept[T any] interface {
	*T
	Head() *journal.Row
}

// InDeal loads a thing by an id that a body names, if it belongs to the deal the path names.
func InDeal[T any, P kept[T]](ctx context.Context, src journal.Source, c *Caller, id string) error {
	v, err := journal.Load[T](ctx, src, id)
	if err == nil && P(&v).Head().Deal != c.Deal.ID {
		err = problem.NotFound("thing", id)
	}
	return err
}

// OnThing makes an act on the thing of kind T that the path's id names; a thing of another deal
// is not there.
func OnThing[T, In, Out any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) func(context.Context, *journal.Tx, *Caller, In) (*Out, error) {
	return func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (*Out, error) {
		if _, err := OfDeal[T, P](ctx, tx, c); err != nil {
			return nil, err
		}
		out, err := do(ctx, tx, c, in)
		return &out, err
	}
}

// Back makes an act that takes something back answer with what the thing has become.
func Back[T, In any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) error) func(context.Context, *journal.Tx, *Caller, In) (*T, error) {
	return OnThing[T, In, T, P](func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (T, error) {
		if err := do(ctx, tx, c, in); err != nil {
			var none T
			return none, err
		}
		return journal.Load[T](ctx, tx, c.ID)
	})
}

// ListOf reads all things of a kind in the deal.
func ListOf[T any](ctx context.Context, c *Caller) (Page[T], error) {
	all, err := journal.List[T](ctx, c.Reader, c.Deal.ID)
	return Page[T]{Items: all}, err
}

// OneOf reads one thing of the deal by its id.
func OneOf[T any, P kept[T]](ctx context.Context, c *Caller) (*T, error) {
	v, err := OfDeal[T, P](ctx, c.Reader, c)
	return &v, err
}

// OfDeal loads the thing whose id the path names, if it belongs to the deal the path names.
func OfDeal[T any, P kept[T]](ctx context.Context, src journal.Source, c *Caller) (T, error) {
	v, err := journal.Load[T](ctx, src, c.ID)
	if err == nil && P(&v).Head().Deal != c.Deal.ID {
		err = problem.NotFound("thing", c.ID)
	}
	return v, err
}

// Removing makes an act that takes the thing away; it answers with what it was.
func Removing[T any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) func(context.Context, *journal.Tx, *Caller, struct{}) (P, error) {
	return func(ctx context.Context, tx *journal.Tx, c *Caller, _ struct{}) (P, error) {
		was, err := OfDeal[T, P](ctx, tx, c)
		if err != nil {
			return nil, err
		}
		return &was, do(ctx, tx, c.ID, c.Revision)
	}
}
