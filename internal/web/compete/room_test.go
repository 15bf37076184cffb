package compete_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/compete"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

const room = "/deals/NWF/compete"

// heard is a deal with one requirement.
func heard(t testing.TB, w *wiretest.World) (h *roomtest.House, r thread.Requirement) {
	h = roomtest.New(t, w)
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Within five seconds", Kind: thread.Functional, Priority: thread.Must})
		return err
	})
	return h, r
}

func TestCompetitorsOfADealAreWorkedOnItsPage(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, req := heard(t, w)
		ae := h.Enter(t, auth.AE)
		_, body := ae.Get(room)
		roomtest.Holds(t, "empty", body, "Who else the customer looks at", "Add a competitor")
		status, body, _ := ae.Post(room, roomtest.Form("form", "meet", "name", "Kestrel", "known_from", "", "words", "They said yes"))
		if status != 422 {
			t.Errorf("without a source: %d", status)
		}
		roomtest.Holds(t, "refused", body, "They said yes", "Say who of theirs said these words")
		if status, _, _ := ae.Post(room, roomtest.Form("form", "meet", "name", "Kestrel", "known_from", "Discovery", "contact", w.Dana, "words", "They said yes")); status != 303 {
			t.Fatalf("meeting: %d", status)
		}
		all, err := core.Rivals(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 1 {
			t.Fatalf("%+v %v", all, err)
		}
		v := all[0]
		if status, _, _ := ae.Post(room+"/claims", roomtest.Form("form", "claim-"+v.ID, "rival", v.ID, "side", "weak", "requirement", req.ID, "statement", "Reads each 15 minutes", "source", "own test", "place", "Test of March")); status != 303 {
			t.Fatalf("claim: %d", status)
		}
		status, body, _ = ae.Post(room+"/"+v.ID+"/end", roomtest.Form("form", "end-"+v.ID, "outcome", "won", "why", "No agent"))
		if status != 409 {
			t.Errorf("won on an open deal: %d", status)
		}
		roomtest.Holds(t, "open deal", body, "won against nobody yet")
		_, body = h.Enter(t, auth.Viewer).Get(room)
		roomtest.Holds(t, "the page", body, "Kestrel", "They said yes", "Reads each 15 minutes", "NWF-1", "Own test: Test of March")
		if strings.Contains(body, "Add a competitor") || strings.Contains(body, "Make a claim") {
			t.Error("a viewer is offered acts")
		}
		if status, _, _ := h.Enter(t, auth.Viewer).Post(room, roomtest.Form("name", "x", "known_from", "x")); status != 403 {
			t.Errorf("a viewer adds one: %d", status)
		}
		_, body = ae.Get("/competitors/" + v.Competitor)
		roomtest.Holds(t, "over all deals", body, "Kestrel", "Too few", "NWF", "Reads each 15 minutes")
		status, body, _ = ae.Post("/competitors/"+v.Competitor+"/edit", roomtest.Form("form", "edit", "revision", "1", "name", "", "about", "From the coast"))
		if status != 422 {
			t.Errorf("no name: %d", status)
		}
		roomtest.Holds(t, "no name", body, "From the coast")
		for _, path := range []string{"/competitors/none", "/deals/NONE/compete"} {
			if status, _ := ae.Get(path); status != 404 {
				t.Errorf("%s: %d", path, status)
			}
		}
		if status, _, _ := ae.Post(room+"/claims/none/withdraw", roomtest.Form("why", "x")); status != 404 {
			t.Errorf("a claim that is not there: %d", status)
		}
		w.Verify()
	})
}

func TestACompetitorIsPutOnTheDealByKey(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, _ := heard(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + room)
	tab.Press("n")
	tab.WaitText("#f-name", "")
	tab.Type(`[name="name"]`, "Kestrel Stream")
	tab.Type(`[name="known_from"]`, "Discovery call")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Put a competitor on the deal")
	all, err := core.Rivals(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v %v", all, err)
	}
	w.Do("deal.lose", func(ctx context.Context, tx *journal.Tx) error {
		_, err := account.Lose(ctx, tx, account.Loss{Deal: w.Deal, Why: "Another"})
		return err
	})
	for _, address := range []string{room, room + "?form=claim-" + all[0].ID, room + "?form=end-" + all[0].ID, room + "?form=meet", "/competitors", "/competitors/" + all[0].Competitor + "?form=edit"} {
		tab.GoTo(base + address)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				browsertest.Evaluate[bool](tab, `(scrollTo(0, 0), true)`) // what the bar covers is no target
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", address, wide, width)
				}
			}
		}
	}
}
