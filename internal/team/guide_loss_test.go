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
	"throughline/internal/wiring/wiretest"
)

// A guide that leaves out where people stand, or what they were assessed in, says so first, names
// nobody, counts no fewer than five, and loses nothing.
func TestAGuideSaysWhatPeopleHaveToDoWithBeforeItLeavesItOut(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		admin, lead := joined(w, "Ada", auth.Admin), joined(w, "Lena", auth.Manager)
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
		put := func(in people.SkillIn) {
			as(admin, "guide.skill", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.KeepSkill(ctx, tx, in)
				return err
			})
		}
		each := map[string]int{"junior": 1, "mid": 1, "senior": 1, "principal": 1}
		put(people.SkillIn{Name: "Golf", Scale: "work", Says: "Play.", Station: "won", Seen: "a card", Weights: map[string]map[string]int{"se": each, "sa": each}, Work: []string{"technical win"}})
		var first, id string
		for i, name := range []string{"Sven", "Mia", "Kai", "Ute", "Jan"} {
			person := joined(w, name, auth.SE)
			if i == 0 {
				first = person
			}
			as(admin, "people.place", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.Place(ctx, tx, people.PlaceIn{Person: person, Lead: lead, Place: "se3", Since: "2024-01-01"})
				return err
			})
		}
		as(lead, "assessment.open", func(ctx context.Context, tx *journal.Tx) error {
			a, err := people.OpenAssessment(ctx, tx, people.OpenIn{Person: first, From: "2025-07-01", Until: "2025-12-31"})
			id = a.ID
			return err
		})
		as(first, "assessment.rate", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Rate(ctx, tx, people.RateIn{ID: id, Rows: people.Rows{Ratings: skill.Ratings{"golf": 4}}})
			return err
		})
		without := strings.NewReplacer(`"se3"`, `"se9"`).Replace(string(guide.Text()))
		try := func(anyway bool) error {
			_, err := w.As(admin, "").Try("guide.keep", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.KeepGuide(ctx, tx, people.GuideIn{Text: without, Anyway: anyway}, func(*guide.Guide) error { return nil })
				return err
			})
			return err
		}
		err := try(false)
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "5 people stand on the step “Senior SE” (se3), which it leaves out.") ||
			!strings.Contains(err.Error(), "Fewer than five people were assessed in “Golf” (golf)") || strings.Contains(err.Error(), "Sven") {
			t.Errorf("%v", err)
		}
		take := func(anyway bool) error {
			_, err := w.As(admin, "").Try("guide.skill-remove", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.RemoveSkill(ctx, tx, people.GoneIn{ID: "golf", Anyway: anyway})
				return err
			})
			return err
		}
		if err := take(false); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "Golf") {
			t.Errorf("a skill with assessments: %v", err)
		}
		if err := try(true); err != nil {
			t.Fatal(err)
		}
		s, err := people.StandingOf(w.Ctx(), w.Reader(), first)
		if now, nowErr := s.Now(); err != nil || nowErr != nil || now.Place != "se3" {
			t.Errorf("where they stand is kept: %+v %v %v", now, err, nowErr)
		}
		seen, err := people.See(w.Ctx(), w.Reader(), first, id, w.Today())
		if err != nil || len(seen.Skills) != 9 || seen.Own["golf"] != 4 {
			t.Errorf("the assessment keeps its skill: %+v %v", seen, err)
		}
		w.Verify()
	})
}

// What counts as evidence of a company's own skill is what its guide says.
func TestAnOwnSkillIsShownByTheWorkThatItsGuideSays(t *testing.T) {
	pieces := []people.Piece{{Does: "technical win", On: "2026-11-01", Part: people.Led}, {Does: "call held", On: "2026-11-01", Part: people.TookPart}, {Does: "go-live", On: "2026-11-01", Part: people.Led}}
	skills := []guide.Skill{{ID: "golf", Work: []string{"technical win", "call held"}}, {ID: "none", Work: []string{}}, {ID: "discovery"}, {ID: "demo", Work: []string{}}}
	got := people.Weigh(skills, pieces, "2026-11-20")
	for i, want := range []people.Weighed{{Skill: "golf", Pieces: 2, Weight: 150}, {Skill: "none"}, {Skill: "discovery", Pieces: 1, Weight: 50}, {Skill: "demo"}} {
		if got[i] != want {
			t.Errorf("%+v, want %+v", got[i], want)
		}
	}
}
