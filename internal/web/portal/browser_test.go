package portal_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// fits checks a page on a phone in both themes and on a desk, and takes its pictures.
func fits(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	tab.Wait("main")
	for _, width := range []int64{browsertest.Phone, browsertest.Desk} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			tab.See(width, 844, scheme)
			tab.Axe()
			if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("%s is %d wide on %d", name, wide, width)
			}
			tab.Shot("portal-"+name, width, 844, scheme)
		}
	}
	tab.See(browsertest.Phone, 844, browsertest.Light)
}

// Dana signs on her phone, one by one, with a condition; what changed meanwhile she is shown.
func TestAStakeholderSignsOnAPhone(t *testing.T) {
	s := sqlite(t)
	se := s.Enter(t, auth.SE)
	link := s.base + s.ask(url.Values{"language": {"en"}, "days": {"14"}})
	r := s.needs[2]
	tab := browsertest.Open(t)
	tab.See(browsertest.Phone, 844, browsertest.Light)
	tab.GoTo(link)
	fits(t, tab, "closed")
	tab.Follow("button.main")
	tab.WaitText("h1", "Your sign-off")
	fits(t, tab, "list")
	s.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: "Dispatch changes are seen within 2 seconds", Kind: r.Kind, Priority: r.Priority})
		return err
	})
	tab.Click(`input[name="all"][value="agree"]`)
	tab.Follow("button.main") // what she read is not what is written now
	tab.WaitText(".line.bad", "Nothing was recorded.")
	tab.WaitText(".changed", "As it is now")
	tab.Click(`input[name="all"][value="each"]`)
	tab.Click(`input[name="item.` + s.needs[0].ID + `"][value="agree"]`)
	tab.Click(`input[name="item.` + s.needs[1].ID + `"][value="agree with caveat"]`)
	tab.Type(`[name="caveat.`+s.needs[1].ID+`"]`, "With Okta, not with AD FS")
	tab.Choose(`[name="due.`+s.needs[1].ID+`"]`, "2026-05-01")
	fits(t, tab, "changed")
	tab.Follow("form.form > button.main")
	tab.WaitText("h1", "Your receipt")
	fits(t, tab, "receipt")
	if hash := browsertest.Evaluate[string](tab, `document.querySelector(".hash").textContent`); len(hash) != 64 {
		t.Errorf("hash %q", hash)
	}
	if scripts := browsertest.Evaluate[int](tab, `document.scripts.length`); scripts != 0 {
		t.Errorf("%d scripts", scripts)
	}
	_, body := se.Get("/deals/NWF/evaluation?view=sign-offs")
	if !strings.Contains(body, "Dana Whitfield agreed on a caveat") {
		t.Error("the sign-off is not seen")
	}
	s.Verify()
}

// What an SE sees of it: sending, the letter to copy, the question by mail.
func TestEveryPageOfSendingIsForEveryone(t *testing.T) {
	s := sqlite(t)
	q := s.question("Which gateway do the drivers use?")
	base, comeIn := s.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/evaluation?view=sign-offs")
	tab.Press("m")
	tab.Choose("#f-recipient", s.Dana)
	fits(t, tab, "send")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Asked for a sign-off by mail")
	tab.WaitText(".card", "Sent to Dana Whitfield")
	fits(t, tab, "sent")
	tab.GoTo(base + "/deals/NWF/questions/" + q.ID + "?form=send")
	fits(t, tab, "ask")
	s.House.Mail = nil
	tab.See(browsertest.Desk, 900, browsertest.Light)
	tab.Choose("#f-recipient", s.Tomas)
	tab.Follow(".card:has(#send) button.main")
	tab.WaitText(".card", "yours to send")
	fits(t, tab, "letter")
	outside := browsertest.Open(t)
	outside.See(browsertest.Phone, 844, browsertest.Light)
	path := browsertest.Evaluate[string](tab, `document.querySelector(".letter-words").textContent.match(/\/l\/[\w-]{43}/)[0]`)
	outside.GoTo(base + path)
	outside.Follow("button.main")
	fits(t, outside, "question")
	tab.GoTo(base + path) // the seller's own browser
	fits(t, tab, "code")
	tab.Follow("button.main")
	fits(t, tab, "code-sent")
	tab.GoTo(base + "/l/nothing")
	fits(t, tab, "gone")
}
