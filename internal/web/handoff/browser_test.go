package handoff_test

import (
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// The SE signs, the SA decides by key, the SE answers and offers again.
func TestADealCrossesTheSignatureByKey(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, ids := told(t, w)
	seBase, seIn := h.Serve(t, auth.SE)
	saBase, saIn := h.Serve(t, auth.SA)
	se, sa := browsertest.Open(t), browsertest.Open(t)
	se.GoTo(seIn)
	sa.GoTo(saIn)
	look := func(tab *browsertest.Tab, name, address string) {
		t.Helper()
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.GoTo(address) // drawn in its scheme from the start
				browsertest.Evaluate[bool](tab, `scrollTo(0, 0); true`)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", name, wide, width)
				}
				tab.Shot("handoff-"+name, width, 900, scheme)
			}
		}
		tab.See(browsertest.Desk, 900, browsertest.Light)
	}
	look(sa, "early", saBase+room)
	won(h, ids)
	look(sa, "draft", saBase+room)
	look(se, "sign", seBase+room+"?form=sign")
	se.GoTo(seBase + room)
	se.Wait(`[data-key="S"]`)
	se.Key("s")
	se.Choose(`[name="bought.`+ids[1]+`"]`, "implied")
	se.Choose(`[name="bought.`+ids[4]+`"]`, "not bought")
	se.Follow(".form .acts button.main")
	look(sa, "review", saBase+room)
	decideByKey(t, sa, saBase+room)
	look(sa, "decided", saBase+room)
	look(se, "answers", seBase+room)
	answerByKey(t, se, seBase+room)
	look(sa, "again", saBase+room+"?show=open")
	w.Verify()
}

// decideByKey queries the first item, returns the second, accepts the third.
func decideByKey(t *testing.T, sa *browsertest.Tab, address string) {
	t.Helper()
	sa.GoTo(address)
	words := func(key, text string) {
		t.Helper()
		sa.Wait(`#next [data-key="` + key + `"]`)
		before := sa.Text("#next .key")
		sa.Key(strings.ToLower(key))
		sa.Wait("#next textarea, .item-about textarea")
		browsertest.Evaluate[bool](sa, `scrollTo(0, 0); true`)
		sa.Axe()
		sa.Choose(".item-about textarea", text)
		sa.Follow(".item-about .form button.main")
		if after := sa.Text("#next .key"); after == before {
			t.Errorf("after %s the item at hand is still %s", key, after)
		}
	}
	words("Q", "Which forest is the first?")
	words("R", "Nobody asked them")
	sa.Wait(`#next [data-key="A"]`)
	sa.Wait("[data-living]")
	before := sa.Text("#next .key")
	sa.Key("a")
	sa.WaitText("#toasts", "Accepted")
	if after := sa.Text("#next .key"); after == before {
		t.Errorf("after A the item at hand is still %s", after)
	}
}

func answerByKey(t *testing.T, se *browsertest.Tab, address string) {
	t.Helper()
	for _, text := range []string{"The one in Oslo", "They were asked on Monday"} {
		se.GoTo(address)
		se.Wait(`#next [data-key="A"]`)
		se.Wait("html")
		se.Follow(`#next [data-key="A"]`)
		se.Choose(".item-about textarea", text)
		se.Follow(".item-about .form button.main")
	}
	if n := se.Count("#next"); n != 0 {
		t.Errorf("%d items still wait for the SE", n)
	}
}
