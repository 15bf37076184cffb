// Package wiretest hands a test the whole house on a fresh database of each kind, with one
// workspace, one deal and the people a story needs.
package wiretest

import (
	"context"
	"reflect"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring"
)

// World is a house with a workspace and a deal in it, on a clock that the test moves.
type World struct {
	*area.House
	T     testing.TB
	Clock *clock.Fixed
	Who   journal.Actor
	Deal  string
	// Dana is a stakeholder with the technical decision; contacts' ids.
	Dana, Tomas string
}

// Start is the moment every world begins at: a Monday.
var Start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// Each runs the test in a fresh world on SQLite and on PostgreSQL.
func Each(t *testing.T, do func(t *testing.T, w *World)) {
	storetest.Each(t, func(t *testing.T, url string) { do(t, New(t, url)) })
}

// New is a fresh world at a database address.
func New(t testing.TB, url string) *World {
	w := &World{T: t, Clock: &clock.Fixed{T: Start}}
	ctx := w.Ctx()
	h, err := wiring.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	w.House = h
	w.Who = journal.Actor{Workspace: id.New(ctx), Person: "mara", Name: "Mara Lindqvist", Role: "SE"}
	w.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: "Test"})
	})
	w.Do("import.crm", w.seed)
	return w
}

func (w *World) seed(ctx context.Context, tx *journal.Tx) error {
	a := account.Account{Name: "Northwind Freight"}
	if err := account.AddAccount(ctx, tx, &a); err != nil {
		return err
	}
	o := account.Opportunity{Account: a.ID, Name: "Relay platform", CloseOn: "2026-09-30", GoLiveOn: "2026-12-15", SE: "mara", SA: "jonas", AE: "cole"}
	if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
		return err
	}
	w.Deal = o.ID
	dana, err := account.AddContact(ctx, tx, account.NewContact{Account: a.ID, Name: "Dana Whitfield", Email: "dana@northwind.example", Title: "Head of IT"})
	if err != nil {
		return err
	}
	tomas, err := account.AddContact(ctx, tx, account.NewContact{Account: a.ID, Name: "Tomás Rey", Email: "tomas@northwind.example", Title: "Integration lead"})
	if err != nil {
		return err
	}
	w.Dana, w.Tomas = dana.ID, tomas.ID
	for _, s := range []account.Stakeholder{{Contact: dana.ID, Role: "Head of IT", Decides: true}, {Contact: tomas.ID, Role: "Integration lead"}} {
		s.Deal = o.ID
		if err := account.AddStakeholder(ctx, tx, &s); err != nil {
			return err
		}
	}
	return nil
}

// Ctx is a context on the world's clock.
func (w *World) Ctx() context.Context { return clock.With(context.Background(), w.Clock.Now) }

// Try does one act as the world's actor and gives its error.
func (w *World) Try(act string, do func(context.Context, *journal.Tx) error) (journal.Receipt, error) {
	w.Clock.Add(time.Minute)
	return w.Journal.Write(w.Ctx(), w.Who, act, do)
}

// Do does one act and ends the test when it fails.
func (w *World) Do(act string, do func(context.Context, *journal.Tx) error) journal.Receipt {
	w.T.Helper()
	r, err := w.Try(act, do)
	if err != nil {
		w.T.Fatalf("%s: %v", act, err)
	}
	return r
}

// As is the world seen by another person.
func (w *World) As(person, role string) *World {
	other := *w
	other.Who.Person, other.Who.Role = person, role
	return &other
}

// Reader reads the world's workspace.
func (w *World) Reader() *journal.Reader { return w.Journal.Reader(w.Who.Workspace) }

// Today is the world's day.
func (w *World) Today() clock.Date { return clock.DateOf(w.Clock.T) }

var dealsCounted = store.SQL(`SELECT deal FROM tally WHERE workspace = $1`)

// Verify ends the test when the journal, the stored things, the kept states and what lies on
// the shelf disagree.
func (w *World) Verify() {
	w.T.Helper()
	rep, err := journal.Verify(w.Ctx(), w.Journal.DB.Read)
	if err != nil {
		w.T.Fatal(err)
	}
	more, err := w.Tallies.Verify(w.Ctx(), w.Reader())
	if err != nil {
		w.T.Fatal(err)
	}
	for _, f := range append(rep.Findings, more...) {
		w.T.Errorf("%s: %s", f.Where, f.What)
	}
	deals, err := store.List[string](w.Ctx(), w.Journal.DB.Read, dealsCounted, w.Who.Workspace)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, deal := range deals {
		w.Shelved(deal)
	}
}

// Shelved fails the test when a deal's thread as the shelf has it is not the database's own.
func (w *World) Shelved(deal string) {
	w.T.Helper()
	shelf, err := w.Thread(w.Ctx(), w.Reader(), deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	database, err := w.Thread(w.Ctx(), journal.Read(w.Journal.DB.Read, w.Who.Workspace), deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	if !reflect.DeepEqual(shelf, database) {
		w.T.Errorf("deal %s: the shelf has\n%+v\nthe database\n%+v", deal, shelf, database)
	}
}
