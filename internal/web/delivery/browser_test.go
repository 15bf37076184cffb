package delivery_test

import (
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// The SA plans, measures and decides; everyone can follow at both widths and in both themes.
func TestAnArchitectTakesADealFromItsPlanToTheDecision(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, ids := signed(t, w)
	base, comeIn := h.Serve(t, auth.SA)
	tab := browsertest.Open(t)
	room := base + "/deals/NWF/delivery"
	look := func(name, address string) {
		t.Helper()
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.GoTo(room + address)                                // drawn in its scheme from the start
				browsertest.Evaluate[bool](tab, `scrollTo(0, 0); true`) // a focused field may have scrolled the head under the bar
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", name, wide, width)
				}
				tab.Shot("delivery-"+name, width, 900, scheme)
			}
		}
		tab.See(browsertest.Desk, 900, browsertest.Light)
	}
	tab.GoTo(comeIn)
	look("empty", "")
	look("import", "?form=import")
	tab.GoTo(room)
	tab.Key("n")
	tab.Type("#f-title", "Write the runbook")
	tab.Choose("#f-due", "2026-05-01")
	tab.Follow("form.form button.main")
	tab.WaitText("#toasts", "Added a task")
	tab.Wait("[data-living]") // the keys are live
	tab.Key("u")
	tab.WaitText(".empty", "The plan holds the work")
	tasks := planned(h, ids)
	checks := checked(h, ids)
	look("plan", "?view=plan")
	look("task", "?view=plan&at="+tasks[2].ID)
	look("task-form", "?view=plan&form=edit-task&at="+tasks[1].ID)
	look("checks", "?view=checks&at="+checks[1].ID)
	look("derive", "?view=checks&form=derive")
	look("result", "?view=checks&form=result&at="+checks[2].ID)
	look("gates", "?view=gates")
	look("gate-form", "?view=gates&form=gate")
	look("decide", "?view=go-live&form=decide")
	decideInTheBrowser(t, tab, room, ids)
	look("decided", "?view=go-live")
	tab.Print()
	tab.Shot("delivery-print", browsertest.Desk, 900, browsertest.Light)
	w.Verify()
}

// decideInTheBrowser is refused for what it does not speak of, keeps what was typed, and is
// recorded when every line is answered.
func decideInTheBrowser(t *testing.T, tab *browsertest.Tab, room string, ids []string) {
	t.Helper()
	tab.GoTo(room + "?view=go-live&form=decide")
	tab.Click(`input[name="outcome"][value="go"]`)
	tab.Choose("#f-evidence", "Readiness meeting of 4 May")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText(".form .line.bad", "Neither covered nor left out: NWF-2")
	tab.Axe()
	tab.Shot("delivery-refused", browsertest.Desk, 900, browsertest.Light)
	if got := tab.Value("#f-evidence"); got != "Readiness meeting of 4 May" {
		t.Errorf("the evidence became %q", got)
	}
	tab.Type(`[name="why.`+ids[1]+`"]`, "Second step")
	browsertest.Evaluate[int](tab, `[...document.querySelectorAll(".cover-list li:not(:has(:checked)) .reason input:not([type=date])")].map(f => f.value = "Second step").length`)
	tab.Follow("form.form > .acts button.main")
	if !strings.Contains(tab.Location(), "view=go-live") || strings.Contains(tab.Location(), url.QueryEscape("form=")) {
		t.Errorf("at %s", tab.Location())
	}
	tab.WaitText("#main", "Decided")
}
