package discovery_test

import (
	"context"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// Every state of the room can be used by everyone: held, contested, open forms, all decided.
func TestEveryStateOfTheRoomIsForEveryone(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	held, _ := recorded(w, "Call with procurement", "none", "held.txt", short, w.Dana)
	call, found := tourCall(t, w)
	contested(w)
	w.Do("discovery.accept-many", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AcceptMany(ctx, tx, w.Deal, []string{found[0].ID, found[1].ID, found[2].ID, found[3].ID, found[4].ID, found[5].ID})
		return err
	})
	base, comeIn := h.Serve(t, auth.SE)
	room := base + "/deals/NWF/discovery"
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	look := func(name, address string) {
		t.Helper()
		tab.GoTo(room + address)
		tab.Wait("#main")
		seen(t, tab, name)
	}
	look("held", "/"+held.ID)
	look("facts", "")
	look("fact-form", "?form=fact")
	look("note-form", "?form=note")
	look("record", "?form=record")
	look("voices", "/"+call.ID+"?form=voices")
	look("edit", "/"+call.ID+"?form=edit")
	look("as-fact", "/"+call.ID+"?as=fact&at="+found[8].ID)
	look("as-promise", "/"+call.ID+"?as=promise&mark=need&at="+found[8].ID)
	look("accepted", "/"+call.ID+"?at="+found[1].ID)
	for _, c := range found[6:] {
		w.Do("discovery.reject", func(ctx context.Context, tx *journal.Tx) error {
			_, err := core.Reject(ctx, tx, c.ID, 0, "not a need")
			return err
		})
	}
	look("decided", "/"+call.ID)
}

// contested has two people say different numbers, one fact verified, and a note of each sort.
func contested(w *wiretest.World) {
	for _, f := range []core.FactSaid{{Name: "nightly orders", Value: "12,000", Unit: "orders", SaidBy: w.Dana}, {Name: "nightly orders", Value: "15,000", Unit: "orders", SaidBy: w.Tomas},
		{Name: "broker", Value: "webMethods 9"}, {Name: "ERP", Value: "AS/400, V7R4", SaidBy: w.Tomas, ValidUntil: "2026-02-01"}} {
		f.Deal = w.Deal
		w.Do("discovery.add-fact", func(ctx context.Context, tx *journal.Tx) error {
			made, err := core.AddFact(ctx, tx, f)
			if err == nil && f.Name == "broker" {
				_, err = core.VerifyFact(ctx, tx, core.FactVerified{ID: made.ID, How: "seen in their console"})
			}
			return err
		})
	}
	for _, n := range []core.NoteSaid{{Element: qualification.EconomicBuyer, Sort: "ours", Words: "Probably the CFO"}, {Element: qualification.Champion, Sort: "act", Words: "Dana booked us an hour with the CFO", Contact: w.Dana},
		{Element: qualification.PaperProcess, Sort: "document", Words: "Purchasing takes four weeks", Source: "their supplier guide, page 3"}} {
		n.Deal = w.Deal
		w.Do("discovery.add-note", func(ctx context.Context, tx *journal.Tx) error {
			_, err := core.AddNote(ctx, tx, n)
			return err
		})
	}
}
