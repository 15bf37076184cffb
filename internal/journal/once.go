package journal

import (
	"context"
	"reflect"
)

// Once is a source for one computation over whole deals: it fetches each list one time, however
// many places ask for it, and not at all what the shelf still has. It must not outlive the
// computation, and what it gives must not be changed. Call done at the end.
func Once(src Source) (once Source, done func(context.Context)) {
	o := &computing{Source: src, lists: map[listKey]reflect.Value{}}
	switch s := src.(type) {
	case *Tx:
		o.desk, o.mayUse = s.desk, func(deal string) bool { return s.locked[deal] }
	case *Reader:
		if s.shelf != nil {
			o.desk, o.mayUse = s.newDesk(), func(string) bool { return true }
			return o, o.desk.keep
		}
	}
	return o, func(context.Context) {}
}

type computing struct {
	Source
	lists  map[listKey]reflect.Value
	desk   *desk // nil without a shelf
	mayUse func(deal string) bool
}

func (c *computing) ofDeal(ctx context.Context, k *Kind, deal string) (reflect.Value, error) {
	key := listKey{deal, k}
	if v, ok := c.lists[key]; ok {
		return v, nil
	}
	read := c.Source.ofDeal
	if c.desk != nil && deal != "" && c.mayUse(deal) {
		read = c.desk.list
	}
	v, err := read(ctx, k, deal)
	if err == nil {
		c.lists[key] = v
	}
	return v, err
}
