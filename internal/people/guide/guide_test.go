package guide

import (
	"bytes"
	"strings"
	"testing"

	"throughline/internal/problem"
)

func TestTheShippedGuideIsWhole(t *testing.T) {
	g, err := Read(shipped)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]int{}
	for _, r := range g.Roles {
		for _, s := range g.Skills {
			sums[r.ID] += g.Weight(r.ID, s.ID)
		}
	}
	kinds := map[string]int{}
	for _, m := range g.Moves {
		kinds[m.Kind]++
	}
	if sums["se"] != 24 || sums["sa"] != 26 || len(g.Places) != 16 || kinds[Promote] != 14 || kinds[Exit] != 6 || kinds[Switch] != 4 {
		t.Errorf("weights %v, %d places, moves %v", sums, len(g.Places), kinds)
	}
	if n := len(g.Questions); n < 12 || n > 20 {
		t.Errorf("%d questions; twelve to twenty are asked", n)
	}
}

// The text gives the principal's total twice, in its table and in its prose on careers.
func TestTheTextSaysThePrincipalsBandTwiceAlike(t *testing.T) {
	b, err := Shipped().Band("se", "principal")
	if err != nil || b.Low != 230_000_00 || b.High != 300_000_00 {
		t.Errorf("%+v, %v; the prose says $230K-$300K", b, err)
	}
	for _, level := range []string{"junior", "chief"} {
		if _, err := Shipped().Band("sa", level); err == nil || !strings.Contains(err.Error(), "no data") {
			t.Errorf("%s has a band nobody gave: %v", level, err)
		}
	}
}

// Each row changes one thing of the shipped guide; what is said must name the place.
func TestAGuideThatDoesNotAgreeWithItselfIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"not JSON", `"sources": [`, `"sources": {`, "not JSON"},
		{"cut off", `"employers": ["aws"`, `"employers": ["aws" `, ""},
		{"a name twice", `"name": "Solutions Engineer and Solutions Architect",`, `"name": "a", "name": "b",`, `twice`},
		{"an unknown part", `"employers":`, `"salaries":`, `no part "salaries"`},
		{"an unknown field", `"low": 145000, "high": 200000`, `"low": 145000, "hihg": 200000`, `bands[0]: unknown field "hihg"`},
		{"a word for a number", `"low": 145000`, `"low": "much"`, "bands[0]"},
		{"a reversed band", `"low": 145000, "high": 200000`, `"low": 200001, "high": 200000`, "bands[0]: Runs from"},
		{"a negative band", `"low": 145000`, `"low": -145000`, "is negative"},
		{"a band of another currency", `"sa", "level": "mid", "currency": "USD"`, `"sa", "level": "mid", "currency": "EUR"`, "never converted in silence"},
		{"two bands for one level", `"sa", "level": "mid", "currency"`, `"se", "level": "mid", "currency"`, "has two bands"},
		{"a split of 101", `"split": "70/30"`, `"split": "70/31"`, "adds up to 101"},
		{"an unknown weight word", `"word": "Critical"`, `"word": "Huge"`, "Critical, Heavy, Light, Limited, Minimal, Moderate, Significant, Strong"},
		{"a weight of six", `"Critical": 5`, `"Critical": 6`, "a weight is 0 to 5"},
		{"a move to itself", `"from": "se1", "to": "se2"`, `"from": "se1", "to": "se1"`, "to itself"},
		{"a move to nowhere", `"from": "se1", "to": "se2"`, `"from": "se1", "to": "se9"`, `no place "se9"`},
		{"a circle", `"from": "se1", "to": "se2"`, `"from": "se3", "to": "se2"`, "se3 → se2 → se3"},
		{"an orphan", `{"id": "cto", "name"`, `{"id": "orphan", "name": "Alone", "track": "exit"}, {"id": "cto", "name"`, "orphan is an orphan"},
		{"a skill that nothing fills", `{"skill": "pm", "says": "Plan a delivery`, `{"skill": "docs", "says": "Plan a delivery`, "None says what fills a gap of pm"},
		{"a filling of no skill", `{"skill": "pm", "says": "Plan a delivery`, `{"skill": "golf", "says": "Plan a delivery`, `no skill "golf"`},
		{"a filling at no station", `"station": "heard"`, `"station": "dreamt"`, "fills[6].station"},
		{"a skill on no scale", `"name": "Sales process"`, `"name": "Sales process", "scale": "loud"`, `no scale "loud"`},
		{"a scale of five words", `"hard cases", "others learn from it"`, `"others learn from it"`, "six steps"},
		{"a skill that counts to neither", `"counts": "breadth"`, `"counts": "width"`, "skills[1].counts"},
		{"a skill of no weight", `{"id": "pm", "name"`, `{"id": "golf", "name": "Golf"}, {"id": "pm", "name"`, "None says how much se needs golf"},
		{"a weight of an unknown skill", `"skill": "pm", "word": "Light"`, `"skill": "golf", "word": "Light"`, `no skill "golf"`},
		{"a weight of six at a level", `"skill": "pm", "word": "Light"`, `"skill": "pm", "levels": {"junior": 1, "mid": 2, "senior": 6, "principal": 3}`, "levels.senior: Is 6"},
		{"a weight without a level", `"skill": "pm", "word": "Light"`, `"skill": "pm", "levels": {"junior": 1, "mid": 2, "senior": 3}`, "Says nothing of principal"},
		{"a weight said twice over", `"skill": "pm", "word": "Light"`, `"skill": "pm", "word": "Light", "levels": {"junior": 1, "mid": 2, "senior": 3, "principal": 3}`, "give one of them"},
		{"no level with both bands", `{"role": "sa", "level": "mid", "currency": "USD", "low": 155000, "high": 210000, "source": "text"},
    {"role": "se", "level": "senior", "currency": "USD", "low": 185000, "high": 250000, "source": "text"},
    {"role": "sa", "level": "senior", "currency": "USD", "low": 200000, "high": 270000, "source": "text"},
    {"role": "se", "level": "principal", "currency": "USD", "low": 230000, "high": 300000, "source": "text"},
    {"role": "sa", "level": "principal", "currency": "USD", "low": 250000, "high": 330000, "source": "text"}`, `{"role": "se", "level": "senior", "currency": "USD", "low": 185000, "high": 250000, "source": "text"}`, "both se and sa"},
		{"a day that is none", `"date": "2026-11-25"`, `"date": "2026-11-31"`, "is no day"},
		{"a claim upside down", `"low": 5, "high": 15`, `"low": 15, "high": 5`, "lower end first"},
	} {
		text := strings.Replace(string(shipped), c.old, c.new, 1)
		if text == string(shipped) {
			t.Fatalf("%s: the guide holds no %s", c.name, c.old)
		}
		_, err := Read([]byte(text))
		if c.says == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
}

func TestWhatIsNoGuideIsRefusedWithASentence(t *testing.T) {
	for name, raw := range map[string][]byte{
		"nothing": nil, "a list": []byte("[]"), "null": []byte("null"), "half of it": shipped[:len(shipped)/2], "deep": []byte(strings.Repeat("[", 100_000)),
		"large": bytes.Repeat([]byte(" "), SizeLimit+1), "no text": {0xff, 0xfe}, "more behind it": append(Text(), '{'), "empty": []byte("{}"),
	} {
		if _, err := Load(bytes.NewReader(raw), "own.json"); problem.Of(err) != problem.Invalid || !strings.HasPrefix(err.Error(), "own.json: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSplitsAndAmountsAreReadExactlyOrRefused(t *testing.T) {
	for text, base := range map[string]int{"70/30": 7000, "85/15": 8500, "72.5/27.5": 7250, "100/0": 10000, "0/100": 0, " 90/10 ": 9000,
		"70": -1, "70/20": -1, "110/-10": -1, "x/y": -1, "": -1, "70/30/0": -1, "33.333/66.667": -1} {
		s, err := ParseSplit(text)
		if (err == nil) != (base >= 0) || err == nil && s.Base != base {
			t.Errorf("%q is %v, %v", text, s, err)
		}
	}
	for text, hundredths := range map[string]Money{"145000": 14500000, "145000.5": 14500050, "0": 0,
		"-1": -1, "1e9": -1, "1,000": -1, "": -1, ".5": -1, "5.": -1, "5.123": -1, "99999999999": -1, "١٢": -1} {
		m, err := ParseMoney(text)
		if (err == nil) != (hundredths >= 0) || err == nil && m != hundredths {
			t.Errorf("%q is %v, %v", text, m, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(shipped)
	f.Add([]byte(`{"name": {}, "bands": [{"low": 1}]}`))
	f.Add([]byte(`[[[]]]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if g, err := Read(raw); err != nil && (g != nil && g.Name == "" || problem.Of(err) != problem.Invalid) {
			t.Errorf("%v", err)
		}
	})
}

// The text's table of skills, row by row; its row on depth holds two skills.
func TestTheWeightsAreThoseOfTheTextsTable(t *testing.T) {
	g := Shipped()
	for _, c := range []struct {
		skill, seWord, saWord string
		se, sa                int
	}{
		{"demo", "Critical", "Moderate", 5, 3}, {"breadth", "", "", 4, 2}, {"depth", "", "", 2, 4}, {"sales", "Strong", "Limited", 4, 2},
		{"docs", "Light", "Heavy", 2, 4}, {"custeng", "Minimal", "Significant", 1, 4}, {"discovery", "Strong", "Moderate", 4, 3}, {"pm", "Light", "Heavy", 2, 4},
	} {
		for role, want := range map[string]struct {
			word   string
			weight int
		}{"se": {c.seWord, c.se}, "sa": {c.saWord, c.sa}} {
			if got := g.Weight(role, c.skill); got != want.weight {
				t.Errorf("%s weighs %d for %s, want %d", c.skill, got, role, want.weight)
			}
			for _, w := range g.Weights {
				if w.Role == role && w.Skill == c.skill && (w.Word != want.word || (w.Word == "") != (w.Derived > 0)) {
					t.Errorf("%+v, want the word %q", w, want.word)
				}
			}
		}
	}
}

func TestTheBandsAndSplitsAreThoseOfTheText(t *testing.T) {
	g := Shipped()
	for _, c := range []struct {
		level          string
		se, seTo       Money
		sa, saTo       Money
		seSplit, split string
	}{
		{"mid", 145, 200, 155, 210, "70/30", "85/15 90/10"}, {"senior", 185, 250, 200, 270, "70/30", "85/15 90/10"}, {"principal", 230, 300, 250, 330, "70/30", "85/15 90/10"},
	} {
		se, errSE := g.Band("se", c.level)
		sa, errSA := g.Band("sa", c.level)
		const thousand = 1000_00
		if errSE != nil || errSA != nil || se.Low != c.se*thousand || se.High != c.seTo*thousand || sa.Low != c.sa*thousand || sa.High != c.saTo*thousand {
			t.Errorf("%s: %+v, %+v", c.level, se, sa)
		}
		for role, want := range map[string]string{"se": c.seSplit, "sa": c.split} {
			var got []string
			for _, s := range g.SplitsOf(role) {
				got = append(got, s.String())
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s has the splits %v", role, got)
			}
		}
	}
}

// Each role's half of the text stands in the guide: side, sentence, deliverable, duties.
func TestTheRolesSayWhatTheTextSays(t *testing.T) {
	for id, want := range map[string]struct {
		side, promise, deliverable, timescale string
		duties                                int
	}{
		"se": {Pre, "Here's how our product could work for you.", "the technical win", "hours to days", 6},
		"sa": {Post, "Here's how we'll build and deploy this.", "the technical design", "weeks to months", 5},
	} {
		r, err := Shipped().Role(id)
		if err != nil || r.Side != want.side || r.Promise != want.promise || r.Deliverable != want.deliverable || r.Timescale != want.timescale || len(r.Duties) != want.duties {
			t.Errorf("%+v, %v", r, err)
		}
	}
	kinds := map[string]string{"tam": "adjacent", "sales-engineer": "alias", "product-manager": "exit", "gtm-engineer": "exit", "cloud-architect": "combined"}
	for _, r := range Shipped().Related {
		if kinds[r.ID] != r.Kind || r.Shared == "" || r.Differs == "" {
			t.Errorf("%+v", r)
		}
		delete(kinds, r.ID)
	}
	if len(kinds) > 0 {
		t.Errorf("not related: %v", kinds)
	}
}

func TestTheMovesBetweenTheRolesAreThoseOfTheText(t *testing.T) {
	g := Shipped()
	if len(g.Transitions) != 2 {
		t.Fatalf("%+v", g.Transitions)
	}
	for i, want := range []struct {
		way, drivers, signals, jars string
		years                       *Years
	}{
		{"se sa", "deeper technical work, less sales cycle involvement", "AWS Solutions Architect Professional", "weeks and months", &Years{3, 5}},
		{"sa se", "more customer interaction, faster deal cycles, higher variable compensation", "", "shaped in real time", nil},
	} {
		m := g.Transitions[i]
		if m.From+" "+m.To != want.way || strings.Join(m.Drivers, ", ") != want.drivers || strings.Join(m.Signals, ", ") != want.signals || !strings.Contains(m.Jars, want.jars) {
			t.Errorf("%+v", m)
		}
		if (m.Years == nil) != (want.years == nil) || m.Years != nil && *m.Years != *want.years {
			t.Errorf("%s takes %+v", want.way, m.Years)
		}
	}
}
