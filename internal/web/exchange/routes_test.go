package exchange_test

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

const header = "\"Account Name\",\"Opportunity Name\",\"Stage\",\"Amount\",\"Close Date\"\n"

const deals = header + "\"Calder\",\"Depots\",\"Discovery\",\"212,500.00\",\"2026-11-18\"\n\"Calder, Inc.\",\"Plants\",\"Proposal/Price Quote\",\"\",\"2026-12-01\"\n" +
	"\"\",\"Nobody’s\",\"Discovery\",\"\",\"2026-12-01\"\n"

func has(t *testing.T, what string, status, want int, body string, words ...string) {
	t.Helper()
	if status != want {
		t.Fatalf("%s: %d, want %d", what, status, want)
	}
	for _, w := range words {
		if no, ok := strings.CutPrefix(w, "not "); ok == strings.Contains(body, strings.TrimPrefix(w, "not ")) {
			t.Errorf("%s: %q, wanted in the page: %v", what, no, !ok)
		}
	}
}

// settled asks for a run's page until the program is no longer at work on it.
func settled(t *testing.T, v *roomtest.Visitor, path string) string {
	t.Helper()
	for range 100 {
		status, body, head := v.Fetch(path)
		if status != 200 {
			t.Fatalf("%s: %d", path, status)
		}
		if head.Get("Refresh") == "" {
			return body
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the import does not end")
	return ""
}

func TestAnImportIsLookedAtTakenInAndTakenBack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.AE)
		status, body := v.Get("/import")
		has(t, "the page", status, 200, body, "Look at them", "No import through this page yet")

		status, _, run := v.Upload("/import", nil, "files", "deals.csv", deals)
		has(t, "giving a file", status, 303, "")
		body = settled(t, v, run)
		has(t, "the preview", 200, 200, body, "What would happen", "2 new", "Depots", "Import the good rows", "The row has no account", "under another name", "Salesforce report of opportunities")
		if all, _ := account.Accounts(w.Ctx(), w.Reader(), "", 10); len(all) != 1 {
			t.Fatalf("looking wrote %d accounts", len(all))
		}
		status, body, to := v.Post(run+"/take", url.Values{})
		if status != 303 || to != run {
			t.Fatalf("taking: %d to %s: %s", status, to, body)
		}
		body = settled(t, v, run)
		d, err := account.Find(w.Ctx(), w.Reader(), "Depots")
		if err != nil {
			t.Fatal(err)
		}
		has(t, "the result", 200, 200, body, "What happened", "/deals/"+d.Prefix, "Take the import back", "Calder, Inc.", "not Merge into this one")
		if entries, err := os.ReadDir(w.Files.Folder + "/import"); err != nil || len(entries) != 0 {
			t.Errorf("files of the import are left: %v, %v", entries, err)
		}
		status, body, _ = v.Post(run+"/take", url.Values{})
		has(t, "taking twice", status, 409, body, "done already")

		status, body = h.Enter(t, auth.Manager).Get(run)
		has(t, "the manager's view", status, 200, body, "Merge into this one", "not Take the import back")
		status, body = h.Enter(t, auth.Viewer).Get("/import")
		has(t, "the viewer's view", status, 200, body, "not Look at them", "deals.csv")
		status, _, _ = h.Enter(t, auth.Viewer).Post(run+"/back", url.Values{})
		has(t, "a viewer taking back", status, 403, "")

		status, _, _ = v.Post(run+"/back", url.Values{})
		has(t, "taking back", status, 303, "")
		if _, err := account.Find(w.Ctx(), w.Reader(), "Depots"); err == nil {
			t.Error("the deal is still there")
		}
		w.Verify()
	})
}

func TestWhatTheFileLeavesOpenIsAskedAndKeptForTheNextOne(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := roomtest.New(t, w).Enter(t, auth.SE)
		asks := header + "\"Calder\",\"Depots\",\"Discovery\",\"1,250\",\"03/04/2026\"\n"
		_, _, run := v.Upload("/import", nil, "files", "deals.csv", asks)
		body := settled(t, v, run)
		has(t, "the question", 200, 200, body, "How is Close Date written?", "How is Amount written?", "Read it so", "“03/04/2026” on line 2")
		status, body, _ := v.Post(run+"/say", url.Values{"file": {"0"}, "dates": {"sideways"}, "amounts": {""}, "currency": {""}, "form": {"columns-0"}})
		has(t, "an answer that is none", status, 422, body, "use one of day-first")
		status, _, _ = v.Post(run+"/say", url.Values{"file": {"0"}, "dates": {"day-first"}, "amounts": {"decimal-point"}, "currency": {"EUR"}})
		has(t, "the answer", status, 303, "")
		body = settled(t, v, run)
		has(t, "the preview", 200, 200, body, "not How is Close Date written?", "not Refused rows")
		v.Post(run+"/take", url.Values{})
		settled(t, v, run)
		d, err := account.Find(w.Ctx(), w.Reader(), "Depots")
		if err != nil || d.CloseOn != "2026-04-03" || d.Amount != (account.Money{Known: true, Minor: 125000, Currency: "EUR"}) {
			t.Errorf("the deal is %+v, %v", d, err)
		}
		_, _, run = v.Upload("/import", nil, "files", "next.csv", header+"\"Calder\",\"Lager\",\"Discovery\",\"2,500\",\"05/06/2026\"\n")
		has(t, "the next file", 200, 200, settled(t, v, run), "not How is", "1 new")
	})
}

func TestAListOfNoKnownCRMIsMappedByHand(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := roomtest.New(t, w).Enter(t, auth.SE)
		_, _, run := v.Upload("/import", nil, "files", "liste.csv", "Firma;Vorhaben;Termin\nCalder;<script>alert(1)</script>;03.04.2026\n")
		body := settled(t, v, run)
		has(t, "the columns", 200, 200, body, "The file was not read", "column.account", ">Firma</option>", "not <script>alert")
		status, _, _ := v.Post(run+"/say", url.Values{"file": {"0"}, "column.account": {"Firma"}, "column.opportunity": {"Vorhaben"}, "column.close_date": {"Termin"}, "dates": {"day-first"}, "amounts": {""}, "currency": {""}})
		has(t, "the mapping", status, 303, "")
		has(t, "the preview", 200, 200, settled(t, v, run), "mapped list", "&lt;script&gt;alert(1)", "not <script>alert")
	})
}

func TestAnImportOfAnotherWorkspaceIsNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		other := w.Who
		other.Workspace = "other-workspace"
		run, err := intake.Begin(w.Ctx(), w.House, other, []intake.Given{{Name: "deals.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(deals)), nil }}})
		if err != nil {
			t.Fatal(err)
		}
		v := h.Enter(t, auth.Admin)
		status, _ := v.Get("/import/" + run.ID)
		has(t, "the page", status, 404, "")
		for _, act := range []string{"say", "take", "leave", "back"} {
			status, _, _ := v.Post("/import/"+run.ID+"/"+act, url.Values{})
			has(t, act, status, 404, "")
		}
	})
}

func TestOnlyAManagerMergesAndTheyCanUndo(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		var ids []string
		w.Do("account.add", func(ctx context.Context, tx *journal.Tx) error {
			for _, name := range []string{"GTX Pro", "GTXPro", "GTX Pro, Inc."} {
				a := account.Account{Name: name}
				if err := account.AddAccount(ctx, tx, &a); err != nil {
					return err
				}
				ids = append(ids, a.ID)
			}
			return nil
		})
		form := url.Values{"into": {ids[0]}, "from": {ids[1], ids[2]}}
		status, body := h.Enter(t, auth.SE).Get("/import-duplicates")
		has(t, "the SE's view", status, 200, body, "GTX Pro, Inc.", "not Merge into this one")
		status, _, _ = h.Enter(t, auth.SE).Post("/import-duplicates", form)
		has(t, "the SE merging", status, 403, "")
		v := h.Enter(t, auth.Manager)
		status, _, to := v.Post("/import-duplicates", form)
		has(t, "the manager merging", status, 303, "")
		status, body = v.Get(to)
		has(t, "after", status, 200, body, "No two accounts look alike", "Merged accounts.", "/undo")
		status, body, _ = v.Post("/import-duplicates", form)
		has(t, "merging again", status, 409, body, "merged already")
		w.Verify()
	})
}

// The import is held by a lock on the accounts, so that its page is looked at while it is at work.
func TestALongImportShowsHowFarItIs(t *testing.T) {
	w := wiretest.New(t, storetest.Postgres(t))
	h := roomtest.New(t, w)
	var b strings.Builder
	b.WriteString(header)
	for i := range 1200 {
		fmt.Fprintf(&b, "\"Account %d\",\"Deal %d\",\"Discovery\",\"10.00\",\"2026-11-18\"\n", i/4, i)
	}
	v := h.Enter(t, auth.SE)
	_, _, run := v.Upload("/import", nil, "files", "many.csv", b.String())
	settled(t, v, run)
	held, err := w.Journal.DB.Writer().Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer held.Rollback()
	if _, err := held.Exec("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE"); err != nil {
		t.Fatal(err)
	}
	status, _, to := v.Post(run+"/take", url.Values{})
	has(t, "taking", status, 303, to, run)
	status, body, head := v.Fetch(run)
	has(t, "the page meanwhile", status, 200, body, "Taking the rows in", "progress-bar", "not What happened")
	if head.Get("Refresh") != "1" {
		t.Errorf("the page does not follow by itself: Refresh is %q", head.Get("Refresh"))
	}
	status, body, _ = v.Post(run+"/take", url.Values{})
	has(t, "a second person at the button", status, 409, body, "under way or done already")
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	has(t, "the result", 200, 200, settled(t, v, run), "1,200 new", "What happened")
	w.Verify()
}
