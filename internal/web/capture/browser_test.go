package capture_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// One key opens the box on the inbox; what was dictated is filed by its names and accepted by key.
func TestANoteIsTakenOnAnyPageAndAcceptedByKey(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/inbox")
	tab.Press(".")
	tab.Wait("#note-box[open] textarea")
	tab.Type("#note-box textarea", "just left dana she was really worried about the migration window and they must be able to roll back within one hour we told them we would share the runbook next week")
	tab.Axe()
	tab.Shot("capture-box", browsertest.Phone, 844, browsertest.Light)
	tab.Follow("#note-box form[method=post] button.main")
	tab.WaitText(".call-head", "It stands in NWF because it names Dana Whitfield")
	tab.Axe()
	for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
		tab.Shot("capture", browsertest.Desk, 900, scheme)
		tab.Shot("capture", browsertest.Phone, 844, scheme)
	}
	tab.WaitText("#now", "Reaction")
	tab.Press("a")
	tab.WaitText("#now", "Requirement")
	tab.Press("x")
	tab.WaitText("#now", "Promise")
	tab.Press("a")
	tab.WaitText("#now", "All decided")
	tab.Axe()
	tab.GoTo(base + "/deals/NWF")
	tab.WaitText("#ledger", "share the runbook")
	tab.Press(".")
	tab.WaitText("#note-box", "Of NWF, the deal you came from")
	w.Verify()
}

// Without script the box is a page; where two deals fit, a person is asked.
func TestWhereTwoDealsFitAPersonIsAsked(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.AddDeal(ctx, tx, account.NewDeal{AccountName: "Northwind Rail", Edit: account.Edit{Name: "Relay", SE: h.People[auth.SE].ID}})
		if err != nil {
			return err
		}
		_, err = account.Meet(ctx, tx, d.ID, "Dana Cole", "buyer")
		return err
	})
	se := h.Enter(t, auth.SE)
	status, body := se.Get("/capture?deal=NWF")
	if status != 200 || !strings.Contains(body, `name="deal" value="NWF"`) || !strings.Contains(body, `name="text"`) {
		t.Fatalf("the box: %d", status)
	}
	if status, _, _ := se.Post("/capture", form("form", "note", "text", " ")); status != 422 {
		t.Errorf("nothing is taken: %d", status)
	}
	status, _, to := se.Post("/capture", form("form", "note", "text", "Dana must have an answer within 2 days."))
	if status != 303 || !strings.HasPrefix(to, "/capture/") {
		t.Fatalf("%d to %s", status, to)
	}
	to, _, _ = strings.Cut(to, "?")
	_, body = se.Get(to)
	for _, want := range []string{"It could be of these", "Northwind Rail", "Northwind Freight", "names Dana Whitfield"} {
		if !strings.Contains(body, want) {
			t.Errorf("the question does not say %q", want)
		}
	}
	if status, _ := h.Enter(t, auth.SA).Get(to); status != 404 {
		t.Errorf("another's note: %d", status)
	}
	if status, _ := h.Enter(t, auth.Viewer).Get("/capture"); status != 403 {
		t.Errorf("a viewer: %d", status)
	}
	if _, body := se.Get("/inbox"); !strings.Contains(body, "A note waits until you say which deal it is of") {
		t.Error("the inbox does not say that the note waits")
	}
	status, _, to = se.Post(to+"/file", form("deal", w.Deal))
	if status != 303 || !strings.HasPrefix(to, "/deals/NWF/captures/") {
		t.Fatalf("filed: %d to %s", status, to)
	}
	w.Verify()
}
