package api_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/api"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// client speaks to the API of a world as one person.
type client struct {
	t     *testing.T
	url   string
	token string
}

func newClient(t *testing.T, w *wiretest.World, role auth.Role) client {
	t.Helper()
	server := httptest.NewServer(api.New(w.House, scs.New(), "test"))
	t.Cleanup(server.Close)
	return client{t, server.URL, tokenOf(t, w, role)}
}

func tokenOf(t *testing.T, w *wiretest.World, role auth.Role) (text string) {
	t.Helper()
	p := auth.Person{Email: strings.ToLower(string(role)) + "@ours.example", Role: role}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
	w.As(p.ID, string(role)).Do("token.issue", func(ctx context.Context, tx *journal.Tx) (err error) {
		_, text, err = auth.Issue(ctx, tx, "test", "")
		return err
	})
	return text
}

func (c client) do(method, path, body string, header ...string) (int, map[string]any, http.Header) {
	c.t.Helper()
	req, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	out := map[string]any{}
	if err := json.Unmarshal(raw, &out); err != nil {
		c.t.Fatalf("%s %s: %d %s", method, path, res.StatusCode, raw)
	}
	return res.StatusCode, out, res.Header
}

const need = `{"statement":"Replay 24 hours of events within 1 hour","kind":"functional","priority":"must","measure":{"metric":"time to replay","comparison":"<=","target":1,"unit":"h"}}`

func TestAWriteNamesTheRevisionItRead(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		status, made, header := c.do("POST", "/api/deals/NWF/requirements", need)
		if status != 200 || header.Get("ETag") != `"1"` {
			t.Fatalf("add: %d %v %v", status, made, header)
		}
		edit := strings.Replace(need, "within 1 hour", "within 50 minutes", 1)
		for _, row := range []struct {
			name, match string
			want        int
		}{{"without a revision", "", 428}, {"with a stale one", `"7"`, 412}, {"with the one that was read", `"1"`, 200}} {
			status, body, _ := c.do("PUT", "/api/deals/NWF/requirements/NWF-1", edit, "If-Match", row.match)
			if status != row.want {
				t.Errorf("%s: %d %v", row.name, status, body)
			}
			if row.want == 412 && (body["theirs"] == nil || body["yours"] == nil) {
				t.Errorf("a stale write does not show both versions: %v", body)
			}
		}
		w.Verify()
	})
}

func TestAProblemNamesTheField(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		status, body, header := c.do("POST", "/api/deals/NWF/requirements", `{"statement":"","kind":"wish","priority":"must"}`)
		text, _ := json.Marshal(body)
		if status != 422 || !strings.Contains(string(text), `"name":"statement"`) || !strings.Contains(string(text), `"name":"kind"`) || header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%d %s %s", status, text, header.Get("Content-Type"))
		}
	})
}

func TestARoleOrAStrangerIsTurnedAway(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		viewer := newClient(t, w, auth.Viewer)
		if status, body, _ := viewer.do("POST", "/api/deals/NWF/requirements", need); status != 403 {
			t.Errorf("a viewer recorded a requirement: %d %v", status, body)
		}
		nobody := viewer
		nobody.token = ""
		if status, body, _ := nobody.do("GET", "/api/deals/NWF", ""); status != 401 {
			t.Errorf("nobody saw a deal: %d %v", status, body)
		}
		if status, body, _ := viewer.do("GET", "/api/deals/XYZ", ""); status != 404 {
			t.Errorf("a deal that is not there: %d %v", status, body)
		}
	})
}

func TestOpenAPIIsServed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		status, body, _ := c.do("GET", "/api/openapi.json", "")
		if status != 200 || body["openapi"] != "3.1.0" {
			t.Errorf("%d %v", status, body["openapi"])
		}
		if status, body, _ := c.do("GET", "/api/deals/NWF/thread", ""); status != 200 || body["deal"] == nil {
			t.Errorf("thread: %d %v", status, body)
		}
	})
}
