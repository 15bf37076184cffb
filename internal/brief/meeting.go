package brief

import (
	"context"
	"slices"
	"sort"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/tally"
)

// Meeting is when people of theirs meet ours.
type Meeting struct {
	Kind     string        `json:"kind"` // call, meeting, demo
	ID       string        `json:"id"`   // of the call or demo; empty where none is planned
	Title    string        `json:"title"`
	At       clock.Instant `json:"at"`
	Contacts []string      `json:"contacts"`
	Ours     []string      `json:"ours"`
	Held     bool          `json:"held"` // it was held and something of it is kept
}

// Begun is how long a meeting counts as to come after it began: one is late, or looks again.
const Begun = 3 * time.Hour

// meetings lists a deal's meetings, the first held first. Notes and lists are none.
func meetings(ctx context.Context, src journal.Source, deal string) ([]Meeting, error) {
	calls, err := discovery.Calls(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	var out []Meeting
	for _, c := range calls {
		if c.Kind == "call" || c.Kind == "meeting" {
			out = append(out, Meeting{c.Kind, c.ID, c.Title, c.HeldAt, c.Contacts, c.People, c.State != discovery.Wordless})
		}
	}
	demos, err := journal.List[demo.Demo](ctx, src, deal)
	for _, d := range demos {
		if d.State != demo.Withdrawn {
			out = append(out, Meeting{"demo", d.ID, d.Title, d.HeldAt, d.Contacts, d.Persons, d.State == demo.Delivered})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].At.Before(out[j].At) })
	return out, err
}

// choose is the meeting of an id; without one the next to come, or none.
func choose(all []Meeting, id string, now clock.Instant) (Meeting, error) {
	i := slices.IndexFunc(all, func(m Meeting) bool {
		return m.ID == id || id == "" && !m.Held && m.At.After(now.Add(-Begun))
	})
	switch {
	case i >= 0:
		return all[i], nil
	case id != "":
		return Meeting{}, problem.NotFound("meeting", id)
	}
	return Meeting{Contacts: []string{}, Ours: []string{}}, nil
}

// Coming is a meeting of a person's deals.
type Coming struct {
	Deal  string        `json:"deal"`
	Kind  string        `json:"kind"`
	ID    string        `json:"id"`
	Title string        `json:"title"`
	At    clock.Instant `json:"at"`
	Label account.Label `json:"-"`
}

// Ahead is how far the inbox looks for meetings.
const Ahead = 14 * 24 * time.Hour

var planned = `SELECT c.deal, c.kind, c.id, c.title, c.held_at AS at FROM ` + tally.Mine("deal") + `
		CROSS JOIN call c WHERE c.workspace = $1 AND c.deal = mine.deal AND c.kind IN ('call', 'meeting') AND c.state = 'wordless' AND c.held_at >= $3 AND c.held_at < $4
		UNION SELECT d.deal, 'demo', d.id, d.title, d.held_at AS at FROM ` + tally.Mine("deal") + `
		CROSS JOIN demo d WHERE d.workspace = $1 AND d.deal = mine.deal AND d.state = 'planned' AND d.held_at >= $3 AND d.held_at < $4`

var (
	coming = store.SQL(planned + ` ORDER BY at, id LIMIT 8`)
	ofDeal = store.SQL(`SELECT c.deal, c.kind, c.id, c.title, c.held_at AS at FROM call c WHERE c.workspace = $1 AND c.deal = $2 AND c.kind IN ('call', 'meeting') AND c.state = 'wordless' AND c.held_at >= $3
		UNION SELECT d.deal, 'demo', d.id, d.title, d.held_at AS at FROM demo d WHERE d.workspace = $1 AND d.deal = $2 AND d.state = 'planned' AND d.held_at >= $3 ORDER BY at, id LIMIT 1`)
)

type comingRow struct {
	Deal, Kind, ID, Title string
	At                    clock.Instant
}

// Upcoming lists the meetings of a person's deals in the next two weeks, the first to come first.
func Upcoming(ctx context.Context, r *journal.Reader, person string, now clock.Instant) ([]Coming, error) {
	rows, err := store.List[comingRow](ctx, r.Q, coming, r.Workspace, person, now.Add(-Begun), now.Add(Ahead))
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(rows))
	for _, c := range rows {
		ids = append(ids, c.Deal)
	}
	labels, err := account.Labels(ctx, r, ids)
	out := make([]Coming, 0, len(rows))
	for _, c := range rows {
		out = append(out, Coming{c.Deal, c.Kind, c.ID, c.Title, c.At, labels[c.Deal]})
	}
	return out, err
}

// Next is the deal's next meeting, if one is planned.
func Next(ctx context.Context, r *journal.Reader, deal string, now clock.Instant) (Coming, bool, error) {
	c, ok, err := store.One[comingRow](ctx, r.Q, ofDeal, r.Workspace, deal, now.Add(-Begun))
	return Coming{c.Deal, c.Kind, c.ID, c.Title, c.At, account.Label{}}, ok, err
}
