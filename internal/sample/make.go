package sample

import (
	"context"
	"fmt"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/id"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/sample/tale"
	"throughline/internal/store"
)

// name of the sample workspace.
const name = "Sample: Relay"

// zone in which the sample's days are days.
const zone = "Europe/Berlin"

// First makes the sample if the database has no workspace yet.
func First(ctx context.Context, h *area.House) error {
	places, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil || len(places) > 0 {
		return err
	}
	_, err = Make(ctx, h)
	return err
}

// Make writes the sample workspace as lived until now, in one story: all of it stands, or
// none. It gives the workspace's id.
func Make(ctx context.Context, h *area.House) (string, error) {
	_, workspace, err := write(ctx, h)
	return workspace, err
}

// book is what was told, for the tests to look at.
type book struct {
	*tale.Book
	tales map[string]*tale.Tale
}

func write(ctx context.Context, h *area.House) (book, string, error) {
	workspace := id.New(ctx)
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return book{}, "", err
	}
	today := clock.Now(ctx).In(loc)
	b := book{Book: &tale.Book{Calendar: tale.Calendar{Today: today, Zone: loc}, Workspace: workspace}}
	err = h.Journal.Tell(ctx, workspace, func(ctx context.Context, s *journal.Story) error {
		b.Book = &tale.Book{Calendar: b.Calendar, Workspace: workspace}
		if b.People, err = found(ctx, s, b.Calendar); err != nil {
			return err
		}
		if b.tales, err = tell(b.Book); err != nil {
			return err
		}
		return b.Run(ctx, s)
	})
	if err != nil {
		return b, "", fmt.Errorf("the sample cannot be made: %w", err)
	}
	if _, err = h.Tallies.Refresh(ctx, h.Journal.DB, workspace, today, 2*len(deals)); err != nil {
		return b, "", err
	}
	return b, workspace, b.looked(ctx, h)
}

// looked marks that everyone of the team looked three working days ago, so that their
// inboxes have something new to show.
func (b book) looked(ctx context.Context, h *area.House) error {
	at := b.Calendar.At(-3, "18:00")
	ctx = clock.With(ctx, func() time.Time { return at })
	for _, p := range b.People {
		if err := inbox.Mark(ctx, h.Journal.DB, h.Journal.Reader(b.Workspace), p.ID, b.Until(at)); err != nil {
			return err
		}
	}
	return nil
}

// found makes the workspace and its people, on the morning before everything else.
func found(ctx context.Context, s *journal.Story, days tale.Calendar) (people map[string]tale.Who, err error) {
	now := clock.Fixed{T: days.At(-130, "08:30")}
	ctx = clock.With(ctx, now.Now)
	admin := journal.Actor{Person: id.New(ctx), Name: team[0].name, Role: string(team[0].role)}
	_, err = s.Write(ctx, admin, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: name, Sample: true, Zone: zone, Rates: rates(days), Settings: account.Defaults})
	})
	if err != nil {
		return nil, err
	}
	now.Add(5 * time.Minute)
	_, err = s.Write(ctx, admin, "person.add", func(ctx context.Context, tx *journal.Tx) error {
		people, err = hire(ctx, tx)
		return err
	})
	for _, m := range team {
		if err != nil || m.hours == 0 {
			continue
		}
		now.Add(time.Minute)
		_, err = s.Write(ctx, journal.Actor{Person: people[m.word].ID, Name: m.name, Role: string(m.role)}, "engagement.hours", func(ctx context.Context, tx *journal.Tx) error {
			_, err := engagement.SetHours(ctx, tx, engagement.HoursIn{Hours: m.hours})
			return err
		})
	}
	if err == nil {
		err = grow(ctx, s, days, &now, people)
	}
	for _, a := range strays {
		if err != nil {
			return nil, err
		}
		now.Add(time.Minute)
		_, err = s.Write(ctx, admin, "account.add", func(ctx context.Context, tx *journal.Tx) error {
			return account.AddAccount(ctx, tx, &account.Account{Name: a.name, Domain: a.domain})
		})
	}
	return people, err
}

// strays are accounts that were put down before anyone sold to them, from a list of a fair:
// two of them are the same companies that the deals are with, under other names.
var strays = []struct{ name, domain string }{
	{"Castellan Health-Supply", "castellan.example"},
	{"Meridian Grocers Ltd", ""},
	{"Ostrander Cold Stores", "ostrander.example"},
}

// rates are what other currencies are worth in euros, by the quarter's list of the vendor.
func rates(days tale.Calendar) (out []account.Rate) {
	for _, r := range []struct {
		currency string
		worth    float64
	}{{"USD", 0.92}, {"GBP", 1.17}, {"CHF", 1.05}, {"PLN", 0.23}, {"SGD", 0.68}} {
		out = append(out, account.Rate{Currency: r.currency, On: days.Day(-130), Worth: r.worth})
	}
	return out
}

// Door is the member that the link of a start signs in: the sample's SE. It is false where
// there is no sample.
func Door(ctx context.Context, db *store.DB) (auth.Member, bool, error) {
	places, err := account.Workspaces(ctx, db.Read)
	if err != nil {
		return auth.Member{}, false, err
	}
	for _, p := range places {
		if !p.Sample {
			continue
		}
		people, err := auth.People(ctx, journal.Read(db.Read, p.ID))
		if err != nil {
			return auth.Member{}, false, err
		}
		for _, who := range people {
			if who.Email == entrant+"@relay.example" && who.Active {
				return auth.Member{Workspace: p.ID, WorkspaceName: p.Name, Person: who.ID, Name: who.Name, Role: who.Role}, true, nil
			}
		}
	}
	return auth.Member{}, false, nil
}
