package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"reflect"
	"sort"

	"throughline/internal/store"
)

// Finding is one thing that verify holds to be wrong.
type Finding struct {
	Workspace string `json:"workspace"`
	Where     string `json:"where"` // a journal row, a deal, a thing
	What      string `json:"what"`
}

// Report is what verify looked at and found.
type Report struct {
	Rows     int64     `json:"rows"`   // of the journal
	Things   int64     `json:"things"` // stored, compared with their rebuilt selves
	Deals    int       `json:"deals"`
	Findings []Finding `json:"findings"`
}

// most is how many findings a report lists before it stops adding.
const most = 100

func (r *Report) add(workspace, where, format string, args ...any) {
	if len(r.Findings) < most {
		r.Findings = append(r.Findings, Finding{workspace, where, fmt.Sprintf(format, args...)})
	}
}

var (
	headRows  = store.SQL(`SELECT workspace, seq, hash FROM journal_head ORDER BY workspace`)
	chainRows = store.SQL(`SELECT ` + entryColumns + ` FROM journal WHERE workspace = $1 ORDER BY seq`)
	foldRows  = store.SQL(`SELECT deal, kind, thing, revision, was, now FROM journal WHERE workspace = $1 ORDER BY deal, seq`)
)

// Verify checks every workspace's chain, and that every thing rebuilt from the journal alone
// equals what is stored. Memory stays bounded by the largest deal.
func Verify(ctx context.Context, q store.Querier) (*Report, error) {
	type head struct {
		Workspace string
		Seq       int64
		Hash      []byte
	}
	heads, err := store.List[head](ctx, q, headRows)
	if err != nil {
		return nil, err
	}
	rep := &Report{}
	for _, h := range heads {
		if err := verifyChain(ctx, q, rep, h.Workspace, h.Seq, h.Hash); err != nil {
			return rep, err
		}
		if err := verifyThings(ctx, q, rep, h.Workspace); err != nil {
			return rep, err
		}
	}
	return rep, nil
}

func verifyChain(ctx context.Context, q store.Querier, rep *Report, workspace string, end int64, endHash []byte) error {
	rows, err := q.QueryContext(ctx, string(chainRows), workspace)
	if err != nil {
		return store.Explain(err)
	}
	defer rows.Close()
	prev, want := []byte{}, int64(0)
	for rows.Next() {
		var e Entry
		if err := rows.Scan(places(&e)...); err != nil {
			return err
		}
		rep.Rows++
		if want++; e.Seq != want {
			rep.add(workspace, fmt.Sprintf("journal row %d", want), "is missing; the next one is %d", e.Seq)
			want = e.Seq
		}
		if !bytes.Equal(e.seal(prev), e.Hash) {
			rep.add(workspace, fmt.Sprintf("journal row %d", e.Seq), "its hash does not fit what it says or the row before it")
		}
		prev = e.Hash
	}
	if want != end || !bytes.Equal(prev, endHash) {
		rep.add(workspace, "the chain's head", "says row %d, the journal ends at %d", end, want)
	}
	return store.Explain(rows.Err())
}

func places(e *Entry) []any {
	return []any{&e.Workspace, &e.Seq, &e.At, &e.Actor, &e.Act, &e.ActID, &e.Deal, &e.Kind, &e.Thing, &e.Revision, &e.Was, &e.Now, &e.Hash}
}

// digest is a sum over things that does not depend on their order: the 256-bit hashes,
// added word by word.
type digest [4]uint64

func (d *digest) add(kind, thing string, revision int64, im image) {
	h := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d\x00%s", kind, thing, revision, im.text()))
	for i := range d {
		for j := range 8 {
			d[i] += uint64(h[8*i+j]) << (8 * j)
		}
	}
}

func verifyThings(ctx context.Context, q store.Querier, rep *Report, workspace string) error {
	rebuilt, err := rebuiltDigests(ctx, q, workspace)
	if err != nil {
		return err
	}
	stored := map[string]digest{}
	names := make([]string, 0, len(kindsByName))
	for name := range kindsByName {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		n, err := storedDigests(ctx, q, workspace, kindsByName[name], stored)
		if err != nil {
			return err
		}
		rep.Things += n
	}
	for deal, d := range rebuilt {
		if stored[deal] != d {
			rep.add(workspace, where(deal), "what is stored differs from what its journal tells")
		}
		delete(stored, deal)
		rep.Deals++
	}
	for deal, d := range stored {
		if d != (digest{}) {
			rep.add(workspace, where(deal), "holds things that no journal row tells of")
		}
	}
	return nil
}

func where(deal string) string {
	if deal == "" {
		return "things outside deals"
	}
	return "deal " + deal
}

func rebuiltDigests(ctx context.Context, q store.Querier, workspace string) (map[string]digest, error) {
	out := map[string]digest{}
	rows, err := q.QueryContext(ctx, string(foldRows), workspace)
	if err != nil {
		return nil, store.Explain(err)
	}
	defer rows.Close()
	var p *Past
	finish := func() {
		if p == nil {
			return
		}
		var d digest
		for kind, of := range p.things {
			for id, f := range of {
				d.add(kind, id, f.Revision, f.image)
			}
		}
		out[p.deal] = d
	}
	for rows.Next() {
		e := Entry{Workspace: workspace}
		if err := rows.Scan(&e.Deal, &e.Kind, &e.Thing, &e.Revision, &e.Was, &e.Now); err != nil {
			return nil, err
		}
		if p == nil || p.deal != e.Deal {
			finish()
			p = &Past{deal: e.Deal, things: map[string]map[string]*folded{}}
		}
		if err := p.fold(&e); err != nil {
			return nil, err
		}
	}
	finish()
	return out, store.Explain(rows.Err())
}

func storedDigests(ctx context.Context, q store.Querier, workspace string, k *Kind, into map[string]digest) (int64, error) {
	rows, err := q.QueryContext(ctx, string(k.all), workspace)
	if err != nil {
		return 0, store.Explain(err)
	}
	defer rows.Close()
	cells, places := make([]cell, len(k.columns)), make([]any, len(k.columns))
	n := int64(0)
	for rows.Next() {
		v := reflect.New(k.typ).Elem()
		for i, c := range k.columns {
			cells[i] = cell{v.FieldByIndex(c.index), c.json}
			places[i] = &cells[i]
		}
		if err := rows.Scan(places...); err != nil {
			return n, err
		}
		im, err := k.imageOf(v)
		if err != nil {
			return n, err
		}
		h := v.Addr().Interface().(Thing).Head()
		d := into[h.Deal]
		d.add(k.Name, h.ID, h.Revision, im)
		into[h.Deal] = d
		n++
	}
	return n, store.Explain(rows.Err())
}
