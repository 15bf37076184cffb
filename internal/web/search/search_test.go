package search_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func need(t *testing.T, w *wiretest.World, statement, quote string) thread.Requirement {
	t.Helper()
	var r thread.Requirement
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		in := thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Must}
		if quote != "" {
			in.Quotes = []thread.NewQuote{{From: "note", Words: quote, Speaker: w.Dana}}
		}
		r, err = thread.Add(ctx, tx, in)
		return err
	})
	return r
}

func TestSearchShowsWhereTheWordsStand(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		need(t, w, "Replay a day of events within 1 hour", "a <b>day</b> back in an hour")
		v := h.Enter(t, auth.Viewer)
		for _, c := range []struct {
			path   string
			holds  []string
			lacks  []string
			status int
		}{
			{"/search", []string{"Every word of every deal"}, []string{"Replay"}, 200},
			{"/search?q=rep+day", []string{"stand nowhere together"}, []string{"<mark>"}, 200},
			{"/search?q=day+rep", []string{"<mark>Replay</mark>", "NWF-1", "/go/requirement/"}, []string{"/go/quote/"}, 200},
			{"/search?q=day+back", []string{"&lt;b&gt;", "/go/quote/", "<mark>back</mark>"}, []string{"<b>day"}, 200},
			{"/search?q=replay&kind=quote", []string{"stand nowhere together"}, nil, 200},
			{"/search?q=replay&deal=NWF", []string{"<mark>Replay</mark>"}, nil, 200},
			{"/search?q=replay&deal=ZZZ", []string{"No deal has the key ZZZ"}, []string{"<mark>"}, 200},
			{"/search?q=%22%27%3Cscript%3E&after=-5", nil, []string{"<script>"}, 200},
		} {
			status, body := v.Get(c.path)
			if status != c.status {
				t.Errorf("%s: %d", c.path, status)
			}
			for _, x := range c.holds {
				if !strings.Contains(body, x) {
					t.Errorf("%s does not say %q", c.path, x)
				}
			}
			for _, x := range c.lacks {
				if strings.Contains(body, x) {
					t.Errorf("%s says %q", c.path, x)
				}
			}
		}
	})
}

func TestThePaletteAnswersWithAddresses(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		need(t, w, "Replay a day of events within 1 hour", "")
		v := h.Enter(t, auth.Viewer)
		for q, want := range map[string]string{"nw": "/deals/NWF", "NWF-1": "/deals/NWF/requirements/NWF-1", "north": "/deals/NWF", "replay": "/deals/NWF/requirements/NWF-1",
			"jonas": "/impact/person/" + h.People[auth.SA].ID, "dana": "/impact/contact/" + w.Dana} {
			status, body := v.Get("/palette?q=" + q)
			var lines []struct{ Title, Hint, Href, Key string }
			if err := json.Unmarshal([]byte(body), &lines); err != nil || status != 200 || len(lines) == 0 || lines[0].Href != want {
				t.Errorf("%q: %d %s %v, want %s", q, status, body, err, want)
				continue
			}
			if status, _ := v.Get(lines[0].Href); status != 200 {
				t.Errorf("%s leads nowhere: %d", lines[0].Href, status)
			}
		}
		if status, body := v.Get("/palette?q=x"); status != 200 || strings.TrimSpace(body) != "[]" {
			t.Errorf("one letter gave %d %s", status, body)
		}
	})
}

func TestAnyThingIsLedToAndAnotherWorkspacesIsNot(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		r := need(t, w, "Replay a day of events within 1 hour", "a day back")
		quotes, err := journal.List[thread.Quote](w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		other := *w
		other.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "x", Role: "admin"}
		var theirs account.Account
		other.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Other"})
		})
		other.Do("account.add", func(ctx context.Context, tx *journal.Tx) error {
			theirs = account.Account{Name: "Zebra"}
			return account.AddAccount(ctx, tx, &theirs)
		})
		v := h.Enter(t, auth.Viewer)
		for path, want := range map[string]int{"/go/requirement/" + r.ID: 303, "/go/quote/" + quotes[0].ID: 303, "/go/person/" + h.People[auth.SE].ID: 303, "/go/contact/" + w.Dana: 303,
			"/go/opportunity/" + w.Deal: 303, "/go/requirement/nothing": 404, "/go/nothing/" + r.ID: 404, "/go/account/" + theirs.ID: 404, "/impact/account/" + theirs.ID: 404} {
			if status, _ := v.Get(path); status != want {
				t.Errorf("%s: %d, want %d", path, status, want)
			}
		}
		for _, path := range []string{"/search?q=zebra", "/palette?q=zebra"} {
			if _, body := v.Get(path); strings.Contains(body, "Zebra") {
				t.Errorf("%s shows another workspace's account", path)
			}
		}
	})
}
