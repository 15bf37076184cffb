package web_test

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"throughline/internal/browsertest"
	"throughline/internal/sample"
	"throughline/internal/web"
	"throughline/internal/web/door"
	"throughline/internal/web/kit"
	"throughline/internal/wiring"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// enter serves the sample's pages and comes in.
func enter(t *testing.T) (tab *browsertest.Tab, base string) {
	t.Helper()
	ctx := context.Background()
	h, err := wiring.Open(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	if err := sample.First(ctx, h); err != nil {
		t.Fatal(err)
	}
	member, ok, err := sample.Door(ctx, h.Journal.DB)
	if err != nil || !ok {
		t.Fatalf("no way into the sample: %v", err)
	}
	link := door.NewLink(member)
	server := httptest.NewServer(web.Handler(&kit.Site{House: h, Log: slog.New(slog.DiscardHandler), Sessions: kit.NewSessions(h, false), Upload: 1 << 20}, link, nil))
	t.Cleanup(server.Close)
	tab = browsertest.Open(t)
	tab.GoTo(server.URL + link.Path())
	return tab, server.URL
}

// stop is where the focus is after a press of Tab: what stands there, and what is wrong with it.
// Something must mark it, and it must stand within the window, not under a bar that floats.
const stop = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return "";
	const name = (e.getAttribute("aria-label") || e.textContent.trim() || e.name || e.tagName).slice(0, 40) + " <" + e.tagName.toLowerCase() + " " + e.className + ">";
	const marked = [e, e.parentElement, e.closest("label, li, td, .field")].some(x => {
		if (!x) return false;
		const s = getComputedStyle(x);
		return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1.5 || x === e && s.boxShadow !== "none";
	}) || e.matches("[type=date], [type=range]") // their parts bear the mark
	|| [...e.querySelectorAll(".c4-shape")].some(x => parseFloat(getComputedStyle(x).strokeWidth) >= 4) || !!e.querySelector("text") && getComputedStyle(e.querySelector("text")).textDecorationLine === "underline";
	const r = e.getBoundingClientRect(), wrong = [];
	if (!marked) wrong.push("is not marked");
	if (!e.matches("svg *, [type=file]") && (r.width < 2 || r.height < 2)) wrong.push("has no size");
	if (r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth) wrong.push("is out of the window");
	else {
		const x = Math.min(Math.max(r.left + Math.min(r.width / 2, 20), 1), innerWidth - 2), y = Math.min(Math.max(r.top + r.height / 2, 1), innerHeight - 2);
		const above = document.elementFromPoint(x, y);
		if (above && above.closest(".bar, .bottom-nav, .toasts") && !above.closest(".bar, .bottom-nav, .toasts").contains(e)) wrong.push("is covered by " + above.className);
	}
	return name + (wrong.length ? " ! " + wrong.join(", ") : "");
})()`

func TestEachPageIsWalkedByKeyboardAlone(t *testing.T) {
	tab, base := enter(t)
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		tab.See(width, 900, browsertest.Light)
		for _, path := range []string{"/inbox", "/deals", "/deals/NWF", "/deals/NWF/discovery", "/deals/NWF/demo", "/deals/NWF/evaluation", "/deals/CHS/handoff", "/deals/NWF/design", "/deals/NWF/delivery",
			"/deals/NWF/documents", "/deals/NWF/activity", "/deals/NWF?form=add", "/import", "/search", "/settings", "/people", "/people/fit", "/people/ladders", "/people/pay"} {
			tab.GoTo(base + path)
			browsertest.Evaluate[bool](tab, `document.activeElement.blur(), true`)
			stops := 0
			for ; stops < 60; stops++ {
				tab.Key("Tab")
				at := browsertest.Evaluate[string](tab, stop)
				if at == "" {
					break
				}
				if _, wrong, bad := strings.Cut(at, " ! "); bad {
					t.Errorf("%s at %d: stop %d %s: %s", path, width, stops+1, wrong, at)
				}
				if stops == 0 && path == "/inbox" && !strings.HasPrefix(at, "Skip to content") {
					t.Errorf("%s at %d begins with %s", path, width, at)
				}
			}
			if stops < 3 { // on the page of search the field comes with the focus
				t.Errorf("%s at %d has %d stops", path, width, stops)
			}
		}
	}
}

func TestWhatFloatsGivesTheFocusBack(t *testing.T) {
	tab, base := enter(t)
	tab.GoTo(base + "/deals/NWF")
	at := func(when, want string) {
		t.Helper()
		got := browsertest.Evaluate[string](tab, `(() => { const e = document.activeElement; return e.id || e.getAttribute("aria-label") || e.textContent.trim().slice(0, 40); })()`)
		if !strings.Contains(got, want) {
			t.Errorf("%s the focus is on %q, not %q", when, got, want)
		}
	}
	tab.Press("Tab")
	tab.Key("Enter")
	at("after the skip link", "main")
	browsertest.Evaluate[bool](tab, `document.querySelector(".tabs a").focus(), true`)
	tab.Key("Ctrl+k")
	tab.Wait("dialog[open] input")
	tab.Key("n", "Escape")
	if browsertest.Evaluate[bool](tab, `!!document.querySelector("dialog[open]")`) {
		tab.Key("Escape")
	}
	at("after the palette", "Thread")
	tab.Key("?")
	tab.Wait("dialog[open]")
	tab.Key("Escape")
	at("after the list of keys", "Thread")
	browsertest.Evaluate[bool](tab, `document.querySelector("details[data-menu] summary").focus(), true`)
	tab.Key("Enter", "Tab", "Escape")
	at("after the person's menu", "You:")
	if browsertest.Evaluate[bool](tab, `document.querySelector("details[data-menu]").open`) {
		t.Error("Escape leaves the person's menu open")
	}
}
