package api_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

const twoParts = "workspace {\n model {\n  carriers = softwareSystem \"Carriers\" \"\" \"External\"\n  relay = softwareSystem \"Relay\" {\n   router = container \"Event router\"\n   store = container \"Event store\"\n   router -> store \"appends\" \"SQL\"\n  }\n  carriers -> router \"send\"\n }\n}\n"

// in gives a value of an answer by its path: "result.id", "items.0.name".
func in(t *testing.T, body map[string]any, path string) string {
	t.Helper()
	var at any = body
	for _, step := range strings.Split(path, ".") {
		switch v := at.(type) {
		case map[string]any:
			at = v[step]
		case []any:
			i := 0
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(v) {
				t.Fatalf("no %s in %v", path, body)
			}
			at = v[i]
		default:
			t.Fatalf("no %s in %v", path, body)
		}
	}
	return fmt.Sprint(at)
}

func asJSON(s string) string { b, _ := json.Marshal(s); return string(b) }

func TestADesignIsReadLinkedReviewedAndWrittenOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SA)
		const base = "/api/deals/NWF/design"
		ok := func(method, path, body string, header ...string) map[string]any {
			t.Helper()
			status, out, _ := c.do(method, path, body, header...)
			if status != 200 {
				t.Fatalf("%s %s: %d %v", method, path, status, out)
			}
			return out
		}
		_, made, _ := c.do("POST", "/api/deals/NWF/requirements", need)
		requirement := in(t, made, "result.id")
		rep := ok("POST", base+"/import", `{"text":`+asJSON(twoParts)+`}`)
		if in(t, rep, "result.elements") != "4" || in(t, rep, "result.added.0.name") != "Carriers" {
			t.Errorf("report %v", rep)
		}
		elements := ok("GET", base+"/elements", "")
		store := in(t, elements, "items.3.id")
		views := ok("GET", base+"/views", "")
		view := base + "/views/" + in(t, views, "items.1.id")
		ok("POST", view+"/move", `{"moves":[{"element":"`+store+`","x":480,"y":240}]}`)
		moved := false
		for _, e := range ok("GET", view, "")["elements"].([]any) {
			at := e.(map[string]any)
			moved = moved || at["element"] == store && at["x"] == 480.0 && at["y"] == 240.0
		}
		if !moved {
			t.Error("the element was not moved")
		}
		ok("POST", base+"/requirements/NWF-1/satisfy", `{"things":["`+store+`"]}`)
		if got := in(t, ok("GET", base+"/satisfied", ""), store+".0"); got != requirement {
			t.Errorf("satisfies %s", got)
		}
		decision := in(t, ok("POST", base+"/decisions", `{"title":"Partition by shipment","outcome":"By shipment","options":[{"title":"By shipment"},{"title":"By carrier"}],"requirements":["`+requirement+`"]}`), "result.id")
		ok("POST", base+"/decisions/"+decision+"/decide", `{"status":"accepted"}`)
		me := in(t, ok("GET", "/api/me", ""), "id")
		version := in(t, ok("POST", base+"/reviews", `{"title":"First","approvers":["`+me+`"]}`), "result.id")
		note := in(t, ok("POST", base+"/comments", `{"about_kind":"version","about":"`+version+`","words":"Where are logs kept?"}`), "result.id")
		ok("POST", base+"/comments/"+note+"/resolve", `{"resolved":true}`)
		if got := in(t, ok("POST", base+"/versions/"+version+"/approve", `{}`), "result.state"); got != "approved" {
			t.Errorf("the version is %s", got)
		}
		if got := in(t, ok("GET", base+"/text", ""), "text"); got != twoParts {
			t.Errorf("the text came back as %q", got)
		}
		if len(ok("GET", base+"/findings", "")["items"].([]any)) == 0 {
			t.Error("the interface without owner is no finding")
		}
		ok("POST", base+"/elements/"+store+"/remove", `{}`)
		w.Verify()
	})
}

func TestATextThatCannotBeReadSaysWhereOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SA)
		for _, row := range []struct{ name, body, want string }{
			{"a syntax error", `{"text":"workspace {\n model {\n  a -> b\n }\n}"}`, "line 3"},
			{"an include that is not there", `{"text":"workspace {\n !include parts.dsl\n}"}`, "parts.dsl"},
			{"an include outside", `{"text":"workspace {\n !include ../parts.dsl\n}","files":{"parts.dsl":""}}`, "leaves the folder"},
			{"a file outside", `{"text":"workspace {\n}","files":{"../../etc/parts.dsl":"x"}}`, "leaves its folder"},
			{"nothing", `{}`, "workspace"},
		} {
			status, body, _ := c.do("POST", "/api/deals/NWF/design/import", row.body)
			if text := fmt.Sprint(body); status != 422 || !strings.Contains(text, row.want) {
				t.Errorf("%s: %d %s", row.name, status, text)
			}
		}
		with := `{"text":"workspace {\n model {\n  !include parts/all.dsl\n }\n}","files":{"parts/all.dsl":"a = softwareSystem \"A\""}}`
		if status, body, _ := c.do("POST", "/api/deals/NWF/design/import", with); status != 200 || in(t, body, "result.elements") != "1" {
			t.Errorf("with what it includes: %d %v", status, body)
		}
		w.Verify()
	})
}

func TestDocumentsAreListedAndReadOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Viewer)
		newClient(t, w, auth.SA).do("POST", "/api/deals/NWF/design/import", `{"text":`+asJSON(twoParts)+`}`)
		status, list, _ := c.do("GET", "/api/deals/NWF/documents", "")
		if status != 200 || !strings.Contains(fmt.Sprint(list), "architecture-document") || strings.Contains(fmt.Sprint(list), "markdown") {
			t.Fatalf("%d %v", status, list)
		}
		status, one, _ := c.do("GET", "/api/deals/NWF/documents/architecture-document", "")
		if status != 200 || !strings.HasPrefix(in(t, one, "markdown"), "# Architecture") || !strings.Contains(in(t, one, "html"), "<!DOCTYPE html>") {
			t.Errorf("%d %.200v", status, one)
		}
		if status, _, _ := c.do("GET", "/api/deals/NWF/documents/nothing", ""); status != 404 {
			t.Errorf("a document that is not there: %d", status)
		}
	})
}
