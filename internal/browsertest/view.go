package browsertest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// ShotsVariable names the folder that Shot writes pictures to.
const ShotsVariable = "THROUGHLINE_TEST_SHOTS"

// Scheme is whether a person's system asks for a light or a dark page.
type Scheme string

// The two schemes.
const (
	Light Scheme = "light"
	Dark  Scheme = "dark"
)

// view is how the page is looked at; sizes in CSS pixels.
type view struct {
	width, height int64
	scheme        Scheme
}

// See sets the size of the window in CSS pixels and the scheme. Motion is asked
// to be reduced, so that a picture or a check never meets a half-done movement.
func (tab *Tab) See(width, height int64, scheme Scheme) {
	tab.t.Helper()
	tab.view = view{width, height, scheme}
	tab.do(fmt.Sprintf("look at %d × %d, %s", width, height, scheme),
		chromedp.EmulateViewport(width, height), media(emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: string(scheme)},
				{Name: "prefers-reduced-motion", Value: "reduce"},
			},
		}))
}

// Print looks at the page as paper does, until See.
func (tab *Tab) Print() {
	tab.t.Helper()
	tab.do("look at the print", media(emulation.SetEmulatedMediaParams{Media: "print"}))
}

func media(p emulation.SetEmulatedMediaParams) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, p)
		return err
	})
}

// Shot writes a picture of the whole page, as wide and in the scheme asked for,
// to NAME-WIDTH-SCHEME.png in the folder that THROUGHLINE_TEST_SHOTS names, and
// nothing without it. The view is afterwards what it was.
func (tab *Tab) Shot(name string, width, height int64, scheme Scheme) {
	tab.t.Helper()
	folder := os.Getenv(ShotsVariable)
	if folder == "" {
		return
	}
	before := tab.view
	tab.See(width, height, scheme)
	picture := get(tab, "take a picture", chromedp.FullScreenshot(100))
	tab.See(before.width, before.height, before.scheme)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		tab.t.Fatalf("folder of %s: %v", ShotsVariable, err)
	}
	path := filepath.Join(folder, fmt.Sprintf("%s-%d-%s.png", name, width, scheme))
	if err := os.WriteFile(path, picture, 0o644); err != nil {
		tab.t.Fatalf("write the picture: %v", err)
	}
}
