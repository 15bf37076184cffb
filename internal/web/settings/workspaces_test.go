package settings_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestANewWorkspaceIsEmptyAndEnteredAtOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.Admin)
		form := url.Values{"form": {"found"}, "workspace": {"Solutions, EMEA"}, "zone": {"Europe/Paris"}, "you": {"Ines"}, "email": {"ines@new.example"}, "password": {"long enough for us"}}
		status, _, to := v.Post("/settings/workspaces", form)
		if status != 303 || to != "/settings/people" {
			t.Fatal(status, to)
		}
		_, body := v.Get("/settings/people")
		says(t, body, "ines@new.example")
		if strings.Contains(body, "Mara Lindqvist") {
			t.Error("people of the old workspace are seen in the new one")
		}
		if status, _ := v.Get("/deals/NWF"); status != 404 {
			t.Errorf("the old deal gives %d", status)
		}
		if all, err := auth.SignIn(w.Ctx(), w.Journal.DB, "ines@new.example", "long enough for us"); err != nil || len(all) != 1 || all[0].Role != auth.Admin {
			t.Errorf("she comes in as %v, %v", all, err)
		}
	})
}

func TestSwitchingWorkspacesTakesThePassword(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		se := h.People[auth.SE]
		other := *w
		other.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "x", Role: "admin"}
		other.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			if err := account.Found(ctx, tx, &account.Workspace{Name: "Second"}); err != nil {
				return err
			}
			return auth.Add(ctx, tx, &auth.Person{Email: se.Email, Name: "Mara", Role: auth.Viewer})
		})
		if err := auth.SetPassword(w.Ctx(), w.Journal.DB, se.Email, "correct horse"); err != nil {
			t.Fatal(err)
		}
		v := h.Enter(t, auth.SE)
		_, body := v.Get("/settings")
		says(t, body, "Second, as viewer")
		form := url.Values{"form": {"switch"}, "workspace": {other.Who.Workspace}, "password": {"wrong horse"}}
		if status, _, _ := v.Post("/settings/switch", form); status != 422 {
			t.Errorf("a wrong password gave %d", status)
		}
		form.Set("password", "correct horse")
		form.Set("workspace", "nowhere")
		if status, _, _ := v.Post("/settings/switch", form); status != 404 {
			t.Errorf("a workspace that is none gave %d", status)
		}
		form.Set("workspace", other.Who.Workspace)
		if status, _, to := v.Post("/settings/switch", form); status != 303 || to != "/inbox" {
			t.Fatal(status, to)
		}
		if status, _ := v.Get("/deals/NWF"); status != 404 {
			t.Errorf("the first workspace's deal gives %d", status)
		}
	})
}

func TestTheSampleGoesWholeAndNothingElseDoes(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		sample := *w
		sample.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "x", Role: "admin"}
		sample.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Sample", Sample: true})
		})
		sample.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Zebra"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			o := account.Opportunity{Account: a.ID, Name: "Depots", CloseOn: "2026-01-01"}
			if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
				return err
			}
			_, err := account.AddContact(ctx, tx, account.NewContact{Account: a.ID, Name: "Zoe"})
			return err
		})
		v := h.Enter(t, auth.Admin)
		for _, c := range []struct {
			form   url.Values
			status int
		}{
			{url.Values{"form": {"remove"}, "workspace": {sample.Who.Workspace}}, 422},
			{url.Values{"form": {"remove"}, "workspace": {w.Who.Workspace}, "sure": {"on"}}, 404}, // no sample
			{url.Values{"form": {"remove"}, "workspace": {sample.Who.Workspace}, "sure": {"on"}}, 303},
			{url.Values{"form": {"remove"}, "workspace": {sample.Who.Workspace}, "sure": {"on"}}, 404},
		} {
			if status, _, _ := v.Post("/settings/sample/remove", c.form); status != c.status {
				t.Errorf("%v gave %d, want %d", c.form, status, c.status)
			}
		}
		for _, table := range []string{"journal", "journal_head", "journal_lock", "seal_key", "account", "opportunity", "contact", "tally", "break_line", "search_entry", "search_name", "workspace"} {
			n, _, err := store.One[int](w.Ctx(), w.Journal.DB.Read, store.Statement("SELECT COUNT(*) FROM "+table+" WHERE workspace = $1"), sample.Who.Workspace)
			if err != nil || n != 0 {
				t.Errorf("%s still has %d rows, %v", table, n, err)
			}
		}
		if status, _ := v.Get("/deals/NWF"); status != 200 {
			t.Errorf("our own deal gives %d", status)
		}
		w.Verify()
	})
}
