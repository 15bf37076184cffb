package journal

import (
	"context"
	"encoding/json"

	"throughline/internal/clock"
	"throughline/internal/store"
)

var (
	activityOfDeal = store.SQL(`SELECT ` + entryColumns + ` FROM journal
		WHERE workspace = $1 AND deal = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4`)
	activityOfDealSince = store.SQL(`SELECT ` + entryColumns + ` FROM journal
		WHERE workspace = $1 AND deal = $2 AND seq > $3 ORDER BY seq DESC LIMIT $4`)
	activityOfThing = store.SQL(`SELECT ` + entryColumns + ` FROM journal
		WHERE workspace = $1 AND thing = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4`)
	activitySince = store.SQL(`SELECT ` + entryColumns + ` FROM journal
		WHERE workspace = $1 AND seq > $2 ORDER BY seq LIMIT $3`)
	momentsOfDeal = store.SQL(`SELECT act, MIN(at) FROM journal
		WHERE workspace = $1 AND deal = $2 GROUP BY act ORDER BY MIN(at)`)
	span    = store.SQL(`SELECT COALESCE(MIN(at), 0), COALESCE(MAX(at), 0) FROM journal WHERE workspace = $1 AND deal = $2`)
	atSeq   = store.SQL(`SELECT at FROM journal WHERE workspace = $1 AND seq = $2`)
	headSeq = store.SQL(`SELECT seq FROM journal_head WHERE workspace = $1`)
)

// End is a cursor beyond every row: where reading backwards begins.
const End = int64(1) << 62

// OfDeal is what happened in a deal, newest first, before the cursor (a seq, or End).
func OfDeal(ctx context.Context, r *Reader, deal string, before int64, limit int) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, activityOfDeal, r.Workspace, deal, before, limit)
}

// OfDealSince is what happened in a deal after the cursor, newest first.
func OfDealSince(ctx context.Context, r *Reader, deal string, after int64, limit int) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, activityOfDealSince, r.Workspace, deal, after, limit)
}

// OfThing is what happened to one thing, newest first.
func OfThing(ctx context.Context, r *Reader, thing string, before int64, limit int) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, activityOfThing, r.Workspace, thing, before, limit)
}

// Since is what happened in the workspace after the cursor, oldest first. Rows are gap-free
// and in the order of their commits, so a cursor misses nothing.
func Since(ctx context.Context, r *Reader, after int64, limit int) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, activitySince, r.Workspace, after, limit)
}

// Of is the rows of one act, last first.
func Of(ctx context.Context, r *Reader, actID string) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, entriesOfAct, r.Workspace, actID)
}

// Head is the seq of the workspace's last row; 0 for an empty journal.
func Head(ctx context.Context, r *Reader) (int64, error) {
	n, _, err := store.One[int64](ctx, r.Q, headSeq, r.Workspace)
	return n, err
}

// AtSeq is the moment of a row; zero where there is none.
func AtSeq(ctx context.Context, r *Reader, seq int64) (clock.Instant, error) {
	at, _, err := store.One[clock.Instant](ctx, r.Q, atSeq, r.Workspace, seq)
	return at, err
}

// Moment is the first time an act of that name was done in a deal.
type Moment struct {
	Act string
	At  clock.Instant
}

// Moments lists when each kind of act was first done in the deal.
func Moments(ctx context.Context, r *Reader, deal string) ([]Moment, error) {
	return store.List[Moment](ctx, r.Q, momentsOfDeal, r.Workspace, deal)
}

// Span is the deal's first and last moment; both zero for a deal without a life.
func Span(ctx context.Context, r *Reader, deal string) (first, last clock.Instant, err error) {
	type pair struct{ First, Last clock.Instant }
	p, _, err := store.One[pair](ctx, r.Q, span, r.Workspace, deal)
	return p.First, p.Last, err
}

// Changed is one column of an entry, before and after, as JSON.
type Changed struct {
	Column   string
	Was, Now json.RawMessage
}

// Changes lists the columns of the entry that changed, in the order of the kind's columns.
// Sealed words are left out.
func (e Entry) Changes() []Changed {
	k := kindsByName[e.Kind]
	if k == nil {
		return nil
	}
	was, _ := parseImage(e.Was)
	now, _ := parseImage(e.Now)
	var out []Changed
	for _, c := range k.columns[ownColumns:] {
		if _, in := now[c.name]; (in || e.Now == "") && !c.sealed {
			out = append(out, Changed{c.name, was[c.name], now[c.name]})
		}
	}
	return out
}
