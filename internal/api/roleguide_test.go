package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/people/guide"
	"throughline/internal/wiring/wiretest"
)

func TestAWorkspacesOwnGuideIsKeptOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Admin)
		viewer := tokenOf(t, w, auth.Viewer)
		own := strings.Replace(string(guide.Text()), `"low": 145000`, `"low": 151000`, 1)
		skill := `{"name":"Cloud networks","counts":"depth","says":"Draw it.","station":"designed","seen":"a drawing","weights":{"se":{"junior":0,"mid":1,"senior":2,"principal":3},"sa":{"junior":2,"mid":3,"senior":4,"principal":5}}}`
		for _, row := range []struct {
			method, path, body string
			status             int
			words              string
		}{
			{"GET", "/people/guide", "", 200, `"own":false`},
			{"POST", "/people/guide", `{}`, 422, "ends too early"},
			{"POST", "/people/guide", `{"guide":{"name":"x"}}`, 422, "is missing"},
			{"POST", "/people/guide", `{"guide":{"name":"` + strings.Repeat("a", 2<<20) + `"}}`, 422, "larger than 1 MB"},
			{"POST", "/people/guide", `{"guide":` + strings.Replace(own, `"70/30"`, `"70/31"`, 1) + `}`, 422, "adds up to 101"},
			{"POST", "/people/guide", `{"guide":` + own + `}`, 200, `"revision":1`},
			{"GET", "/people/guide", "", 200, "low is 151000 instead of 145000"},
			{"GET", "/people/bands", "", 200, "151000"},
			{"POST", "/people/guide/skills", skill, 200, `"revision":2`},
			{"POST", "/people/guide/skills", strings.Replace(skill, `"senior":4`, `"senior":6`, 1), 422, "weights.sa.senior"},
			{"POST", "/people/guide/skills/cloud-networ/edit", strings.Replace(skill, "Cloud networks", "Networks", 1), 200, `"revision":3`},
			{"GET", "/people/skills", "", 200, `"counts":"depth"`},
			{"POST", "/people/guide/skills/demo/remove", `{}`, 409, "came with the program"},
			{"POST", "/people/guide/skills/cloud-networ/remove", `{}`, 200, `"revision":4`},
			{"POST", "/people/guide/shipped", `{}`, 200, ""},
			{"POST", "/people/guide/shipped", `{}`, 409, "in force already"},
			{"GET", "/people/bands", "", 200, "145000"},
		} {
			status, body, _ := c.do(row.method, "/api"+row.path, row.body)
			if raw, _ := json.Marshal(body); status != row.status || !strings.Contains(string(raw), row.words) {
				t.Errorf("%s %s %.60s: %d %.300s; want %d %q", row.method, row.path, row.body, status, raw, row.status, row.words)
			}
		}
		c.token = viewer
		if status, body := c.status(http.MethodPost, "/api/people/guide", `{"guide":`+own+`}`); status != http.StatusForbidden {
			t.Errorf("a viewer keeps a guide: %d %s", status, body)
		}
		w.Verify()
	})
}
