package api_test

import (
	"fmt"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

func TestDealsAndTheirPeopleOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Manager)
		status, made, header := c.do("POST", "/api/deals", `{"account_name":"Calder","name":"Depots","amount":"1250.00","currency":"EUR"}`)
		if status != 200 || header.Get("ETag") != `"1"` {
			t.Fatal(status, made)
		}
		key := made["result"].(map[string]any)["key"].(string)
		body := `{"name":"Depots, EU","type":"new","amount":"1250.00","currency":"EUR","close_on":"2026-09-01"}`
		for match, want := range map[string]int{"": 428, `"9"`: 412} {
			if status, out, _ := c.do("PUT", "/api/deals/"+key, body, "If-Match", match); status != want {
				t.Errorf("If-Match %s: %d %v", match, status, out)
			}
		}
		if status, out, _ := c.do("PUT", "/api/deals/"+key, body, "If-Match", `"1"`); status != 200 || out["result"].(map[string]any)["name"] != "Depots, EU" {
			t.Errorf("edit: %d %v", status, out)
		}
		account := made["result"].(map[string]any)["account"].(string)
		if status, out, _ := c.do("POST", "/api/contacts", `{"account":"nowhere","name":"Zoe"}`); status != 404 {
			t.Errorf("a contact of no account: %d %v", status, out)
		}
		_, contact, _ := c.do("POST", "/api/contacts", fmt.Sprintf(`{"account":%q,"name":"Zoe"}`, account))
		id := contact["result"].(map[string]any)["id"].(string)
		for words, want := range map[string]int{"zo": 1, "nobody": 0, "": 0} {
			if status, out, _ := c.do("GET", "/api/contacts?words="+words, ""); status != 200 || len(out["items"].([]any)) != want {
				t.Errorf("contacts called %q: %d %v", words, status, out)
			}
		}
		status, holder, _ := c.do("POST", "/api/deals/"+key+"/stakeholders", fmt.Sprintf(`{"contact":%q,"role":"CIO","decides":true}`, id))
		if status != 200 {
			t.Fatal(status, holder)
		}
		path := "/api/deals/" + key + "/stakeholders/" + holder["result"].(map[string]any)["id"].(string)
		if status, out, _ := c.do("PUT", path, `{"role":"CTO","stance":5}`, "If-Match", `"1"`); status != 422 {
			t.Errorf("a stance of 5: %d %v", status, out)
		}
		if status, _, _ := c.do("PUT", "/api/deals/NWF/stakeholders/"+path[len(path)-16:], `{"role":"CTO"}`, "If-Match", `"1"`); status != 404 {
			t.Errorf("a stakeholder of another deal: %d", status)
		}
		if status, _, _ := c.do("POST", path+"/remove", `{}`); status != 200 {
			t.Errorf("taking off: %d", status)
		}
		seen := 0
		for after := ""; ; {
			_, page, _ := c.do("GET", "/api/accounts?limit=1&after="+after, "")
			seen += len(page["items"].([]any))
			next, _ := page["next"].(string)
			if next == "" {
				break
			}
			after = fmt.Sprintf("%s%%20%s", next[:len(next)-17], next[len(next)-16:])
		}
		if seen != 2 {
			t.Errorf("%d accounts on all pages, want 2", seen)
		}
		if status, _, _ := c.do("POST", "/api/deals/"+key+"/delete", fmt.Sprintf(`{"key":%q}`, key)); status != 200 {
			t.Errorf("delete: %d", status)
		}
		w.Verify()
	})
}
