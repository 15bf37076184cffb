package journal

import (
	"context"
	"database/sql"
	"reflect"
	"slices"

	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// Source gives the things of a workspace as they stand now (Reader, Tx) or stood at a past
// moment (Past). What is written over a Source needs no second copy for as-of and verify.
type Source interface {
	// Scope is the workspace everything read belongs to.
	Scope() string
	ofDeal(ctx context.Context, k *Kind, deal string) (reflect.Value, error)
	byID(ctx context.Context, k *Kind, id string) (reflect.Value, bool, error)
	ofIDs(ctx context.Context, k *Kind, ids []string) (reflect.Value, error)
}

// List is all things of a kind in a deal, oldest first. An empty deal lists what belongs
// to the workspace as a whole.
func List[T any](ctx context.Context, src Source, deal string) ([]T, error) {
	v, err := src.ofDeal(ctx, kindOf(reflect.TypeFor[T]()), deal)
	if err != nil {
		return nil, err
	}
	return v.Interface().([]T), nil
}

// Load is one thing by its id; a missing one is a problem.
func Load[T any](ctx context.Context, src Source, id string) (T, error) {
	var none T
	k := kindOf(reflect.TypeFor[T]())
	v, ok, err := src.byID(ctx, k, id)
	if err != nil {
		return none, err
	}
	if !ok {
		return none, problem.NotFound(k.Name, id)
	}
	return v.Interface().(T), nil
}

// Several is the things of a kind with these ids, in the order of their ids; those that are not
// there are left out.
func Several[T any](ctx context.Context, src Source, ids []string) ([]T, error) {
	v, err := src.ofIDs(ctx, kindOf(reflect.TypeFor[T]()), ids)
	if err != nil {
		return nil, err
	}
	return v.Interface().([]T), nil
}

// Reader reads a workspace as it stands.
type Reader struct {
	Workspace string
	Q         store.Querier
	ring      seal.Ring
	shelf     *shelf // nil where every read goes to the database
}

// Read is a reader of one workspace over a pool or a transaction, without a shelf.
func Read(q store.Querier, workspace string) *Reader {
	return &Reader{Workspace: workspace, Q: q, ring: seal.Ring{Workspace: workspace}}
}

// Scope is the reader's workspace.
func (r *Reader) Scope() string { return r.Workspace }

func (r *Reader) ofDeal(ctx context.Context, k *Kind, deal string) (reflect.Value, error) {
	return r.query(ctx, k, k.byDeal, r.Workspace, deal)
}

func (r *Reader) byID(ctx context.Context, k *Kind, id string) (reflect.Value, bool, error) {
	v, err := r.query(ctx, k, k.byID, r.Workspace, id)
	if err != nil || v.Len() == 0 {
		return reflect.Value{}, false, err
	}
	return v.Index(0), true, nil
}

func (r *Reader) ofIDs(ctx context.Context, k *Kind, ids []string) (reflect.Value, error) {
	out := reflect.MakeSlice(reflect.SliceOf(k.typ), 0, len(ids))
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	for ten := range slices.Chunk(ids, store.Ten) {
		some, err := r.query(ctx, k, k.byIDs, append([]any{r.Workspace}, store.Filled(ten, store.Ten)...)...)
		if err != nil {
			return out, err
		}
		out = reflect.AppendSlice(out, some)
	}
	return out, nil
}

// query runs a select of the kind's columns and opens what is sealed.
func (r *Reader) query(ctx context.Context, k *Kind, stmt store.Statement, args ...any) (reflect.Value, error) {
	out, err := r.scan(ctx, k, stmt, args...)
	if err != nil {
		return out, err
	}
	return out, k.open(ctx, r.Q, &r.ring, out)
}

// scan runs a select of the kind's columns and leaves closed what is sealed.
func (r *Reader) scan(ctx context.Context, k *Kind, stmt store.Statement, args ...any) (reflect.Value, error) {
	out := reflect.MakeSlice(reflect.SliceOf(k.typ), 0, 8)
	rows, err := r.Q.QueryContext(ctx, string(stmt), args...)
	if err != nil {
		return out, store.Explain(err)
	}
	return k.scanAll(rows, out)
}

func (k *Kind) scanAll(rows *sql.Rows, out reflect.Value) (reflect.Value, error) {
	defer rows.Close()
	cells, places := make([]cell, len(k.columns)), make([]any, len(k.columns))
	for rows.Next() {
		v := reflect.New(k.typ).Elem()
		for i, c := range k.columns {
			cells[i] = cell{v.FieldByIndex(c.index), c.json}
			places[i] = &cells[i]
		}
		if err := rows.Scan(places...); err != nil {
			return out, err
		}
		out = reflect.Append(out, v)
	}
	return out, store.Explain(rows.Err())
}

// open reads every sealed text of the things with the keys of their owners.
func (k *Kind) open(ctx context.Context, q store.Querier, ring *seal.Ring, things reflect.Value) error {
	var texts []*seal.Text
	var owners []string
	for i := range things.Len() {
		for _, c := range k.columns {
			if c.sealed {
				t := things.Index(i).FieldByIndex(c.index).Addr().Interface().(*seal.Text)
				if !t.IsZero() {
					texts, owners = append(texts, t), append(owners, t.Owner())
				}
			}
		}
	}
	if len(texts) == 0 {
		return nil
	}
	if err := ring.Learn(ctx, q, owners); err != nil {
		return err
	}
	for _, t := range texts {
		if err := t.Open(ring.Key(t.Owner())); err != nil {
			return err
		}
	}
	return nil
}

// Query is a select of a kind under an area's own condition, scoped to the workspace by
// construction. Parameters begin at $2.
type Query[T any] struct{ stmt store.Statement }

// Where declares a query: journal.Where[Contact](contactKind, "account = $2 ORDER BY id").
func Where[T any](k *Kind, condition string) Query[T] {
	return Query[T]{store.SQL(string(k.selecting(condition)))}
}

// List runs the query.
func (q Query[T]) List(ctx context.Context, r *Reader, args ...any) ([]T, error) {
	v, err := r.query(ctx, kindOf(reflect.TypeFor[T]()), q.stmt, append([]any{r.Workspace}, args...)...)
	if err != nil {
		return nil, err
	}
	return v.Interface().([]T), nil
}

// One is the query's first thing; ok is false when there is none.
func (q Query[T]) One(ctx context.Context, r *Reader, args ...any) (T, bool, error) {
	var none T
	all, err := q.List(ctx, r, args...)
	if err != nil || len(all) == 0 {
		return none, false, err
	}
	return all[0], true, nil
}
