// Package browsertest opens pages in a real Chromium, does what a person does
// there, and asks axe-core whether everyone can.
//
// A package that uses it begins its tests with
//
//	func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }
//
// The browser starts once, at the first Open, and each Open is a tab with
// cookies of its own. Chromium missing is a failure; THROUGHLINE_TEST_SKIP_BROWSER=1,
// given by a person, leaves these tests out.
package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// SkipVariable, set to 1 by a person, leaves the browser tests out.
const SkipVariable = "THROUGHLINE_TEST_SKIP_BROWSER"

// browser is the one of this test program.
var browser struct {
	prepared bool // by Run
	once     sync.Once
	ctx      context.Context
	close    context.CancelFunc
	profile  string
	err      error
}

// Run runs the tests of a package and ends the browser if one was started. It
// returns the exit code.
func Run(m *testing.M) int {
	browser.prepared = true
	defer stop()
	return m.Run()
}

// started is the running browser, or why there is none.
func started() (context.Context, error) {
	if !browser.prepared {
		return nil, errors.New("this package has no TestMain that calls browsertest.Run, so nothing would end the browser")
	}
	browser.once.Do(func() { browser.err = start() })
	return browser.ctx, browser.err
}

func start() error {
	path, err := Chromium()
	if err != nil {
		return err
	}
	browser.profile, err = os.MkdirTemp("", "throughline-chromium-")
	if err != nil {
		return fmt.Errorf("make a folder for Chromium: %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(browser.profile),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("lang", "en-GB"),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's sandbox refuses root
	}
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, endBrowser := chromedp.NewContext(allocator)
	browser.close = func() { endBrowser(); endAllocator() }
	// No limit on this first call: it would end the browser with it.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return fmt.Errorf("start %s: %w", path, err)
	}
	browser.ctx = ctx
	return nil
}

func stop() {
	if browser.close != nil {
		browser.close()
	}
	// Chromium's children write into the profile for a moment after its end.
	for range 50 {
		if browser.profile == "" || os.RemoveAll(browser.profile) == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}
