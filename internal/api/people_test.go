package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/wiring/wiretest"
)

func TestTheTablesOfTheRolesAreReadOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Viewer)
		for path, words := range map[string]string{
			"roles": "the technical win", "skills": "primary deliverable", "bands": `"break_even"`, "ladders": "Distinguished Engineer",
			"transitions": "design documentation skills", "engagement": `"months":"\u003e= 3"`,
		} {
			status, body, _ := c.do(http.MethodGet, "/api/people/"+path, "")
			if raw, _ := json.Marshal(body); status != http.StatusOK || !strings.Contains(string(raw), words) {
				t.Errorf("%s: %d %.300s", path, status, raw)
			}
		}
	})
}

func TestWhatIsTypedIsWorkedOutOverTheAPIAndNothingIsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.Viewer)
		for _, row := range []struct {
			path, body string
			status     int
			words      string
		}{
			{"fit", `{"questions":{"stage":4},"skills":{"demo":5}}`, 200, "I enjoy being on stage."},
			{"fit", `{"questions":{"stage":7}}`, 422, "questions.stage"},
			{"title", `{"title":"Solutions Engineer","text":"You run discovery calls. You build customized demos. You answer RFPs."}`, 200, `"side":"pre"`},
			{"title", `{}`, 422, "Paste the advertisement"},
			{"title", `{"text":"` + strings.Repeat("You give demos. You answer RFPs. ", 2<<20/33) + `"}`, 200, `"side":"pre"`},
			{"title", `{"text":"` + strings.Repeat("work ", 1<<20) + `"}`, 422, "at most 4096 are read"},
			{"compare", `{"level":"mid","sa_split":["85/15"]}`, 200, "119.32"},
			{"compare", `{"level":"mid","attainment":"301"}`, 422, "0 to 300"},
			{"own", `{"se_total":"217500","se_split":"70/30","sa_total":"235000","sa_split":"85/15"}`, 200, "126.82"},
			{"own", `{"se_total":"217500","se_split":"70/40","sa_total":"235000","sa_split":"85/15"}`, 422, "adds up to 110"},
			{"check", `{"claim_low":"5","claim_high":"15"}`, 200, "contradiction"},
			{"check", `{"bands":"role,level\n"}`, 422, "base_share"},
			{"engage", `{"months":"4","integrations":"2","configuration":"standard","policy":"split","seats":"9","depth":"no"}`, 200, "sa_from_discovery"},
			{"engage", `{"months":"-1"}`, 422, "less than nothing"},
		} {
			status, body, _ := c.do(http.MethodPost, "/api/people/"+row.path, row.body)
			if raw, _ := json.Marshal(body); status != row.status || !strings.Contains(string(raw), row.words) {
				t.Errorf("%s %.80s: %d %.400s", row.path, row.body, status, raw)
			}
		}
		w.Verify()
	})
}
