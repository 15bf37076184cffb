package inbox

import (
	"context"
	"encoding/json"
	"sort"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
)

const (
	mostBreaks  = 12
	mostWaiting = 60
	mostDeals   = 8  // shown with their threads, and looked through for changes
	mostRows    = 80 // of one deal's journal
)

// Inbox is a person's first page.
type Inbox struct {
	Breaks   []tally.Mending          `json:"breaks"` // theirs to mend, the oldest first
	BreakSum int                      `json:"break_sum"`
	Waiting  []Waiting                `json:"waiting"` // the oldest first
	WaitSum  int                      `json:"wait_sum"`
	Deals    []tally.Counts           `json:"deals"`   // theirs with most breaks
	Changed  []Changed                `json:"changed"` // the last touched first
	Seen     Seen                     `json:"seen"`
	Head     int64                    `json:"head"` // what Mark takes once this was read
	Mine     int                      `json:"mine"` // how many deals are theirs
	Labels   map[string]account.Label `json:"labels"`
}

// Waiting is one thing that waits for the person, with the area that says so.
type Waiting struct {
	area.Waiting
	Area string `json:"area"`
}

// Changed is what others did in one deal since the person looked.
type Changed struct {
	Deal string `json:"deal"`
	Acts []Act  `json:"acts"` // the last first
}

// Act is one act of somebody else.
type Act struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Words  string        `json:"words"` // "withdrew a requirement"
	Person string        `json:"person"`
	At     clock.Instant `json:"at"`
	Rows   int           `json:"rows"`  // how many things it changed
	Title  string        `json:"title"` // of the first thing it changed, where that is written anew
	Kind   string        `json:"kind"`
	Thing  string        `json:"thing"` // its id
}

// Of collects the person's inbox on a day.
func Of(ctx context.Context, h *area.House, r *journal.Reader, person string, today clock.Date) (Inbox, error) {
	var in Inbox
	var err error
	if in.Seen, err = Look(ctx, h.Journal.DB, r, person); err != nil {
		return in, err
	}
	if in.Head, err = journal.Head(ctx, r); err != nil {
		return in, err
	}
	if in.Breaks, in.BreakSum, err = tally.BreaksFor(ctx, r, person, mostBreaks); err != nil {
		return in, err
	}
	if err := in.wait(ctx, h, r, person, today); err != nil {
		return in, err
	}
	if err := in.mine(ctx, h, r, person); err != nil {
		return in, err
	}
	in.Labels, err = account.Labels(ctx, r, in.deals())
	return in, err
}

// wait asks every area.
func (in *Inbox) wait(ctx context.Context, h *area.House, r *journal.Reader, person string, today clock.Date) error {
	for _, a := range h.Areas {
		if a.Inbox == nil {
			continue
		}
		all, err := a.Inbox(ctx, r, person, today)
		if err != nil {
			return err
		}
		for _, w := range all {
			in.Waiting = append(in.Waiting, Waiting{w, a.Name})
		}
	}
	unnamed, err := unnamed(ctx, r, person)
	if err != nil {
		return err
	}
	due, err := steps(ctx, r, person, today)
	if err != nil {
		return err
	}
	in.Waiting = append(append(once(in.Waiting), unnamed...), due...)
	sort.SliceStable(in.Waiting, func(i, j int) bool { return in.Waiting[i].Since < in.Waiting[j].Since })
	in.WaitSum = len(in.Waiting)
	in.Waiting = in.Waiting[:min(len(in.Waiting), mostWaiting)]
	return nil
}

// once leaves out what two areas say of one thing, known by the place that both lead to: the line
// with a date stays.
func once(all []Waiting) []Waiting {
	type place struct{ deal, path string }
	at := map[place]int{}
	out := all[:0]
	for _, w := range all {
		p := place{w.Deal, w.Path}
		i, there := at[p]
		switch {
		case !there || out[i].Area == w.Area:
			at[p] = len(out)
			out = append(out, w)
		case out[i].Due == "" && w.Due != "":
			out[i] = w
		}
	}
	return out
}

const tallyColumns = `t.deal, t.phase, t.archived, t.ae, t.se, t.sa, t.close_on, t.known, t.minor, t.currency, t.requirements, t.musts, t.breaks, t.coverage, t.promises, t.at_risk, t.technical_win, t.no_dates, t.judged_on, t.stale_on, t.digest`

var (
	countMine = store.SQL(`SELECT COUNT(*) FROM ` + tally.Mine("deal"))
	worstMine = store.SQL(`SELECT ` + tallyColumns + ` FROM (SELECT deal FROM ` + tally.Mine("deal, phase, breaks, touched_at + 0 AS touched") + `
		WHERE phase IN ('open', 'won') ORDER BY breaks DESC, touched DESC LIMIT $3) m JOIN tally t ON t.deal = m.deal
		WHERE t.workspace = $1 ORDER BY t.breaks DESC, t.touched_at DESC`)
	touchedMine = store.SQL(`SELECT deal FROM ` + tally.Mine("deal, touched_at + 0 AS touched") + ` WHERE touched >= $3
		AND (SELECT MAX(j.seq) FROM journal j WHERE j.workspace = $1 AND j.deal = mine.deal) > $4 ORDER BY touched DESC LIMIT $5`)
)

// longestAct is how long an act may take from its moment to its place in the journal. A deal that
// was touched so long before the person looked is looked through as well.
const longestAct = 10 * time.Minute

// mine looks at the person's own deals: how many, the worst, and those touched since they looked.
func (in *Inbox) mine(ctx context.Context, h *area.House, r *journal.Reader, person string) error {
	var err error
	if in.Mine, _, err = store.One[int](ctx, r.Q, countMine, r.Workspace, person); err != nil {
		return err
	}
	if in.Deals, err = store.List[tally.Counts](ctx, r.Q, worstMine, r.Workspace, person, mostDeals); err != nil || in.Seen.At.IsZero() {
		return err
	}
	from, err := journal.AtSeq(ctx, r, in.Seen.Seq)
	if err != nil {
		return err
	}
	touched, err := store.List[string](ctx, r.Q, touchedMine, r.Workspace, person, from.Add(-longestAct), in.Seen.Seq, 3*mostDeals)
	if err != nil {
		return err
	}
	for _, deal := range touched {
		if len(in.Changed) == mostDeals {
			break
		}
		rows, err := journal.OfDealSince(ctx, r, deal, in.Seen.Seq, mostRows)
		if err != nil {
			return err
		}
		if acts := actsOf(h, rows, in.Seen.Seq, person); len(acts) > 0 {
			in.Changed = append(in.Changed, Changed{Deal: deal, Acts: acts})
		}
	}
	return nil
}

// actsOf gathers the rows after a place in the journal by act, without the person's own.
func actsOf(h *area.House, rows []journal.Entry, after int64, person string) (out []Act) {
	at := map[string]int{}
	for _, e := range rows {
		if e.Seq <= after || e.Actor == person {
			continue
		}
		i, there := at[e.ActID]
		if !there {
			i = len(out)
			at[e.ActID] = i
			out = append(out, Act{ID: e.ActID, Name: e.Act, Words: h.Act(e.Act), Person: e.Actor, At: e.At})
		}
		out[i].Rows++
		out[i].Kind, out[i].Thing, out[i].Title = e.Kind, e.Thing, titleOf(h, e) // rows come last first
	}
	return out
}

// titleOf is the thing's title when the entry wrote it. Words of people outside are not in it.
func titleOf(h *area.House, e journal.Entry) string {
	columns := h.Journal.Words[e.Kind]
	if len(columns) == 0 {
		return ""
	}
	for _, c := range e.Changes() {
		var title string
		if c.Column == columns[0] && json.Unmarshal(c.Now, &title) == nil {
			return title
		}
	}
	return ""
}

func (in *Inbox) deals() (out []string) {
	for _, b := range in.Breaks {
		out = append(out, b.Deal)
	}
	for _, w := range in.Waiting {
		out = append(out, w.Deal)
	}
	for _, d := range in.Deals {
		out = append(out, d.Deal)
	}
	for _, c := range in.Changed {
		out = append(out, c.Deal)
	}
	return out
}
