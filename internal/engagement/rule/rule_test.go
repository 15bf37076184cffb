package rule_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"throughline/internal/engagement/rule"
	"throughline/internal/problem"
)

// parts are the facts in the order of the vectors: months, integrations, configuration, policy,
// seats, depth.
func facts(t *testing.T, parts string) rule.Facts {
	t.Helper()
	var f rule.Facts
	for i, text := range strings.Split(parts, ",") {
		if err := f.Set(rule.Names()[i], text); err != nil {
			t.Fatal(parts, err)
		}
	}
	return f
}

func table(t *testing.T) *rule.Table {
	t.Helper()
	r, err := rule.Read(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhoIsOnADealIsWhatTheVectorsSay(t *testing.T) {
	for _, c := range []struct{ name, facts, mode, rules, possible, ask, warning string }{
		{"V14a", "4,2,standard,split,9,no", "sa_from_discovery", "E3 E8", "", "", ""},
		{"V14b", "1,0,complex,split,9,no", "se_sa_late", "E4 E8", "", "", ""},
		{"V14c", "5,0,standard,split,9,no", "se_sa_late", "E6 E8", "", "", ""},
		{"V14d", "1,0,standard,split,9,yes", "se_sa_late", "E5 E8", "", "", ""},
		{"V14e", "0.1,0,self-serve,split,9,no", "se_only", "E7 E8", "", "", ""},
		{"V14f", "1,0,standard,split,9,no", "se_only", "E8", "", "", ""},
		{"V14g", "12,9,complex,combined,9,no", "combined", "E1 E3 E4 E8", "", "", ""},
		{"V14h", "12,9,complex,split,1,no", "one_person", "E2 E3 E4 E8", "", "", ""},
		{"V15a", "13 weeks,1,self-serve,split,9,no", "sa_from_discovery", "E3 E8", "", "", "Self-serve, yet three months or more."},
		{"V15b", "12 weeks,1,self-serve,split,9,no", "se_sa_late", "E6 E8", "", "", "Self-serve, yet with custom integrations."},
		{"V16a", "4,unknown,standard,split,9,no", rule.Undecided, "E8", "sa_from_discovery se_sa_late", "integrations", ""},
		{"V16b", "unknown,0,complex,split,9,no", "se_sa_late", "E4 E8", "", "", ""},
		{"V16c", "unknown,unknown,unknown,combined,unknown,unknown", "combined", "E1 E8", "", "", ""},
		{"ninety days", "90 days,1,standard,split,2,no", "sa_from_discovery", "E3 E8", "", "", ""},
		{"89 days", "89 days,1,standard,split,2,no", "se_sa_late", "E6 E8", "", "", ""},
		{"nothing known", ",,,,,", rule.Undecided, "E8", "combined one_person sa_from_discovery se_sa_late se_only", "months integrations configuration policy seats depth", ""},
	} {
		d := table(t).Decide(facts(t, c.facts))
		if c.possible == "" {
			c.possible = c.mode
		}
		if d.Mode != c.mode || strings.Join(d.Rules, " ") != c.rules || strings.Join(d.Possible, " ") != c.possible || strings.Join(d.Ask, " ") != c.ask {
			t.Errorf("%s: %+v, want %+v", c.name, d, c)
		}
		if c.warning != "" && !slices.Contains(d.Warnings, c.warning) || c.warning == "" && len(d.Warnings) > 0 {
			t.Errorf("%s warns %v, want %q", c.name, d.Warnings, c.warning)
		}
		if len(d.Ask) != len(d.Question) || d.Says == "" || (d.Mode == rule.Undecided) != (len(d.Ask) > 0) || d.Mode == rule.Undecided && d.WorksAs != "se_only" {
			t.Errorf("%s: %+v", c.name, d)
		}
	}
}

// The research counts the modes of 432 complete cases.
func TestEveryCompleteCaseHasOneModeAndEveryRuleFires(t *testing.T) {
	count, fired := map[string]int{}, map[string]bool{}
	r := table(t)
	for _, months := range []string{"0", "2.99", "3", "9"} {
		for _, integrations := range []string{"0", "1", "5"} {
			for _, configuration := range []string{"self-serve", "standard", "complex"} {
				for _, policy := range []string{"split", "combined"} {
					for _, seats := range []string{"1", "2", "9"} {
						for _, depth := range []string{"yes", "no"} {
							d := r.Decide(facts(t, strings.Join([]string{months, integrations, configuration, policy, seats, depth}, ",")))
							count[d.Mode]++
							for _, id := range d.Rules {
								fired[id] = true
							}
						}
					}
				}
			}
		}
	}
	want := map[string]int{"combined": 216, "one_person": 72, "se_sa_late": 88, "sa_from_discovery": 48, "se_only": 8}
	for mode, n := range want {
		if count[mode] != n {
			t.Errorf("%d cases are %s, want %d", count[mode], mode, n)
		}
	}
	if len(count) != len(want) || len(fired) != 8 {
		t.Errorf("modes %v, rules %v", count, fired)
	}
}

// What is asked for is what matters: with it known, and whatever it is, fewer modes remain; what
// is not asked for changes nothing.
func TestOnlyFactsThatMatterAreAskedFor(t *testing.T) {
	r := table(t)
	for _, c := range []string{"4,unknown,standard,split,9,unknown", "unknown,0,unknown,split,9,no", "unknown,unknown,complex,split,unknown,no", "1,0,standard,unknown,3,no"} {
		f := facts(t, c)
		d := r.Decide(f)
		for _, name := range rule.Names() {
			if slices.Contains(f.Known(), name) || slices.Contains(d.Ask, name) {
				continue
			}
			for _, value := range map[string][]string{"months": {"0", "3", "50"}, "integrations": {"0", "1", "9"}, "configuration": {"self-serve", "standard", "complex"},
				"policy": {"split", "combined"}, "seats": {"1", "9"}, "depth": {"yes", "no"}}[name] {
				other := f
				if err := other.Set(name, value); err != nil {
					t.Fatal(err)
				}
				if got := r.Decide(other); !slices.Equal(got.Possible, d.Possible) {
					t.Errorf("%s: %s %s is not asked for, yet gives %v instead of %v", c, name, value, got.Possible, d.Possible)
				}
			}
		}
	}
}

func TestWhatWouldChangeADecisionDoes(t *testing.T) {
	r := table(t)
	f := facts(t, "4,2,standard,split,9,no")
	d := r.Decide(f)
	want := map[string]string{"months": "under 3", "integrations": "0", "policy": "combined", "seats": "1"}
	for _, ch := range d.Changes {
		if want[ch.Fact] != ch.To {
			t.Errorf("%+v", ch)
		}
		delete(want, ch.Fact)
		other := f
		if err := other.Set(ch.Fact, map[string]string{"under 3": "2"}[ch.To]+strings.TrimPrefix(ch.To, "under 3")); err != nil {
			t.Fatal(err)
		}
		if got := r.Decide(other).Mode; got != ch.Mode {
			t.Errorf("%s %s gives %s, said was %s", ch.Fact, ch.To, got, ch.Mode)
		}
	}
	if len(want) > 0 {
		t.Errorf("not said: %v", want)
	}
}

func TestFactsThatCannotBeAreRefused(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"months", "-1", "less than nothing"}, {"months", "soon", "is not a number of months"}, {"months", "1e3", "is not"}, {"months", "1.234", "is not"},
		{"months", "13 moons", "is not"}, {"months", "+3", "is not"}, {"months", "99999999999999999999", "is not"},
		{"integrations", "1.5", "is not a whole number"}, {"integrations", "-2", "less than nothing"}, {"seats", "0", "nobody to staff"},
		{"configuration", "fancy", "self-serve, standard, complex"}, {"policy", "both", "split, combined"}, {"depth", "maybe", "no, yes"}, {"weather", "1", "no fact"},
	} {
		var f rule.Facts
		if err := f.Set(c.name, c.text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %q: %v; want %q", c.name, c.text, err, c.says)
		}
	}
	var f rule.Facts
	if err := f.Set("months", "0"); err != nil {
		t.Errorf("no months at all: %v", err)
	}
}

func TestATableWithAHoleOrAContradictionIsRefused(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"a hole", `"when": [{}]`, `"when": [{"seats": ">= 3"}]`, "No rule answers months 0"},
		{"a rule never reached", `"when": [{"policy": "combined"}]`, `"when": [{}]`, "E2 can never decide"},
		{"two rules of one priority", `"id": "E3",`, `"id": "E3", "priority": 4,`, "E3 and E4 have one priority and contradict"},
		{"a fact of another name", `{"seats": "1"}`, `{"chairs": "1"}`, `no fact "chairs"`},
		{"a word of another name", `"configuration": "complex"`, `"configuration": "fancy"`, "self-serve, standard, complex"},
		{"no comparison", `">= 3"`, `"=> 3"`, "compares nothing"},
		{"no number", `">= 3"`, `">= three"`, "is not a number"},
		{"no mode of that name", `"mode": "one_person"`, `"mode": "team"`, `"team" is no mode`},
		{"an id twice", `"id": "E2"`, `"id": "E1"`, "stands twice"},
		{"a field of another name", `"joins"`, `"enters"`, "unknown field"},
		{"no rows", `"when": [{"seats": "1"}]`, `"when": []`, "write one at least"},
	} {
		text := strings.Replace(string(shipped(t)), c.old, c.new, 1)
		if text == string(shipped(t)) {
			t.Fatalf("%s: the table holds no %s", c.name, c.old)
		}
		if _, err := rule.Read([]byte(text)); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"unknown":"a","modes":[{"id":"a","says":"A"}],"rules":[{"id":"1","mode":"a","when":[{}]}],"warnings":[]}`))
	f.Add([]byte(`{"unknown":"a","modes":[{"id":"a"}],"rules":[{"id":"1","mode":"a","when":[{"months":"< 0"},{"seats":"<= 3","policy":"split|combined"}]}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := rule.Read(raw)
		if err != nil {
			return
		}
		d := r.Decide(rule.Facts{})
		if _, err := json.Marshal(d); err != nil || len(d.Possible) == 0 {
			t.Errorf("%+v, %v", d, err)
		}
	})
}

func FuzzFacts(f *testing.F) {
	f.Add("months", "13 weeks")
	f.Add("seats", "007")
	f.Fuzz(func(t *testing.T, name, text string) {
		var facts rule.Facts
		if err := facts.Set(name, text); err == nil && len(facts.Known()) > 1 {
			t.Errorf("%q %q sets %v", name, text, facts.Known())
		}
	})
}

func BenchmarkDecide(b *testing.B) {
	r, err := rule.Read(shipped(b))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.Decide(rule.Facts{})
	}
}
