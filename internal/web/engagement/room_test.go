package engagement_test

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

const room = "/deals/NWF/engagement"

func form(pairs ...string) url.Values {
	out := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		out.Add(pairs[i], pairs[i+1])
	}
	return out
}

func holds(t *testing.T, what, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s: %q is not there", what, w)
		}
	}
}

// open is a deal that has no SA yet.
func open(t testing.TB, w *wiretest.World) *roomtest.House {
	h := roomtest.New(t, w)
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SA = ""
		return journal.Update(ctx, tx, &d)
	})
	return h
}

func requests(t *testing.T, w *wiretest.World) []core.Request {
	all, err := core.Requests(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFactsAndRequestsAreWorkedOnThePage(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := open(t, w)
		se := h.Enter(t, auth.SE)
		_, body := se.Get(room)
		holds(t, "empty", body, "An SE only.", "undecided", "How many months will the deployment take?", "nobody yet")
		status, body, _ := se.Post(room+"/facts", form("form", "fact-months", "name", "months", "value", "soon", "source", "the call"))
		if status != 422 {
			t.Fatalf("months of 'soon': %d", status)
		}
		holds(t, "refused", body, "soon", "the call", "a number of months")
		for _, f := range [][2]string{{"months", "13 weeks"}, {"integrations", "2"}, {"configuration", "standard"}, {"depth", "no"}} {
			if status, _, _ := se.Post(room+"/facts", form("form", "fact-"+f[0], "name", f[0], "value", f[1])); status != 303 {
				t.Fatalf("%s: %d", f[0], status)
			}
		}
		_, body = se.Get(room)
		holds(t, "decided", body, "An SE, with an SA from the first discovery call.", "decided by rule", "E3", "What would change it")
		if _, body := se.Get("/inbox"); !strings.Contains(body, "calls for an SA and has none") {
			t.Error("the SE's inbox does not say that an SA is missing")
		}
		if status, _, _ := se.Post(room+"/requests", form("form", "request", "workstream", "security assessment", "reason", "Zones and keys", "hours", "8")); status != 303 {
			t.Fatalf("asking: %d", status)
		}
		q := requests(t, w)[0]
		if _, body := h.Enter(t, auth.Manager).Get("/inbox"); !strings.Contains(body, "An SA is asked for: security assessment") {
			t.Error("whoever manages does not hear of it")
		}
		if status, _, _ := h.Enter(t, auth.Viewer).Post(room+"/requests/"+q.ID+"/take", form("person", h.People[auth.SA].ID)); status != 403 {
			t.Errorf("a viewer names somebody: %d", status)
		}
		if status, body, _ := se.Post(room+"/requests/"+q.ID+"/take", form("form", "take-"+q.ID)); status != 422 || !strings.Contains(body, "Say who takes it") {
			t.Errorf("naming nobody: %d", status)
		}
		if status, _, _ := h.Enter(t, auth.SA).Post(room+"/requests/"+q.ID+"/take", form("form", "take-"+q.ID, "person", h.People[auth.SA].ID)); status != 303 {
			t.Fatalf("taking it: %d", status)
		}
		_, body = se.Get(room)
		holds(t, "taken", body, "taken", "Jonas Weber")
		if strings.Contains(body, "nobody yet") {
			t.Error("the deal still has no SA")
		}
		if status, _ := se.Get("/deals/NONE/engagement"); status != 404 {
			t.Errorf("a deal that is not there: %d", status)
		}
		w.Verify()
	})
}

func TestAnSAIsAskedForByKeyAndEveryoneCanFollow(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := open(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	for _, address := range []string{"", "?form=fact-months#facts", "?form=choose", "?form=request#requests"} {
		tab.GoTo(base + room + address)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", address, wide, width)
				}
			}
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
	tab.GoTo(base + room)
	tab.Press("a")
	tab.WaitText("#f-workstream", "")
	tab.Type(`[name="workstream"]`, "data migration")
	tab.Type(`[name="reason"]`, "Twelve years of archive")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Asked for an SA")
	tab.WaitText(`section[aria-labelledby="requests"]`, "Data migration")
}
