package followup_test

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// call is a call of the deal with Dana, of which a need was accepted.
func call(w *wiretest.World) (id string) {
	w.T.Helper()
	script, err := discovery.ReadScript(strings.NewReader("Dana Whitfield: We need to read dispatch changes within five seconds."), "call.txt")
	if err != nil {
		w.T.Fatal(err)
	}
	w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		r, err := discovery.Record(ctx, tx, discovery.Recording{Deal: w.Deal, Title: "First call", Kind: "call", HeldAt: clock.At(wiretest.Start), Consent: "given", Contacts: []string{w.Dana}, Script: script})
		id = r.Call.ID
		return err
	})
	found, err := discovery.OfCall(w.Ctx(), w.Reader(), id)
	if err != nil || len(found) != 1 {
		w.T.Fatalf("%d candidates, %v", len(found), err)
	}
	w.Do("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
		_, err := discovery.Accept(ctx, tx, discovery.Acceptance{ID: found[0].ID})
		return err
	})
	return id
}

func TestAfterACallTheLetterIsAtHandInTheirLanguage(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	id := call(w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/discovery/" + id)
	tab.Press("f")
	tab.WaitText("#letter", "What we heard")
	tab.Axe()
	tab.GoTo(base + "/deals/NWF/follow-ups/call/" + id + "?language=fr")
	tab.WaitText("#letter", "Bonjour Dana Whitfield")
	for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
		tab.Shot("follow-up", browsertest.Desk, 900, scheme)
		tab.Shot("follow-up", browsertest.Phone, 844, scheme)
	}
	tab.Axe()
	tab.Type("#follow-up [name=subject]", " (suite)")
	tab.Press("Escape")
	tab.Follow("#follow-up button.main")
	tab.WaitText("main", "Bien cordialement") // no mail server: the letter is shown to copy
	tab.Axe()
	tab.GoTo(base + "/deals/NWF/follow-ups/call/" + id)
	tab.WaitText("main", "Ce que nous avons entendu")
	tab.WaitText("main", "not sent yet")
	tab.GoTo(base + "/deals/NWF/documents/follow-ups.html")
	tab.WaitText("body", "Ce que nous avons entendu")
	w.Verify()
}

func TestWhatIsTypedIsKeptAndOthersReadOnly(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		id := call(w)
		page := "/deals/NWF/follow-ups/call/" + id
		se := h.Enter(t, auth.SE)
		typed := url.Values{"form": {"follow-up"}, "language": {"de"}, "subject": {""}, "words": {"Danke für alles."}}
		status, body, _ := se.Post(page+"/send", typed)
		if status != 422 || !strings.Contains(body, "Danke für alles.") {
			t.Errorf("a letter without a subject: %d, its words are kept: %t", status, strings.Contains(body, "Danke für alles."))
		}
		typed.Set("subject", "Danke")
		if status, _, _ := se.Post(page, typed); status != 303 {
			t.Fatalf("kept for later: %d", status)
		}
		if _, body := se.Get(page); !strings.Contains(body, "Danke für alles.") || !strings.Contains(body, "Throw away") {
			t.Error("what was kept does not stand there")
		}
		viewer := h.Enter(t, auth.Viewer)
		if status, body := viewer.Get(page); status != 200 || strings.Contains(body, "Send it") || strings.Contains(body, "Danke für alles.") {
			t.Errorf("a viewer: %d; what is not sent is nobody else's", status)
		}
		if status, _, _ := viewer.Post(page+"/send", typed); status != 403 {
			t.Errorf("a viewer sends: %d", status)
		}
		for _, path := range []string{"/deals/NWF/follow-ups/call/nothing", "/deals/NWF/follow-ups/demo/" + id, "/deals/NWF/follow-ups/dinner/" + id} {
			if status, _ := se.Get(path); status != 404 {
				t.Errorf("%s: %d", path, status)
			}
		}
		if status, _, _ := se.Post(page+"/drop", typed); status != 303 {
			t.Errorf("thrown away: %d", status)
		}
		w.Verify()
	})
}
