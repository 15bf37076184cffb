package web_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/browsertest"
)

// toBrief leads from the inbox to the first meeting's brief by its key, and gives the address.
func toBrief(t *testing.T, tab *browsertest.Tab, l *line) string {
	t.Helper()
	tab.GoTo(l.comeIn)
	tab.GoTo(l.URL + "/inbox")
	tab.WaitText("#coming", "Coming up")
	tab.Press("b")
	tab.WaitText("#who", "Who attends")
	return tab.Location()
}

func TestABriefSaysWhoAttendsWhatIsPromisedAndWhatIsOpen(t *testing.T) {
	l := tunnel(t)
	tab := browsertest.Open(t)
	toBrief(t, tab, l)
	for _, want := range []string{"Next step:", "Promised to them", "Open", "Changed since", "Gareth Lloyd"} {
		tab.WaitText(".brief-page", want)
	}
	tab.GoTo(l.URL + "/deals/NWF")
	tab.WaitText(".deal-head", "Next meeting")
	tab.Press("g")
	tab.Key("n")
	tab.WaitText(".brief-page h1", "Design review 2")
	for _, want := range []string{"Dana Whitfield", "“", "P"} {
		tab.WaitText(".brief-page", want)
	}
	tab.Axe()
	for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
		tab.Shot("brief", browsertest.Desk, 900, scheme)
		tab.Shot("brief", browsertest.Phone, 844, scheme)
	}
	tab.See(browsertest.Phone, 844, browsertest.Light)
	tab.Axe()
	sheets, pdf := tab.Sheets()
	if sheets != 1 {
		t.Errorf("the brief prints on %d sheets, not on one", sheets)
	}
	browsertest.Evaluate[bool](tab, fullest)
	if most, _ := tab.Sheets(); most != 1 {
		t.Errorf("the longest brief prints on %d sheets", most)
	}
	if dir := os.Getenv(browsertest.ShotsVariable); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "brief.pdf"), pdf, 0o600); err != nil {
			t.Error(err)
		}
	}
}

// fullest fills each list to the most that a brief holds, with the longest lines.
const fullest = `(() => {
	[...document.querySelectorAll(".brief-list")].forEach((list, i) => {
		for (const p of list.querySelectorAll("li > p:first-child, li > .quote")) p.append(" and so on, and on".repeat(8).slice(0, Math.max(0, 120 - p.textContent.length)));
		while (list.children.length < [7, 7, 8, 8][i]) list.append(list.firstElementChild.cloneNode(true));
	});
	return true;
})()`

// firstVisit is a first visit on a slow line: bytes over the network, and when something was seen.
const firstVisit = `new Promise(done => setTimeout(() => {
	const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].filter(e => !e.name.endsWith("/brief/keep.js"));
	const paint = performance.getEntriesByType("paint").find(p => p.name === "first-contentful-paint");
	done({bytes: all.reduce((n, e) => n + e.transferSize, 0), paint: Math.round(paint.startTime), what: all.map(e => e.name.split("/").pop() + " " + e.transferSize).join(", ")});
}, 800))`

func TestABriefIsSmallAndSeenAtOnceOnASlowLine(t *testing.T) {
	l := tunnel(t)
	tab := browsertest.Open(t)
	address := toBrief(t, tab, l)
	for _, at := range []string{address, l.URL + "/brief/NWF"} {
		fresh := browsertest.Open(t) // no service worker, nothing cached
		fresh.GoTo(l.comeIn)
		fresh.See(browsertest.Phone, 844, browsertest.Light)
		fresh.Line(150, 1.6e6)
		fresh.GoTo(at)
		got := browsertest.Evaluate[struct {
			Bytes, Paint int
			What         string
		}](fresh, firstVisit)
		t.Logf("%s: %d bytes over the line (%s), first paint after %d ms at 150 ms and 1.6 Mbit/s", strings.TrimPrefix(at, l.URL), got.Bytes, got.What, got.Paint)
		if got.Bytes == 0 || got.Bytes >= 60_000 || got.Paint >= 1500 {
			t.Errorf("%s: %d bytes, first paint after %d ms", at, got.Bytes, got.Paint)
		}
	}
}

// kept are the addresses that the keeper holds.
const kept = `caches.has("throughline-briefs").then(has => has ? caches.open("throughline-briefs").then(c => c.keys()).then(all => all.map(r => new URL(r.url).pathname).filter(p => p.startsWith("/brief/")).join(" ")) : "")`

// waitKept waits until the keeper holds as many briefs.
func waitKept(tab *browsertest.Tab, n int) string {
	return browsertest.Evaluate[string](tab, fmt.Sprintf(`new Promise(async done => {
		for (let i = 0; i < 100; i++) {
			const now = await %s;
			if (now.split(" ").filter(Boolean).length === %d) return done(now);
			await new Promise(later => setTimeout(later, 50));
		}
		done("after five seconds: " + await %s);
	})`, kept, n, kept))
}

func TestABriefOpensWithoutNetworkAndNothingElseDoes(t *testing.T) {
	l := tunnel(t)
	tab := browsertest.Open(t)
	address := toBrief(t, tab, l)
	if got, want := waitKept(tab, 1), strings.TrimPrefix(address, l.URL); got != want {
		t.Fatalf("kept %q, not %q", got, want)
	}
	l.cut()
	tab.GoTo(address)
	tab.WaitText(".brief-page", "Who attends")
	if styled := browsertest.Evaluate[string](tab, `getComputedStyle(document.querySelector(".brief-list")).listStyleType`); styled != "none" {
		t.Error("the copy has lost its stylesheet")
	}
	if got := browsertest.Evaluate[string](tab, `fetch("/inbox").then(r => "opens: " + r.status, () => "no network")`); got != "no network" {
		t.Errorf("the inbox %s", got)
	}
}

func TestAKeptBriefGoesWithTheRightToIt(t *testing.T) {
	for _, row := range []struct {
		name string
		lose func(tab *browsertest.Tab, l *line, address string)
	}{
		{"signing out", func(tab *browsertest.Tab, l *line, _ string) {
			tab.GoTo(l.URL + "/inbox")
			browsertest.Evaluate[bool](tab, `(document.querySelector("form[action='/sign-out']").submit(), true)`)
			tab.Wait("input[type=password]")
		}},
		{"being someone else", func(tab *browsertest.Tab, l *line, _ string) {
			tab.GoTo(l.URL + "/inbox")
			browsertest.Evaluate[bool](tab, `([...document.querySelectorAll("form[action='/switch']")].at(-1).submit(), true)`)
			tab.Wait("#waiting")
		}},
		{"a session that ended", func(tab *browsertest.Tab, l *line, address string) {
			browsertest.Evaluate[bool](tab, `fetch("/sign-out", {method: "POST"}).then(() => caches.open("throughline-briefs")).then(c => c.put("`+strings.TrimPrefix(address, l.URL)+`", new Response("left behind"))).then(() => true)`)
			tab.GoTo(address)
			tab.Wait("input[type=password]")
		}},
		{"no right any more (403)", refusing(403)},
		{"a deal that is gone (404)", refusing(404)},
		{"not signed in (401)", refusing(401)},
	} {
		t.Run(row.name, func(t *testing.T) {
			l := tunnel(t)
			tab := browsertest.Open(t)
			address := toBrief(t, tab, l)
			waitKept(tab, 1)
			row.lose(tab, l, address)
			if got := waitKept(tab, 0); got != "" {
				t.Errorf("still kept: %s", got)
			}
		})
	}
}

// refusing opens the brief once more while the server refuses it.
func refusing(status int) func(*browsertest.Tab, *line, string) {
	return func(tab *browsertest.Tab, l *line, address string) {
		l.refuse = status
		tab.GoTo(address)
	}
}

// A deal that one may no longer see is found out on any page, though its brief is not asked for.
func TestAnyPageFindsOutThatABriefMayNoLongerBeRead(t *testing.T) {
	l := tunnel(t)
	tab := browsertest.Open(t)
	toBrief(t, tab, l)
	waitKept(tab, 1)
	l.refuse = 404
	tab.GoTo(l.URL + "/deals")
	if got := waitKept(tab, 0); got != "" {
		t.Errorf("still kept: %s", got)
	}
}
