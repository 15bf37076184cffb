package settings_test

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/tally"
	"throughline/internal/thread"
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

var token = regexp.MustCompile(`tl_[a-z0-9]+`)

func TestATokenIsShownOnceAndEnded(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SE)
		status, body, _ := v.Post("/settings/tokens", url.Values{"form": {"token"}, "name": {"nightly export"}})
		text := token.FindString(body)
		if status != 200 || text == "" {
			t.Fatal(status, "no token is shown")
		}
		m, err := auth.ByToken(w.Ctx(), w.Journal.DB, text)
		if err != nil || m.Person != h.People[auth.SE].ID {
			t.Errorf("the token is of %v, %v", m, err)
		}
		_, body = v.Get("/settings")
		says(t, body, "nightly export")
		if strings.Contains(body, text) {
			t.Error("the token is shown again")
		}
		path := regexp.MustCompile(`/settings/tokens/[^"/]+/revoke`).FindString(body)
		if status, _, _ := h.Enter(t, auth.SA).Post(path, nil); status != 403 {
			t.Errorf("somebody else ended it: %d", status)
		}
		if status, _, _ := v.Post(path, nil); status != 303 {
			t.Errorf("ending it gave %d", status)
		}
		if _, err := auth.ByToken(w.Ctx(), w.Journal.DB, text); problem.Of(err) != problem.SignedOut {
			t.Errorf("an ended token gives %v", err)
		}
		if status, body, _ := v.Post("/settings/tokens", url.Values{"form": {"token"}, "name": {""}, "expires_on": {"2026-99-99"}}); status != 422 {
			t.Errorf("a token for nothing gave %d", status)
		} else {
			says(t, body, "2026-99-99")
		}
	})
}

func TestPeopleAreAddedChangedAndKeptOut(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.Admin)
		form := url.Values{"form": {"add"}, "email": {"Nia@Ours.example"}, "name": {"Nia"}, "role": {"SA"}, "password": {"short"}}
		if status, body, _ := v.Post("/settings/people", form); status != 422 {
			t.Errorf("a short password gave %d", status)
		} else {
			says(t, body, "Is too short")
		}
		form.Set("email", "nora@ours.example")
		form.Set("password", "long enough for us")
		if status, _, to := v.Post("/settings/people", form); status != 303 || !strings.HasPrefix(to, "/settings/people") {
			t.Fatal(status, to)
		}
		if all, err := auth.SignIn(w.Ctx(), w.Journal.DB, "nora@ours.example", "long enough for us"); err != nil || len(all) != 1 || all[0].Role != auth.SA {
			t.Errorf("she comes in as %v, %v", all, err)
		}
		admin := h.People[auth.Admin]
		if status, body, _ := v.Post("/settings/people/"+admin.ID+"/edit", url.Values{"form": {"edit-" + admin.ID}, "name": {"Ines"}, "role": {"SE"}, "active": {"on"}}); status != 409 {
			t.Errorf("the last admin became SE: %d", status)
		} else {
			says(t, body, "is the last admin")
		}
		se := h.People[auth.SE]
		if status, _, _ := v.Post("/settings/people/"+se.ID+"/edit", url.Values{"form": {"edit-" + se.ID}, "revision": {"7"}, "name": {"M"}, "role": {"SE"}}); status != 409 {
			t.Errorf("a stale change gave %d", status)
		}
		mara := h.Enter(t, auth.SE)
		if status, _, _ := v.Post("/settings/people/"+se.ID+"/edit", url.Values{"form": {"edit-" + se.ID}, "revision": {"1"}, "name": {"Mara"}, "role": {"SE"}}); status != 303 {
			t.Errorf("keeping her out gave %d", status)
		}
		if status, _ := mara.Get("/settings"); status != 303 {
			t.Errorf("she is still in: %d", status)
		}
		if status, _ := h.Enter(t, auth.Manager).Get("/settings/people"); status != 403 {
			t.Errorf("a manager saw the people page: %d", status)
		}
	})
}

func TestAPasswordThatOpensAnotherWorkspaceIsNotSetHere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		elsewhere := *w
		elsewhere.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "x", Role: "admin"}
		elsewhere.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			if err := account.Found(ctx, tx, &account.Workspace{Name: "Theirs"}); err != nil {
				return err
			}
			return auth.Add(ctx, tx, &auth.Person{Email: "boss@theirs.example", Role: auth.Admin})
		})
		v := h.Enter(t, auth.Admin)
		form := url.Values{"form": {"add"}, "email": {"boss@theirs.example"}, "name": {"Boss"}, "role": {"SE"}, "password": {"long enough for us"}}
		if status, body, _ := v.Post("/settings/people", form); status != 409 {
			t.Errorf("a password for a stranger's address gave %d", status)
		} else {
			says(t, body, "belongs to another workspace too")
		}
		found := url.Values{"form": {"found"}, "workspace": {"New"}, "zone": {"UTC"}, "you": {"I"}, "email": {"boss@theirs.example"}, "password": {"long enough for us"}}
		if status, _, _ := v.Post("/settings/workspaces", found); status != 409 {
			t.Errorf("claiming a stranger's address gave %d", status)
		}
		if _, err := auth.SignIn(w.Ctx(), w.Journal.DB, "boss@theirs.example", "long enough for us"); problem.Of(err) != problem.SignedOut {
			t.Errorf("the stranger's address was taken over: %v", err)
		}
	})
}

func TestSettingsAreKeptAndDealsSettledByThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		w.Do("promise.give", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Words: "Until April", Sort: "date", Due: "2026-04-20"})
			return err
		})
		v := h.Enter(t, auth.Admin)
		form := url.Values{"form": {"workspace"}, "revision": {"1"}, "name": {"Team"}, "zone": {"Europe/Berlin"}, "holidays": {"2026-12-25\r\n2026-01-01"}, "rates": {"2026-01-31 usd 0,92"},
			"currency": {"EUR"}, "achieved_percent": {"80"}, "conditional_percent": {"90"}, "accept_days": {"5"}, "at_risk_days": {"60"}}
		status, body, _ := v.Post("/settings/workspace", form)
		if status != 422 {
			t.Errorf("90 over 80 gave %d", status)
		}
		says(t, body, "Is 90", "2026-12-25")
		form.Set("rates", "yesterday USD 0.92")
		if status, _, _ := v.Post("/settings/workspace", form); status != 422 {
			t.Errorf("a rate of yesterday gave %d", status)
		}
		form.Set("conditional_percent", "70")
		form.Set("rates", "2026-01-31 usd 0,92")
		if status, body, _ := v.Post("/settings/workspace", form); status != 303 {
			t.Fatal(status, body)
		}
		home, err := account.Home(w.Ctx(), w.Reader())
		if err != nil || home.Zone != "Europe/Berlin" || home.Holidays[0] != "2026-01-01" || home.Rates[0] != (account.Rate{Currency: "USD", On: "2026-01-31", Worth: 0.92}) || home.Settings.AtRiskDays != 60 {
			t.Errorf("kept is %+v, %v", home, err)
		}
		if tally, _, err := tally.Kept(w.Ctx(), w.Reader(), w.Deal); err != nil || tally.AtRisk != 1 {
			t.Errorf("the promise is not at risk: %+v, %v", tally, err)
		}
		w.Verify()
	})
}

func TestAPersonOutsideIsErasedOnlyWhenOneIsSure(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.Manager)
		_, body := v.Get("/settings/erase?q=dan")
		says(t, body, "Dana Whitfield", "contact="+w.Dana)
		_, body = v.Get("/settings/erase?contact=" + w.Dana)
		says(t, body, "What goes", "What stays", "Erase Dana Whitfield for good")
		if status, body, _ := v.Post("/settings/erase", url.Values{"form": {"erase"}, "contact": {w.Dana}}); status != 422 {
			t.Errorf("without being sure: %d", status)
		} else {
			says(t, body, "Say that you are sure", "Dana Whitfield")
		}
		if status, _, _ := h.Enter(t, auth.SE).Post("/settings/erase", url.Values{"contact": {w.Dana}, "sure": {"on"}}); status != 403 {
			t.Errorf("an SE erased: %d", status)
		}
		if status, _, _ := v.Post("/settings/erase", url.Values{"form": {"erase"}, "contact": {w.Dana}, "sure": {"on"}}); status != 303 {
			t.Errorf("erasing gave %d", status)
		}
		if _, body = v.Get("/settings/erase?q=dan"); strings.Contains(body, "Whitfield") {
			t.Error("she is still found")
		}
		w.Verify()
	})
}

func TestTasteAndKeys(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.Viewer)
		if status, _, _ := v.Post("/settings/taste", url.Values{"form": {"taste"}, "theme": {"dark"}, "zone": {"Europe/Rome"}, "keys_off": {"on"}}); status != 303 {
			t.Fatal(status)
		}
		_, body := v.Get("/settings")
		says(t, body, `data-theme="dark"`, `data-keys="off"`, "Europe/Rome", "Who may do what", "rase a person outside")
		if status, _, to := v.Post("/settings/theme", url.Values{"theme": {"light"}}); status != 303 || to != "/inbox" {
			t.Error(status, to)
		}
		_, body = v.Get("/keys")
		says(t, body, `data-theme="light"`, "mark what changed as seen")
		if status, _, _ := v.Post("/settings/taste", url.Values{"form": {"taste"}, "theme": {"pink"}, "zone": {"Mars"}}); status != 422 {
			t.Errorf("a theme and a zone that are none gave %d", status)
		}
	})
}

func TestWhoIsOnDealsIsACompanysOwn(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.Admin)
		if _, body := v.Get("/settings/engagement?begin=shipped"); !strings.Contains(body, "The company has the combined role.") || !strings.Contains(body, "&#34;unknown&#34;: &#34;se_only&#34;") {
			t.Error("the shipped rules are not there to begin from")
		}
		status, body, _ := v.Post("/settings/engagement", url.Values{"form": {"company"}, "policy": {"split"}, "rules": {`{"rules": [`}})
		if status != 422 || !strings.Contains(body, `{&#34;rules&#34;: [`) {
			t.Errorf("half a table of rules: %d", status)
		}
		if status, _, _ := v.Post("/settings/engagement", url.Values{"form": {"company"}, "policy": {"combined"}}); status != 303 {
			t.Fatalf("the combined role: %d", status)
		}
		if _, body := h.Enter(t, auth.SE).Get("/deals/NWF/engagement"); !strings.Contains(body, "One person in the combined role") {
			t.Error("a deal does not follow the company's way")
		}
		if status, _, _ := h.Enter(t, auth.SE).Post("/settings/engagement", url.Values{"policy": {"split"}}); status != 403 {
			t.Errorf("an SE changes the company's way: %d", status)
		}
	})
}

func TestATimeZoneIsChosenFromAListAndTheOneThatIsKeptStays(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := roomtest.New(t, w).Enter(t, auth.Admin)
		for _, zone := range []string{"Europe/Kiev", ""} { // an old name that is on no list, and the workspace's
			if status, body, _ := v.Post("/settings/taste", url.Values{"form": {"taste"}, "zone": {zone}}); status != 303 {
				t.Fatalf("%q: %d %s", zone, status, body)
			}
			_, body := v.Get("/settings")
			says(t, body, `<select class="in" id="f-zone"`, `<optgroup label="Europe">`, `<option value="America/Argentina/Buenos_Aires">Argentina, Buenos Aires</option>`, `<option value="`+zone+`" selected>`)
		}
		status, body, _ := v.Post("/settings/taste", url.Values{"form": {"taste"}, "zone": {"Mars"}})
		says(t, body, "No time zone is called &#34;Mars&#34;; choose one of the list", `<option value="Mars" selected>`)
		if status != 422 {
			t.Errorf("%d", status)
		}
		_, body = v.Get("/settings/workspace")
		says(t, body, `<optgroup label="Anywhere"><option value="UTC" selected>UTC</option>`)
	})
}
