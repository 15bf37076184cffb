package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"sync"

	"throughline/internal/clock"
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
	headRow   = store.SQL(`SELECT workspace, seq, hash FROM journal_head WHERE workspace = $1`)
	chainRows = store.SQL(`SELECT ` + entryColumns + ` FROM journal WHERE workspace = $1 ORDER BY seq`)
	foldRows  = store.SQL(`SELECT deal, kind, thing, revision, was, now FROM journal WHERE workspace = $1 ORDER BY deal, seq`)
)

// Verify checks every workspace's chain, and that every thing rebuilt from the journal alone
// equals what is stored. Memory stays bounded by the largest deal.
func Verify(ctx context.Context, q store.Querier) (*Report, error) {
	heads, err := store.List[chainEnd](ctx, q, headRows)
	if err != nil {
		return nil, err
	}
	rep := &Report{}
	for _, h := range heads {
		// The chain and the things are looked at side by side, each with a report of its own.
		var chain, things Report
		var chainErr, thingsErr error
		var both sync.WaitGroup
		both.Go(func() { chainErr = verifyChain(ctx, q, &chain, h) })
		both.Go(func() { thingsErr = verifyThings(ctx, q, &things, h.Workspace) })
		both.Wait()
		rep.join(&chain)
		rep.join(&things)
		if err := errors.Join(chainErr, thingsErr); err != nil {
			return rep, err
		}
	}
	return rep, nil
}

// join adds what another report looked at and found.
func (r *Report) join(o *Report) {
	r.Rows, r.Things, r.Deals = r.Rows+o.Rows, r.Things+o.Things, r.Deals+o.Deals
	r.Findings = append(r.Findings, o.Findings[:min(len(o.Findings), most-len(r.Findings))]...)
}

// chainEnd is the head of a workspace's chain.
type chainEnd struct {
	Workspace string
	Seq       int64
	Hash      []byte
}

func verifyChain(ctx context.Context, q store.Querier, rep *Report, end chainEnd) error {
	rows, err := q.QueryContext(ctx, string(chainRows), end.Workspace)
	if err != nil {
		return store.Explain(err)
	}
	defer rows.Close()
	last, met := chainEnd{Hash: []byte{}}, end.Seq == 0
	for rows.Next() {
		var e Entry
		if err := rows.Scan(places(&e)...); err != nil {
			return err
		}
		rep.Rows++
		if last.Seq++; e.Seq != last.Seq {
			rep.add(end.Workspace, fmt.Sprintf("journal row %d", last.Seq), "is missing; the next one is %d", e.Seq)
			last.Seq = e.Seq
		}
		if !bytes.Equal(e.seal(last.Hash), e.Hash) {
			rep.add(end.Workspace, fmt.Sprintf("journal row %d", e.Seq), "its hash does not fit what it says or the row before it")
		}
		last.Hash = e.Hash
		met = met || last.Seq == end.Seq && bytes.Equal(last.Hash, end.Hash)
	}
	if err := rows.Err(); err != nil {
		return store.Explain(err)
	}
	if met && last.Seq > end.Seq { // somebody wrote while we looked: the head has gone on at least as far
		if end, _, err = store.One[chainEnd](ctx, q, headRow, end.Workspace); err != nil {
			return err
		}
		met = end.Seq > last.Seq || end.Seq == last.Seq && bytes.Equal(end.Hash, last.Hash)
	}
	if !met {
		rep.add(end.Workspace, "the chain's head", "says row %d, the journal ends at %d", end.Seq, last.Seq)
	}
	return nil
}

func places(e *Entry) []any {
	return []any{&e.Workspace, &e.Seq, &e.At, &e.Actor, &e.Act, &e.ActID, &e.Deal, &e.Kind, &e.Thing, &e.Revision, &e.Was, &e.Now, &e.Hash}
}

// digest is a sum over things that does not depend on their order: the 256-bit hashes,
// added word by word.
type digest [4]uint64

func (d *digest) add(kind, thing string, revision int64, text string) {
	told := append(make([]byte, 0, len(kind)+len(thing)+len(text)+24), kind...)
	told = append(append(append(told, 0), thing...), 0)
	told = append(append(strconv.AppendInt(told, revision, 10), 0), text...)
	h := sha256.Sum256(told)
	for i := range d {
		d[i] += binary.LittleEndian.Uint64(h[8*i:])
	}
}

func verifyThings(ctx context.Context, q store.Querier, rep *Report, workspace string) error {
	var rebuilt map[string]digest
	var rebuiltErr error
	var beside sync.WaitGroup
	beside.Go(func() { rebuilt, rebuiltErr = rebuiltDigests(ctx, q, workspace) })
	defer beside.Wait()
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
	if beside.Wait(); rebuiltErr != nil {
		return rebuiltErr
	}
	for deal, d := range rebuilt {
		same := stored[deal] == d
		if !same {
			grown, err := grownDigest(ctx, q, workspace, deal)
			if err != nil {
				return err
			}
			same = stored[deal] == grown
		}
		if !same {
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
				d.add(kind, id, f.Revision, f.text())
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

// grownDigest is a deal's digest with the columns that its kinds got since its rows were written,
// each as empty as a program that adds one leaves it.
func grownDigest(ctx context.Context, q store.Querier, workspace, deal string) (d digest, err error) {
	p, err := AsOf(ctx, Read(q, workspace), deal, clock.Micro(math.MaxInt64))
	if err != nil {
		return d, err
	}
	for kind, of := range p.things {
		empty, err := kindsByName[kind].imageOf(reflect.New(kindsByName[kind].typ).Elem())
		if err != nil {
			return d, err
		}
		for id, f := range of {
			im, err := f.whole()
			if err != nil {
				return d, err
			}
			for name, v := range empty {
				if _, has := im[name]; !has {
					im[name] = v
				}
			}
			d.add(kind, id, f.Revision, im.text())
		}
	}
	return d, nil
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
		d.add(k.Name, h.ID, h.Revision, im.text())
		into[h.Deal] = d
		n++
	}
	return n, store.Explain(rows.Err())
}
