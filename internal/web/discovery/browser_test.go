package discovery_test

import (
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// The SE records the tour's call and reviews it by keyboard alone; the requirements stand in
// the thread. Everyone can follow at both widths and in both themes.
func TestACallIsReviewedByKeyboard(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	room := base + "/deals/NWF/discovery"
	tab.GoTo(comeIn)
	tab.GoTo(room)
	seen(t, tab, "empty")
	record(t, tab)
	seen(t, tab, "call")
	first := tab.Text("#now")
	if !strings.HasPrefix(first, "1 of ") {
		t.Fatalf("the review begins at %q", first)
	}
	press(tab, "a", "2 of ") // accepted as proposed
	if got := tab.Focused(); !strings.HasPrefix(got, "#c-") {
		t.Errorf("the next candidate has not the focus, but %s", got)
	}
	tab.Key("e")
	tab.Type("#f-statement", "Take 2400 events a second for 30 minutes and lose none")
	press(tab, "Ctrl+Enter", "3 of ")
	tab.Key("m")
	if got := tab.Focused(); got != "#f-into" {
		t.Fatalf("M leads to %s", got)
	}
	tab.Key("Down", "Tab")
	press(tab, "Enter", "4 of ")
	tab.Key("s")
	tab.Type("#f-reason", "asked for by another team")
	press(tab, "Enter", "5 of ")
	press(tab, "x", "6 of ")
	tab.WaitText(".progress", "5 of ")
	seen(t, tab, "reviewed")
	many(t, tab)
	tab.GoTo(room)
	seen(t, tab, "room")
	tab.GoTo(base + "/deals/NWF")
	tab.WaitText(".loom", "Take 2400 events a second for 30 minutes and lose none")
	w.Verify()
}

// record fills the form of a call and sends it.
func record(t *testing.T, tab *browsertest.Tab) {
	t.Helper()
	tab.Wait("[data-key=R]")
	tab.Key("r")
	tab.Wait("#f-title")
	tab.Key(letters("Discovery call with dispatch and security")...)
	tab.Upload("#f-file", tourFile(t, "discovery-call.vtt"))
	tab.Click("#f-newcomers")
	tab.Key(letters("Priya Nair, security")...)
	tab.Click(`input[name="consent"][value="given"]`)
	for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
		tab.Shot("discovery-record", browsertest.Desk, 900, scheme)
	}
	settle(tab)
	tab.Axe()
	tab.Key("Tab", "Tab") // over 'who said so' to the button
	press(tab, "Enter", "1 of ")
	if !strings.Contains(tab.Location(), "/discovery/") {
		t.Fatalf("the call is not shown: %s", tab.Location())
	}
}

// many marks two rows by their key and accepts both at once.
func many(t *testing.T, tab *browsertest.Tab) {
	t.Helper()
	before := tab.Count(".cands:not(.done) li")
	tab.Key("j", "v", "j", "v")
	if n := tab.Count(".cands input:checked"); n != 2 {
		t.Fatalf("%d rows are marked", n)
	}
	tab.Key("Shift+A")
	tab.WaitText("#toasts", "Accepted candidates")
	if after := tab.Count(".cands:not(.done) li"); after != before-2 {
		t.Errorf("%d waited before, %d after", before, after)
	}
}

// press does a key and waits for the candidate it leads to, and until the keys are live there.
func press(tab *browsertest.Tab, key, want string) {
	tab.Key(key)
	tab.WaitText("#now", want)
	tab.Wait("[data-living]")
}

func letters(s string) (out []string) {
	for _, r := range s {
		if r == ' ' {
			out = append(out, "Space")
		} else {
			out = append(out, string(r))
		}
	}
	return out
}

// settle goes to the top, so that no bar covers half a link, and waits for the new colours.
func settle(tab *browsertest.Tab) {
	browsertest.Evaluate[bool](tab, `new Promise(done => {
		scrollTo(0, 0);
		requestAnimationFrame(() => requestAnimationFrame(async () => {
			await Promise.allSettled(document.getAnimations().map(a => a.finished));
			done(true);
		}));
	})`)
}

// seen asks axe of the page at both widths and in both themes, that nothing runs out at the
// side, and takes its picture.
func seen(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			tab.See(width, 900, scheme)
			settle(tab)
			tab.Axe()
			if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("%s is %d wide on %d", name, wide, width)
			}
			tab.Shot("discovery-"+name, width, 900, scheme)
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
}
