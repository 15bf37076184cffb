package design_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

func TestWhoMayNotBuildSeesTheDesignAndNoActs(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := modelled(t, w)
		store := named(h, "Event store")
		for _, role := range []auth.Role{auth.Viewer, auth.AE} {
			v := h.Enter(t, role)
			status, body := v.Get("/deals/NWF/design?at=" + store.ID)
			if status != 200 || !strings.Contains(body, "Keeps every event") || !strings.Contains(body, `class="c4 near"`) {
				t.Errorf("%s: %d", role, status)
			}
			for _, hidden := range []string{"Add element", "Tidy up", "Say what it satisfies", "Request a review", "data-move", "Complete it"} {
				if strings.Contains(body, hidden) {
					t.Errorf("%s sees %q", role, hidden)
				}
			}
			if _, body := v.Get("/deals/NWF/design?form=element"); strings.Contains(body, `name="technology"`) {
				t.Errorf("%s sees the form", role)
			}
			if status, _, _ := v.Post("/deals/NWF/design/elements", url.Values{"name": {"X"}, "kind": {"system"}}); status != 403 {
				t.Errorf("%s added an element: %d", role, status)
			}
		}
	})
}

// otherDeal is a second deal of the workspace, with one element.
func otherDeal(w *wiretest.World) core.Element {
	w.T.Helper()
	var o account.Opportunity
	w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
		a := account.Account{Name: "Blue Harbor"}
		if err := account.AddAccount(ctx, tx, &a); err != nil {
			return err
		}
		o = account.Opportunity{Account: a.ID, Name: "Yard"}
		return account.AddOpportunity(ctx, tx, &o, a.Name)
	})
	return do(w, "design.add-element", core.AddElement, core.NewElement{Deal: o.ID, Kind: "system", Shape: core.Shape{Name: "Yard system"}})
}

func TestAThingOfAnotherDealIsNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := modelled(t, w)
		theirs, ours := otherDeal(w), named(h, "Event store")
		views, err := core.Views(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		v := h.Enter(t, auth.SA)
		if status, body := v.Get("/deals/NWF/design?at=" + theirs.ID); status != 404 || strings.Contains(body, "Yard system") {
			t.Errorf("looking at it: %d", status)
		}
		for _, row := range []struct {
			path string
			form url.Values
		}{
			{"elements/" + theirs.ID + "/edit", url.Values{"name": {"Mine"}}},
			{"elements/" + theirs.ID + "/remove", nil},
			{"satisfy", url.Values{"kind": {"element"}, "id": {theirs.ID}, "requirements": {ids[0]}}},
			{"requirements/NWF-1/satisfy", url.Values{"things": {theirs.ID}}},
			{"comments", url.Values{"about_kind": {"element"}, "about": {theirs.ID}, "words": {"x"}}},
			{"views/" + views[0].ID + "/move", url.Values{"element": {theirs.ID}, "x": {"1"}, "y": {"1"}}},
			{"decisions/" + theirs.ID + "/decide", url.Values{"status": {"accepted"}}},
			{"versions/" + ours.ID + "/approve", nil},
			{"elsewhere/nothing/approve", nil},
			{"relationships/nothing/edit", nil},
		} {
			if status, _, _ := v.Post("/deals/NWF/design/"+row.path, row.form); status != 404 {
				t.Errorf("%s: %d", row.path, status)
			}
		}
		if status, _ := v.Get("/deals/NWF/design/elsewhere/nothing/file"); status != 404 {
			t.Errorf("a file: %d", status)
		}
		w.Verify()
	})
}

func TestWhatWasTypedIsKeptWhenItCannotBeTaken(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := modelled(t, w)
		v := h.Enter(t, auth.SA)
		relay := named(h, "Relay")
		for _, row := range []struct {
			name, path string
			form       url.Values
			says       string
			kept       []string
		}{
			{"an element without a name", "elements", url.Values{"form": {"element"}, "kind": {"container"}, "parent": {relay.ID}, "technology": {"Rust and glass"}, "requirements": {ids[2]}}, "Say something here",
				[]string{"Rust and glass", `value="` + ids[2] + `" checked`}},
			{"a container that stands nowhere", "elements", url.Values{"form": {"element"}, "kind": {"container"}, "name": {"Loose part"}}, "choose which", []string{"Loose part"}},
			{"a name that stands already", "elements", url.Values{"form": {"element"}, "kind": {"container"}, "parent": {relay.ID}, "name": {"Event store"}}, "already stands here", []string{"Event store"}},
			{"a relationship to nothing", "relationships", url.Values{"form": {"relate"}, "from": {relay.ID}, "description": {"asks the void"}}, "Say something here", []string{"asks the void"}},
			{"a decision without a title", "decisions", url.Values{"form": {"decision"}, "context": {"Two ways"}, "options.1.title": {"The first way"}, "options.9.title": {"The ninth way"}, "drivers": {"cost\ntime"}}, "Say something here",
				[]string{"Two ways", "The first way", "The ninth way", "cost\ntime"}},
			{"a document with neither address nor file", "elsewhere", url.Values{"form": {"elsewhere"}, "title": {"Network plan"}}, "Give the address", []string{"Network plan"}},
			{"an address that is a script", "elsewhere", url.Values{"form": {"elsewhere"}, "title": {"Network plan"}, "url": {"javascript:alert(1)"}}, "no address of a page", []string{"Network plan"}},
			{"a review that asks nobody", "reviews", url.Values{"form": {"review"}, "title": {"Second look"}}, "at least one person", []string{"Second look"}},
			{"a text with an error", "import", url.Values{"form": {"import"}, "text": {"workspace {\n  model {\n    x = box \"X\"\n  }\n}"}}, "line 3, column", []string{"x = box", `id="f-text-error"`}},
			{"no text", "import", url.Values{"form": {"import"}}, "Choose a file, or paste", nil},
		} {
			status, body, _ := v.Post("/deals/NWF/design/"+row.path, row.form)
			if status != 422 || !strings.Contains(body, row.says) {
				t.Errorf("%s: %d, and does not say %q", row.name, status, row.says)
			}
			for _, words := range row.kept {
				if !strings.Contains(body, words) && !strings.Contains(body, strings.ReplaceAll(words, `"`, "&#34;")) {
					t.Errorf("%s: %q is lost", row.name, words)
				}
			}
		}
		w.Verify()
	})
}

func TestAnEditOfWhatChangedMeanwhileShowsBothVersions(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := modelled(t, w)
		v := h.Enter(t, auth.SA)
		store := named(h, "Event store")
		d := do(h.By(auth.SE), "design.add-decision", core.AddDecision, core.NewDecision{Deal: w.Deal, Wording: core.Wording{Title: "Partition by shipment", Options: []core.Option{{Title: "By carrier"}}}})
		do(h.By(auth.SE), "design.edit-element", core.EditElement, core.ElementEdit{ID: store.ID, Revision: store.Revision, Shape: core.Shape{Name: "Event store", Technology: "PostgreSQL 17", Description: store.Description, Tags: store.Tags}})
		form := url.Values{"form": {"edit"}, "room.at": {store.ID}, "revision": {fmt.Sprint(store.Revision)}, "name": {"Event store"}, "technology": {"PostgreSQL 18"}}
		status, body, _ := v.Post("/deals/NWF/design/elements/"+store.ID+"/edit", form)
		if status != 409 || !strings.Contains(body, "Mara Lindqvist changed Event store") {
			t.Fatalf("%d", status)
		}
		for _, words := range []string{"17", "18", "16", "Keep mine"} {
			if !strings.Contains(body, words) {
				t.Errorf("the conflict does not show %q", words)
			}
		}
		form.Set("revision", fmt.Sprint(store.Revision+1))
		form.Set("resolve", "mine")
		form.Set("technology.mine", "PostgreSQL 18")
		if status, _, to := v.Post("/deals/NWF/design/elements/"+store.ID+"/edit", form); status != 303 || !strings.Contains(to, "at="+store.ID) {
			t.Errorf("keeping mine: %d to %s", status, to)
		}
		if got := named(h, "Event store").Technology; got != "PostgreSQL 18" {
			t.Errorf("the technology is %s", got)
		}
		do(h.By(auth.SE), "design.edit-decision", core.EditDecision, core.DecisionEdit{ID: d.ID, Wording: core.Wording{Title: "Partition by shipment", Outcome: "theirs"}})
		status, body, _ = v.Post("/deals/NWF/design/decisions/"+d.ID+"/edit", url.Values{"form": {"edit"}, "room.at": {d.ID}, "revision": {"1"}, "title": {"Partition by shipment"}, "outcome": {"ours in the end"}})
		if status != 409 || !strings.Contains(body, "ours in the end") || !strings.Contains(body, "theirs") {
			t.Errorf("a decision: %d", status)
		}
		w.Verify()
	})
}

func TestADecisionIsNotAcceptedBeforeItSaysItsOutcome(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := modelled(t, w)
		v := h.Enter(t, auth.SA)
		_, _, to := v.Post("/deals/NWF/design/decisions", url.Values{"form": {"decision"}, "title": {"Partition by shipment"}})
		u, err := url.Parse(to)
		if err != nil {
			t.Fatal(err)
		}
		id := u.Query().Get("at")
		status, body, _ := v.Post("/deals/NWF/design/decisions/"+id+"/decide", url.Values{"status": {"accepted"}, "room.at": {id}})
		if status != 409 || !strings.Contains(body, "no outcome yet") || !strings.Contains(body, "Partition by shipment") {
			t.Errorf("%d", status)
		}
	})
}
