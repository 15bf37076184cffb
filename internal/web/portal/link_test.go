package portal_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func (s *world) signed() int {
	s.t.Helper()
	all, err := journal.List[evaluation.SignOff](s.Ctx(), s.Reader(), s.Deal)
	if err != nil {
		s.t.Fatal(err)
	}
	return len(all)
}

func TestAStakeholderSignsBehindALinkAndGetsAReceipt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := open(t, w)
		link := s.ask(url.Values{"note": {"As we said on Monday."}, "language": {"de"}})
		letter := s.smtp.Last()
		if subject, _ := letter.Header.Subject(); subject != "Bitte um Freigabe: Relay platform" || !strings.Contains(letter.Text, "As we said on Monday.") || !strings.Contains(letter.HTML, link) {
			t.Errorf("%q\n%s", subject, letter.Text)
		}
		if reply, _ := letter.Header.AddressList("Reply-To"); len(reply) != 1 || reply[0].Address != "se@ours.example" {
			t.Errorf("an answer goes to %v", reply)
		}
		dana := s.browser()
		page := s.sees(dana, link, 200, "d•••@northwind.example", `lang="de"`, "Öffnen")
		for _, leak := range []string{"Relay platform", "Northwind Freight", "Test</", "Dana", "Replay 24", "/inbox", "<script"} {
			if strings.Contains(page, leak) {
				t.Errorf("before it is opened the page says %q", leak)
			}
		}
		s.does(dana, link+"/open", nil, 303)
		s.sees(dana, link, 200, "Ihre Freigabe", "Replay 24 hours of events within an hour", "Sie antworten als Dana Whitfield.")
		s.does(dana, link, nil, 422, "Wählen Sie eine Antwort.")
		form := s.all("each")
		form.Set("item."+s.needs[0].ID, "agree")
		form.Set("item."+s.needs[1].ID, "agree with caveat")
		s.does(dana, link, form, 422, "Schreiben Sie Ihre Bedingung.", "Sagen Sie, bis wann")
		form.Set("caveat."+s.needs[1].ID, "Mit Okta")
		form.Set("due."+s.needs[1].ID, "2026-05-01")
		s.does(dana, link, form, 303)
		text := s.sees(dana, link+"/sign-off.txt", 200)
		sum := sha256.Sum256([]byte(text))
		hash := hex.EncodeToString(sum[:])
		s.sees(dana, link, 200, "Ihre Quittung", hash, "Caveat: Mit Okta")
		s.deliver()
		if receipt := s.smtp.Last(); receipt.To != "dana@northwind.example" || receipt.Files["sign-off.txt"] != text || !strings.Contains(receipt.Text, hash) {
			t.Errorf("%+v", receipt)
		}
		s.sees(s.Enter(t, auth.SE), "/deals/NWF/evaluation?view=sign-offs", 200, "Dana Whitfield agreed on a caveat", "in the browser that opened it first")
		if s.signed() != 1 {
			t.Errorf("%d sign-offs", s.signed())
		}
		w.Verify()
	})
}

func TestALinkThatOpensNothingSaysNothing(t *testing.T) {
	s := sqlite(t)
	used := s.ask(nil)
	dana := s.browser()
	s.does(dana, used+"/open", nil, 303)
	s.does(dana, used, s.all("agree"), 303)
	s.does(dana, used, s.all("agree"), 404) // replayed
	revoked := s.ask(nil)
	second := s.ask(nil) // takes the one before back
	expired := s.ask(url.Values{"recipient": {s.Tomas}, "days": {"1"}})
	s.Clock.Add(25 * time.Hour)
	want := s.sees(s.browser(), "/l/"+strings.Repeat("A", 43), 404)
	for name, link := range map[string]string{"used": used, "revoked": revoked, "expired": expired, "cut": second[:len(second)-1], "longer": second + "A", "odd": "/l/%2e%2e%2f" + strings.Repeat("x", 5)} {
		if got := s.sees(s.browser(), link, 404); got != want {
			t.Errorf("%s tells itself apart:\n%s", name, got)
		}
		if name == "cut" || name == "longer" || name == "odd" {
			continue // guesses are counted
		}
		for _, act := range []string{"", "/open", "/code", "/enter"} {
			if status, body, _ := s.browser().Post(link+act, url.Values{"code": {"123456"}}); status != 404 {
				t.Errorf("%s%s: %d %s", name, act, status, body)
			}
		}
	}
	if s.signed() != 1 {
		t.Errorf("%d sign-offs", s.signed())
	}
	s.Verify()
}

func TestAScannerThatFollowsALinkChangesNothing(t *testing.T) {
	s := sqlite(t)
	link := s.ask(nil)
	head, err := journal.Head(s.Ctx(), s.Reader())
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		s.sees(s.browser(), link, 200, "Open it")
		s.sees(s.browser(), link+"/sign-off.txt", 404)
	}
	after, err := journal.Head(s.Ctx(), s.Reader())
	if err != nil || after != head || s.signed() != 0 {
		t.Errorf("%d rows more, %d signed, %v", after-head, s.signed(), err)
	}
	dana := s.browser()
	s.does(dana, link+"/open", nil, 303) // and it still opens for her
	s.sees(dana, link, 200, "Your sign-off")
	_, _, top := dana.Fetch(link)
	for name, value := range map[string]string{"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive", "Cache-Control": "no-store"} {
		if top.Get(name) != value {
			t.Errorf("%s is %q", name, top.Get(name))
		}
	}
}

func TestAForwardedLinkAsksForACodeThatGoesToTheKnownAddress(t *testing.T) {
	s := sqlite(t)
	link := s.ask(nil)
	dana, other := s.browser(), s.browser()
	s.does(dana, link+"/open", nil, 303)
	s.sees(other, link, 200, "opened in another browser before", "d•••@northwind.example")
	s.does(other, link, s.all("agree"), 303)
	s.sees(other, link+"/sign-off.txt", 404)
	if s.signed() != 0 {
		t.Fatal("signed without a code")
	}
	s.does(other, link+"/code", nil, 303)
	code := s.code()
	if got := s.smtp.Last(); got.To != "dana@northwind.example" {
		t.Errorf("the code went to %s", got.To)
	}
	s.sees(other, link, 200, "on its way")
	wrong := "000000"
	if code == wrong {
		wrong = "000001"
	}
	s.does(other, link+"/enter", url.Values{"code": {wrong}}, 422, "Tries left: 4.")
	s.does(other, link+"/enter", url.Values{"code": {code[:3] + " " + code[3:]}}, 303)
	s.does(other, link, s.all("agree"), 303)
	s.sees(s.Enter(t, auth.SE), "/deals/NWF/evaluation?view=sign-offs", 200, "with a code sent to their address")
	s.Verify()
}

func TestTheSellersOwnBrowserIsAStranger(t *testing.T) {
	s := sqlite(t)
	link := s.ask(nil)
	se := s.Enter(t, auth.SE)
	path := strings.TrimPrefix(link, s.base)
	s.sees(se, path, 200, "Before anything is shown")
	s.does(se, path+"/open", nil, 303)
	s.sees(se, path, 200, "Before anything is shown")
	if s.signed() != 0 {
		t.Error("the seller signed")
	}
}

func TestFiveWrongCodesLockTheLink(t *testing.T) {
	s := sqlite(t)
	link := s.ask(url.Values{"strict": {"on"}})
	other := s.browser()
	s.does(other, link+"/code", nil, 303)
	code := s.code()
	wrong := "111111"
	if code == wrong {
		wrong = "111112"
	}
	for range 4 {
		s.does(other, link+"/enter", url.Values{"code": {wrong}}, 422)
	}
	s.does(other, link+"/enter", url.Values{"code": {wrong}}, 503, "Five wrong codes")
	s.does(other, link+"/enter", url.Values{"code": {code}}, 503, "Five wrong codes")
	s.sees(s.Enter(t, auth.SE), "/inbox", 200, "is locked after five wrong codes")
	if s.signed() != 0 {
		t.Error("signed")
	}
}

func TestWhoGuessesIsStoppedAndWhoHasALinkIsNot(t *testing.T) {
	s := sqlite(t)
	link := s.ask(nil)
	v := s.browser()
	last := 0
	for range 12 {
		last, _ = v.Get("/l/" + strings.Repeat("B", 43))
	}
	if last != 429 {
		t.Errorf("after 12 guesses: %d", last)
	}
	s.sees(s.browser(), link, 200, "Open it")
}

func TestOpenedTwiceAtOnceALinkSignsOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		s := open(t, w)
		link := s.ask(nil)
		dana := s.browser()
		s.does(dana, link+"/open", nil, 303)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { dana.Post(link, s.all("agree")) })
		}
		all.Wait()
		if s.signed() != 1 {
			t.Errorf("signed %d times", s.signed())
		}
		w.Verify()
	})
}

func TestAWordingThatChangedIsShownAndNotSigned(t *testing.T) {
	s := sqlite(t)
	link := s.ask(nil)
	dana := s.browser()
	s.does(dana, link+"/open", nil, 303)
	r := s.needs[0]
	s.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: r.Revision, Statement: "Replay 48 hours of events within an hour", Kind: r.Kind, Priority: r.Priority})
		return err
	})
	s.does(dana, link, s.all("agree"), 409, "Nothing was recorded.", "One wording changed since it was sent to you.", "Replay 24 hours of events within an hour", "48")
	if s.signed() != 0 {
		t.Fatal("stale words are signed")
	}
	page := s.sees(dana, link, 200, "I agree to all 2")
	if strings.Contains(page, `value="`+r.ID+`"`) {
		t.Error("what changed can be answered")
	}
	form := s.all("agree")
	form["shown"] = form["shown"][1:]
	s.does(dana, link, form, 303)
	s.Verify()
}
