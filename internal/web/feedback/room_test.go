package feedback_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/feedback"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

const room = "/deals/NWF/gaps"

// lacking is a deal with a requirement that cannot be met.
func lacking(t testing.TB, w *wiretest.World) (h *roomtest.House, r thread.Requirement) {
	h = roomtest.New(t, w)
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Run on their mainframe", Kind: thread.Functional, Priority: thread.Must})
		if err != nil {
			return err
		}
		return thread.MarkFeasible(ctx, tx, r.ID, 0, thread.CannotBe, "No build for z/OS")
	})
	return h, r
}

func TestAGapIsAskedForToldAnsweredAndPassedOn(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, req := lacking(t, w)
		se := h.Enter(t, auth.SE)
		_, body := se.Get(room)
		roomtest.Holds(t, "offered", body, "Marked as not feasible: No build for z/OS", "form=ask&amp;requirement=NWF-1")
		_, body = se.Get(room + "?form=ask&requirement=NWF-1")
		roomtest.Holds(t, "the form", body, "selected", "Marked as not feasible")
		status, body, _ := se.Post(room, roomtest.Form("form", "ask", "title", "", "requirement", req.ID, "reason", "All of it runs there"))
		if status != 422 {
			t.Errorf("no title: %d", status)
		}
		roomtest.Holds(t, "refused", body, "All of it runs there")
		if status, _, _ := se.Post(room, roomtest.Form("form", "ask", "title", "A build for z/OS", "requirement", req.ID, "reason", "All of it runs there")); status != 303 {
			t.Fatalf("asking: %d", status)
		}
		known, err := core.Of(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(known) != 1 {
			t.Fatalf("%+v %v", known, err)
		}
		gap, ask := "/gaps/"+known[0].Gap.ID, room+"/"+known[0].Ask.ID
		if status, _, _ := se.Post(ask+"/pass-on", roomtest.Form()); status != 409 {
			t.Errorf("passing on what nobody said: %d", status)
		}
		if status, _, _ := se.Post(gap+"/answer", roomtest.Form("form", "answer", "state", "planned")); status != 409 {
			t.Errorf("an answer before anybody was told: %d", status)
		}
		if status, _, _ := se.Post(gap+"/tell", roomtest.Form("form", "tell", "to", "Ada Lund", "tracker", "RLY-9")); status != 303 {
			t.Fatalf("telling: %d", status)
		}
		if status, _, _ := se.Post(gap+"/answer", roomtest.Form("form", "answer", "state", "shipped", "answer", "Out with 9")); status != 303 {
			t.Fatalf("answering: %d", status)
		}
		_, body = se.Get("/deals/NWF/requirements/NWF-1")
		roomtest.Holds(t, "the requirement", body, "Waits for the product", "A build for z/OS", "shipped", "Out with 9")
		_, body = se.Get("/gaps")
		roomtest.Holds(t, "over all deals", body, "G1", "A build for z/OS", "shipped")
		_, body = se.Get(gap)
		roomtest.Holds(t, "one gap", body, "RLY-9", "All of it runs there", "NWF-1 Run on their mainframe", "not yet")
		if status, _, _ := se.Post(ask+"/pass-on", roomtest.Form("revision", "1")); status != 303 {
			t.Fatalf("passing on: %d", status)
		}
		_, body = h.Enter(t, auth.Viewer).Get(room)
		roomtest.Holds(t, "passed on", body, "The customer heard it on")
		if strings.Contains(body, "Not waiting for it") {
			t.Error("a viewer is offered acts")
		}
		for _, path := range []string{gap + "/tell", ask + "/leave"} {
			if status, _, _ := h.Enter(t, auth.Viewer).Post(path, roomtest.Form("to", "x")); status != 403 {
				t.Errorf("a viewer at %s: %d", path, status)
			}
		}
		if status, _, _ := se.Post(ask+"/leave", roomtest.Form("revision", "2")); status != 303 {
			t.Errorf("leaving: %d", status)
		}
		for _, path := range []string{"/gaps/none", "/deals/NONE/gaps"} {
			if status, _ := se.Get(path); status != 404 {
				t.Errorf("%s: %d", path, status)
			}
		}
		w.Verify()
	})
}

func TestAGapIsAskedForByKeyFromWhatIsNoStandard(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, _ := lacking(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + room)
	tab.Press("a")
	tab.WaitText("#f-title", "")
	tab.Type(`[name="title"]`, "A build for z/OS")
	tab.Type(`[name="reason"]`, "All of it runs there")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Said that the deal waits for a gap")
	known, err := core.Of(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(known) != 1 {
		t.Fatalf("%+v %v", known, err)
	}
	gap := "/gaps/" + known[0].Gap.ID
	for _, address := range []string{room, room + "?form=ask&requirement=NWF-1", "/gaps", gap + "?form=tell", gap + "?form=edit"} {
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
