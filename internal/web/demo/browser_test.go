package demo_test

import (
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// The SE records a demo and its reactions in one grid, and the SA approves an answer; everyone
// can follow at both widths and in both themes.
func TestADemoAndAnAnswerInTheBrowser(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, all := heard(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	look := func(name, address string) {
		t.Helper()
		tab.GoTo(base + room + address)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", name, wide, width)
				}
				tab.Shot("demo-"+name, width, 900, scheme)
			}
		}
		tab.See(browsertest.Desk, 900, browsertest.Light)
	}
	tab.GoTo(comeIn)
	look("empty", "")
	look("empty-answers", "?view=answers")
	d, segs := planned(h, all)
	look("planned", "?at="+d.ID)
	look("deliver", "?form=deliver&at="+d.ID)
	delivered(h, d, segs)
	written(h, all)
	look("delivered", "")
	look("react", "?form=react&at="+d.ID)
	look("segment", "?form=edit-segment&at="+segs[1].ID)
	look("answers", "?view=answers")
	look("answer", "?view=answers&form=answer")

	tab.GoTo(base + room)
	tab.Press("r")
	cell := segs[1].ID + "." + w.Dana
	tab.Choose(`[name="mark.`+cell+`"]`, "1")
	tab.Type(`[name="words.`+cell+`"]`, "Fine once it can be stopped")
	w.Clock.Add(time.Minute)
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Recorded a reaction")
	tab.WaitText("table.list", "Fine once it can be stopped")

	tab.Press("2")
	tab.WaitText(".board-main", "version 1")
	tab.Press("a") // the first draft that may be approved: the standard one
	tab.WaitText("form.form", "promises nothing more than the product does")
	look("approve", "?view=answers&form=approve&at="+browsertest.Evaluate[string](tab, `new URLSearchParams(location.search).get("at")`))
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Approved an answer")
	if n := tab.Count("#toasts .btn"); n != 0 {
		t.Errorf("an approval offers undo")
	}
	w.Verify()
}
