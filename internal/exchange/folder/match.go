package folder

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
)

// identify gives every record the id it has where the folder arrives: that of the account, contact
// or person found there, else a fresh one. Those of a kind go up in the order of the folder.
func (t *taking) identify(ctx context.Context, r *journal.Reader) error {
	for _, c := range t.kinds {
		if shared[c.Name] || c.Name == "outside" {
			continue
		}
		for _, rec := range t.records[c.Name] {
			rec.id = id.New(ctx)
			if c.Name == "opportunity" {
				t.deal = rec.id
			}
		}
	}
	for _, find := range []struct {
		kind string
		in   func(context.Context, *journal.Reader, journal.Thing) (string, error)
	}{{"account", accountThere}, {"person", t.personThere(ctx, r)}, {"contact", contactThere}, {"outside", outsideThere}} {
		for _, rec := range t.records[find.kind] {
			t.decode(rec)
			if len(t.faults) > 0 {
				continue
			}
			there, err := find.in(ctx, r, rec.thing)
			if err != nil {
				return err
			}
			if rec.id, rec.there = there, there != ""; !rec.there {
				rec.id = id.New(ctx)
			}
			rec.thing.Head().ID = rec.id
			t.own(rec)
		}
	}
	return nil
}

func accountThere(ctx context.Context, r *journal.Reader, t journal.Thing) (string, error) {
	a := t.(*account.Account)
	if a.ExternalID != "" {
		if have, ok, err := account.ByExternal(ctx, r, a.Source, a.ExternalID); ok || err != nil {
			return have.ID, err
		}
	}
	all, err := account.ByName(ctx, r, a.Name)
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[0].ID, nil
}

// personThere finds one of our people by their address.
func (t *taking) personThere(ctx context.Context, r *journal.Reader) func(context.Context, *journal.Reader, journal.Thing) (string, error) {
	var ids map[string]string
	return func(_ context.Context, _ *journal.Reader, thing journal.Thing) (string, error) {
		if ids == nil {
			all, err := auth.People(ctx, r)
			if err != nil {
				return "", err
			}
			ids = map[string]string{}
			for _, p := range all {
				ids[p.Email] = p.ID
			}
		}
		return ids[strings.ToLower(thing.(*auth.Person).Email)], nil
	}
}

// contactThere finds a contact of the account by address, else by name.
func contactThere(ctx context.Context, r *journal.Reader, t journal.Thing) (string, error) {
	c := t.(*account.Contact)
	if !c.ErasedAt.IsZero() {
		return "", nil
	}
	all, err := account.ContactsOf(ctx, r, c.Account)
	if err != nil {
		return "", err
	}
	for _, have := range all {
		if !have.ErasedAt.IsZero() {
			continue
		}
		if mail := c.Email.String(); mail != "" && strings.EqualFold(mail, have.Email.String()) || mail == "" && have.Name.String() == c.Name.String() {
			return have.ID, nil
		}
	}
	return "", nil
}

func outsideThere(ctx context.Context, r *journal.Reader, t journal.Thing) (string, error) {
	return t.(*Outside).found(ctx, r)
}
