package browsertest

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"
)

// GoTo opens an address and waits until the page has loaded.
func (tab *Tab) GoTo(address string) {
	tab.t.Helper()
	tab.do("go to "+address, chromedp.Navigate(address))
}

// Click clicks the first visible element that fits the CSS selector.
func (tab *Tab) Click(css string) {
	tab.t.Helper()
	tab.do("click "+css, chromedp.Click(chromedp.CSS(css), chromedp.NodeVisible))
}

// Follow clicks and waits until the page that comes of it has loaded.
func (tab *Tab) Follow(css string) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, chromedp.Click(chromedp.CSS(css), chromedp.NodeVisible)); err != nil {
		tab.t.Fatalf("follow %s on %s: %s", css, tab.where(), explain(err))
	}
}

// Type puts the words into the field after clearing it, key by key.
func (tab *Tab) Type(css, words string) {
	tab.t.Helper()
	field, what := chromedp.CSS(css), fmt.Sprintf("type %q into %s", words, css)
	tab.do(what, chromedp.WaitVisible(field))
	Evaluate[bool](tab, fmt.Sprintf(`document.querySelector(%q).value = "", true`, css))
	tab.do(what, chromedp.SendKeys(field, words))
}

// Choose sets the value of a select or date field and tells the page of it.
func (tab *Tab) Choose(css, value string) {
	tab.t.Helper()
	tab.do(fmt.Sprintf("choose %q in %s", value, css), chromedp.WaitVisible(chromedp.CSS(css)))
	found := Evaluate[bool](tab, fmt.Sprintf(`(() => {
		const field = document.querySelector(%q);
		field.value = %q;
		field.dispatchEvent(new Event("input", {bubbles: true}));
		field.dispatchEvent(new Event("change", {bubbles: true}));
		return field.value === %[2]q;
	})()`, css, value))
	if !found {
		tab.t.Fatalf("choose %q in %s on %s: no such choice", value, css, tab.where())
	}
}

// Upload puts files into a file field.
func (tab *Tab) Upload(css string, files ...string) {
	tab.t.Helper()
	tab.do("upload into "+css, chromedp.SetUploadFiles(chromedp.CSS(css), files))
}

// Evaluate runs JavaScript in the page and returns its value, awaited if it is a promise.
func Evaluate[T any](tab *Tab, script string) T {
	tab.t.Helper()
	return get(tab, "run a script", chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}
