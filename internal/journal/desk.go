package journal

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"throughline/internal/store"
)

// desk is where one computation, or one act, reads whole lists of a deal: from the shelf while
// they hold, else from the database, and then for the shelf. An act sees its own changes.
type desk struct {
	*Reader
	places  map[string]int64 // deal to its last journal row when it was first asked for
	fetched map[listKey]reflect.Value
	changed map[listKey][]change
}

type listKey struct {
	deal string
	kind *Kind
}

// change is what an act made of one thing; a nil image took it away.
type change struct {
	Row
	now image
}

func (r *Reader) newDesk() *desk {
	return &desk{Reader: r, places: map[string]int64{}, fetched: map[listKey]reflect.Value{}, changed: map[listKey][]change{}}
}

var lastOfDeal = store.SQL(`SELECT seq FROM journal WHERE workspace = $1 AND deal = $2 ORDER BY seq DESC LIMIT 1`)

// place is the deal's last journal row; 0 before it has one.
func (d *desk) place(ctx context.Context, deal string) (int64, error) {
	seq, _, err := store.One[int64](ctx, d.Q, lastOfDeal, d.Workspace, deal)
	return seq, err
}

// list gives a kind's things of a deal, opened. They may lie on the shelf: change none.
func (d *desk) list(ctx context.Context, k *Kind, deal string) (reflect.Value, error) {
	closed, err := d.closed(ctx, listKey{deal, k})
	if err != nil || !k.sealed || closed.Len() == 0 {
		return closed, err
	}
	opened := reflect.MakeSlice(closed.Type(), closed.Len(), closed.Len())
	reflect.Copy(opened, closed)
	return opened, k.open(ctx, d.Q, &d.ring, opened)
}

func (d *desk) closed(ctx context.Context, key listKey) (reflect.Value, error) {
	seq, err := d.placed(ctx, key.deal)
	if err != nil {
		return reflect.Value{}, err
	}
	v, ok := d.shelf.find(dealKey{d.Workspace, key.deal}, seq, key.kind)
	changes := d.changed[key]
	switch {
	case ok && len(changes) == 0:
		return v, nil
	case ok:
		v, err = key.kind.patched(v, changes)
	default:
		v, err = d.scan(ctx, key.kind, key.kind.byDeal, d.Workspace, key.deal)
	}
	if err == nil {
		d.fetched[key] = v
	}
	return v, err
}

// one gives a copy of a thing, opened, if its deal's list was read already or lies on the shelf.
func (d *desk) one(ctx context.Context, k *Kind, h *Row) (reflect.Value, bool, error) {
	key := listKey{h.Deal, k}
	seq, err := d.placed(ctx, h.Deal)
	if err != nil || len(d.changed[key]) > 0 {
		return reflect.Value{}, false, err
	}
	list, ok := d.fetched[key]
	if !ok {
		list, ok = d.shelf.find(dealKey{d.Workspace, h.Deal}, seq, k)
	}
	if !ok {
		return reflect.Value{}, false, nil
	}
	at, there := k.position(list, h.ID)
	if !there {
		return reflect.Value{}, false, nil
	}
	im, err := k.imageOf(list.Index(at)) // a copy that shares nothing with what lies there
	if err != nil {
		return reflect.Value{}, false, err
	}
	one := reflect.MakeSlice(list.Type(), 1, 1)
	if err := k.restore(one.Index(0), &folded{Row: *list.Index(at).Addr().Interface().(Thing).Head(), image: im}); err != nil {
		return reflect.Value{}, false, err
	}
	return one.Index(0), true, k.open(ctx, d.Q, &d.ring, one)
}

// placed is the place that holds for the whole computation.
func (d *desk) placed(ctx context.Context, deal string) (int64, error) {
	if seq, known := d.places[deal]; known {
		return seq, nil
	}
	seq, err := d.place(ctx, deal)
	if err == nil {
		d.places[deal] = seq
	}
	return seq, err
}

// patched is a list with changes made to it, in the order of ids. The list itself is left alone.
func (k *Kind) patched(list reflect.Value, changes []change) (reflect.Value, error) {
	out := reflect.MakeSlice(list.Type(), list.Len(), list.Len()+len(changes))
	reflect.Copy(out, list)
	for _, c := range changes {
		at, there := k.position(out, c.ID)
		if c.now == nil {
			if there {
				out = reflect.AppendSlice(out.Slice(0, at), out.Slice(at+1, out.Len()))
			}
			continue
		}
		v := reflect.New(k.typ).Elem()
		if err := k.restore(v, &folded{Row: c.Row, image: c.now}); err != nil {
			return out, err
		}
		if !there {
			out = reflect.Append(out, v)
			reflect.Copy(out.Slice(at+1, out.Len()), out.Slice(at, out.Len()-1))
		}
		out.Index(at).Set(v)
	}
	return out, nil
}

// position is where a thing stands in a list in order of ids, or would stand.
func (k *Kind) position(list reflect.Value, id string) (int, bool) {
	at, end := 0, list.Len()
	for at < end {
		mid := (at + end) / 2
		if strings.Compare(list.Index(mid).Addr().Interface().(Thing).Head().ID, id) < 0 {
			at = mid + 1
		} else {
			end = mid
		}
	}
	return at, at < list.Len() && list.Index(at).Addr().Interface().(Thing).Head().ID == id
}

// keep puts what a reader fetched on the shelf, if the deal is still where it was.
func (d *desk) keep(ctx context.Context) {
	for deal, seq := range d.places {
		lists := map[*Kind]reflect.Value{}
		for key, v := range d.fetched {
			if key.deal == deal {
				lists[key.kind] = v
			}
		}
		if len(lists) == 0 {
			continue
		}
		if now, err := d.place(ctx, deal); err == nil && now == seq {
			d.shelf.put(dealKey{d.Workspace, deal}, seq, lists)
		}
	}
}

// committed puts a deal on the shelf as the act left it: what was fetched since its last change,
// and what lay there and was not changed.
func (d *desk) committed(deal string, seq int64) {
	was, known := d.places[deal]
	if !known {
		return
	}
	lists := map[*Kind]reflect.Value{}
	for k, v := range d.shelf.all(dealKey{d.Workspace, deal}, was) {
		if len(d.changed[listKey{deal, k}]) == 0 {
			lists[k] = v
		}
	}
	for key, v := range d.fetched {
		if key.deal == deal {
			lists[key.kind] = v
		}
	}
	d.shelf.put(dealKey{d.Workspace, deal}, seq, lists)
}

// note records a change of the act under way; what was fetched before it no longer holds.
func (d *desk) note(k *Kind, h *Row, now image) {
	if d == nil || h.Deal == "" {
		return
	}
	key := listKey{h.Deal, k}
	d.changed[key] = append(d.changed[key], change{*h, now})
	delete(d.fetched, key)
}

// lastOf is the last row that the act wrote in each deal.
func lastOf(entries []Entry) map[string]int64 {
	out := map[string]int64{}
	for _, e := range slices.Backward(entries) {
		if _, seen := out[e.Deal]; !seen {
			out[e.Deal] = e.Seq
		}
	}
	return out
}
