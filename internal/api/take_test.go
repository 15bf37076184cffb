package api_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

// file asks for something that is no JSON.
func (c client) file(path string) (int, string, http.Header) {
	c.t.Helper()
	req, err := http.NewRequest(http.MethodGet, c.url+path, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return res.StatusCode, string(b), res.Header
}

func TestAListIsTakenWholeAsAFile(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		se := newClient(t, w, auth.SE)
		const many = 230 // more than are read at once
		for i := range many {
			se.made("POST", "/api/deals/NWF/requirements", fmt.Sprintf(`{"statement": "Need %d", "kind": "functional", "priority": "must", "raised_by": %q}`, i, w.Dana))
		}
		status, body, h := se.file("/api/deals/NWF/requirements?as=csv&limit=3")
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || status != 200 || len(rows) != many+1 || !strings.HasPrefix(h.Get("Content-Type"), "text/csv") || !strings.Contains(h.Get("Content-Disposition"), "NWF-requirements.csv") {
			t.Fatalf("%d %v %v: %d rows", status, err, h, len(rows))
		}
		if line := strings.Join(rows[1], "|"); !strings.Contains(line, "Dana Whitfield") || strings.Contains(line, w.Dana) {
			t.Errorf("an id stands where a name should: %s", line)
		}
		for _, path := range []string{"/api/deals?as=xlsx", "/api/deals/NWF/activity?as=xlsx", "/api/deals/NWF/breaks?as=xlsx", "/api/accounts?as=xlsx"} {
			if status, body, _ := se.file(path); status != 200 || !strings.HasPrefix(body, "PK") {
				t.Errorf("%s gives %d %.80s", path, status, body)
			}
		}
		if _, body, _ := se.file("/api/deals/status?as=csv&words=nobody"); strings.Count(body, "\r\n") != 1 || !strings.HasPrefix(body, "Crm id,Key,Account") {
			t.Errorf("the status of no deal is %q", body)
		}
		if _, body, _ := se.file("/api/deals/status?as=csv"); !strings.Contains(body, ",NWF,") {
			t.Errorf("the status is %q", body)
		}
		if status, _, h := se.file("/api/deals/NWF?as=csv"); status != 200 || h.Get("Content-Type") != "application/json" {
			t.Error("what is no list came as a file")
		}
	})
}

func TestADocumentIsTakenInEachForm(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		v := newClient(t, w, auth.Viewer)
		for form, begins := range map[string]string{"md": "# Thread", "html": "<!DOCTYPE", "docx": "PK", "pdf": "%PDF-1.7"} {
			status, body, h := v.file("/api/deals/NWF/documents/thread/" + form)
			if status != 200 || !strings.HasPrefix(body, begins) || !strings.Contains(h.Get("Content-Disposition"), "NWF-thread."+form) {
				t.Errorf("%s: %d %.60s %v", form, status, body, h)
			}
		}
		for _, path := range []string{"thread/exe", "nothing/pdf"} {
			if status, _, _ := v.file("/api/deals/NWF/documents/" + path); status != 404 {
				t.Errorf("%s gives %d", path, status)
			}
		}
	})
}
