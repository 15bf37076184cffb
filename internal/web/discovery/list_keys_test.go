package discovery_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/discovery"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// mostKeys is what reviewing 500 rows may cost, Shift counted as a key of its own.
const mostKeys = 60

func TestFiveHundredRowsAreReviewedWithFewKeys(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	const rows, areas = 500, 12
	var b strings.Builder
	b.WriteString("No.;Area;Requirement;Priority;Response\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d.%d;Area %c;The system must finish task number %d of its kind within %d minutes.;Must;\n", i*areas/rows+1, i+1, 'A'+i*areas/rows, i, i%17+2)
	}
	file := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	tab := browsertest.Open(t)
	keys := 0
	press := func(all ...string) {
		for _, k := range all {
			keys += strings.Count(k, "+") + 1
		}
		tab.Key(all...)
	}
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/discovery")
	press("l")
	tab.Wait("#f-file")
	tab.Upload("#f-file", file)
	keys++ // Enter in the dialog of files
	began := time.Now()
	tab.Follow(`form[action$="/lists"] .btn.main`)
	keys++ // Enter on it
	tab.WaitText(".call-head", "500 requirements found")
	proposed := time.Since(began)
	seen(t, tab, "five hundred rows")
	press("t")
	tab.WaitText("#now", "1 of 500")
	tab.Wait("[data-living]")
	press("x") // one is rejected
	tab.WaitText("#now", "2 of 500")
	tab.Wait("[data-living]")
	for area := range areas {
		press("g")
		tab.Wait("input[name=ids]:checked")
		press("Shift+A")
		if area < areas-1 {
			tab.WaitText("#now", fmt.Sprintf("%d of 500", ((area+1)*rows+areas-1)/areas+1))
			tab.Wait("[data-living]")
		}
	}
	tab.WaitText("#decided", "All decided")
	found, err := core.Candidates(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	states := map[core.Decision]int{}
	for _, c := range found {
		states[c.State]++
	}
	if states[core.Accepted] != rows-1 || states[core.Rejected] != 1 || keys > mostKeys {
		t.Errorf("%v with %d keys", states, keys)
	}
	t.Logf("500 rows: proposed in %s (at most 1 s on a machine that is free), reviewed and accepted with %d keys (at most %d)", proposed.Round(time.Millisecond), keys, mostKeys)
	w.Verify()
}
