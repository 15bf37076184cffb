package staffing_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// planned is a house with one request for a German speaker and one for anybody, and its lead.
func planned(t *testing.T, w *wiretest.World) (h *roomtest.House, german, any engagement.Request) {
	h = roomtest.New(t, w)
	for _, x := range []struct {
		in  engagement.Ask
		out *engagement.Request
	}{{engagement.Ask{Workstream: "sizing", Reason: "Peak load of two harbours", Hours: 12, Language: "German"}, &german}, {engagement.Ask{Workstream: "integration", Reason: "Two brokers", Hours: 10}, &any}} {
		x.in.Deal = w.Deal
		w.Do("engagement.request", func(ctx context.Context, tx *journal.Tx) (err error) {
			*x.out, err = engagement.RequestSA(ctx, tx, x.in)
			return err
		})
	}
	w.Lead(h.People[auth.Manager].ID, h.People[auth.SE].ID, h.People[auth.SA].ID)
	return h, german, any
}

func TestAPlanIsFixedKeptAndExplained(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, german, open := planned(t, w)
		lead := h.Enter(t, auth.Manager)
		see := func(path string, words ...string) {
			t.Helper()
			_, body := lead.Get(path)
			for _, x := range words {
				if !strings.Contains(body, x) {
					t.Errorf("%s does not say %q", path, x)
				}
			}
		}
		see("/staffing", "12 hours without anybody. Not known to speak German: Mara Lindqvist, Jonas Weber", "No plan was kept yet", "Load by week", "An SE’s work is hours to days: 80 hours are free in 2 weeks", "in 8 weeks")
		see("/staffing?why="+german.ID, "Jonas Weber may not take it: not known to speak German")
		see("/staffing?why="+open.ID, "An hour of Mara Lindqvist costs")
		fix := func(form url.Values) (int, string) {
			form.Set("form", "fix")
			status, body, _ := lead.Post("/staffing/fix", form)
			return status, body
		}
		if status, body := fix(url.Values{"person": {h.People[auth.SE].ID}, "request": {open.ID}, "hours": {"11"}}); status != 422 || !strings.Contains(body, "The request has 10 hours left to fix") || !strings.Contains(body, `value="11"`) {
			t.Errorf("too many hours: %d", status)
		}
		if status, body := fix(url.Values{"person": {h.People[auth.SE].ID}, "request": {german.ID}, "hours": {"2"}}); status != 409 && status != 422 || !strings.Contains(body, "not known to speak German") {
			t.Errorf("against a language: %d", status)
		}
		if status, _ := fix(url.Values{"person": {h.People[auth.SE].ID}, "request": {open.ID}, "hours": {"4"}}); status != 303 {
			t.Errorf("four hours: %d", status)
		}
		see("/staffing", "4 hours fixed", "Release")
		if status, _, _ := lead.Post("/staffing/keep", url.Values{"form": {"keep"}}); status != 303 {
			t.Errorf("keep: %d", status)
		}
		see("/staffing", "the plan you kept on", "Plan anew from nothing")
		if status, _, _ := lead.Post("/staffing/release", url.Values{"person": {h.People[auth.SE].ID}, "request": {open.ID}}); status != 303 {
			t.Errorf("release: %d", status)
		}
		see("/staffing", "Changed against the plan that was kept", "4 → 0 hours", "6 → 10 hours", "Moving costs 20 points")
		see("/staffing?anew=true", "Made as if no plan stood", "With the least change")
		if status, _, _ := h.Enter(t, auth.SA).Post("/staffing/fix", url.Values{"person": {h.People[auth.SE].ID}, "request": {open.ID}, "hours": {"1"}}); status != 404 {
			t.Errorf("whoever leads nobody fixes: %d", status)
		}
		if status, _, _ := h.Enter(t, auth.Viewer).Post("/staffing/keep", url.Values{}); status != 403 {
			t.Errorf("a viewer keeps: %d", status)
		}
		if _, body := h.Enter(t, auth.SA).Get("/staffing?why=" + open.ID); strings.Contains(body, "Mara Lindqvist</b>") || !strings.Contains(body, "Nothing closes it: an hour costs") || strings.Contains(body, "Keep this plan") {
			t.Error("who leads nobody sees reasons of others")
		}
		w.Verify()
	})
}

func TestCapacityIsWorkedOutWithEveryFiguresSource(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		ae := h.Enter(t, auth.AE)
		_, body := ae.Get("/staffing/capacity")
		for _, words := range []string{"Rule of thumb: 3 account executives", "nobody writes hours down here", "fewer than five people", "first call was in the last 13 weeks"} {
			if !strings.Contains(body, words) {
				t.Errorf("%q is not there", words)
			}
		}
		form := url.Values{"form": {"capacity"}, "hours": {"140"}, "use": {"70"}, "deals": {"1.5"}, "hours_per_deal": {"22"}, "sellers": {"12"}}
		if status, body, _ := ae.Post("/staffing/capacity", form); status != 200 || !strings.Contains(body, "2.970") || !strings.Contains(body, "5 SEs") || !strings.Contains(body, "3.606") {
			t.Errorf("V18: %d", status)
		}
		for field, text := range map[string]string{"hours": "NaN", "use": "170", "deals": "-1", "hours_per_deal": "lots", "sellers": "1.5"} {
			bad := url.Values{}
			for k, v := range form {
				bad[k] = v
			}
			bad.Set(field, text)
			if status, body, _ := ae.Post("/staffing/capacity", bad); status != 422 || !strings.Contains(body, `value="`+text+`"`) {
				t.Errorf("%s %s: %d", field, text, status)
			}
		}
	})
}

func TestALeadPlansTheWeekInTheBrowser(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, _, open := planned(t, w)
	base, comeIn := h.Serve(t, auth.Manager)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/staffing")
	tab.Press("f")
	tab.WaitText("main", "Who takes it")
	tab.Axe()
	tab.GoTo(base + "/staffing?why=" + open.ID)
	tab.WaitText("main", "Close the reasons")
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			for _, path := range []string{"/staffing?form=fix&why=" + open.ID, "/staffing/capacity"} {
				tab.GoTo(base + path)
				tab.See(width, 900, scheme)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", path, wide, width)
				}
			}
		}
	}
}
