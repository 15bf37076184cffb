package browsertest

import (
	"fmt"
	"time"

	"github.com/chromedp/chromedp"
)

// Text is the text a person reads in the first element that fits.
func (tab *Tab) Text(css string) string {
	tab.t.Helper()
	return get(tab, "read "+css, chromedp.Text(chromedp.CSS(css), chromedp.NodeReady))
}

// Value is what stands in a field.
func (tab *Tab) Value(css string) string {
	tab.t.Helper()
	return get(tab, "read the field "+css, chromedp.Value(chromedp.CSS(css), chromedp.NodeReady))
}

// Count is how many elements fit, now.
func (tab *Tab) Count(css string) int {
	tab.t.Helper()
	return Evaluate[int](tab, fmt.Sprintf(`document.querySelectorAll(%q).length`, css))
}

// Location is the address of the page.
func (tab *Tab) Location() string {
	tab.t.Helper()
	return get(tab, "read the address", chromedp.Location())
}

// Focused is the element that has the focus, as its id or else its tag and text.
func (tab *Tab) Focused() string {
	tab.t.Helper()
	return Evaluate[string](tab, `(() => {
		const e = document.activeElement;
		return e.id ? "#" + e.id : e.tagName.toLowerCase() + " " + e.textContent.trim().slice(0, 40);
	})()`)
}

// Wait waits until an element that fits is visible.
func (tab *Tab) Wait(css string) {
	tab.t.Helper()
	tab.do("wait for "+css, chromedp.WaitVisible(chromedp.CSS(css)))
}

// WaitGone waits until no element fits.
func (tab *Tab) WaitGone(css string) {
	tab.t.Helper()
	tab.do("wait for the end of "+css, chromedp.WaitNotPresent(chromedp.CSS(css)))
}

// WaitText waits until the element that fits holds the words.
func (tab *Tab) WaitText(css, words string) {
	tab.t.Helper()
	script := fmt.Sprintf(`(document.querySelector(%q)?.innerText ?? "").includes(%q)`, css, words)
	for end := time.Now().Add(patience); ; time.Sleep(30 * time.Millisecond) {
		if Evaluate[bool](tab, script) {
			return
		}
		if time.Now().After(end) {
			tab.t.Fatalf("wait for %q in %s on %s: not there within %s", words, css, tab.where(), patience)
		}
	}
}

// LayoutShift is the page's cumulative layout shift since it was opened, without
// what followed a person's act within half a second; 0 is a page that stands still.
func (tab *Tab) LayoutShift() float64 {
	tab.t.Helper()
	return Evaluate[float64](tab, `new Promise(done => {
		let sum = 0;
		new PerformanceObserver(list => {
			for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value;
		}).observe({type: "layout-shift", buffered: true});
		setTimeout(() => done(sum), 200);
	})`)
}

// Sent is how many bytes the page cost on the wire: itself and what it loaded,
// headers included, fonts not.
func (tab *Tab) Sent() int {
	tab.t.Helper()
	return Evaluate[int](tab, `performance.getEntriesByType("navigation")
		.concat(performance.getEntriesByType("resource"))
		.filter(e => !/\.woff2?(\?|$)/.test(e.name))
		.reduce((sum, e) => sum + e.transferSize, 0)`)
}
