package api_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

func TestAnImportIsLookedAtSaidTakenAndTakenBack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.AE) // who imports may send the file too
		ask := func(method, path, body string, want int) map[string]any {
			t.Helper()
			status, out, _ := c.do(method, "/api/"+path, body)
			for range 100 {
				if status != 200 || out["moving"] != true {
					break
				}
				time.Sleep(20 * time.Millisecond)
				status, out, _ = c.do("GET", "/api/imports/"+out["id"].(string), "")
			}
			if status != want {
				t.Fatalf("%s %s: %d %v", method, path, status, out)
			}
			return out
		}
		_, kept, _ := c.do("POST", "/api/files?name=deals.csv", doubtful, "Content-Type", "application/octet-stream")
		begin := fmt.Sprintf(`{"files":[{"hash":%q,"name":"deals.csv"}]}`, kept["hash"])
		run := ask("POST", "imports", begin, 200)
		path := "imports/" + run["id"].(string)
		if run["state"] != "ready" || !strings.Contains(fmt.Sprint(run["report"]), "Questions") && !strings.Contains(fmt.Sprint(run["report"]), "questions:[map") {
			t.Fatalf("the doubt is not asked: %v", run)
		}
		ask("POST", path+"/say", `{"file":3,"map":{}}`, 422)
		ask("POST", path+"/say", `{"file":0,"map":{"dates":"by the moon"}}`, 422)
		run = ask("POST", path+"/say", `{"file":0,"map":{"dates":"day-first"}}`, 200)
		if created := fmt.Sprint(run["report"].(map[string]any)["created"]); !strings.Contains(created, "opportunities:2") {
			t.Fatalf("said: %v", run["report"])
		}
		run = ask("POST", path+"/take", `{}`, 200)
		if run["state"] != "done" {
			t.Fatalf("taken: %v", run)
		}
		ask("POST", path+"/take", `{}`, 409)
		ask("POST", path+"/say", `{"file":0,"map":{}}`, 409)
		ask("POST", path+"/leave", `{}`, 409)
		if listed := ask("GET", "imports", "", 200); len(listed["items"].([]any)) != 1 {
			t.Errorf("listed: %v", listed)
		}
		if alike := ask("GET", "accounts/duplicates", "", 200); !strings.Contains(fmt.Sprint(alike), "Quayside Foods") {
			t.Errorf("accounts that look alike: %v", alike)
		}
		if run = ask("POST", path+"/back", `{}`, 200); run["state"] != "back" {
			t.Errorf("taken back: %v", run)
		}
		left := ask("POST", "imports", begin, 200)
		ask("POST", "imports/"+left["id"].(string)+"/leave", `{}`, 200)
		ask("GET", "imports/"+left["id"].(string), "", 404)
		ask("POST", "imports", `{"files":[{"hash":"../../x","name":"x"}]}`, 422)
		ask("POST", "imports", `{}`, 422)
		w.Verify()
	})
}

// doubtful has days that can be read in two ways, and two accounts that may be one.
const doubtful = "Opportunity ID,Opportunity Name,Account Name,Amount,Close Date,Stage\n" +
	"006A,Cold rooms,Quayside Foods,1000.00,03/04/2026,Prospecting\n006B,Freezers,\"Quayside Foods, Inc.\",2000.00,05/06/2026,Prospecting\n"

// A run belongs to its workspace: for another it is not there.
func TestAnImportOfAnotherWorkspaceIsNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.Admin)
		_, kept, _ := c.do("POST", "/api/files?name=deals.csv", doubtful, "Content-Type", "application/octet-stream")
		_, run, _ := c.do("POST", "/api/imports", fmt.Sprintf(`{"files":[{"hash":%q,"name":"deals.csv"}]}`, kept["hash"]))
		other := c
		other.token = tokenOf(t, elsewhere(w), auth.Viewer)
		if status, out, _ := other.do("GET", "/api/imports/"+run["id"].(string), ""); status != 404 {
			t.Errorf("%d %v", status, out)
		}
		other.token = tokenOf(t, elsewhere(w), auth.Manager)
		if status, out, _ := other.do("POST", "/api/imports", fmt.Sprintf(`{"files":[{"hash":%q,"name":"deals.csv"}]}`, kept["hash"])); status != 422 {
			t.Errorf("a file of another workspace: %d %v", status, out)
		}
	})
}
