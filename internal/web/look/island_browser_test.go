package look_test

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const focused = `(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim())`

func TestTheThreadIsOneTabStopAndArrowsMoveOverIt(t *testing.T) {
	ctx := tab(t, 1440, "/thread")
	until(t, ctx, `document.querySelector("#loom").getAttribute("role") === "grid"`)
	if n := eval[int](t, ctx, `document.querySelectorAll('#loom a[tabindex="0"]').length`); n != 1 {
		t.Fatalf("%d tab stops in the thread, want 1", n)
	}
	eval[bool](t, ctx, `document.querySelector('#loom a[tabindex="0"]').focus(), true`)
	for _, c := range []struct{ key, want string }{
		{kb.ArrowRight, "NWF-1 shown: reached"}, {kb.ArrowDown, "NWF-2 shown: reached"}, {kb.ArrowLeft, "NWF-2 heard: reached"},
		{kb.ArrowLeft, "NWF-2"}, {kb.ArrowLeft, "NWF-2"}, {kb.End, "NWF-2 live: missing"}, {kb.ArrowUp, "NWF-1 live: reached"}, {kb.ArrowUp, "NWF-1 live: reached"},
	} {
		press(t, ctx, c.key)
		if got := eval[string](t, ctx, focused); got != c.want {
			t.Errorf("after a key the focus is on %q, want %q", got, c.want)
		}
	}
}

func TestBPicksTheNextBreakAndEscapeLeavesIt(t *testing.T) {
	ctx := tab(t, 1440, "/thread")
	until(t, ctx, `document.querySelector("#loom").getAttribute("role") === "grid"`)
	press(t, ctx, "b")
	until(t, ctx, `document.querySelector("#evidence h2")?.textContent.includes("NWF-7")`)
	if at := eval[string](t, ctx, `new URLSearchParams(location.search).get("at")`); at != "NWF-7.proven" {
		t.Errorf("the address says at=%q", at)
	}
	press(t, ctx, "b")
	until(t, ctx, `document.querySelector("#evidence h2")?.textContent.includes("NWF-9")`)
	press(t, ctx, kb.Escape)
	until(t, ctx, `document.querySelector("#evidence").hidden`)
	if got := eval[string](t, ctx, focused); got != "NWF-9 verified: break, missing" {
		t.Errorf("after Escape the focus is on %q", got)
	}
	must(t, chromedp.Do(ctx, chromedp.NavigateBack()))
	until(t, ctx, `document.querySelector("#evidence h2")?.textContent.includes("NWF-9")`)
}

func TestTheSliderMovesPictureCountsAndEvidence(t *testing.T) {
	ctx := tab(t, 1440, "/thread?at=NWF-1.live")
	until(t, ctx, `document.querySelector("#loom").getAttribute("role") === "grid"`)
	if got := eval[string](t, ctx, `document.querySelector('#evidence .tag').textContent`); got != "reached" {
		t.Fatalf("NWF-1 live is %q today", got)
	}
	eval[bool](t, ctx, `(s => { s.value = 60; s.dispatchEvent(new Event("change", {bubbles: true})); return true })(document.querySelector("#as-of"))`)
	until(t, ctx, `document.querySelector('#evidence .tag').textContent === "missing"`)
	until(t, ctx, `document.querySelector("#as-of-words").textContent === "Day 60 of the deal"`)
	press(t, ctx, "t")
	until(t, ctx, `document.querySelector('#evidence .tag').textContent === "reached"`)
	if q := eval[string](t, ctx, `location.search`); q != "?at=NWF-1.live" {
		t.Errorf("back to today the address is %q", q)
	}
}

func TestThePaletteFindsByTwoLettersAndGoesThere(t *testing.T) {
	ctx := tab(t, 1440, "/")
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	press(t, ctx, "k", chromedp.KeyModifiers(chromedp.ModifierCtrl))
	until(t, ctx, `document.querySelector(".palette[open] li")`)
	press(t, ctx, "no")
	until(t, ctx, `document.querySelector(".palette li .t")?.textContent === "Northwind Freight"`)
	for _, v := range check(t, ctx, axe(t)) {
		t.Errorf("%s: %s %s", v.ID, v.Help, v.Nodes[0].HTML)
	}
	press(t, ctx, kb.ArrowDown)
	press(t, ctx, kb.Enter)
	until(t, ctx, `location.pathname === "/thread" && document.querySelector("#evidence h2")`)
}

func TestKeysOfThePageActAndAreListed(t *testing.T) {
	ctx := tab(t, 1440, "/")
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	press(t, ctx, "j")
	press(t, ctx, "j")
	if got := eval[string](t, ctx, `document.activeElement.querySelector(".tt")?.textContent ?? ""`); got != "Answer a query from Jonas" {
		t.Errorf("J J leads to %q", got)
	}
	press(t, ctx, "?", chromedp.KeyModifiers(chromedp.ModifierShift))
	until(t, ctx, `document.querySelector("#keys[open]")?.textContent.includes("Withdraw")`)
	for _, v := range check(t, ctx, axe(t)) {
		t.Errorf("%s: %s %s", v.ID, v.Help, v.Nodes[0].HTML)
	}
	press(t, ctx, kb.Escape)
	press(t, ctx, "w")
	until(t, ctx, `document.querySelector("#story-dialog[open]")`)
	press(t, ctx, kb.Escape)
	press(t, ctx, "gd")
	until(t, ctx, `location.pathname === "/thread"`)
}

func TestLettersDoNothingWhileTyping(t *testing.T) {
	ctx := tab(t, 1440, "/")
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	eval[bool](t, ctx, `document.querySelector("#f-statement").focus(), true`)
	press(t, ctx, "wj?gd")
	if open := eval[bool](t, ctx, `!!document.querySelector("dialog[open]") || location.pathname !== "/"`); open {
		t.Error("a letter typed into a field was taken for a key of the page")
	}
	if got := eval[string](t, ctx, `document.querySelector("#f-statement").value`); got != "wj?gdRead dispatch changes from the AS/400 fast" {
		t.Errorf("the field holds %q", got)
	}
}

func TestWordsComeBackAfterAnExpiredSignIn(t *testing.T) {
	ctx := tab(t, 1440, "/")
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	press(t, ctx, "w")
	until(t, ctx, `document.querySelector("#story-dialog[open]")`)
	eval[bool](t, ctx, `document.querySelector("#f-reason").focus(), true`)
	press(t, ctx, "They print nothing any more")
	eval[bool](t, ctx, `document.querySelector("#story-dialog form.form").requestSubmit(), true`)
	until(t, ctx, `location.pathname === "/withdraw" && document.readyState === "complete"`)
	must(t, chromedp.Do(ctx, chromedp.Navigate(site+"/sign-in")))
	must(t, chromedp.Do(ctx, chromedp.Navigate(site+"/")))
	until(t, ctx, `document.querySelector("#f-reason").value === "They print nothing any more"`)

	// Once a page follows that neither failed nor asked to sign in, they are gone.
	eval[bool](t, ctx, `(k => sessionStorage.setItem(k, JSON.stringify({...JSON.parse(sessionStorage.getItem(k)), sent: true})))("draft:story withdraw"), true`)
	must(t, chromedp.Do(ctx, chromedp.Navigate(site+"/thread")))
	until(t, ctx, `sessionStorage.getItem("draft:story withdraw") === null`)
}

func TestThemeAndDensityAreCookiesTheServerCanRead(t *testing.T) {
	ctx := tab(t, 1440, "/")
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	eval[bool](t, ctx, `document.querySelector('[data-theme-form] [value="dark"]').click(), true`)
	until(t, ctx, `document.documentElement.dataset.theme === "dark" && document.cookie.includes("theme=dark")`)
	must(t, chromedp.Do(ctx, chromedp.Navigate(site+"/thread")))
	until(t, ctx, `document.querySelector("[data-theme-form] [aria-pressed]")`)
	press(t, ctx, "d")
	until(t, ctx, `document.documentElement.dataset.density === "compact" && document.cookie.includes("density=compact") && location.pathname === "/thread"`)
	press(t, ctx, "d")
	until(t, ctx, `!document.cookie.includes("density=")`)
	eval[bool](t, ctx, `document.querySelector('[data-theme-form] [value=""]').click(), true`)
	until(t, ctx, `!document.cookie.includes("theme=")`)
}

// One landscape A4 page within its margins is 1032 by 703 px.
func TestTheThreadPrintsOnOneLandscapePage(t *testing.T) {
	ctx := tab(t, 1032, "/thread?at=NWF-7.proven")
	must(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	})))
	bottom := eval[float64](t, ctx, `document.querySelector(".thread").getBoundingClientRect().bottom + scrollY`)
	if bottom > 703 {
		t.Errorf("the thread of 17 requirements ends at %.0f px, past the foot of the page at 703", bottom)
	}
	if w := eval[int](t, ctx, `document.documentElement.scrollWidth`); w > 1032 {
		t.Errorf("it is %d px wide on a page of 1032", w)
	}
	shoot(t, ctx, "print", "light", 1032)
}
