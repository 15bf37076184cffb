package documents_test

import (
	"os"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/manual"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

const runbook = "/deals/NWF/manuals/runbook"

func TestAManualIsWrittenChapterByChapter(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SA)
		_, body := v.Get("/deals/NWF/documents")
		roomtest.Holds(t, "documents", body, "To be written by people", "Runbook", "Configuration guide", "Blueprint of the environment")
		_, body = v.Get(runbook)
		roomtest.Holds(t, "empty", body, "Start and stop", "not written yet", "Filled in: deployment nodes of the design")
		if status, _, _ := v.Post(runbook, roomtest.Form("form", "Start and stop", "title", "Start and stop", "words", "1. Stop it")); status != 303 {
			t.Fatalf("writing: %d", status)
		}
		_, body = v.Get(runbook)
		roomtest.Holds(t, "written", body, "Stop it", "Read it")
		if status, body := v.Get("/deals/NWF/documents/runbook.md"); status != 200 {
			t.Errorf("the document: %d", status)
		} else {
			roomtest.Holds(t, "the document", body, "1. Stop it", "Roll back: not written yet")
		}
		if status, _, _ := v.Post(runbook, roomtest.Form("form", "Start and stop", "title", "Start and stop", "words", "1. Wait", "revision", "1")); status != 303 {
			t.Fatalf("editing: %d", status)
		}
		status, body, _ := v.Post(runbook, roomtest.Form("form", "Start and stop", "title", "Start and stop", "words", "1. Mine", "revision", "1"))
		if status != 409 {
			t.Errorf("over newer words: %d", status)
		}
		roomtest.Holds(t, "conflict", body, "1. Wait", "1. Mine")
		status, body, _ = v.Post(runbook, roomtest.Form("form", "own", "title", "", "words", "Kept words"))
		if status != 422 {
			t.Errorf("no title: %d", status)
		}
		roomtest.Holds(t, "no title", body, "Kept words")
		if status, _, _ := h.Enter(t, auth.AE).Post(runbook, roomtest.Form("title", "Roll back", "words", "x")); status != 403 {
			t.Errorf("an account executive writes: %d", status)
		}
		if status, _ := v.Get("/deals/NWF/manuals/cookbook"); status != 404 {
			t.Errorf("a manual that is not there: %d", status)
		}
		w.Verify()
	})
}

func TestAChapterIsAddedByKey(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	base, comeIn := roomtest.New(t, w).Serve(t, auth.SA)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + runbook)
	tab.Press("n")
	tab.WaitText("#f-title", "")
	tab.Type(`[name="title"]`, "The Monday peak")
	tab.Type(`[name="words"]`, "Watch eight partitions.")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Wrote a chapter of a manual")
	all, err := manual.Chapters(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 1 || all[0].Title != "The Monday peak" {
		t.Fatalf("%+v %v", all, err)
	}
	for _, address := range []string{runbook, runbook + "?form=Roll+back", "/deals/NWF/documents"} {
		tab.GoTo(base + address)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				browsertest.Evaluate[bool](tab, `(scrollTo(0, 0), true)`)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", address, wide, width)
				}
			}
		}
	}
}
