package activity_test

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func need(w *wiretest.World, statement string) (r thread.Requirement) {
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Must})
		return err
	})
	return r
}

func expect(t *testing.T, body string, holds, lacks []string) {
	t.Helper()
	for _, x := range holds {
		if !strings.Contains(body, x) {
			t.Errorf("the page does not say %q", x)
		}
	}
	for _, x := range lacks {
		if strings.Contains(body, x) {
			t.Errorf("the page says %q", x)
		}
	}
}

func TestActsAreReadInWordsAndFiltered(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		need(w, "Replay a day of events")
		other := need(h.By(auth.SA), "Keep the audit trail")
		h.By(auth.SA).Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: other.ID, Revision: 1, Statement: "Keep the audit trail for seven years", Kind: thread.Functional, Priority: thread.Should, RaisedBy: w.Dana})
			return err
		})
		v := h.Enter(t, auth.Viewer)
		_, body := v.Get("/deals/NWF/activity")
		expect(t, body, []string{"Jonas Weber</b> edited a requirement", "<ins>", "seven", "should", "Dana Whitfield", "NWF-2"}, []string{"raised_by", w.Dana + "<", ">Undo<", "name_key"})
		_, body = v.Get("/deals/NWF/activity?person=" + h.People[auth.SE].ID + "&kind=requirement")
		expect(t, body, []string{"Replay a day of events"}, []string{"Keep the audit"})
		_, body = v.Get("/deals/NWF/activity?requirement=nwf-2")
		expect(t, body, []string{"Keep the audit"}, []string{"Replay a day"})
		_, body = v.Get("/deals/NWF/activity?requirement=NWF-9")
		expect(t, body, []string{"No requirement of this deal has the key NWF-9"}, nil)
		_, body = v.Get("/deals/NWF/activity?kind=%25%27;--")
		expect(t, body, []string{"Keep the audit"}, nil)
	})
}

func TestWordsOfPeopleOutsideAreNotInActivity(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay", Kind: thread.Functional, Priority: thread.Must,
				Quotes: []thread.NewQuote{{From: "note", Words: "a quarrelsome day", Speaker: w.Dana}}})
			return err
		})
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		_, body := h.Enter(t, auth.Viewer).Get("/deals/NWF/activity")
		expect(t, body, []string{"recorded a requirement", "[erased]"}, []string{"quarrelsome", "Whitfield"})
	})
}

var act = regexp.MustCompile(`name="act" value="([^"]+)"`)

func TestOnesOwnLastActIsUndone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		need(w, "Replay a day of events")
		v := h.Enter(t, auth.SE)
		_, body := v.Get("/deals/NWF/activity")
		found := act.FindStringSubmatch(body)
		if found == nil {
			t.Fatal("no undo is offered")
		}
		status, _, to := v.Post("/undo", url.Values{"act": {found[1]}, "next": {"/deals/NWF/activity"}})
		if status != 303 || !strings.HasPrefix(to, "/deals/NWF/activity?done=") {
			t.Fatal(status, to)
		}
		_, body = v.Get(to)
		expect(t, body, []string{"undid an act", "removed"}, nil)
	})
}

func TestPagesOfActivityFollowOneAnother(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		for i := range 30 {
			need(w, fmt.Sprintf("Need number %02d ends", i))
		}
		v := h.Enter(t, auth.Viewer)
		seen := 0
		for path := "/deals/NWF/activity"; path != ""; {
			_, body := v.Get(path)
			seen += strings.Count(body, "recorded a requirement")
			next := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(body)
			path = ""
			if next != nil {
				path = strings.ReplaceAll(next[1], "&amp;", "&")
			}
		}
		if seen != 30 {
			t.Errorf("%d acts on all pages, want 30", seen)
		}
	})
}
