package team_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

// altered is the shipped guide with one thing changed.
func altered(t *testing.T, old, fresh string) string {
	t.Helper()
	text := strings.Replace(string(guide.Text()), old, fresh, 1)
	if text == string(guide.Text()) {
		t.Fatalf("the guide holds no %s", old)
	}
	return text
}

func keep(w *wiretest.World, who, text string, revision int64) error {
	_, err := w.As(who, "").Try("guide.keep", func(ctx context.Context, tx *journal.Tx) error {
		_, err := team.KeepGuide(ctx, tx, people.GuideIn{Text: text, Revision: revision, Anyway: true})
		return err
	})
	return err
}

func joined(w *wiretest.World, name string, role auth.Role) string {
	p := auth.Person{Email: strings.ToLower(name) + "@ours.example", Name: name, Role: role}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
	return p.ID
}

func TestAWorkspaceKeepsItsOwnGuideAndGoesBackToTheShippedOne(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		admin, office, se := joined(w, "Ada", auth.Admin), joined(w, "Olga", auth.Viewer), joined(w, "Sven", auth.SE)
		w.As(admin, "").Do("people.appoint", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Appoint(ctx, tx, people.Appointment{Person: office})
			return err
		})
		own := altered(t, `"low": 145000`, `"low": 150000`)
		if err := keep(w, se, own, 0); problem.Of(err) != problem.Forbidden {
			t.Errorf("an SE keeps a guide: %v", err)
		}
		for name, c := range map[string]struct{ text, says string }{
			"no guide":            {"{}", "is missing"},
			"nothing":             {"", "ends too early"},
			"too large":           {strings.Repeat(" ", 2<<20), "larger than 1 MB"},
			"a split of 101":      {altered(t, `"70/30"`, `"70/31"`), "adds up to 101"},
			"a reversed band":     {altered(t, `"high": 200000`, `"high": 1000`), "lower end first"},
			"a circle":            {altered(t, `"from": "se1", "to": "se2"`, `"from": "se3", "to": "se2"`), "circle"},
			"a hole in its rules": {altered(t, `"when": [{}]`, `"when": [{"months": "< 1"}]`), "engagement: "},
			"the shipped one":     {string(guide.Text()), "word for word"},
		} {
			if err := keep(w, admin, c.text, 0); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s: %v; want %q", name, err, c.says)
			}
		}
		for _, who := range []string{office, admin} { // either may
			if err := keep(w, who, strings.Replace(own, `"name": "Solutions Engineer and`, `"name": "`+who+` and`, 1), 0); err != nil {
				t.Fatal(err)
			}
		}
		if err := keep(w, admin, own, 1); problem.Of(err) != problem.Stale {
			t.Errorf("a stale one: %v", err)
		}
		g, err := people.GuideOf(w.Ctx(), w.Reader())
		if err != nil || !g.Own() {
			t.Fatalf("own %v, %v", g.Own(), err)
		}
		if b, err := g.Band("se", "mid"); err != nil || b.Low != 150_000_00 {
			t.Errorf("%+v %v", b, err)
		}
		leave := func(who string) error {
			_, err := w.As(who, "").Try("guide.leave", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.LeaveGuide(ctx, tx, people.GoneIn{})
				return err
			})
			return err
		}
		if err := leave(se); problem.Of(err) != problem.Forbidden {
			t.Errorf("an SE leaves it: %v", err)
		}
		if err := leave(office); err != nil {
			t.Fatal(err)
		}
		if err := leave(office); problem.Of(err) != problem.Refused {
			t.Errorf("twice: %v", err)
		}
		if g, err := people.GuideOf(w.Ctx(), w.Reader()); err != nil || g != guide.Shipped() {
			t.Errorf("after going back: %v", err)
		}
		w.Verify()
	})
}

// An assessment that began under one guide is written, read and agreed by its skills when another
// guide holds, and the rules of who is on a deal are those of the guide in force.
func TestAnAssessmentStaysAboutTheSkillsItBeganWith(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		admin, lead, se := joined(w, "Ada", auth.Admin), joined(w, "Lena", auth.Manager), joined(w, "Sven", auth.SE)
		as := func(who, act string, do func(ctx context.Context, tx *journal.Tx) error) {
			t.Helper()
			if _, err := w.As(who, "").Try(act, do); err != nil {
				t.Fatal(err)
			}
		}
		as(admin, "people.appoint", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Appoint(ctx, tx, people.Appointment{Person: admin})
			return err
		})
		as(admin, "people.place", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Place(ctx, tx, people.PlaceIn{Person: se, Lead: lead, Place: "se3", Since: "2024-01-01"})
			return err
		})
		var id string
		as(lead, "assessment.open", func(ctx context.Context, tx *journal.Tx) error {
			a, err := people.OpenAssessment(ctx, tx, people.OpenIn{Person: se, From: "2025-07-01", Until: "2025-12-31"})
			id = a.ID
			return err
		})
		text := strings.ReplaceAll(string(guide.Text()), `"skill": "pm"`, `"skill": "plans"`)
		text = strings.Replace(text, `{"id": "pm", "name": "Project management"`, `{"id": "plans", "name": "Plans"`, 1)
		if err := keep(w, admin, text, 0); err != nil {
			t.Fatal(err)
		}
		rows := people.Rows{Ratings: skill.Ratings{"pm": 3, "demo": 4}}
		for _, who := range []string{se, lead} {
			as(who, "assessment.finish", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.Rate(ctx, tx, people.RateIn{ID: id, Finish: true, Rows: rows})
				return err
			})
		}
		for _, who := range []string{se, lead} {
			as(who, "assessment.agree", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.Agree(ctx, tx, people.AgreeIn{ID: id, Rows: rows})
				return err
			})
		}
		s, err := people.See(w.Ctx(), w.Reader(), se, id, w.Today())
		if err != nil || len(s.Skills) != 8 || s.Skills[7].Name != "Project management" || s.Put["pm"] != 3 {
			t.Errorf("%+v %v", s, err)
		}
		g, err := people.GuideOf(w.Ctx(), w.Reader())
		if err != nil {
			t.Fatal(err)
		}
		p, err := team.PortraitOf(w.Ctx(), w.Reader(), g, se, se, w.Today())
		if err != nil || p.Shape.Needs["plans"] != 2 || p.Shape.Needs["pm"] != 0 || !strings.Contains(p.Shape.Fits["se"], " to ") {
			t.Errorf("the new skill was not seen, so the fit is an interval: %+v %v", p.Shape, err)
		}
		w.Verify()
	})
}
