package journal

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/store"
)

// Past is a deal as it stood at a moment, rebuilt from the journal. Things outside the deal
// (accounts, contacts, people) are as they stand now.
type Past struct {
	now    *Reader
	deal   string
	things map[string]map[string]*folded // kind, id
}

// folded is a thing as its rows so far tell it. The first row's text is read only when it must be.
type folded struct {
	Row
	first string
	image image // what the rows after it make of the first; nil while there is none
}

// whole reads what is not read yet.
func (f *folded) whole() (image, error) {
	if f.image != nil {
		return f.image, nil
	}
	var err error
	f.image, err = parseImage(f.first)
	return f.image, err
}

// text is the thing as one canonical text.
func (f *folded) text() string {
	if f.image == nil {
		return f.first
	}
	return f.image.text()
}

var entriesUpTo = store.SQL(`SELECT kind, thing, revision, was, now FROM journal
	WHERE workspace = $1 AND deal = $2 AND at <= $3 ORDER BY seq`)

// AsOf rebuilds the deal at the moment, that moment included.
func AsOf(ctx context.Context, r *Reader, deal string, at clock.Instant) (*Past, error) {
	p := &Past{now: r, deal: deal, things: map[string]map[string]*folded{}}
	rows, err := r.Q.QueryContext(ctx, string(entriesUpTo), r.Workspace, deal, at)
	if err != nil {
		return nil, store.Explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var e Entry
		if err := rows.Scan(&e.Kind, &e.Thing, &e.Revision, &e.Was, &e.Now); err != nil {
			return nil, err
		}
		e.Workspace, e.Deal = r.Workspace, deal
		if err := p.fold(&e); err != nil {
			return nil, err
		}
	}
	return p, store.Explain(rows.Err())
}

// Rewind rebuilds the deal at a moment from any source: now, inside an act, or a later past.
func Rewind(ctx context.Context, src Source, deal string, at clock.Instant) (*Past, error) {
	switch s := src.(type) {
	case *Past:
		return AsOf(ctx, s.now, deal, at)
	case *Tx:
		return AsOf(ctx, s.Reader, deal, at)
	case *Reader:
		return AsOf(ctx, s, deal, at)
	case *computing:
		return Rewind(ctx, s.Source, deal, at)
	}
	return nil, fmt.Errorf("%T cannot be rewound", src)
}

var firstEntry = store.SQL(`SELECT COALESCE(MIN(at), 0) FROM journal WHERE workspace = $1 AND deal = $2`)

// Frozen rebuilds the deal as something froze it at a moment. A deal that came from elsewhere since
// brought its freeze and not its history: it is as it came.
func Frozen(ctx context.Context, src Source, deal string, at clock.Instant) (*Past, error) {
	p, err := Rewind(ctx, src, deal, at)
	if err != nil || p.things[opportunity][deal] != nil {
		return p, err
	}
	first, _, err := store.One[clock.Instant](ctx, p.now.Q, firstEntry, p.now.Workspace, deal)
	if err != nil {
		return nil, err
	}
	return Rewind(ctx, src, deal, first)
}

// opportunity is the kind of the deal itself.
const opportunity = "opportunity"

// fold applies one entry to the things before it.
func (p *Past) fold(e *Entry) error {
	of := p.things[e.Kind]
	if of == nil {
		of = map[string]*folded{}
		p.things[e.Kind] = of
	}
	if e.Now == "" {
		delete(of, e.Thing)
		return nil
	}
	f := of[e.Thing]
	if f == nil {
		of[e.Thing] = &folded{Row: Row{ID: e.Thing, Workspace: e.Workspace, Deal: e.Deal, Revision: e.Revision}, first: e.Now}
		return nil
	}
	f.Revision = e.Revision
	into, err := f.whole()
	if err != nil {
		return err
	}
	now, err := parseImage(e.Now)
	if err != nil {
		return err
	}
	maps.Copy(into, now)
	return nil
}

// Scope is the workspace.
func (p *Past) Scope() string { return p.now.Workspace }

func (p *Past) ofDeal(ctx context.Context, k *Kind, deal string) (reflect.Value, error) {
	if deal != p.deal {
		return p.now.ofDeal(ctx, k, deal)
	}
	of := p.things[k.Name]
	ids := make([]string, 0, len(of))
	for id := range of {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	out := reflect.MakeSlice(reflect.SliceOf(k.typ), len(ids), len(ids))
	for i, id := range ids {
		if err := k.restore(out.Index(i), of[id]); err != nil {
			return out, err
		}
	}
	return out, k.open(ctx, p.now.Q, &p.now.ring, out)
}

func (p *Past) byID(ctx context.Context, k *Kind, id string) (reflect.Value, bool, error) {
	f, ok := p.things[k.Name][id]
	if !ok {
		v, there, err := p.now.byID(ctx, k, id)
		if err == nil && there && v.Addr().Interface().(Thing).Head().Deal == p.deal {
			return reflect.Value{}, false, nil // came later
		}
		return v, there, err
	}
	one := reflect.MakeSlice(reflect.SliceOf(k.typ), 1, 1)
	if err := k.restore(one.Index(0), f); err != nil {
		return one, false, err
	}
	return one.Index(0), true, k.open(ctx, p.now.Q, &p.now.ring, one)
}

func (p *Past) ofIDs(ctx context.Context, k *Kind, ids []string) (reflect.Value, error) {
	out := reflect.MakeSlice(reflect.SliceOf(k.typ), 0, len(ids))
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		v, ok, err := p.byID(ctx, k, id)
		if err != nil {
			return out, err
		}
		if ok {
			out = reflect.Append(out, v)
		}
	}
	return out, nil
}

func (k *Kind) restore(v reflect.Value, f *folded) error {
	*v.Addr().Interface().(Thing).Head() = f.Row
	im, err := f.whole()
	if err != nil {
		return err
	}
	return k.fill(v, im)
}
