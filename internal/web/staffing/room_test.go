package staffing_test

import (
	"context"
	"net/url"
	"os"
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

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func asked(w *wiretest.World) {
	w.Do("engagement.request", func(ctx context.Context, tx *journal.Tx) error {
		_, err := engagement.RequestSA(ctx, tx, engagement.Ask{Deal: w.Deal, Workstream: "sizing", Reason: "Peak load of two harbours", Hours: 12})
		return err
	})
}

func TestTheWeekIsReadAndOnesHoursAreSaid(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		sa := h.Enter(t, auth.SA)
		if _, body := sa.Get("/staffing"); !strings.Contains(body, "Requests for an SA stand here") {
			t.Error("an empty week does not say what belongs there")
		}
		asked(w)
		_, body := sa.Get("/staffing?week=2026-03-04")
		for _, words := range []string{"NWF-R1", "Peak load of two harbours", "Jonas Weber", "nothing speaks against them", "Week of Mon 2 Mar"} {
			if !strings.Contains(body, words) {
				t.Errorf("%q is not there", words)
			}
		}
		if strings.Contains(body, "Mara Lindqvist") || strings.Contains(body, "All requests together") {
			t.Error("who leads nobody sees the load of others")
		}
		w.Lead(h.People[auth.Manager].ID, h.People[auth.SE].ID, h.People[auth.SA].ID)
		_, body = h.Enter(t, auth.Manager).Get("/staffing?week=2026-03-04")
		for _, words := range []string{"Mara Lindqvist", "Jonas Weber", "fit 35", "fit assumed", "All requests together"} {
			if !strings.Contains(body, words) {
				t.Errorf("who leads them does not see %q", words)
			}
		}
		if status, body, _ := sa.Post("/staffing/hours", url.Values{"form": {"hours"}, "hours": {"400"}}); status != 422 || !strings.Contains(body, "0 to 168") || !strings.Contains(body, `value="400"`) {
			t.Errorf("400 hours: %d", status)
		}
		if status, _, _ := sa.Post("/staffing/hours", url.Values{"form": {"hours"}, "hours": {"24"}}); status != 303 {
			t.Errorf("24 hours: %d", status)
		}
		if _, body := sa.Get("/staffing"); !strings.Contains(body, "0 of 24 hours taken") {
			t.Error("the hours are not kept")
		}
		if status, _, _ := h.Enter(t, auth.Viewer).Post("/staffing/hours", url.Values{"hours": {"24"}}); status != 403 {
			t.Errorf("a viewer has hours: %d", status)
		}
	})
}

func TestEveryoneCanFollowTheWeek(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	asked(w)
	w.Lead(h.People[auth.Manager].ID, h.People[auth.SE].ID, h.People[auth.SA].ID)
	base, comeIn := h.Serve(t, auth.Manager)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/staffing")
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			tab.See(width, 900, scheme)
			tab.Axe()
			if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("%d wide on %d", wide, width)
			}
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
	tab.Press("n")
	tab.WaitText("h1", "Staffing")
	tab.WaitText("main", "9 Mar")
}
