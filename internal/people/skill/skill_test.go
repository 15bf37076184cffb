package skill

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"throughline/internal/people/guide"
)

func level(t *testing.T, id string) guide.Level {
	t.Helper()
	l, err := guide.Shipped().Level(id)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// rated gives ratings in the order of the table.
func rated(values ...int) Ratings {
	r := Ratings{}
	for i, s := range guide.Shipped().Skills {
		r[s.ID] = values[i]
	}
	return r
}

func mia() Ratings { return rated(4, 4, 3, 3, 2, 1, 4, 2) }

func is(t *testing.T, name string, got Between, low, high string) {
	t.Helper()
	l, _ := new(big.Rat).SetString(low)
	h, _ := new(big.Rat).SetString(high)
	if got.Low.Cmp(l) != 0 || got.High.Cmp(h) != 0 {
		t.Errorf("%s is %v to %v, want %s to %s", name, got.Low, got.High, low, high)
	}
}

func TestFitIsThatOfTheVectors(t *testing.T) {
	g, senior := guide.Shipped(), level(t, "senior")
	se, sa := Profile(g, "se"), Profile(g, "sa")
	is(t, "V11 a perfect SE as SE", Fit(g, se, "se", senior), "100", "100")
	is(t, "V11 a perfect SE as SA", Fit(g, se, "sa", senior), "850/13", "850/13")
	is(t, "V11 a perfect SA as SE", Fit(g, sa, "se", senior), "425/6", "425/6")
	is(t, "V11 a perfect SA as SA", Fit(g, sa, "sa", senior), "100", "100")
	is(t, "V11 Mia as SE", Fit(g, mia(), "se", senior), "275/3", "275/3")
	is(t, "V11 Mia as SA", Fit(g, mia(), "sa", senior), "900/13", "900/13")
	unseen := mia()
	delete(unseen, "docs")
	is(t, "V13 as SE", Fit(g, unseen, "se", senior), "250/3", "275/3")    // 20 to 22 of 24
	is(t, "V13 as SA", Fit(g, unseen, "sa", senior), "800/13", "1000/13") // 16 to 20 of 26
	for id, want := range map[string][2]string{"mid": {"100.00", "79.49"}, "principal": {"74.86", "63.08"}} {
		if s, a := Fit(g, mia(), "se", level(t, id)).String(), Fit(g, mia(), "sa", level(t, id)).String(); s != want[0] || a != want[1] {
			t.Errorf("Mia at %s: SE %s, SA %s, want %v", id, s, a, want)
		}
	}
}

func TestLeanIsNamedOnlyWhereEveryScaleAgrees(t *testing.T) {
	g, senior := guide.Shipped(), level(t, "senior")
	l := LeanOf(g, rated(3, 3, 3, 3, 3, 3, 3, 3), senior)
	var got []string
	for _, by := range l.By {
		got = append(got, by.SE.Low.FloatString(1)+"/"+by.SA.Low.FloatString(1)+" "+by.To)
	}
	if s := strings.Join(got, ", "); s != "79.2/84.6 both, 57.0/68.9 sa, 48.9/63.6 sa" || l.To != "" {
		t.Errorf("V26: %s, lean %q", s, l.To)
	}
	if l := LeanOf(g, mia(), senior); l.To != "se" {
		t.Errorf("Mia leans %q", l.To)
	}
	if l := LeanOf(g, Ratings{"demo": 4}, senior); l.To != "" {
		t.Errorf("one skill seen leans %q", l.To)
	}
}

func TestGapsAreThoseOfTheVectors(t *testing.T) {
	g, senior := guide.Shipped(), level(t, "senior")
	list := func(r Ratings, to string) string {
		var out []string
		for _, gap := range Gaps(g, r, to, senior) {
			out = append(out, gap.Skill+" "+big.NewInt(int64(gap.Steps)).String())
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ name, got, want string }{
		{"V12 SE to SA", list(Profile(g, "se"), "sa"), "custeng 3, depth 2, docs 2, pm 2"},
		{"V12 SA to SE", list(Profile(g, "sa"), "se"), "demo 2, breadth 2, sales 2, discovery 1"},
		{"V12 Mia to SA", list(mia(), "sa"), "custeng 3, docs 2, pm 2, depth 1"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
	if w := StepWorth(g, "sa", "custeng", senior).FloatString(2); w != "3.85" {
		t.Errorf("a step up is worth %s %%", w)
	}
	is(t, "Mia after her plan", Fit(g, rated(4, 4, 4, 3, 4, 3, 4, 3), "sa", senior), "1200/13", "1200/13")
}

// Each gap that the text names in prose is one that its table gives.
func TestTheTableGivesEveryGapThatTheProseNames(t *testing.T) {
	g, senior := guide.Shipped(), level(t, "senior")
	for _, tr := range g.Transitions {
		gaps := Gaps(g, Profile(g, tr.From), tr.To, senior)
		for _, said := range tr.Gaps {
			if !slices.ContainsFunc(gaps, func(x Gap) bool { return x.Skill == said.Skill && x.Says == said.Says }) {
				t.Errorf("%s to %s: %q is not among the computed gaps", tr.From, tr.To, said.Says)
			}
		}
	}
}

func TestOneStepUpNeverLowersAFit(t *testing.T) {
	g := guide.Shipped()
	random := rand.New(rand.NewPCG(8, 5))
	for range 500 {
		r := Ratings{}
		for _, s := range g.Skills {
			if random.IntN(4) > 0 {
				r[s.ID] = random.IntN(Top + 1)
			}
		}
		l := g.Levels[random.IntN(len(g.Levels))]
		up := g.Skills[random.IntN(len(g.Skills))].ID
		before := Fit(g, r, "sa", l)
		if v, seen := r[up]; seen && v < Top {
			r[up]++
			if Fit(g, r, "sa", l).Low.Cmp(before.Low) < 0 {
				t.Fatalf("%s up at %s lowers the fit of %v", up, l.ID, r)
			}
		}
		if before.Low.Sign() < 0 || before.High.Cmp(big.NewRat(100, 1)) > 0 || before.Low.Cmp(before.High) > 0 {
			t.Fatalf("%v is no fit", before)
		}
	}
}

func TestPreferenceIsThatOfTheVectorAndApartFromFit(t *testing.T) {
	g := guide.Shipped()
	a := Answers{"stage": 4, "groups": 4, "feet": 3, "design": 1, "writing": 1, "engineers": 2}
	p, err := Preference(g, a)
	if err != nil || p.Cmp(big.NewRat(7, 12)) != 0 {
		t.Errorf("V20: %v, %v", p, err)
	}
	delete(a, "feet")
	if _, err := Preference(g, a); err == nil {
		t.Error("five answers give a preference of six")
	}
}

func TestEachRoleHasItsOwnResultWithReasons(t *testing.T) {
	g := guide.Shipped()
	all := Answers{}
	for _, q := range g.Questions {
		all[q.ID] = Entirely
	}
	for _, l := range Likings(g, all) {
		if is(t, l.Role, l.Pct, "100", "100"); len(l.For) != 8 || len(l.Against)+len(l.Open)+len(l.WouldChange) != 0 {
			t.Errorf("%+v", l)
		}
	}
	some := Likings(g, Answers{"stage": 3, "months": 0})
	is(t, "SE with one answer", some[0].Pct, "75/8", "775/8")
	if is(t, "SA with one answer", some[1].Pct, "0", "175/2"); len(some[1].Against) != 1 || len(some[1].WouldChange) != 1 || len(some[1].Open) != 7 {
		t.Errorf("%+v", some[1])
	}
}

func TestAgreementIsTheWeightedKappaOfTheVector(t *testing.T) {
	g := guide.Shipped()
	self, lead := mia(), rated(4, 3, 3, 3, 2, 2, 4, 3)
	k, err := Agreement(g.Skills, self, lead)
	if err != nil || k.FloatString(4) != "0.7692" {
		t.Errorf("V24: %v, %v", k, err)
	}
	if talk := ToTalkThrough(g.Skills, self, lead); len(talk) != 0 {
		t.Errorf("V24: %v are to be talked through", talk)
	}
	lead["demo"] = 2
	if talk := ToTalkThrough(g.Skills, self, lead); !slices.Equal(talk, []string{"demo"}) {
		t.Errorf("two steps apart: %v", talk)
	}
	if _, err := Agreement(g.Skills, Ratings{}, lead); err == nil {
		t.Error("ratings of nothing agree")
	}
}
