package look_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"throughline/internal/web/look"
)

// site is the storybook, and browser the one Chromium all tests open tabs in.
var (
	site    string
	browser context.Context
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	server := httptest.NewServer(look.StoryServer())
	defer server.Close()
	site = server.URL
	alloc, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-dev-shm-usage", true))...)
	defer stop()
	ctx, cancel := chromedp.NewContext(alloc)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		fmt.Fprintln(os.Stderr, "The browser tests need Chromium, and it did not start:", err, "\nInstall it with: apt-get install -y --no-install-recommends chromium")
		return 1
	}
	browser = ctx
	return m.Run()
}

// tab opens a page at a width, watching for refused styles and scripts and for shifts of layout.
func tab(t *testing.T, width int64, path string) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	watch := `window.refused = []; window.shift = 0; window.shifted = [];
		document.addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective + " " + (e.sourceFile ?? "") + " " + (e.sample ?? "")));
		new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) { shift += e.value; shifted.push(...e.sources.map(x => (x.node?.outerHTML ?? String(x.node?.textContent)).slice(0, 120))) } }).observe({type: "layout-shift", buffered: true});`
	height := int64(900)
	if width < 500 {
		height = 844
	}
	must(t, chromedp.Do(ctx,
		chromedp.EmulateViewport(width, height),
		chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
			return err
		}),
		chromedp.Navigate(site+path),
	))
	eval[bool](t, ctx, `document.fonts.ready.then(() => true)`)
	return ctx
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%v in %s", err, js[:min(len(js), 200)])
	}
	return v
}

// until waits for something the page does by itself; while the page changes, the
// question cannot be asked and is asked again.
func until(t *testing.T, ctx context.Context, js string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	for ; ctx.Err() == nil; time.Sleep(20 * time.Millisecond) {
		if yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+js+")")); err == nil && yes {
			return
		}
	}
	t.Fatalf("never came true: %s", js)
}

func press(t *testing.T, ctx context.Context, keys string, options ...chromedp.KeyOption) {
	t.Helper()
	must(t, chromedp.Do(ctx, chromedp.KeyEvent(keys, options...)))
}

// axe reads the checker that npm ci installs; without it nothing would be checked, so it fails.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("..", "..", "..", "node_modules", "axe-core", "axe.min.js"))
	if errors.Is(err, os.ErrNotExist) {
		t.Fatal("axe-core is not installed. Run 'npm ci' at the root of the repository.")
	}
	must(t, err)
	return string(source)
}

type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

func check(t *testing.T, ctx context.Context, source string) []violation {
	t.Helper()
	eval[bool](t, ctx, source+"; true")
	out := eval[string](t, ctx, `axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(r => JSON.stringify(r.violations.map(v => ({ID: v.id, Impact: v.impact, Help: v.help, Nodes: v.nodes.map(n => ({HTML: n.html, FailureSummary: n.failureSummary}))}))))`)
	var v []violation
	must(t, json.Unmarshal([]byte(out), &v))
	return v
}

func TestNoPageHasAnythingForAxeToFind(t *testing.T) {
	source := axe(t)
	for _, path := range []string{"/", "/thread?at=NWF-7.proven", "/thread?compare=signature&fold=Events+out&density=compact", "/thread?day=85", "/failure", "/sign-in"} {
		for _, theme := range []string{"light", "dark"} {
			for _, width := range []int64{1440, 1100, 390} {
				t.Run(fmt.Sprintf("%s %s %d", path, theme, width), func(t *testing.T) {
					sep := "?"
					if strings.Contains(path, "?") {
						sep = "&"
					}
					ctx := tab(t, width, path+sep+"theme="+theme)
					for _, v := range check(t, ctx, source) {
						for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
							t.Errorf("%s (%s): %s\n%s\n%s", v.ID, v.Impact, v.Help, n.HTML, n.FailureSummary)
						}
					}
					if wide := eval[int64](t, ctx, `document.documentElement.scrollWidth`); wide > width {
						t.Errorf("the page is %d px wide in a window of %d", wide, width)
					}
					if refused := eval[[]string](t, ctx, `refused`); len(refused) > 0 {
						t.Errorf("the content security policy refused %q", refused)
					}
					if shift := eval[float64](t, ctx, `shift`); shift > 0.01 {
						t.Errorf("the layout shifted by %.3f: %q", shift, eval[[]string](t, ctx, `shifted`))
					}
					shoot(t, ctx, path, theme, width)
				})
			}
		}
	}
}

// TestAxeBites shows that the check above can fail.
func TestAxeBites(t *testing.T) {
	ctx := tab(t, 1440, "/sign-in")
	eval[bool](t, ctx, `document.querySelector("label").remove(), true`)
	if len(check(t, ctx, axe(t))) == 0 {
		t.Error("a field without a label was not found")
	}
}

// shoot keeps a picture of the whole page where LOOK_SHOTS names a folder.
func shoot(t *testing.T, ctx context.Context, path, theme string, width int64) {
	dir := os.Getenv("LOOK_SHOTS")
	if dir == "" {
		return
	}
	name := strings.NewReplacer("/", "", "?", "-", "=", "", "&", "-", ".", "").Replace(path)
	if name == "" {
		name = "parts"
	}
	shot, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", name, width, theme)), shot, 0o644))
}
