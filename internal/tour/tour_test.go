package tour_test

import (
	"context"
	"os"
	"testing"

	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/tour"
	"throughline/internal/wiring"
)

const folder = "../../testdata/tour"

// open is a fresh house with a place for files.
func open(t *testing.T, url string) *area.House {
	t.Helper()
	h, err := wiring.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	h.Files.Folder = t.TempDir()
	return h
}

func TestTheWholeDealIsLivedAndVerifiesOnBothDatabases(t *testing.T) {
	storetest.Each(t, func(t *testing.T, url string) {
		h := open(t, url)
		story, err := tour.Live(context.Background(), h, os.DirFS(folder), func(s tour.Step) {
			t.Logf("%d %s (%s)", s.Number, s.Title, s.On)
			for _, f := range s.Found {
				t.Logf("     %s", f)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		rep, err := journal.Verify(context.Background(), h.Journal.DB.Read)
		if err != nil {
			t.Fatal(err)
		}
		more, err := h.Weaver.Verify(context.Background(), h.Journal.Reader(story.Workspace))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(rep.Findings, more...) {
			t.Errorf("%s: %s", f.Where, f.What)
		}
	})
}
