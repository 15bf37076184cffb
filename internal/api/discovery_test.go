package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

// call is a call of three turns in which Dana names two needs and a fact.
const call = `{"title":"First call","held_at":"2026-03-02T09:00:00Z","consent":%q,"contacts":[%q],"newcomers":[{"name":"Priya Nair","role":"security"}],"file_name":"call.txt",
	"text":"Dana Whitfield: We need to read dispatch changes within five seconds.\nPriya Nair: Leavers have to be removed within fifteen minutes.\nDana Whitfield: On a normal day we see about three hundred events a second. And the audit trail has to be kept for seven years."}`

// listed are the things of a list.
func (c client) listed(path string) (out []map[string]any) {
	c.t.Helper()
	_, body, _ := c.do("GET", path, "")
	raw, err := json.Marshal(body["items"])
	if err != nil {
		c.t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		c.t.Fatal(err)
	}
	return out
}

func TestACallIsHeardAndDecidedByTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		status, body, _ := c.do("POST", "/api/deals/NWF/calls", fmt.Sprintf(call, "none", w.Dana))
		if status != 200 {
			t.Fatalf("%d %v", status, body)
		}
		id := c.listed("/api/deals/NWF/calls")[0]["id"].(string)
		at := "/api/deals/NWF/calls/" + id
		_, held, head := c.do("GET", at, "")
		if held["held"] == "" || len(held["words"].([]any)) != 0 {
			t.Errorf("a held call gives its words: %v", held)
		}
		if status, body, _ := c.do("POST", at+"/consent", fmt.Sprintf(`{"consent":"given","by":%q}`, w.Dana), "If-Match", head.Get("ETag")); status != 200 {
			t.Fatalf("%d %v", status, body)
		}
		found := c.listed("/api/deals/NWF/candidates")
		if len(found) < 3 {
			t.Fatalf("%d candidates: %v", len(found), found)
		}
		cand := func(i int) string { return "/api/deals/NWF/candidates/" + found[i]["id"].(string) }
		for _, row := range []struct {
			method, path, body string
			want               int
		}{
			{"POST", cand(0) + "/accept", `{"priority":"must"}`, 200},
			{"POST", cand(0) + "/accept", `{}`, 409},
			{"POST", cand(1) + "/reject", `{}`, 422},
			{"POST", cand(1) + "/reject", `{"reason":"not ours"}`, 200},
			{"POST", "/api/deals/NWF/candidates/none/reject", `{"reason":"x"}`, 404},
			{"POST", "/api/deals/NWF/candidates/accept", `{"ids":[` + quoted(found[2]["id"]) + `]}`, 200},
			{"POST", at + "/mark", `{"quote":"words that nobody said"}`, 409},
			{"POST", at + "/mark", `{"quote":"On a normal day","sort":"fact"}`, 200},
			{"POST", at + "/propose", `{}`, 200},
			{"PUT", at, `{"title":"x"}`, 428},
			{"POST", "/api/deals/NWF/facts", `{"name":"orders","value":"12000","unit":"orders"}`, 200},
			{"POST", "/api/deals/NWF/notes", `{"element":"champion","sort":"ours","words":"Dana, we think"}`, 200},
			{"POST", "/api/deals/NWF/notes", `{"element":"luck","sort":"ours","words":"x"}`, 422},
			{"GET", "/api/deals/NWF/qualification", "", 200},
			{"POST", "/api/deals/NWF/calls", `{"title":"Long","held_at":"2026-03-02T09:00:00Z","text":"` + strings.Repeat(`Dana: `+strings.Repeat("It goes on. ", 12)+`\n`, 9000) + `"}`, 200},
			{"POST", at + "/forget", `{}`, 403},
			{"POST", at + "/remove", `{}`, 200},
			{"GET", at, "", 404},
		} {
			if status, body, _ := c.do(row.method, row.path, row.body); status != row.want {
				t.Errorf("%s %s: %d, want %d: %.300v", row.method, row.path, status, row.want, body)
			}
		}
		if n := len(c.listed("/api/deals/NWF/requirements")); n != 1 && n != 2 {
			t.Errorf("%d requirements", n)
		}
		w.Verify()
	})
}

func quoted(v any) string { return fmt.Sprintf("%q", v) }

func TestManyRequirementsAreChangedByTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		for range 2 {
			if status, body, _ := c.do("POST", "/api/deals/NWF/requirements", need); status != 200 {
				t.Fatalf("%d %v", status, body)
			}
		}
		all := c.listed("/api/deals/NWF/requirements")
		ids := quoted(all[0]["id"]) + "," + quoted(all[1]["id"])
		status, body, _ := c.do("POST", "/api/deals/NWF/requirements/bulk", `{"ids":[`+ids+`],"priority":"could"}`)
		if status != 200 || body["result"].(map[string]any)["changed"] != 2.0 {
			t.Errorf("%d %v", status, body)
		}
		status, body, _ = c.do("POST", "/api/deals/NWF/requirements/bulk", `{"ids":[`+ids+`],"revisions":{`+quoted(all[0]["id"])+`:1},"group":"Late"}`)
		if status != 412 || body["theirs"] == nil {
			t.Errorf("a stale change: %d %v", status, body)
		}
		if status, body, _ := c.do("POST", "/api/deals/NWF/requirements/bulk", `{"ids":[`+ids+`],"priority":"urgent"}`); status != 422 || !strings.Contains(fmt.Sprint(body), "priority") {
			t.Errorf("%d %v", status, body)
		}
		w.Verify()
	})
}
