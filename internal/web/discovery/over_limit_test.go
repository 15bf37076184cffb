package discovery_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/discovery"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// A file over the limit costs nobody the words that were typed beside it, nor half a call.
func TestAFileOverTheLimitLeavesWhatWasTyped(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	large := filepath.Join(t.TempDir(), "recording.vtt")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 200<<20); err != nil {
		t.Fatal(err)
	}
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/discovery?form=record")
	tab.Type("#f-title", "A call that was long")
	tab.Type("#f-newcomers", "Priya Nair, security")
	tab.Click(`input[name="consent"][value="given"]`)
	tab.Upload("#f-file", large)
	tab.Click("form[action$='/calls'] .btn.main")
	tab.WaitText("body", "larger than 64 MB")
	if said := tab.Text("body"); !strings.Contains(said, "command line") {
		t.Errorf("it does not say what to do: %s", said)
	}
	tab.GoTo(base + "/deals/NWF/discovery?form=record")
	if title, people := tab.Value("#f-title"), tab.Value("#f-newcomers"); title != "A call that was long" || people != "Priya Nair, security" {
		t.Errorf("the form came back with %q and %q", title, people)
	}
	if calls, err := core.Calls(w.Ctx(), w.Reader(), w.Deal); err != nil || len(calls) != 0 {
		t.Errorf("%d calls are kept, %v", len(calls), err)
	}
	w.Verify()
}
