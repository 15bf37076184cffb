package my_test

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"
	"throughline/internal/account"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/skill"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func do[In, Out any](w *wiretest.World, act string, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do(act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// settled is a house where the manager leads the SE, who has begun an assessment, a wish and a
// plan; the viewer is the people administrator. Words that nobody else may read begin with Quince.
func settled(t testing.TB, w *wiretest.World) (h *roomtest.House, assessment string) {
	h = roomtest.New(t, w)
	se, lead, office := h.People[auth.SE].ID, h.People[auth.Manager].ID, h.People[auth.Viewer].ID
	do(h.By(auth.Admin), "people.appoint", people.Appoint, people.Appointment{Person: office})
	do(h.By(auth.Viewer), "people.place", people.Place, people.PlaceIn{Person: se, Lead: lead, Place: "se2", Since: "2023-05-01"})
	a := do(h.By(auth.Manager), "assessment.open", people.OpenAssessment, people.OpenIn{Person: se, From: "2025-07-01", Until: "2025-12-31"})
	do(h.By(auth.SE), "assessment.finish", people.Rate, people.RateIn{ID: a.ID, Finish: true, Rows: people.Rows{Ratings: skill.Ratings{"demo": 4, "sales": 3}}})
	do(h.By(auth.SE), "wish.keep", people.KeepWish, people.WishIn{Liked: people.Liked{To: "sa2", Why: "Quince wish"}})
	do(h.By(auth.SE), "transition.start", people.StartTransition, people.TransitionIn{To: "sa2", Why: "Quince plan"})
	do(h.By(auth.SE), "certificate.add", people.AddCertificate, people.CertificateIn{Paper: people.Paper{Name: "Pomelo certificate"}})
	do(h.By(auth.SE), "limits.keep", people.KeepLimits, people.LimitsIn{Bounds: people.Bounds{Languages: []string{"German"}, KeepsOff: []people.Interest{{Account: buyer(t, w), Why: "Pomelo interest"}}}})
	return h, a.ID
}

// buyer is the account of the world's deal.
func buyer(t testing.TB, w *wiretest.World) string {
	d, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		t.Fatal(err)
	}
	return d.Account
}

func TestWhatAPlanHasToRespectIsWrittenByOneselfAlone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := settled(t, w)
		se := h.Enter(t, auth.SE)
		if _, body := se.Get("/my?form=limits"); !strings.Contains(body, "Speaks German") || !strings.Contains(body, "Pomelo interest") || !strings.Contains(body, `name="leave.0.from"`) || !strings.Contains(body, `name="keeps_off.1.account"`) {
			t.Error("the form does not hold what was said")
		}
		bad := url.Values{"form": {"limits"}, "languages": {"Klingon"}, "leave.2.from": {"2026-03-09"}, "leave.2.until": {"2026-03-01"}}
		if status, body, _ := se.Post("/my/limits", bad); status != 422 || !strings.Contains(body, "is no language") || !strings.Contains(body, `value="Klingon"`) || !strings.Contains(body, "ends before it begins") {
			t.Errorf("a language of nobody: %d", status)
		}
		good := url.Values{"form": {"limits"}, "languages": {"de, English"}, "leave.0.from": {"2026-03-09"}, "leave.0.until": {"2026-03-13"}, "keeps_off.0.account": {""}, "keeps_off.0.why": {"left over"}}
		if status, _, _ := se.Post("/my/limits", good); status != 303 {
			t.Errorf("good limits: %d", status)
		}
		if _, body := se.Get("/my"); !strings.Contains(body, "Speaks German, English") || !strings.Contains(body, "Away from") || strings.Contains(body, "Pomelo interest") {
			t.Error("they are not kept")
		}
		id := h.People[auth.SE].ID
		for role, sees := range map[auth.Role]bool{auth.Manager: true, auth.Viewer: false} {
			if _, body := h.Enter(t, role).Get("/team/" + id); strings.Contains(body, "Speaks German, English") != sees || strings.Contains(body, `action="/my/limits"`) {
				t.Errorf("as %s, they are seen: %v", role, !sees)
			}
		}
	})
}

// Each route and each eye of the table: what is not theirs is 404, and no word of it stands in what
// is. The roles that lead nobody and hold no office are peers; the admin of the workspace is one too.
func TestEachRouteShowsWhatTheTableOfSightSaysAndElseNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, a := settled(t, w)
		se := h.People[auth.SE].ID
		for _, x := range []struct {
			path   string
			status map[auth.Role]int
		}{
			{"/my", map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 200, auth.SA: 200, auth.AE: 200}},
			{"/team", map[auth.Role]int{auth.SE: 404, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 404, auth.SA: 404, auth.AE: 404}},
			{"/team/" + se, map[auth.Role]int{auth.SE: 303, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 404, auth.SA: 404, auth.AE: 404}},
			{"/my/assessments/" + a, map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 404, auth.SA: 404, auth.AE: 404}},
			{"/team/nobody", map[auth.Role]int{auth.SE: 404, auth.Manager: 404, auth.Viewer: 404, auth.Admin: 404, auth.SA: 404, auth.AE: 404}},
			{"/settings/office", map[auth.Role]int{auth.SE: 403, auth.Manager: 403, auth.Viewer: 403, auth.Admin: 200, auth.SA: 403, auth.AE: 403}},
			{"/go/assessment/" + a, map[auth.Role]int{auth.SE: 404, auth.Manager: 404, auth.Viewer: 404, auth.Admin: 404, auth.SA: 404, auth.AE: 404}},
			{"/staffing", map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 200, auth.SA: 200, auth.AE: 200}},
			{"/search?q=Quince", map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 200, auth.SA: 200, auth.AE: 200}},
			{"/inbox", map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 200, auth.SA: 200, auth.AE: 200}},
			{"/deals/NWF/activity", map[auth.Role]int{auth.SE: 200, auth.Manager: 200, auth.Viewer: 200, auth.Admin: 200, auth.SA: 200, auth.AE: 200}},
		} {
			for role, want := range x.status {
				status, body := h.Enter(t, role).Get(x.path)
				if status != want {
					t.Errorf("%s as %s: %d, want %d", x.path, role, status, want)
				}
				mine := role == auth.SE && x.path == "/my"
				if strings.Contains(strings.ReplaceAll(body, "q=Quince", ""), "Quince ") != mine {
					t.Errorf("%s as %s: words that are the person's alone: %v", x.path, role, !mine)
				}
				if held := strings.Contains(body, "Pomelo"); held && !mine && !(role == auth.Manager && x.path == "/team/"+se) {
					t.Errorf("%s as %s tells of a certificate", x.path, role)
				}
				if role != auth.SE && strings.Contains(body, "4: hard cases</td>") || role != auth.SE && strings.Contains(body, `selected>4`) {
					t.Errorf("%s as %s tells a sealed rating", x.path, role)
				}
			}
		}
	})
}

func TestAPostThatIsNotTheirsIsAbsent(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, a := settled(t, w)
		se := h.People[auth.SE].ID
		plans, err := people.PlansOf(w.Ctx(), w.Reader(), se, se)
		if err != nil || len(plans) != 1 {
			t.Fatal(plans, err)
		}
		held, err := people.CertificatesOf(w.Ctx(), w.Reader(), se, w.Today())
		if err != nil || len(held) != 1 {
			t.Fatal(held, err)
		}
		for path, form := range map[string]url.Values{
			"/my/certificates/" + held[0].ID + "/edit":   {"name": {"Mine"}},
			"/my/certificates/" + held[0].ID + "/remove": {},
			"/my/plans/" + plans[0].ID + "/share":        {"shared": {"on"}},
			"/my/plans/" + plans[0].ID + "/end":          {"state": {"done"}},
			"/my/plans/" + plans[0].ID + "/items":        {"skill": {"docs"}, "to": {"4"}, "ask": {"x"}},
			"/team/" + se + "/standing":                  {"place": {"se4"}, "since": {"2025-01-01"}},
			"/my/assessments/" + a + "/talk":             {"skill": {"demo"}, "words": {"x"}},
			"/my/assessments/" + a + "/cancel":           {"why": {"x"}},
			"/my/assessments/" + a + "/rate":             {"skills.demo": {"1"}},
		} {
			for _, role := range []auth.Role{auth.Admin, auth.SA} {
				if status, _, _ := h.Enter(t, role).Post(path, form); status != 404 {
					t.Errorf("%s as %s: %d", path, role, status)
				}
			}
		}
		for _, role := range []auth.Role{auth.Manager, auth.SE} {
			if status, _, _ := h.Enter(t, role).Post("/team/"+se+"/standing", url.Values{"place": {"se4"}, "since": {"2025-01-01"}}); status != 404 {
				t.Errorf("a level is written by %s: %d", role, status)
			}
		}
	})
}

func TestTwoAssessEachAloneTalkAndAgree(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, a := settled(t, w)
		path := "/my/assessments/" + a
		se, lead := h.Enter(t, auth.SE), h.Enter(t, auth.Manager)
		if status, body, _ := lead.Post(path+"/rate", url.Values{"form": {"rate"}, "skills.demo": {"7"}, "skills.sales": {"much"}}); status != 422 || !strings.Contains(body, "not a whole number") {
			t.Errorf("hostile ratings: %d", status)
		}
		if status, body, _ := lead.Post(path+"/rate", url.Values{"form": {"rate"}, "skills.demo": {"7"}}); status != 422 || !strings.Contains(body, "a rating is 0 to 5") {
			t.Errorf("a rating of 7: %d", status)
		}
		if status, _, _ := lead.Post(path+"/rate", url.Values{"form": {"rate"}, "skills.demo": {"2"}, "finish": {"yes"}}); status != 303 {
			t.Fatalf("the lead finishes: %d", status)
		}
		for who, v := range map[string]*roomtest.Visitor{"the person": se, "the lead": lead} {
			if _, body := v.Get(path); !strings.Contains(body, "Side by side") || !strings.Contains(body, "talk it through") || !strings.Contains(body, "on 1 by two steps or more. Agreement 0.0000") {
				t.Errorf("%s does not see both rows", who)
			}
		}
		if status, body, _ := se.Post(path+"/agree", url.Values{"form": {"agree"}, "skills.demo": {"3"}}); status != 409 || !strings.Contains(body, "Talk it through") {
			t.Errorf("agreed before the talk: %d", status)
		}
		if status, _, _ := se.Post(path+"/talk", url.Values{"form": {"talk"}, "skill": {"demo"}, "words": {"Quince of two demos"}}); status != 303 {
			t.Errorf("the talk: %d", status)
		}
		for _, v := range []*roomtest.Visitor{se, lead} {
			if status, body, _ := v.Post(path+"/agree", url.Values{"form": {"agree"}, "skills.demo": {"3"}}); status != 303 {
				t.Errorf("agree: %d %.300s", status, body)
			}
		}
		if _, body := h.Enter(t, auth.Viewer).Get(path); strings.Contains(body, "Quince") || strings.Contains(body, "Side by side") || !strings.Contains(body, "agreed 3 of 5") {
			t.Error("a people administrator sees agreed values and nothing else")
		}
		if _, body := se.Get("/my"); !strings.Contains(body, "agreed 3 of 5, needs 4") {
			t.Error("the shape does not show what was agreed")
		}
		w.Verify()
	})
}

func TestWhatSomebodyLeftBehindIsErasedByTheAdmin(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, _ := settled(t, w)
	admin, se := h.Enter(t, auth.Admin), h.People[auth.SE].ID
	form := url.Values{"form": {"erase"}, "person": {se}}
	if status, body, _ := admin.Post("/settings/office/erase", form); status != 422 || !strings.Contains(body, "cannot be taken back") {
		t.Errorf("without being sure: %d", status)
	}
	form.Set("sure", "on")
	if status, body, _ := admin.Post("/settings/office/erase", form); status != 409 || !strings.Contains(body, "still works here") {
		t.Errorf("while they work here: %d", status)
	}
	w.Do("person.edit", func(ctx context.Context, tx *journal.Tx) error {
		return auth.Change(ctx, tx, auth.PersonEdit{ID: se, Name: "Mara Lindqvist", Role: auth.SE})
	})
	if status, _, _ := admin.Post("/settings/office/erase", form); status != 303 {
		t.Errorf("%d", status)
	}
	if status, _ := h.Enter(t, auth.Manager).Get("/team/" + se); status != 404 {
		t.Errorf("their page is still there: %d", status)
	}
}

func TestEveryoneCanReadTheirPage(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, a := settled(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	for _, path := range []string{"/my", "/my?form=wish", "/my?form=item", "/my?form=certificate", "/my/assessments/" + a} {
		tab.GoTo(base + path)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s: %d wide on %d", path, wide, width)
				}
			}
		}
	}
	base, comeIn = h.Serve(t, auth.Manager)
	tab.GoTo(comeIn)
	for _, path := range []string{"/team", "/team/" + h.People[auth.SE].ID, "/my/assessments/" + a} {
		tab.GoTo(base + path)
		tab.See(browsertest.Phone, 900, browsertest.Light)
		tab.Axe()
	}
}
