package team_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func TestACompanysOwnSkillIsAddedChangedAndTakenOut(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		admin, se := joined(w, "Ada", auth.Admin), joined(w, "Sven", auth.SE)
		put := func(who string, in people.SkillIn) error {
			_, err := w.As(who, "").Try("guide.skill", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.KeepSkill(ctx, tx, in)
				return err
			})
			return err
		}
		whole := func(change func(*people.SkillIn)) people.SkillIn {
			in := people.SkillIn{Name: "Cloud networks", Scale: "work", Counts: guide.Depth, Says: "Draw one.", Station: "designed", Seen: "a drawing",
				Weights: map[string]map[string]int{"se": {"junior": 0, "mid": 1, "senior": 2, "principal": 3}, "sa": {"junior": 2, "mid": 3, "senior": 4, "principal": 5}}}
			change(&in)
			return in
		}
		for name, c := range map[string]struct {
			who  string
			in   people.SkillIn
			kind problem.Kind
			says string
		}{
			"by an SE":             {se, whole(func(*people.SkillIn) {}), problem.Forbidden, "Only a people administrator"},
			"without a name":       {admin, whole(func(in *people.SkillIn) { in.Name = " " }), problem.Invalid, "name"},
			"on no scale":          {admin, whole(func(in *people.SkillIn) { in.Scale = "loud" }), problem.Invalid, "scale"},
			"of width":             {admin, whole(func(in *people.SkillIn) { in.Counts = "width" }), problem.Invalid, "breadth, depth or neither"},
			"a weight of six":      {admin, whole(func(in *people.SkillIn) { in.Weights["sa"]["senior"] = 6 }), problem.Invalid, "weights.sa.senior"},
			"a weight below none":  {admin, whole(func(in *people.SkillIn) { in.Weights["sa"]["senior"] = -1 }), problem.Invalid, "weights.sa.senior"},
			"no weight":            {admin, whole(func(in *people.SkillIn) { delete(in.Weights["se"], "mid") }), problem.Invalid, "weights.se.mid"},
			"of no role":           {admin, whole(func(in *people.SkillIn) { in.Weights["cook"] = map[string]int{"mid": 1} }), problem.Invalid, "weights.cook"},
			"at no station":        {admin, whole(func(in *people.SkillIn) { in.Station = "dreamt" }), problem.Invalid, "station"},
			"of work not recorded": {admin, whole(func(in *people.SkillIn) { in.Work = []string{"lunch held"} }), problem.Invalid, "lunch held"},
			"that nothing fills":   {admin, whole(func(in *people.SkillIn) { in.Says = "" }), problem.Invalid, "says"},
			"the text's own":       {admin, whole(func(in *people.SkillIn) { in.ID = "demo" }), problem.Refused, "came with the program"},
			"one that is not":      {admin, whole(func(in *people.SkillIn) { in.ID = "golf" }), problem.Missing, ""},
		} {
			if err := put(c.who, c.in); problem.Of(err) != c.kind || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for range 2 { // two of one name have two ids
			if err := put(admin, whole(func(*people.SkillIn) {})); err != nil {
				t.Fatal(err)
			}
		}
		g, err := people.GuideOf(w.Ctx(), w.Reader())
		if err != nil {
			t.Fatal(err)
		}
		own := people.OwnSkills(g)
		if len(own) != 2 || own[0].ID == own[1].ID || g.Weight("sa", own[0].ID) != 4 || len(g.FillsOf(own[0].ID)) != 1 {
			t.Fatalf("%+v", own)
		}
		if err := put(admin, whole(func(in *people.SkillIn) { in.ID, in.Name, in.Weights["sa"]["senior"] = own[0].ID, "Networks", 5 })); err != nil {
			t.Fatal(err)
		}
		take := func(id string) error {
			_, err := w.As(admin, "").Try("guide.skill-remove", func(ctx context.Context, tx *journal.Tx) error {
				_, err := people.RemoveSkill(ctx, tx, people.GoneIn{ID: id})
				return err
			})
			return err
		}
		if err := take("pm"); problem.Of(err) != problem.Refused {
			t.Errorf("the text's own: %v", err)
		}
		if err := take(own[1].ID); err != nil {
			t.Fatal(err)
		}
		g, err = people.GuideOf(w.Ctx(), w.Reader())
		if left := people.OwnSkills(g); err != nil || len(left) != 1 || left[0].Name != "Networks" || g.Weight("sa", left[0].ID) != 5 || len(g.Skills) != 9 {
			t.Errorf("%+v %v", left, err)
		}
		w.Verify()
	})
}
