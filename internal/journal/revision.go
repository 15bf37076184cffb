package journal

import (
	"context"
	"reflect"

	"throughline/internal/problem"
	"throughline/internal/store"
)

var entriesOfThing = store.SQL(`SELECT ` + entryColumns + ` FROM journal
	WHERE workspace = $1 AND thing = $2 AND revision <= $3 ORDER BY seq`)

// AtRevision is a thing as it was at one of its revisions.
func AtRevision[T any](ctx context.Context, r *Reader, id string, revision int64) (T, error) {
	var none T
	k := kindOf(reflect.TypeFor[T]())
	entries, err := store.List[Entry](ctx, r.Q, entriesOfThing, r.Workspace, id, revision)
	if err != nil {
		return none, err
	}
	p := &Past{now: r, things: map[string]map[string]*folded{}}
	for i := range entries {
		if err := p.fold(&entries[i]); err != nil {
			return none, err
		}
	}
	v, ok, err := p.byID(ctx, k, id)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, problem.NotFound(k.Name, id)
	}
	return v.Interface().(T), nil
}
