package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long one step may take: a page on a busy machine needs a
// second, an element that never comes should not cost a minute.
const patience = 15 * time.Second

// Widths that the pages are made for.
const (
	Desk  = 1440
	Phone = 390
)

// Tab is a tab of the browser with cookies of its own. Each step waits for what
// it acts on; one that cannot be done ends the test with a sentence that names
// the step, the page and the reason.
type Tab struct {
	t      testing.TB
	ctx    context.Context
	view   view
	faults *faults
}

// Open opens an empty tab, 1440 wide and light. It is closed when the test ends.
// An uncaught exception of the page or a breach of its content security policy
// fails the test.
func Open(t testing.TB) *Tab {
	t.Helper()
	if os.Getenv(SkipVariable) == "1" {
		t.Skipf("left out of the browser: %s=1", SkipVariable)
	}
	parent, err := started()
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	tab := &Tab{t: t, ctx: ctx}
	t.Cleanup(end)
	// No limit on a tab's first call either.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	tab.faults = listen(ctx)
	t.Cleanup(func() {
		for _, fault := range tab.faults.take() {
			t.Errorf("the page says: %s", fault)
		}
	})
	tab.See(Desk, 900, Light)
	return tab
}

// do runs steps within the patience and ends the test if one fails.
func (tab *Tab) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	get(tab, what, chromedp.Steps(steps...))
}

// get runs one step within the patience, ends the test if it fails, and returns its value.
func get[T any](tab *Tab, what string, step chromedp.Action[T]) T {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, step)
	if err != nil {
		tab.t.Fatalf("%s on %s: %s", what, tab.where(), explain(err))
	}
	return value
}

// where is the address of the page, for a message.
func (tab *Tab) where() string {
	ctx, cancel := context.WithTimeout(tab.ctx, time.Second)
	defer cancel()
	address, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		return "a page that does not answer"
	}
	return address
}

func explain(err error) string {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Sprintf("not there, or not ready, within %s", patience)
	}
	return err.Error()
}
