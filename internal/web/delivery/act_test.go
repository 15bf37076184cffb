package delivery_test

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/delivery"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// posted sends a form and demands the status and words of the answer.
func posted(t *testing.T, v *roomtest.Visitor, path string, f url.Values, status int, holds ...string) string {
	t.Helper()
	got, body, to := v.Post(room+"/"+path, f)
	if got != status {
		t.Fatalf("%s: %d, want %d: %.200s", path, got, status, body)
	}
	for _, words := range holds {
		if !strings.Contains(body+to, words) {
			t.Errorf("%s: the answer does not hold %q", path, words)
		}
	}
	return body
}

func TestATaskIsWrittenAndAMistakeKeepsItsWords(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := signed(t, w)
		sa := h.Enter(t, auth.SA)
		posted(t, sa, "tasks", form("form", "task", "title", "Load orders", "party", "ours", "start", "2026-05-09", "due", "2026-05-01", "tracker", "NW-7", "requirements", ids[1]),
			422, "Is before its start", `value="Load orders"`, `value="NW-7"`, `value="`+ids[1]+`" checked`)
		posted(t, sa, "tasks", form("form", "task", "title", "", "party", "martian", "left_out", "x", "due", "soon"), 422, "is not a date", `value="soon"`)
		posted(t, sa, "tasks", form("form", "task", "title", "Load orders", "party", "ours", "requirements", ids[1]), 303, "done=")
		posted(t, sa, "tasks", form("form", "task", "title", "Clean orders", "party", "customer"), 303)
		tasks, err := core.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(tasks) != 2 {
			t.Fatalf("%d tasks, %v", len(tasks), err)
		}
		edit := func(i int, revision, title string, after ...string) url.Values {
			f := form("form", "edit-task", "title", title, "party", "ours", "revision", revision)
			for _, id := range after {
				f.Add("depends_on", id)
			}
			return f
		}
		posted(t, sa, "tasks/"+tasks[0].ID+"/edit", edit(0, "1", "Load orders", tasks[1].ID), 303)
		posted(t, sa, "tasks/"+tasks[1].ID+"/edit", edit(1, "1", "Clean them", tasks[0].ID), 409, "would wait for each other", "waits for T2", `value="Clean them"`)
		posted(t, sa, "tasks/"+tasks[0].ID+"/edit", edit(0, "1", "Load all orders"), 409, "while you were writing", "Load all orders", "Load orders", `name="waits"`)
		resolved := edit(0, "2", "Load orders")
		resolved.Set("resolve", "mine")
		resolved.Set("title.mine", "Load all orders")
		resolved.Set("waits", "T2")
		posted(t, sa, "tasks/"+tasks[0].ID+"/edit", resolved, 303)
		posted(t, sa, "tasks/"+tasks[0].ID+"/complete", form("revision", "3"), 409, "T2")
		posted(t, sa, "tasks/"+tasks[1].ID+"/remove", form("revision", "1"), 409, "waits for it")
		tasks, _ = core.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if tasks[0].Title != "Load all orders" || len(tasks[0].DependsOn) != 1 {
			t.Errorf("kept %+v", tasks[0])
		}
		w.Verify()
	})
}

func TestAPlanIsSeenBeforeItIsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := signed(t, w)
		sa := h.Enter(t, auth.SA)
		posted(t, sa, "plan/preview", form("form", "import"), 422, "Choose a file")
		posted(t, sa, "plan/preview", form("form", "import", "text", "a,b\n1,2\n"), 422, "title")
		ambiguous := "title,due\nLoad,03/04/2026\n"
		posted(t, sa, "plan/preview", form("form", "import", "text", ambiguous), 200, "How is “03/04/2026” in column “due” to be read?", "Day first")
		text := "title,due,requirements,depends\nLoad,2026-05-01,NWF-1,\nTurn,2026-05-02,,Trip\nTrip,2026-05-03,,Turn\nBad,2026-02-30,,\n<b>Loud</b>,,,\n"
		body := posted(t, sa, "plan/preview", form("form", "import", "text", text), 200, "2 tasks new", "3 rows are refused", "“Turn” waits for “Trip” waits for “Turn”", "is not a day", "&lt;b&gt;Loud", "Import 2 tasks")
		if strings.Contains(body, "<b>Loud") {
			t.Error("a title is drawn as markup")
		}
		if tasks, _ := core.Tasks(w.Ctx(), w.Reader(), w.Deal); len(tasks) != 0 {
			t.Errorf("a preview kept %d tasks", len(tasks))
		}
		posted(t, sa, "plan/import", form("form", "import", "kept", "no base64"), 422, "did not arrive whole")
		posted(t, sa, "plan/import", form("form", "import", "kept", base64.StdEncoding.EncodeToString([]byte(text)), "dates", ""), 303, "done=")
		posted(t, sa, "plan/import", form("form", "import", "kept", base64.StdEncoding.EncodeToString([]byte(ambiguous)), "dates", "day-first"), 303)
		tasks, err := core.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(tasks) != 2 || tasks[0].DueOn != "2026-04-03" {
			t.Errorf("kept %+v, %v", tasks, err)
		}
		w.Verify()
	})
}

func TestChecksAndGatesAreWorkedOnThePages(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := signed(t, w)
		sa := h.Enter(t, auth.SA)
		posted(t, sa, "checks/derive", form("form", "derive"), 422, "Choose at least one requirement")
		posted(t, sa, "checks/derive", form("form", "derive", "requirements", ids[0], "requirements", ids[2]), 303)
		checks, err := core.Checks(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(checks) != 2 {
			t.Fatalf("%d checks, %v", len(checks), err)
		}
		result := "checks/" + checks[0].ID + "/result"
		posted(t, sa, result, form("form", "result", "value", "ten", "note", "night of 3 April"), 422, "is not a number", "night of 3 April")
		posted(t, sa, result, form("form", "result", "note", "night"), 422, "give the value")
		posted(t, sa, result, form("form", "result", "value", "9", "unit", "GB"), 422, "cannot be compared")
		posted(t, sa, result, form("form", "result", "value", "9", "link", "javascript:alert(1)"), 422, "begins with https://")
		posted(t, sa, result, form("form", "result", "value", "0,15", "unit", "h", "at", "2026-04-01T23:30", "link", "https://files.example/a"), 303)
		posted(t, sa, "checks/"+checks[1].ID+"/result", form("form", "result", "passed", "false"), 303)
		posted(t, sa, "checks/"+checks[0].ID+"/edit", form("form", "edit-check", "title", "Export", "measure.metric", "time it takes", "measure.comparison", "<=", "measure.target", "60", "measure.unit", "min"), 409, "has results against its measure")
		posted(t, sa, "checks/"+checks[1].ID+"/withdraw", form("form", "withdraw-check", "why", ""), 422, "Say something here")
		posted(t, sa, "checks/"+checks[1].ID+"/withdraw", form("form", "withdraw-check", "why", "It measured the wrong directory"), 303)
		results, _ := core.Results(w.Ctx(), w.Reader(), w.Deal)
		if r := results[checks[0].ID]; len(r) != 1 || !r[0].Passed || r[0].At.String() != "2026-04-01T23:30:00Z" || len(r[0].Evidence) != 1 {
			t.Errorf("%+v", r)
		}
		posted(t, sa, "gates", form("form", "gate", "name", "Ready"), 422, "Give one to 40 criteria")
		posted(t, sa, "gates", form("form", "gate", "name", "Ready", "station", "verified", "priority", "must", "no_promise", "on", "roles", "Head of IT\n\nOperations\n"), 303)
		gates, _ := core.Gates(w.Ctx(), w.Reader(), w.Deal)
		if len(gates) != 1 || len(gates[0].Criteria) != 4 {
			t.Fatalf("%+v", gates)
		}
		posted(t, sa, "gates/"+gates[0].ID+"/sign", form("form", "sign-gate", "role", "Head of IT", "by", w.Dana, "revision", "1"), 303)
		posted(t, sa, "gates/"+gates[0].ID+"/sign", form("form", "sign-gate", "role", "Nobody"), 409, "asks for no signature")
		posted(t, sa, "gates/"+gates[0].ID+"/withdraw", form("role", "Head of IT", "revision", "2"), 303)
		posted(t, sa, "gates/"+gates[0].ID+"/remove", form("revision", "3"), 303)
		w.Verify()
	})
}

func TestADecisionSpeaksOfEverythingByName(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := signed(t, w)
		planned(h, ids)
		checked(h, ids)
		sa := h.Enter(t, auth.SA)
		p := promise(h)
		f := form("form", "decide", "outcome", "go with conditions", "persons", h.People[auth.SA].ID, "contacts", w.Dana, "evidence", "Readiness meeting", "requirements", ids[0], "requirements", ids[1])
		posted(t, sa, "go-live", f, 422, "Say at least one condition", "Readiness meeting")
		f.Set("conditions.0.text", "Both sides watch the second load")
		f.Set("conditions.0.due", "2026-05-10")
		posted(t, sa, "go-live", f, 409, "Neither covered nor left out: NWF-3, NWF-4, NWF-5, NWF-6, P1", "Covered without a passed check: NWF-2", "Both sides watch the second load", "Say why it goes live all the same", "Tick it, or say why it is left out.")
		for _, id := range append(ids[2:], p) {
			f.Set("why."+id, "Second step")
		}
		f.Set("why."+ids[1], "The load runs once")
		f.Set("until."+ids[1], "2026-06-01")
		f.Set("why."+ids[0], "because")
		posted(t, sa, "go-live", f, 422, "NWF-1 is covered and nothing about its check is red")
		f.Del("why." + ids[0])
		f.Set("hypercare_until", "2030-01-01")
		posted(t, sa, "go-live", f, 303)
		all, err := core.Decisions(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 1 || len(all[0].LeftOut) != 5 || len(all[0].Overrides) != 1 || all[0].Overrides[0].Until != "2026-06-01" || len(all[0].Conditions) != 1 {
			t.Fatalf("%+v, %v", all, err)
		}
		posted(t, sa, "go-live/"+all[0].ID+"/end-hypercare", form("form", "end-hypercare", "at", all[0].ID, "ended_on", "2031-01-01", "how", "Two calls", "revision", fmt.Sprint(all[0].Revision)), 422, "in the future", "Two calls")
		posted(t, sa, "go-live/"+all[0].ID+"/end-hypercare", form("form", "end-hypercare", "ended_on", "", "how", "Two calls; their desk runs it", "revision", fmt.Sprint(all[0].Revision)), 303)
		all[0].Revision++
		posted(t, sa, "go-live/"+all[0].ID+"/withdraw", form("form", "withdraw-decision", "why", "The load failed again", "revision", fmt.Sprint(all[0].Revision)), 303)
		posted(t, sa, "go-live", form("form", "decide", "outcome", "no-go", "persons", h.People[auth.SA].ID, "evidence", "The load failed again", "requirements", ids[0]), 303)
		_, body := sa.Get(room + "?view=go-live")
		if !strings.Contains(body, "go with conditions, withdrawn") || strings.Index(body, ">no-go<") > strings.Index(body, "withdrawn<") {
			t.Error("the decision that stands is not shown before the withdrawn one")
		}
		w.Verify()
	})
}
