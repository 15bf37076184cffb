package tally

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// Break is one break as it is kept beside its deal, for whoever mends it.
type Break struct {
	Deal        string
	Place       int    // in the order of the thread
	Requirement string // its key; empty for a break of the deal
	Station     thread.Station
	Rule        thread.Rule
	Who         string // SE, SA or AE
	Person      string // who that is in the deal; may be nobody
	Why         string
	Since       clock.Date
	Thing       string // the requirement's id; empty for a break of the deal
}

// Mending is a break with the sentence it stands in the way of.
type Mending struct {
	Break
	Statement string
}

const breakColumns = `deal, place, requirement, station, rule, who, person, why, since, thing`

var (
	breaksOfOne = store.SQL(`SELECT ` + breakColumns + ` FROM break_line WHERE workspace = $1 AND deal = $2 ORDER BY place`)
	breaksFor   = store.SQL(`SELECT b.deal, b.place, b.requirement, b.station, b.rule, b.who, b.person, b.why, b.since, b.thing, COALESCE(r.statement, '')
		FROM (SELECT ` + breakColumns + ` FROM break_line WHERE workspace = $1 AND person = $2 ORDER BY since, deal, place LIMIT $3) b
		LEFT JOIN requirement r ON r.workspace = $1 AND r.id = b.thing ORDER BY b.since, b.deal, b.place`)
	breaksCount = store.SQL(`SELECT COUNT(*) FROM break_line WHERE workspace = $1 AND person = $2`)
	keepBreak   = store.InsertInto("break_line", `workspace, `+breakColumns, "")
	dropBreaks  = store.SQL(`DELETE FROM break_line WHERE workspace = $1 AND deal = $2`)
	mostBreaks  = 500 // of one deal; a deal with more is mended from its own page
	noBreaks    = []Break{}
)

// BreaksFor lists the breaks that a person mends, the oldest first, and says how many there are.
func BreaksFor(ctx context.Context, r *journal.Reader, person string, limit int) ([]Mending, int, error) {
	lines, err := store.List[Mending](ctx, r.Q, breaksFor, r.Workspace, person, limit)
	if err != nil || len(lines) < limit {
		return lines, len(lines), err
	}
	n, _, err := store.One[int](ctx, r.Q, breaksCount, r.Workspace, person)
	return lines, n, err
}

// Breaks are the breaks of a picture as they are kept. An archived deal keeps none. What
// someone outside said when a station failed stands with the evidence alone, under their key.
func Breaks(p *thread.Picture) []Break {
	d := &p.Facts.Deal
	if d.Archived {
		return noBreaks
	}
	ids := map[string]string{"": ""}
	for _, l := range p.Rows {
		ids[l.Key] = l.Requirement.ID
	}
	out := make([]Break, 0, len(p.Breaks))
	for i, b := range p.Breaks[:min(len(p.Breaks), mostBreaks)] {
		if b.Rule == thread.RuleFailed {
			b.Why = "Failed to be " + b.Station.String() + "."
		}
		out = append(out, Break{d.ID, i, b.Requirement, b.Station, b.Rule, b.Who, mends(d, b.Who), b.Why, b.Since, ids[b.Requirement]})
	}
	return out
}

func mends(d *account.Opportunity, who string) string {
	switch who {
	case "AE":
		return d.AE
	case "SA":
		return d.SA
	}
	return d.SE
}

// keepBreaks writes the breaks anew if they differ from what is kept.
func keepBreaks(ctx context.Context, k writer, p *thread.Picture) error {
	deal := p.Facts.Deal.ID
	had, err := store.List[Break](ctx, k.q, breaksOfOne, k.workspace, deal)
	if err != nil {
		return err
	}
	now := Breaks(p)
	if slices.Equal(had, now) {
		return nil
	}
	if len(had) > 0 {
		if err := k.exec(ctx, dropBreaks, k.workspace, deal); err != nil {
			return err
		}
	}
	for _, b := range now {
		if err := k.row(ctx, keepBreak, b.args(k.workspace)...); err != nil {
			return err
		}
	}
	return nil
}

func (b Break) args(workspace string) []any {
	return []any{workspace, b.Deal, b.Place, b.Requirement, int(b.Station), string(b.Rule), b.Who, b.Person, b.Why, b.Since, b.Thing}
}
