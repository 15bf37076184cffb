package skill

import (
	"strings"
	"testing"

	"throughline/internal/people/guide"
)

// A company's own skill, weighed level by level, counts in fit, gaps and the part it belongs to, and
// not where its weight is 0.
func TestACompanysOwnSkillCountsWhereItsLevelSaysSo(t *testing.T) {
	text := strings.NewReplacer(
		`{"id": "demo", "name"`, `{"id": "cloud", "name": "Cloud networks", "counts": "depth"}, {"id": "demo", "name"`,
		`{"role": "se", "skill": "demo", "word"`, `{"role": "se", "skill": "cloud", "levels": {"junior": 0, "mid": 1, "senior": 2, "principal": 5}},
    {"role": "sa", "skill": "cloud", "levels": {"junior": 2, "mid": 3, "senior": 4, "principal": 5}},
    {"role": "se", "skill": "demo", "word"`,
		`{"skill": "demo", "says": "Plan`, `{"skill": "cloud", "says": "Draw one.", "station": "designed", "seen": "a drawing"}, {"skill": "demo", "says": "Plan`,
	).Replace(string(guide.Text()))
	g, err := guide.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := mia() // who was not seen at it
	for id, want := range map[string]string{"junior": "100.00", "senior": "84.62 to 92.31"} {
		l, _ := g.Level(id)
		if got := Fit(g, r, "se", l).String(); got != want {
			t.Errorf("SE at %s: %s, want %s", id, got, want)
		}
	}
	senior, _ := g.Level("senior")
	r["cloud"] = 1
	gaps := Gaps(g, r, "sa", senior)
	if gaps[0].Skill != "cloud" && gaps[1].Skill != "cloud" || Required(g, "se", "cloud", senior) != 2 {
		t.Errorf("%+v", gaps)
	}
	// depth 3 of 4 by 4 and cloud 1 of 4 by 4: half; breadth 4 of 2: all
	if d, ok := Part(g, r, "sa", senior, guide.Depth); !ok || d.String() != "50.00" {
		t.Errorf("depth %v %v", d, ok)
	}
	if b, ok := Part(g, r, "sa", senior, guide.Breadth); !ok || b.String() != "100.00" {
		t.Errorf("breadth %v %v", b, ok)
	}
	if w := StepWorth(g, "sa", "cloud", senior).FloatString(2); w != "3.33" { // 100·4/(30·4)
		t.Errorf("a step up is worth %s %%", w)
	}
	junior, _ := g.Level("junior")
	if w := StepWorth(g, "se", "cloud", junior); w.Sign() != 0 {
		t.Errorf("what is not needed is worth %s", w)
	}
}
