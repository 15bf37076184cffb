package api_test

import (
	"encoding/json"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

func TestSettingsOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Admin)
		_, home, header := c.do("GET", "/api/workspace", "")
		if home["name"] != "Test" || header.Get("ETag") != `"1"` {
			t.Fatalf("the workspace is %v, %v", home, header.Get("ETag"))
		}
		body := `{"name":"Team","zone":"Europe/Berlin","holidays":["2026-12-25"],"rates":[{"currency":"USD","on":"2026-01-31","worth":0.92}],"currency":"EUR","achieved_percent":80,"conditional_percent":60,"accept_days":5,"at_risk_days":14}`
		for _, row := range []struct {
			body, match string
			want        int
		}{{body, "", 428}, {body, `"9"`, 412}, {strings.Replace(body, "Europe/Berlin", "Mars", 1), `"1"`, 422}, {body, `"1"`, 200}} {
			if status, out, _ := c.do("PUT", "/api/workspace", row.body, "If-Match", row.match); status != row.want {
				t.Errorf("If-Match %s: %d %v, want %d", row.match, status, out, row.want)
			}
		}
		status, made, _ := c.do("POST", "/api/tokens", `{"name":"export"}`)
		text := made["result"].(map[string]any)["text"].(string)
		if status != 200 || !strings.HasPrefix(text, "tl_") {
			t.Fatal(status, made)
		}
		other := c
		other.token = text
		if status, me, _ := other.do("GET", "/api/me", ""); status != 200 || me["role"] != "admin" {
			t.Errorf("the new token is %d %v", status, me)
		}
		if status, _, _ := c.do("POST", "/api/workspaces/"+w.Who.Workspace+"/remove", `{"sure":true}`); status != 404 {
			t.Errorf("a workspace that is no sample was removed: %d", status)
		}
		if status, _, _ := c.do("POST", "/api/contacts/"+w.Dana+"/erase", `{}`); status != 422 {
			t.Errorf("erased without being sure: %d", status)
		}
		if status, _, _ := c.do("POST", "/api/contacts/"+w.Dana+"/erase", `{"sure":true}`); status != 200 {
			t.Errorf("erasing gave %d", status)
		}
		w.Verify()
	})
}

func TestInboxSearchActivityAndUndoOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		_, made, _ := c.do("POST", "/api/deals/NWF/requirements", need)
		act := made["act"].(string)
		id := made["result"].(map[string]any)["id"].(string)
		holds := func(path, want string) {
			t.Helper()
			status, out, _ := c.do("GET", path, "")
			text, _ := json.Marshal(out)
			if status != 200 || !strings.Contains(string(text), want) {
				t.Errorf("%s: %d %s, want %s", path, status, text, want)
			}
		}
		holds("/api/search?words=replay", `"kind":"requirement"`)
		holds("/api/deals/NWF/search?words=replay&kind=quote", `"items":[]`)
		holds("/api/palette?words=NWF-1", `"key":"NWF-1"`)
		holds("/api/impact/"+id, `"statement":"Replay`)
		holds("/api/capabilities/impact?words=nothing", `"requirements":null`)
		holds("/api/deals/NWF/activity?words=NWF-1", `"recorded a requirement"`)
		holds("/api/inbox", `"break_sum":0`)
		if status, _, _ := c.do("POST", "/api/inbox/seen", `{"seq":3}`); status != 200 {
			t.Errorf("seen: %d", status)
		}
		other := newClient(t, w, auth.SA)
		if status, _, _ := other.do("POST", "/api/acts/"+act+"/undo", `{}`); status != 403 {
			t.Errorf("somebody else's undo: %d", status)
		}
		if status, out, _ := c.do("POST", "/api/acts/"+act+"/undo", `{}`); status != 200 || out["act"] == "" {
			t.Errorf("undo: %d %v", status, out)
		}
		holds("/api/search?words=replay", `"items":[]`)
	})
}
