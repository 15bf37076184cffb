package brief

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Brief is all of it. Its lists are cut to what one sheet holds; More says how many each left out.
type Brief struct {
	Key      string        `json:"key"` // of the deal
	Deal     string        `json:"deal"`
	Account  string        `json:"account"`
	Meeting  Meeting       `json:"meeting"`
	AsOf     clock.Instant `json:"as_of"`
	Ours     []string      `json:"ours"` // names
	People   []Attendee    `json:"people"`
	Promised []Promised    `json:"promised"`
	Open     []Point       `json:"open"`
	Changed  []Change      `json:"changed"`
	Since    Meeting       `json:"since"` // when they last met us; no id: never
	Next     account.Step  `json:"next"`
	NextBy   string        `json:"next_by"` // a name
	More     More          `json:"more"`
}

// More is how many lines each list left out.
type More struct {
	People   int `json:"people"`
	Promised int `json:"promised"`
	Open     int `json:"open"`
	Changed  int `json:"changed"`
}

// What one sheet holds.
const (
	mostPeople   = 7
	mostPromised = 7
	mostOpen     = 8
	mostChanged  = 8
)

// reading is the deal while its brief is written.
type reading struct {
	src     journal.Source
	thread  *thread.Thread
	now     clock.Instant
	names   area.Names
	all     []Meeting
	touched map[string]bool // requirements that those who attend raised, said or were promised something on
	Brief
}

// Of writes the brief of one meeting, by its id; without one, of the next that is planned, and
// where none is, of everyone who has a say.
func Of(ctx context.Context, src journal.Source, t *thread.Thread, meeting string, now clock.Instant) (Brief, error) {
	d := t.Facts.Deal
	b := reading{src: src, thread: t, now: now, touched: map[string]bool{}}
	b.Key, b.Deal, b.AsOf = d.Prefix, d.Name, now
	var err error
	if b.names, err = area.NamesIn(ctx, src, d.ID); err != nil {
		return b.Brief, err
	}
	a, err := journal.Load[account.Account](ctx, src, d.Account)
	if err != nil {
		return b.Brief, err
	}
	b.Account = a.Name
	if b.all, err = meetings(ctx, src, d.ID); err != nil {
		return b.Brief, err
	}
	if b.Meeting, err = choose(b.all, meeting, now); err != nil {
		return b.Brief, err
	}
	for _, step := range []func(context.Context) error{b.attend, b.promise, b.open} {
		if err := step(ctx); err != nil {
			return b.Brief, err
		}
	}
	b.change()
	b.Ours = []string{}
	for _, p := range b.Meeting.Ours {
		b.Ours = append(b.Ours, b.names.Of(p))
	}
	if b.Next = (account.Step{Words: d.NextStep, By: d.NextBy, On: d.NextOn}); d.NextBy != "" {
		b.NextBy = b.names.Of(d.NextBy)
	}
	return b.Brief, nil
}

func (b *reading) attends(contact string) bool {
	return slices.ContainsFunc(b.People, func(a Attendee) bool { return a.Contact == contact })
}

// few is the first of a list, and how many were left out.
func few[T any](all []T, most int) ([]T, int) {
	if len(all) <= most {
		return append([]T{}, all...), 0
	}
	return all[:most], len(all) - most
}
