package evaluation_test

import (
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

func TestEvidenceIsKeptAndOnlyTheDealsOwnIsGivenOut(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		_, cs := tried(h, all)
		v := h.Enter(t, auth.SE)
		status, _, _ := v.Upload(room+"/criteria/"+cs[0].ID+"/result", form("form", "result", "value", "9", "evidence.hash", strings.Repeat("a", 64)), "evidence", "../run <1>.html", "<script>alert(1)</script>")
		if status != 303 {
			t.Fatalf("%d", status)
		}
		runs, _ := journal.List[core.Result](w.Ctx(), w.Reader(), w.Deal)
		file := runs[len(runs)-1].Evidence
		status, body, head := v.Fetch("/deals/NWF/files/" + file.Hash)
		if status != 200 || body != "<script>alert(1)</script>" || !strings.HasPrefix(head.Get("Content-Disposition"), "attachment") || head.Get("Content-Type") != "application/octet-stream" || head.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%d %q %v", status, body, head)
		}
		kept, err := h.Files.In(w.Who.Workspace).Put(w.Ctx(), "secret", strings.NewReader("of nobody"))
		if err != nil {
			t.Fatal(err)
		}
		for _, hash := range []string{kept.Hash, strings.Repeat("a", 64), "..%2f..%2fetc", "x"} {
			if status, _, _ := v.Fetch("/deals/NWF/files/" + hash); status != 404 {
				t.Errorf("%s: %d", hash, status)
			}
		}
		status, _, _ = v.Post(room+"/criteria/"+cs[0].ID+"/result", form("form", "result", "value", "9", "evidence.hash", kept.Hash, "evidence.name", "mine"))
		runs, _ = journal.List[core.Result](w.Ctx(), w.Reader(), w.Deal)
		if status != 303 || runs[len(runs)-1].Evidence != nil {
			t.Errorf("a form named a file it did not send: %d %+v", status, runs[len(runs)-1].Evidence)
		}
		w.Verify()
	})
}

func TestAResultsFileIsTakenRowByRow(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		e, _ := tried(h, all)
		v := h.Enter(t, auth.SE)
		path := room + "/evaluations/" + e.ID + "/import"
		for _, row := range []struct {
			name, file string
			status     int
			words      []string
		}{
			{"some good, some not", "criterion,value,unit,date\nC3,40,s,2026-03-12\nC9,1,h,2026-03-12\nC1,soon,min,2026-03-12\n", 200, []string{"1 recorded, 0 known before, 2 refused", "Names no criterion", "neither a number", "C9"}},
			{"none good", "criterion,value\nC9,1\n", 422, []string{"Names no criterion", "line 2"}},
			{"no columns of ours", "a,b\n1,2\n", 422, []string{"Your words are kept"}},
			{"a zip", "PK\x03\x04whatever", 422, []string{"Nothing was saved"}},
			{"all good", "criterion,value,unit,date\nC3,40,s,2026-03-12\n", 303, nil},
		} {
			status, body, _ := v.Upload(path, form("form", "import"), "file", "results.csv", row.file)
			if status != row.status {
				t.Errorf("%s: %d", row.name, status)
			}
			holds(t, row.name, body, row.words...)
		}
		w.Verify()
	})
}

func TestTwoResultsOfOneMomentWaitForAPick(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		_, cs := tried(h, all)
		v := h.Enter(t, auth.SE)
		for _, value := range []string{"9", "12"} {
			if status, _, _ := v.Post(room+"/criteria/"+cs[0].ID+"/result", form("form", "result", "value", value, "at", "2026-03-12T15:30")); status != 303 {
				t.Fatalf("%d", status)
			}
		}
		_, body := v.Get(room + "?at=" + cs[0].ID)
		holds(t, "tied", body, "two of one moment", "This one counts")
		runs, _ := journal.List[core.Result](w.Ctx(), w.Reader(), w.Deal)
		for _, x := range runs {
			if x.Value == 9 {
				if status, _, to := v.Post(room+"/results/"+x.ID+"/pick", form()); status != 303 || !strings.Contains(to, cs[0].ID) {
					t.Errorf("pick: %d %s", status, to)
				}
			}
		}
		_, body = v.Get(room + "?at=" + cs[0].ID)
		holds(t, "picked", body, "-two of one moment", "9 min, passed")
		w.Verify()
	})
}
