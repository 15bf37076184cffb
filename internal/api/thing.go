package api

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

// inDeal loads a thing by an id that a body names, if it belongs to the deal the path names.
func inDeal[T any, P kept[T]](ctx context.Context, src journal.Source, c *caller, id string) error {
	v, err := journal.Load[T](ctx, src, id)
	if err == nil && P(&v).Head().Deal != c.Deal.ID {
		err = problem.NotFound("thing", id)
	}
	return err
}

// onThing makes an act on the thing of kind T that the path's id names; a thing of another deal
// is not there.
func onThing[T, In, Out any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) func(context.Context, *journal.Tx, *caller, In) (*Out, error) {
	return func(ctx context.Context, tx *journal.Tx, c *caller, in In) (*Out, error) {
		if _, err := ofDeal[T, P](ctx, tx, c); err != nil {
			return nil, err
		}
		out, err := do(ctx, tx, c, in)
		return &out, err
	}
}

// back makes an act that takes something back answer with what the thing has become.
func back[T, In any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, c *caller, in In) error) func(context.Context, *journal.Tx, *caller, In) (*T, error) {
	return onThing[T, In, T, P](func(ctx context.Context, tx *journal.Tx, c *caller, in In) (T, error) {
		if err := do(ctx, tx, c, in); err != nil {
			var none T
			return none, err
		}
		return journal.Load[T](ctx, tx, c.ID)
	})
}

// listOf reads all things of a kind in the deal.
func listOf[T any](ctx context.Context, c *caller) (Page[T], error) {
	all, err := journal.List[T](ctx, c.Reader, c.Deal.ID)
	return Page[T]{Items: all}, err
}

// oneOf reads one thing of the deal by its id.
func oneOf[T any, P kept[T]](ctx context.Context, c *caller) (*T, error) {
	v, err := ofDeal[T, P](ctx, c.Reader, c)
	return &v, err
}
