package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/wiring/wiretest"
)

// V22: what each wrote is on no answer of the API until both have finished; then both are, at one
// revision.
func TestASealedAssessmentIsSealedOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		tokens := map[auth.Role]string{auth.SE: c.token, auth.Manager: tokenOf(t, w, auth.Manager), auth.Viewer: tokenOf(t, w, auth.Viewer), auth.Admin: tokenOf(t, w, auth.Admin), auth.AE: tokenOf(t, w, auth.AE)}
		ids := map[auth.Role]string{}
		all, err := auth.People(w.Ctx(), w.Reader())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			ids[p.Role] = p.ID
		}
		as := func(role auth.Role, method, path, body string) (int, string) {
			c.token = tokens[role]
			return c.status(method, "/api"+path, body)
		}
		must := func(role auth.Role, path, body string) {
			t.Helper()
			if status, text := as(role, "POST", path, body); status != http.StatusOK {
				t.Fatalf("%s as %s: %d %s", path, role, status, text)
			}
		}
		must(auth.Admin, "/people-administrators", `{"person":"`+ids[auth.Viewer]+`"}`)
		must(auth.Viewer, "/team/"+ids[auth.SE]+"/standing", `{"place":"se2","since":"2024-01-01","lead":"`+ids[auth.Manager]+`"}`)
		var a people.Assessment
		w.As(ids[auth.Manager], "manager").Do("assessment.open", func(ctx context.Context, tx *journal.Tx) (err error) {
			a, err = people.OpenAssessment(ctx, tx, people.OpenIn{Person: ids[auth.SE], From: "2025-07-01", Until: "2025-12-31"})
			return err
		})
		sheet := "/assessments/" + a.ID
		must(auth.SE, sheet+"/finish", `{"ratings":{"demo":4,"sales":1}}`)
		reads := []string{sheet, "/my", "/team", "/team/" + ids[auth.SE], "/inbox", "/search?words=sales", "/deals/NWF/activity", "/impact/" + a.ID, "/people", "/staffing"}
		for _, role := range []auth.Role{auth.Manager, auth.Viewer, auth.Admin, auth.AE} {
			for _, path := range reads {
				if status, text := as(role, "GET", path, ""); strings.Contains(text, `"sales":1`) || strings.Contains(text, `"self":{`) || status == http.StatusInternalServerError {
					t.Errorf("%s as %s: %d %s", path, role, status, text)
				}
			}
		}
		for role, want := range map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 404, auth.AE: 404} {
			if status, _ := as(role, "GET", sheet, ""); status != want {
				t.Errorf("%s as %s: %d", sheet, role, status)
			}
		}
		if status, text := as(auth.Manager, "POST", sheet+"/rate", `{"ratings":{"demo":9}}`); status != http.StatusUnprocessableEntity || strings.Contains(text, `"sales"`) {
			t.Errorf("a hostile rating: %d %s", status, text)
		}
		must(auth.Manager, sheet+"/finish", `{"ratings":{"demo":4,"sales":2}}`)
		_, mine := as(auth.SE, "GET", sheet, "")
		_, theirs := as(auth.Manager, "GET", sheet, "")
		for _, text := range []string{mine, theirs} {
			if !strings.Contains(text, `"self":{"demo":4,"sales":1}`) || !strings.Contains(text, `"lead_ratings":{"demo":4,"sales":2}`) || !strings.Contains(text, `"revision":3`) {
				t.Errorf("opened: %s", text)
			}
		}
		if _, text := as(auth.Viewer, "GET", sheet, ""); strings.Contains(text, `"sales":`) {
			t.Errorf("a people administrator reads rows: %s", text)
		}
		w.Verify()
	})
}
