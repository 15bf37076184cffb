package portal_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"throughline/internal/journal"
	"throughline/internal/portal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func sendCode(w *wiretest.World, l portal.Link) error {
	_, err := w.Journal.Write(w.Ctx(), portal.Actor(l, "Dana Whitfield"), "portal.code", func(ctx context.Context, tx *journal.Tx) error {
		return portal.SendCode(ctx, tx, l, false)
	})
	return err
}

func enter(w *wiretest.World, l portal.Link, mark, code string) error {
	return portal.EnterCode(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: mark}, code)
}

func tied(w *wiretest.World, l portal.Link, mark string) string {
	w.T.Helper()
	how, err := portal.Tied(w.Ctx(), w.Reader(), portal.Visit{Link: l, Mark: mark})
	if err != nil {
		w.T.Fatal(err)
	}
	return how
}

// not is a code that is wrong.
func not(code string) string {
	if code == "000000" {
		return "000001"
	}
	return "000000"
}

func TestTheFirstBrowserOpensALinkAndAnyOtherBringsTheCode(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, nil)
		for _, v := range []portal.Visit{{Link: l, Mark: "ours", Inside: true}} {
			wants(t, portal.Enter(w.Ctx(), w.Journal, v), problem.Refused) // the seller's own browser
		}
		if err := portal.Enter(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: "first"}); err != nil {
			t.Fatal(err)
		}
		wants(t, portal.Enter(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: "forwarded"}), problem.Refused)
		if tied(w, l, "first") != portal.ByFirst || tied(w, l, "forwarded") != portal.Nobody || tied(w, l, "") != portal.Nobody {
			t.Error("tied wrongly")
		}
		if err := sendCode(w, l); err != nil {
			t.Fatal(err)
		}
		right := code(w)
		wants(t, enter(w, l, "forwarded", not(right)), problem.Invalid)
		if err := enter(w, l, "forwarded", right); err != nil || tied(w, l, "forwarded") != portal.ByCode {
			t.Errorf("the right code: %v, %s", err, tied(w, l, "forwarded"))
		}
		wants(t, enter(w, l, "third", right), problem.Invalid) // once
		w.Verify()
	})
}

func TestManyBrowsersAtOnceOneIsFirst(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, nil)
		var all sync.WaitGroup
		for i := range 6 {
			all.Go(func() {
				_ = portal.Enter(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: fmt.Sprint("b", i)})
			})
		}
		all.Wait()
		n := 0
		for i := range 6 {
			if tied(w, l, fmt.Sprint("b", i)) != portal.Nobody {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d browsers are tied", n)
		}
	})
}

func TestFiveWrongCodesLockALinkForOtherBrowsersAlone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, nil)
		if err := portal.Enter(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: "first"}); err != nil {
			t.Fatal(err)
		}
		if err := sendCode(w, l); err != nil {
			t.Fatal(err)
		}
		right := code(w)
		var all sync.WaitGroup
		for range 12 { // at once they are five all the same
			all.Go(func() { _ = enter(w, l, "guessing", not(right)) })
		}
		all.Wait()
		wants(t, enter(w, l, "guessing", right), problem.Busy)
		c, err := portal.CodeOf(w.Ctx(), w.Reader(), l)
		if err != nil || !c.Locked() || c.Tries != 5 {
			t.Errorf("%+v, %v", c, err)
		}
		w.Clock.Add(time.Hour)
		wants(t, sendCode(w, l), problem.Busy)
		if tied(w, l, "guessing") != portal.Nobody || tied(w, l, "first") != portal.ByFirst {
			t.Error("tied wrongly")
		}
		if err := sign(w, l, agree(l)); err != nil {
			t.Errorf("whom it was sent to: %v", err)
		}
		w.Verify()
	})
}

func TestACodeRunsOutAndIsNotSentInARow(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, func(in *portal.NewSignOff) { in.Strict, in.Language = true, "de" })
		wants(t, portal.Enter(w.Ctx(), w.Journal, portal.Visit{Link: l, Mark: "first"}), problem.Refused)
		wants(t, enter(w, l, "first", "123456"), problem.Invalid) // none was sent
		if err := sendCode(w, l); err != nil {
			t.Fatal(err)
		}
		wants(t, sendCode(w, l), problem.Busy)
		right := code(w)
		w.Clock.Add(16 * time.Minute)
		err := enter(w, l, "first", right)
		wants(t, err, problem.Invalid)
		if !strings.Contains(err.Error(), "gilt nicht mehr") {
			t.Errorf("said %v", err)
		}
		if err := sendCode(w, l); err != nil {
			t.Fatal(err)
		}
		if err := enter(w, l, "first", code(w)); err != nil {
			t.Error(err)
		}
		w.Verify()
	})
}

func TestAGuessedSecretFindsNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Replay a day of events")
		l := send(w, nil)
		right := secret(w)
		if found, r, err := portal.Find(w.Ctx(), w.Journal, right); err != nil || found.ID != l.ID || r.Workspace != w.Who.Workspace {
			t.Errorf("%+v, %v", found, err)
		}
		for _, guess := range []string{"", right[:42], right + "A", strings.ToLower(right) + "x", l.Hash, l.ID, "' OR 1=1 --", strings.Repeat("a", 43)} {
			_, _, err := portal.Find(w.Ctx(), w.Journal, guess)
			wants(t, err, problem.Missing)
		}
	})
}
