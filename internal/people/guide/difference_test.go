package guide

import (
	"strings"
	"testing"
)

// Each row changes one thing of the shipped guide, which the differences have to say in words.
func TestWhatAGuideSaysOtherwiseIsSaidInWords(t *testing.T) {
	if d := Differences(Shipped(), Shipped()); len(d) != 0 {
		t.Errorf("the shipped guide differs from itself: %v", d)
	}
	for _, c := range []struct{ name, old, new, part, says string }{
		{"a band", `"low": 145000, "high": 200000`, `"low": 150000, "high": 200000`, "Bands", "SE, Mid-Level: low is 150000 instead of 145000."},
		{"a weight", `"word": "Strong", "says": "works within`, `"word": "Critical", "says": "works within`, "Weights", "SE, Sales process: word is “Critical” instead of “Strong”."},
		{"a skill's name", `"name": "Project management"`, `"name": "Projects"`, "Skills", "Projects: name is “Projects” instead of “Project management”."},
		{"a duty", `"says": "Manages POC evaluations"`, `"says": "Runs pilots"`, "Roles", "Solutions Engineer: duties › poc › says is “Runs pilots” instead of “Manages POC evaluations”."},
		{"a split", `"split": "70/30"`, `"split": "80/20"`, "Splits", "SE, 80/20 is added."},
		{"a split that went", `"split": "70/30"`, `"split": "80/20"`, "Splits", "SE, 70/30 is left out."},
		{"a rule", `"when": [{"seats": "1"}]`, `"when": [{"seats": "<= 2"}]`, "Who is on a deal", "The rules: rules › E2 › when › 1 › seats is “<= 2” instead of “1”."},
		{"a word of the scale", `"Critical": 5`, `"Critical": 4`, "Words of weight", "The scale: Critical is 4 instead of 5."},
		{"an employer", `"aws", "amazon`, `"amazon`, "Employers", "Combined-role employers: list is"},
		{"its name", `"name": "Solutions Engineer and Solutions Architect"`, `"name": "Ours"`, "Name", "name is “Ours”"},
		{"a claim without its level", `"level": "principal", "source": "text"},
    {"rule"`, `"source": "text"},
    {"rule"`, "Claims", "largest premium: level is left out; it was “principal”."},
		{"the end of a long text", `product can meet their requirements"`, `product can meet their needs"`, "Roles", "means is worded otherwise"},
	} {
		text := strings.Replace(string(shipped), c.old, c.new, 1)
		g, err := Read([]byte(text))
		if err != nil || text == string(shipped) {
			t.Fatalf("%s: %v", c.name, err)
		}
		found := false
		for _, d := range Differences(Shipped(), g) {
			found = found || d.Part == c.part && strings.Contains(d.Says, c.says)
		}
		if !found {
			t.Errorf("%s: %v; want %q", c.name, Differences(Shipped(), g), c.says)
		}
	}
}

func TestAGuideIsHeldOnceReadAndAFaultyOneNever(t *testing.T) {
	text := strings.Replace(string(shipped), `"Critical": 5`, `"Critical": 4`, 1)
	a, err := Held(text)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := Held(text); a != b || err != nil || !a.Own() || Shipped().Own() {
		t.Errorf("read twice: %v, own %v", err, a.Own())
	}
	for range 2 {
		if g, err := Held("{}"); g != nil || err == nil {
			t.Error("a faulty guide is held")
		}
	}
}

func BenchmarkHeldGuide(b *testing.B) {
	text := strings.Replace(string(shipped), `"Critical": 5`, `"Critical": 4`, 1)
	for b.Loop() {
		if _, err := Held(text); err != nil {
			b.Fatal(err)
		}
	}
}
