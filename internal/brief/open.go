package brief

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Promised is a promise that still has to be kept.
type Promised struct {
	Key    string     `json:"key"` // P3
	ID     string     `json:"id"`
	Words  string     `json:"words"`
	To     string     `json:"to"` // a name; empty for nobody in particular
	Due    clock.Date `json:"due"`
	Late   bool       `json:"late"`
	AtRisk bool       `json:"at_risk"`
}

// promise lists what was promised to those who attend, then to nobody in particular.
func (b *reading) promise(context.Context) error {
	f := &b.thread.Facts
	broken := map[string]bool{}
	for _, l := range b.thread.Rows {
		broken[l.Requirement.ID] = len(l.Breaks) > 0
	}
	var all []Promised
	for _, p := range f.Promises {
		if !p.Pending() && p.State != thread.PromiseBroken || p.ToContact != "" && !b.attends(p.ToContact) {
			continue
		}
		if p.ToContact != "" && p.Requirement != "" {
			b.touched[p.Requirement] = true
		}
		due := p.DueOn()
		line := Promised{Key: fmt.Sprintf("P%d", p.Number), ID: p.ID, Words: p.Words.String(), Due: due, Late: due.Before(f.Today) || p.State == thread.PromiseBroken,
			AtRisk: p.AtRisk(f.Today, f.Settings.AtRiskDays, broken[p.Requirement])}
		if p.ToContact != "" {
			line.To = b.names.Of(p.ToContact)
		}
		all = append(all, line)
	}
	sort.SliceStable(all, func(i, j int) bool {
		if x, y := grave(all[i]), grave(all[j]); x != y {
			return x > y
		}
		return all[i].Due != "" && (all[j].Due == "" || all[i].Due < all[j].Due)
	})
	b.Promised, b.More.Promised = few(all, mostPromised)
	return nil
}

func grave(p Promised) int {
	n := 0
	for i, yes := range []bool{p.To != "", p.AtRisk, p.Late} {
		if yes {
			n += 1 << i
		}
	}
	return n
}

// Point is something open.
type Point struct {
	Kind    string     `json:"kind"`    // break, question, missing
	Key     string     `json:"key"`     // of the requirement; empty for none
	Station string     `json:"station"` // of a break or what is missing
	Words   string     `json:"words"`   // the requirement, or the question
	Why     string     `json:"why"`
	Since   clock.Date `json:"since"`
	ID      string     `json:"id"` // of a question
}

// open lists breaks on what those who attend asked for, questions without an answer, and the first
// station that each of their requirements misses.
func (b *reading) open(ctx context.Context) error {
	deal := b.thread.Facts.Deal.ID
	quotes, err := journal.List[thread.Quote](ctx, b.src, deal)
	if err != nil {
		return err
	}
	for _, q := range quotes {
		if b.attends(q.Speaker) {
			b.touched[q.Requirement] = true
		}
	}
	for _, r := range b.thread.Facts.Requirements {
		if b.attends(r.RaisedBy) {
			b.touched[r.ID] = true
		}
	}
	var breaks, missing []Point
	for _, l := range b.thread.Rows {
		if !b.touched[l.Requirement.ID] && len(b.touched) > 0 {
			continue
		}
		words := l.Requirement.Statement
		if len(l.Breaks) > 0 {
			k := l.Breaks[0]
			breaks = append(breaks, Point{Kind: "break", Key: l.Key, Station: k.Station.String(), Words: words, Why: strings.TrimSuffix(k.Why, "."), Since: k.Since})
			continue
		}
		if c := slices.IndexFunc(l.Cells[:], func(c thread.Cell) bool { return c.Owed && c.State == thread.Missing }); c >= 0 && l.Requirement.Stands() {
			missing = append(missing, Point{Kind: "missing", Key: l.Key, Station: l.Cells[c].Station.String(), Words: words, Why: "not " + l.Cells[c].Station.String() + " yet", Since: l.Cells[c].Due})
		}
	}
	questions, err := b.questions(ctx)
	if err != nil {
		return err
	}
	a, moreA := few(breaks, 4)
	q, moreQ := few(questions, 3)
	m, moreM := few(missing, max(0, mostOpen-len(a)-len(q)))
	b.Open, b.More.Open = slices.Concat(a, q, m), moreA+moreQ+moreM
	return nil
}

func (b *reading) questions(ctx context.Context) ([]Point, error) {
	all, err := journal.List[thread.Question](ctx, b.src, b.thread.Facts.Deal.ID)
	var out []Point
	for _, q := range all {
		if !q.AnsweredAt.IsZero() {
			continue
		}
		p := Point{Kind: "question", ID: q.ID, Words: q.Words, Why: "waits for " + b.names.Of(q.AskedOf), Since: clock.DateOf(q.AskedAt.Time())}
		for _, l := range b.thread.Rows {
			if l.Requirement.ID == q.Requirement {
				p.Key = l.Key
			}
		}
		out = append(out, p)
	}
	return out, err
}
