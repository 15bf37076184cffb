package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

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
			tab.Shot("import-"+name, width, 900, scheme)
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
}

func shipped(t *testing.T, names ...string) (paths []string) {
	t.Helper()
	for _, name := range names {
		path, err := filepath.Abs(filepath.Join("..", "..", "..", "testdata", "tour", name))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func TestAPersonImportsWithTheBrowser(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	w.Do("account.add", func(ctx context.Context, tx *journal.Tx) error {
		a := account.Account{Name: "Ostara Health, Inc."}
		return account.AddAccount(ctx, tx, &a)
	})
	base, comeIn := h.Serve(t, auth.Manager)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/import")
	look(t, tab, "begin")

	tab.Upload("#f-files", shipped(t, "salesforce-opportunities.csv", "hubspot-deals.csv")...)
	tab.Follow("form .btn.main")
	look(t, tab, "preview")
	tab.GoTo(tab.Location() + "?form=columns-0")
	look(t, tab, "columns")
	tab.Follow("form[action$='/take'] .btn.main")
	look(t, tab, "result")
	if said := tab.Text("main"); !strings.Contains(said, "What happened") || !strings.Contains(said, "NFR") && !strings.Contains(said, "Northwind Freight - Relay platform") {
		t.Errorf("the result says %s", said)
	}
	tab.GoTo(base + "/import-duplicates")
	look(t, tab, "duplicates")
	tab.Follow("td .btn")
	tab.WaitText("main", "No two accounts look alike")

	open := filepath.Join(t.TempDir(), "liste.csv")
	if err := os.WriteFile(open, []byte("\"Account Name\",\"Opportunity Name\",\"Stage\",\"Amount\",\"Close Date\"\n\"Calder\",\"Depots\",\"Discovery\",\"1,250\",\"03/04/2026\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tab.GoTo(base + "/import")
	look(t, tab, "again")
	tab.Upload("#f-files", open)
	tab.Follow("form .btn.main")
	look(t, tab, "questions")
	tab.Choose("#f-dates", "day-first")
	tab.Choose("#f-amounts", "decimal-point")
	tab.Follow("form[action$='/say'] .btn.main")
	tab.WaitText("main", "1 new")
}
