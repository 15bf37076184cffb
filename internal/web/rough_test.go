package web_test

import (
	"context"
	"database/sql"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/store"
	"throughline/internal/store/storetest/server"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const newRequirement = "form=add&statement=Replay+a+day+of+events+in+an+hour&kind=functional&priority=must"

// A form that the database cannot take comes back with its words and the way out, and what was
// kept before is still there.
func TestWhatTheDatabaseCannotTakeComesBackWithItsWords(t *testing.T) {
	for _, c := range []struct {
		name   string
		harm   func(t *testing.T, w *wiretest.World) (mend func())
		status int
		says   string
	}{
		{"locked by another program", locked, http.StatusServiceUnavailable, "locked by another write. Nothing was saved; try again in a moment."},
		{"a full disk", full, http.StatusBadGateway, "disk of the database is full. Nothing was saved; free some space and try again."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := wiretest.New(t, t.TempDir())
			p := open(t, w)
			mend := c.harm(t, w)
			res := p.send(http.MethodPost, "/deals/NWF/requirements", newRequirement, auth.SE)
			for range 400 { // a disk is full once the pages it has are
				if res.Code != http.StatusSeeOther {
					break
				}
				res = p.send(http.MethodPost, "/deals/NWF/requirements", newRequirement, auth.SE)
			}
			body := res.Body.String()
			if res.Code != c.status || !strings.Contains(body, c.says) || !strings.Contains(body, "Replay a day of events in an hour") {
				t.Errorf("answered %d: %.400s", res.Code, body)
			}
			if res := p.send(http.MethodGet, "/deals/NWF", "", auth.SE); res.Code != http.StatusOK {
				t.Errorf("it cannot be read meanwhile: %d", res.Code)
			}
			before := requirements(t, w)
			mend()
			if res := p.send(http.MethodPost, "/deals/NWF/requirements", newRequirement, auth.SE); res.Code != http.StatusSeeOther {
				t.Errorf("once it was mended: %d", res.Code)
			}
			if after := requirements(t, w); after != before+1 {
				t.Errorf("%d requirements, then %d", before, after)
			}
			w.Verify()
		})
	}
}

func requirements(t *testing.T, w *wiretest.World) int {
	t.Helper()
	all, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func locked(t *testing.T, w *wiretest.World) func() {
	t.Helper()
	var path string
	if err := w.Journal.DB.Writer().QueryRow("SELECT file FROM pragma_database_list WHERE name = 'main'").Scan(&path); err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { other.Close() })
	tx, err := other.Begin()
	if err != nil || filepath.Base(path) != store.FileName {
		t.Fatalf("%s: %v", path, err)
	}
	if _, err := w.Journal.DB.Writer().Exec("PRAGMA busy_timeout = 50"); err != nil {
		t.Fatal(err)
	}
	return func() { _ = tx.Rollback() }
}

func full(t *testing.T, w *wiretest.World) func() {
	t.Helper()
	set := func(pages string) {
		if _, err := w.Journal.DB.Writer().Exec("PRAGMA max_page_count = " + pages); err != nil {
			t.Fatal(err)
		}
	}
	set("1") // no lower than it is: full now
	return func() { set("1073741823") }
}

// While the database is gone every page says so and none claims a fault of ours; back again, the
// person is still signed in.
func TestPagesSayThatTheDatabaseIsGoneAndGoOnWhenItIsBack(t *testing.T) {
	ctx := context.Background()
	pg, err := server.Start(ctx, server.Options{Durable: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pg.Stop() })
	w := wiretest.New(t, pg.URL())
	p := open(t, w)
	if err := pg.Kill(); err != nil {
		t.Fatal(err)
	}
	for _, ask := range []struct{ method, path, form string }{{"GET", "/deals/NWF", ""}, {"GET", "/inbox", ""}, {"POST", "/deals/NWF/requirements", newRequirement}} {
		res := p.send(ask.method, ask.path, ask.form, auth.SE)
		if body := res.Body.String(); res.Code != http.StatusBadGateway || !strings.Contains(body, "The database is not there right now. Nothing was saved; try again in a moment.") || !strings.Contains(body, "data-failure") {
			t.Errorf("%s %s: %d %.300s", ask.method, ask.path, res.Code, body)
		}
	}
	if err := pg.Restart(ctx); err != nil {
		t.Fatal(err)
	}
	code := 0
	for range 20 { // the pools find out that their connections are dead, one after another
		if code = p.send(http.MethodPost, "/deals/NWF/requirements", newRequirement, auth.SE).Code; code == http.StatusSeeOther {
			break
		}
	}
	if code != http.StatusSeeOther || requirements(t, w) != 1 {
		t.Errorf("back again: %d, %d requirements", code, requirements(t, w))
	}
	w.Verify()
}
