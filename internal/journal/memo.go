package journal

import (
	"context"
	"reflect"
)

// Once is a source that fetches each list of a deal one time, for a computation that asks for
// the same things in several places. It must not outlive the computation, and what it gives
// must not be changed.
func Once(src Source) Source { return &once{Source: src, lists: map[string]reflect.Value{}} }

type once struct {
	Source
	lists map[string]reflect.Value // by kind and deal
}

func (o *once) ofDeal(ctx context.Context, k *Kind, deal string) (reflect.Value, error) {
	key := k.Name + " " + deal
	if v, ok := o.lists[key]; ok {
		return v, nil
	}
	v, err := o.Source.ofDeal(ctx, k, deal)
	if err == nil {
		o.lists[key] = v
	}
	return v, err
}
