package evaluation_test

import (
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

const room = "/deals/NWF/evaluation"

// look checks a page at both widths and in both themes, and takes its pictures.
func look(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			tab.See(width, 900, scheme)
			tab.Axe()
			if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("%s is %d wide on %d", name, wide, width)
			}
			tab.Shot("evaluation-"+name, width, 900, scheme)
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
}

func TestEveryViewOfALivedDealIsForEveryone(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, all := heard(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	for name, address := range map[string]string{"empty-win": "", "empty-evaluations": "?view=evaluations", "empty-criteria": "?view=criteria", "empty-sign-offs": "?view=sign-offs"} {
		tab.GoTo(base + room + address)
		look(t, tab, name)
	}
	e, cs := tried(h, all)
	told(h, all, cs)
	for _, p := range [][2]string{{"win", "?view=win"}, {"ground", "?view=win&form=ground"}, {"lose", "?view=win&form=lose"}, {"evaluations", "?view=evaluations"}, {"plan", "?view=evaluations&form=edit&at=" + e.ID},
		{"criteria", "?view=criteria"}, {"criterion", "?at=" + cs[0].ID}, {"result", "?view=criteria&form=result&at=" + cs[3].ID}, {"derive", "?view=criteria&form=derive&at=" + e.ID},
		{"edit-criterion", "?view=criteria&form=edit-criterion&at=" + cs[1].ID}, {"sign-offs", "?view=sign-offs"}, {"sign-off", "?view=sign-offs&form=sign-off"}} {
		tab.GoTo(base + room + p[1])
		look(t, tab, p[0])
	}
	w.Verify()
}
