package api_test

import (
	"fmt"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

const theirs = "No.;Area;Requirement;Priority;Compliance (Yes / No);Comment\n" +
	"1;Access;Users must sign in with their company account.;Must;;\n2;Access;Rights should follow the groups of our directory.;Should;;\n3;Logs;Logs must be kept for seven years.;Must;;\n"

func TestAListIsSentReadTakenComparedAndAnswered(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		sent := func(name, text string) string {
			t.Helper()
			status, body, _ := c.do("POST", "/api/deals/NWF/lists/files?name="+name, text, "Content-Type", "application/octet-stream")
			if status != 200 {
				t.Fatalf("%d %v", status, body)
			}
			return fmt.Sprintf(`"hash":%q,"file_name":%q`, body["hash"], name)
		}
		first := sent("first.csv", theirs)
		status, body, _ := c.do("POST", "/api/deals/NWF/lists/read", "{"+first+"}")
		if status != 200 || len(body["rows"].([]any)) != 3 || body["earlier"] != nil {
			t.Fatalf("%d %v", status, body)
		}
		status, body, _ = c.do("POST", "/api/deals/NWF/lists", "{"+first+`,"title":"First"}`)
		if status != 200 {
			t.Fatalf("%d %v", status, body)
		}
		call := body["result"].(map[string]any)["call"].(map[string]any)["id"].(string)
		found := c.listed("/api/deals/NWF/candidates")
		status, body, _ = c.do("POST", "/api/deals/NWF/candidates/accept", `{"ids":[`+quoted(found[0]["id"])+`,`+quoted(found[1]["id"])+`]}`)
		if status != 200 {
			t.Fatalf("%d %v", status, body)
		}
		second := sent("second.csv", strings.NewReplacer("company account", "company card", "3;Logs", "4;Logs").Replace(theirs))
		status, body, _ = c.do("POST", "/api/deals/NWF/lists/read", "{"+second+"}")
		if status != 200 || body["earlier"] != call || len(body["changes"].([]any)) != 2 {
			t.Fatalf("%d %v", status, body)
		}
		status, body, _ = c.do("POST", "/api/deals/NWF/lists", "{"+second+`,"title":"Second"}`)
		if status != 200 {
			t.Fatalf("%d %v", status, body)
		}
		changed := ""
		for _, x := range c.listed("/api/deals/NWF/candidates") {
			if x["version"] == "changed" && x["requirement"] != "" {
				changed = x["id"].(string)
			}
		}
		for _, row := range []struct {
			path, body string
			want       int
		}{
			{"/api/deals/NWF/candidates/" + changed + "/change", `{"same_meaning":true}`, 200},
			{"/api/deals/NWF/candidates/" + changed + "/change", `{}`, 409},
			{"/api/deals/NWF/candidates/merge", `{"pairs":[]}`, 422},
			{"/api/deals/NWF/lists/" + call + "/more", `{}`, 409},
			{"/api/deals/NWF/lists", "{" + second + `,"title":"Again"}`, 409},
			{"/api/deals/NWF/lists/read", `{"hash":"` + strings.Repeat("0", 64) + `"}`, 404},
		} {
			if status, body, _ := c.do("POST", row.path, row.body); status != row.want {
				t.Errorf("%s %s: %d, want %d: %v", row.path, row.body, status, row.want, body)
			}
		}
		status, body, _ = c.do("GET", "/api/deals/NWF/lists/"+call+"/answer", "")
		if status != 200 || body["rows"] != 3.0 || body["filled"] != 0.0 || body["same"] == nil {
			t.Errorf("%d %v", status, body)
		}
		w.Verify()
	})
}
