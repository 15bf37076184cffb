package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

// made sends a body and gives the thing that the answer's result is.
func (c client) made(method, path, body string, header ...string) map[string]any {
	c.t.Helper()
	status, out, _ := c.do(method, path, body, header...)
	if status != 200 {
		c.t.Fatalf("%s %s: %d %v", method, path, status, out)
	}
	if r, ok := out["result"].(map[string]any); ok {
		return r
	}
	return out
}

func TestADealIsDemonstratedAnsweredEvaluatedAndWonOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.SE)
		r := c.made("POST", "/api/deals/NWF/requirements", need)["id"]
		d := c.made("POST", "/api/deals/NWF/demos", fmt.Sprintf(`{"title":"Relay live","held_at":"2026-03-02T10:00:00Z","contacts":[%q]}`, w.Tomas))
		seg := c.made("POST", fmt.Sprintf("/api/deals/NWF/demos/%s/segments", d["id"]), fmt.Sprintf(`{"title":"Replay","status":"beta","requirements":[%q]}`, r))
		w.Clock.Set(wiretest.Start.AddDate(0, 0, 1))
		c.made("POST", fmt.Sprintf("/api/deals/NWF/demos/%s/deliver", d["id"]), fmt.Sprintf(`{"segments":[{"segment":%q,"shown":"part","said":"ready in May","due":"2026-05-31"}]}`, seg["id"]))
		c.made("POST", fmt.Sprintf("/api/deals/NWF/segments/%s/reactions", seg["id"]), fmt.Sprintf(`{"contact":%q,"mark":1,"words":"that would do"}`, w.Tomas))
		if missed := c.listed("/api/deals/NWF/demos/missed"); len(missed) != 1 || missed[0]["contact"] != w.Dana || missed[0]["requirements"].([]any)[0].(map[string]any)["id"] != r {
			t.Errorf("who was not there is listed as %v", missed)
		}
		a := c.made("POST", "/api/deals/NWF/answers", fmt.Sprintf(`{"requirements":[%q],"words":"Yes, 24 hours","verdict":"affirm"}`, r))
		c.made("POST", fmt.Sprintf("/api/deals/NWF/answers/%s/approve", a["id"]), `{"version":1}`)

		e := c.made("POST", "/api/deals/NWF/evaluations", `{"title":"Two weeks","decision":"Whether Relay replaces the job","from":"2026-03-03","to":"2026-03-10"}`)["id"]
		if status, out, _ := c.do("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/derive", e), `{"requirements":[]}`); status != 422 {
			t.Errorf("criteria derived from nothing: %d %v", status, out)
		}
		derived := c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/derive", e), fmt.Sprintf(`{"requirements":[%q],"weight":5}`, r))["items"].([]any)
		k := derived[0].(map[string]any)["id"]
		c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/agree", e), `{}`)
		c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/start", e), `{}`)
		file := c.made("POST", "/api/files?name=run.log", "measured 50 min", "Content-Type", "text/plain")
		w.Clock.Set(wiretest.Start.AddDate(0, 0, 2))
		res := c.made("POST", fmt.Sprintf("/api/deals/NWF/criteria/%s/results", k), fmt.Sprintf(`{"value":50,"unit":"min","evidence":{"hash":%q,"name":"run.log","size":1}}`, file["hash"]))
		if res["passed"] != true || res["evidence"].(map[string]any)["size"] != 15.0 {
			t.Errorf("result %v", res)
		}
		if status, text := c.status("GET", fmt.Sprintf("/api/deals/NWF/files/%s", file["hash"]), ""); status != 200 || text != "measured 50 min" {
			t.Errorf("the evidence comes back as %d %q", status, text)
		}
		unnamed := c.made("POST", "/api/files?name=other.log", "not named by anything", "Content-Type", "text/plain")["hash"]
		if status, text := c.status("GET", fmt.Sprintf("/api/deals/NWF/files/%s", unnamed), ""); status != 404 {
			t.Errorf("a file that nothing of the deal names: %d %q", status, text)
		}
		words := c.made("GET", "/api/deals/NWF/wordings", "")["items"].([]any)[0].(map[string]any)
		item, _ := json.Marshal(map[string]any{"requirement": r, "wording": words["wording"], "meaning": words["meaning"]})
		c.made("POST", "/api/deals/NWF/sign-offs", fmt.Sprintf(`{"contact":%q,"decision":"agree","proof":"reply of 4 March","items":[%s]}`, w.Dana, item))
		if win := c.made("GET", "/api/deals/NWF/technical-win", ""); win["state"] != "achieved" {
			t.Errorf("the win is %v", win)
		}
		w.Verify()
	})
}

func TestResultsAreImportedAndEachRefusedRowIsNamed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.SE)
		r := c.made("POST", "/api/deals/NWF/requirements", need)["id"]
		e := c.made("POST", "/api/deals/NWF/evaluations", `{"title":"Two weeks"}`)["id"]
		c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/criteria", e), fmt.Sprintf(`{"requirement":%q}`, r))
		c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/lock", e), `{}`)
		path := fmt.Sprintf("/api/deals/NWF/evaluations/%s/import", e)
		status, out, _ := c.do("POST", path, "criterion,value,unit\nC1,50,min\nC9,1,h\n", "Content-Type", "text/csv")
		text, _ := json.Marshal(out)
		if status != 200 || !strings.Contains(string(text), `"recorded":1`) || !strings.Contains(string(text), `"line":3`) {
			t.Errorf("%d %s", status, text)
		}
		if status, out, _ := c.do("POST", path, "no,such\ncolumns,here\n", "Content-Type", "text/csv"); status != 422 {
			t.Errorf("a file of which nothing can be read: %d %v", status, out)
		}
		w.Verify()
	})
}

func TestAFileIsTakenAloneOrFromAForm(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder, w.Files.Limit = t.TempDir(), 1<<20
		c := newClient(t, w, auth.SE)
		var form bytes.Buffer
		m := multipart.NewWriter(&form)
		part, _ := m.CreateFormFile("file", "../../etc/letter.pdf")
		_, _ = part.Write([]byte("signed"))
		m.Close()
		for _, row := range []struct {
			name, kind, body string
			want             int
		}{
			{"alone", "application/pdf", "signed", 200}, {"from a form", m.FormDataContentType(), form.String(), 200},
			{"a form that was cut off", m.FormDataContentType(), form.String()[:60], 422}, {"a form without an end", "multipart/form-data; boundary=x", "", 422},
			{"nothing at all", "application/pdf", "", 422}, {"too much", "application/pdf", strings.Repeat("x", 2<<20), 422},
		} {
			status, out, _ := c.do("POST", "/api/files?name=letter.pdf", row.body, "Content-Type", row.kind)
			if status != row.want || status == 200 && (out["name"] != "letter.pdf" || out["size"] != 6.0) {
				t.Errorf("%s: %d %v", row.name, status, out)
			}
		}
		viewer := newClient(t, w, auth.Viewer)
		if status, out, _ := viewer.do("POST", "/api/files", "x", "Content-Type", "text/plain"); status != 403 {
			t.Errorf("a viewer kept a file: %d %v", status, out)
		}
		hash := strings.Repeat("a", 64)
		e := c.made("POST", "/api/deals/NWF/evaluations", `{"title":"Two weeks"}`)["id"]
		k := c.made("POST", fmt.Sprintf("/api/deals/NWF/evaluations/%s/criteria", e), `{"statement":"Starts","judged":true}`)["id"]
		if status, out, _ := c.do("POST", fmt.Sprintf("/api/deals/NWF/criteria/%s/results", k), `{"passed":true,"evidence":{"hash":"`+hash+`","name":"x"}}`); status != 422 {
			t.Errorf("evidence that is not here: %d %v", status, out)
		}
	})
}
