package deals_test

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func says(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

func TestADealIsWrittenByHandAndKeepsWhatWasTyped(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.AE)
		form := url.Values{"form": {"deal"}, "account_name": {"Calder & Sons"}, "name": {"Depots"}, "type": {"expansion"}, "begins_from": {"xyz"}, "amount": {"1,250"}, "currency": {"EUR"}, "products": {"Relay\r\n\r\nDesk"}}
		status, body, _ := v.Post("/deals/new", form)
		if status != 422 {
			t.Fatal(status)
		}
		says(t, body, "No deal has the key XYZ.", "Calder &amp; Sons", "expansion", "1,250")
		form.Set("begins_from", "nwf")
		if status, body, _ = v.Post("/deals/new", form); status != 422 {
			t.Errorf("an amount in two readings gave %d", status)
		}
		says(t, body, "can be read in more than one way")
		form.Set("amount", "1250.00")
		status, _, to := v.Post("/deals/new", form)
		if status != 303 || !strings.HasPrefix(to, "/deals/") {
			t.Fatal(status, to)
		}
		d, err := account.ByPrefix(w.Ctx(), w.Reader(), strings.Split(strings.TrimPrefix(to, "/deals/"), "?")[0])
		if err != nil || d.BeginsFrom != w.Deal || d.Amount.Minor != 125000 || len(d.Products) != 2 || d.Type != "expansion" {
			t.Errorf("the deal is %+v, %v", d, err)
		}
		if status, _ := h.Enter(t, auth.Viewer).Get("/deals/new"); status != 403 {
			t.Errorf("a viewer begins a deal: %d", status)
		}
	})
}

var revision = regexp.MustCompile(`name="revision" value="(\d+)"`)

func TestAStaleEditOfADealShowsBothVersions(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SE)
		_, body := v.Get("/deals/NWF/edit")
		says(t, body, "Relay platform", "2026-09-30", "Mara Lindqvist, SE")
		read := revision.FindStringSubmatch(body)[1]
		form := url.Values{"form": {"deal"}, "revision": {read}, "name": {"Relay platform, EU"}, "type": {"new"}, "close_on": {"2026-10-31"}, "se": {h.People[auth.SE].ID}}
		if status, _, _ := h.Enter(t, auth.AE).Post("/deals/NWF/edit", form); status != 303 {
			t.Fatal(status)
		}
		form.Set("name", "Relay platform, worldwide")
		status, body, _ := v.Post("/deals/NWF/edit", form)
		if status != 409 {
			t.Fatal(status)
		}
		says(t, body, "Nothing is saved yet.", "Cole Bryant", "worldwide", "EU", `name="resolve" value="mine"`)
		form.Set("revision", revision.FindStringSubmatch(body)[1])
		form.Set("resolve", "theirs")
		form.Set("name.mine", "Relay platform, worldwide")
		form.Set("name.theirs", "Relay platform, EU")
		if status, _, _ := v.Post("/deals/NWF/edit", form); status != 303 {
			t.Errorf("taking theirs gave %d", status)
		}
		if d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal); err != nil || d.Name != "Relay platform, EU" || d.CloseOn != "2026-10-31" {
			t.Errorf("the deal is %+v, %v", d, err)
		}
		w.Verify()
	})
}

func TestADealEndsIsReopenedPutAwayAndDeletedByKey(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		ae, manager := h.Enter(t, auth.AE), h.Enter(t, auth.Manager)
		if status, body, _ := ae.Post("/deals/NWF/lose", url.Values{"form": {"lose"}, "phase": {"lost"}}); status != 422 {
			t.Errorf("lost without a reason: %d", status)
		} else {
			says(t, body, "Say something here.")
		}
		for _, c := range []struct {
			path   string
			form   url.Values
			status int
		}{
			{"lose", url.Values{"form": {"lose"}, "phase": {"lost"}, "why": {"The competitor was there first"}}, 303},
			{"reopen", nil, 303},
			{"reopen", nil, 409},
			{"archive", url.Values{"archived": {"on"}}, 403},
		} {
			if status, _, _ := ae.Post("/deals/NWF/"+c.path, c.form); status != c.status {
				t.Errorf("%s %v: %d, want %d", c.path, c.form, status, c.status)
			}
		}
		for _, c := range []struct {
			path   string
			form   url.Values
			status int
		}{
			{"archive", url.Values{"archived": {"on"}}, 303},
			{"archive", nil, 303},
			{"delete", url.Values{"form": {"delete"}, "key": {"NWX"}}, 422},
			{"delete", url.Values{"form": {"delete"}, "key": {"NWF"}}, 303},
			{"delete", url.Values{"form": {"delete"}, "key": {"NWF"}}, 404},
		} {
			if status, _, _ := manager.Post("/deals/NWF/"+c.path, c.form); status != c.status {
				t.Errorf("%s %v: %d, want %d", c.path, c.form, status, c.status)
			}
			if c.path == "archive" { // every room of it says so, and who may finds the way back
				_, seen := ae.Get("/deals/NWF/delivery")
				_, back := manager.Get("/deals/NWF")
				if archived := c.form != nil; archived != strings.Contains(seen, "Archived.") || archived != strings.Contains(back, "Bring it back") || strings.Contains(seen, "Bring it back") {
					t.Errorf("a deal that is archived (%v) says otherwise", archived)
				}
			}
		}
		w.Verify()
	})
}

func TestStakeholdersAreAddedChangedAndTakenOff(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SE)
		if status, body, _ := v.Post("/deals/NWF/people", url.Values{"form": {"add"}, "party": {"customer"}, "role": {"security"}}); status != 422 {
			t.Errorf("nobody was added: %d", status)
		} else {
			says(t, body, "Say something here.", "security")
		}
		if status, _, _ := v.Post("/deals/NWF/people", url.Values{"form": {"add"}, "name": {"Bram de Vries"}, "email": {"bram@northwind.example"}, "party": {"partner"}, "role": {"security"}, "stance": {"-1"}}); status != 303 {
			t.Fatal(status)
		}
		if status, _, _ := v.Post("/deals/NWF/people", url.Values{"form": {"add"}, "contact": {w.Dana}}); status != 409 {
			t.Errorf("Dana twice gave %d", status)
		}
		_, body := v.Get("/deals/NWF/people")
		says(t, body, "Bram de Vries", "bram@northwind.example", "−1", "technical decision")
		all, err := journal.List[account.Stakeholder](w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 3 {
			t.Fatal(all, err)
		}
		bram := all[2]
		path := "/deals/NWF/people/" + bram.ID
		if status, _, _ := v.Post(path+"/edit", url.Values{"form": {"role-" + bram.ID}, "revision": {"1"}, "role": {"CISO"}, "decides": {"on"}, "stance": {"2"}}); status != 303 {
			t.Errorf("changing the role gave %d", status)
		}
		if status, _, _ := v.Post(path+"/edit", url.Values{"form": {"role-" + bram.ID}, "revision": {"1"}, "role": {"CIO"}, "stance": {"2"}}); status != 409 {
			t.Errorf("a stale change gave %d", status)
		}
		if status, _, _ := v.Post(path+"/contact", url.Values{"form": {"contact-" + bram.ID}, "name": {"Bram van Dijk"}, "email": {"no address"}, "party": {"partner"}}); status != 422 {
			t.Errorf("a wrong address gave %d", status)
		}
		if status, _, _ := v.Post(path+"/contact", url.Values{"form": {"contact-" + bram.ID}, "name": {"Bram van Dijk"}, "party": {"partner"}}); status != 303 {
			t.Errorf("a new name gave %d", status)
		}
		if _, body = v.Get("/deals/NWF/people"); strings.Contains(body, "de Vries") {
			t.Error("the old name is shown")
		}
		if status, _, _ := v.Post(path+"/remove", nil); status != 303 {
			t.Errorf("taking off gave %d", status)
		}
		if _, err := account.StakeholderOf(w.Ctx(), w.Reader(), w.Deal, bram.Contact); problem.Of(err) != problem.Refused {
			t.Errorf("he still has a role: %v", err)
		}
		w.Verify()
	})
}
