package exchange_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/exchange/folder"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// A deal is taken along as a zip, comes in under another key, and a file edited wrongly is said with
// its line and what to do.
func TestAPersonTakesADealInFromAFolder(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay a day of events within an hour", Kind: thread.Functional, Priority: thread.Must})
		return err
	})
	f, err := folder.Of(w.Ctx(), w.Reader(), w.Files, w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	zip := func(name string) string {
		var b bytes.Buffer
		if err := f.Zip(w.Ctx(), &b); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := zip("NWF.zip")
	for i, file := range f.Files {
		if file.Path == "requirements/NWF-1.md" {
			f.Files[i].Text = bytes.Replace(file.Text, []byte("priority: must"), []byte("priority: mandatory"), 1)
		}
	}
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/import")
	tab.Upload("#f-folder", zip("edited.zip"))
	tab.Follow("form[action='/import/deal'] .btn.main")
	tab.WaitText("main", "requirements/NWF-1.md:4")
	tab.WaitText("main", "Use one of: must, should, could, wont")
	look(t, tab, "folder-fault")
	tab.Upload("#f-folder", whole)
	tab.Type("#f-as", "NWX")
	tab.Follow("form[action='/import/deal'] .btn.main")
	if at := tab.Location(); !strings.HasSuffix(at, "/deals/NWX") {
		t.Errorf("it ended at %s", at)
	}
	tab.WaitText("main", "Replay a day of events within an hour")
	look(t, tab, "folder-taken")
	tab.GoTo(base + "/deals/NWX/edit")
	look(t, tab, "folder-along")
}
