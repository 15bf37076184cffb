package wiretest_test

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/thread"
	"throughline/internal/wiring"
)

// older unpacks a database that an older version of the program wrote (testdata/older/README.md)
// into a data folder.
func older(t *testing.T, name string) string {
	folder := t.TempDir()
	in, err := os.Open(filepath.Join("..", "..", "..", "testdata", "older", name))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	packed, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(out, packed) //nolint:gosec // our own file
	if e := out.Close(); err == nil {
		err = e
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestDataFolderOfTheFirstVersionIsBroughtUpToDateWhole(t *testing.T) {
	ctx := t.Context()
	h, err := wiring.Open(ctx, older(t, "first.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Journal.DB.Close()
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d workspaces, %v", len(all), err)
	}
	workspace := all[0].ID
	r := h.Journal.Reader(workspace)
	sound := func(when string) {
		report, err := journal.Verify(ctx, h.Journal.DB.Read)
		if err != nil {
			t.Fatal(err)
		}
		more, err := h.Tallies.Verify(ctx, r)
		if err != nil || len(report.Findings)+len(more) != 0 || report.Rows < 600 {
			t.Fatalf("%s: %+v, %v, %v", when, report, more, err)
		}
	}
	sound("as it came")
	deal, err := account.ByPrefix(ctx, r, "NWF")
	if err != nil {
		t.Fatal(err)
	}
	req, err := thread.ByKey(ctx, r, deal.ID, "NWF-13")
	if err != nil || req.Statement == "" {
		t.Fatalf("%+v, %v", req, err)
	}
	_, err = h.Journal.Write(ctx, journal.Actor{Workspace: workspace, Person: deal.SE, Role: "SE"}, "requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Reword(ctx, tx, thread.Edit{ID: req.ID, Revision: req.Revision, Statement: req.Statement + " Quokka.", Kind: req.Kind, Priority: req.Priority, Measure: req.Measure, SameMeaning: true})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sound("after an act of today")
	if hits, err := search.Find(ctx, h.Journal.DB, r, search.Query{Words: "quokka", Limit: 5}); err != nil || len(hits.Hits) != 1 {
		t.Errorf("the new word is found %d times, %v", len(hits.Hits), err)
	}
}
