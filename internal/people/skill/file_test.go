package skill

import (
	"bytes"
	"strings"
	"testing"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

func TestASheetIsReadOrRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"six", `{"skills": {"demo": 6}}`, "skills.demo: Is 6; give a whole number from 0 to 5"},
		{"three and a half", `{"skills": {"demo": 3.5}}`, "skills.demo: Is 3.5"},
		{"minus one", `{"questions": {"stage": -1}}`, "questions.stage: Is -1"},
		{"five of four", `{"questions": {"stage": 5}}`, "questions.stage: Is 5"},
		{"a skill of another name", `{"skills": {"golf": 3}}`, "skills.golf: The guide has no such skill"},
		{"a question of another name", `{"questions": {"why": 3}}`, "questions.why: The guide has no such question"},
		{"a field of another name", `{"pay": 3}`, `unknown field "pay"`},
		{"a name twice", `{"skills": {"demo": 3, "demo": 4}}`, "twice"},
		{"text", `{"skills": {"demo": "much"}}`, "whole numbers"},
		{"nothing answered", `{"skills": {"demo": null}}`, "Nothing is answered"},
		{"an empty file", " \n", "is empty"},
		{"no JSON", "demo,4", "not JSON"},
		{"half", `{"skills": {`, "ends too early"},
		{"large", strings.Repeat(" ", sheetLimit+1), "larger than 1 MB"},
	} {
		_, err := Read(strings.NewReader(c.text), "me.json", guide.Shipped())
		if problem.Of(err) != problem.Invalid || !strings.HasPrefix(err.Error(), "me.json") || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
	s, err := Read(strings.NewReader(`{"level": "mid", "questions": {"stage": 0}, "skills": {"demo": 4, "docs": null}}`), "me.json", guide.Shipped())
	if err != nil || s.Level != "mid" || s.Skills["demo"] != 4 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, seen := s.Skills["docs"]; seen {
		t.Error("what was not seen is taken for 0")
	}
}

func FuzzReadSheet(f *testing.F) {
	f.Add([]byte(`{"level": "mid", "questions": {"stage": 0}, "skills": {"demo": 4, "docs": null}}`))
	f.Add([]byte(`{"skills": {"demo": 99999999999999999999}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := Read(bytes.NewReader(raw), "f", guide.Shipped())
		if err != nil {
			if problem.Of(err) != problem.Invalid {
				t.Errorf("%v", err)
			}
			return
		}
		for _, l := range guide.Shipped().Levels {
			if b := Fit(guide.Shipped(), s.Skills, "se", l); b.Low.Sign() < 0 || b.Low.Cmp(b.High) > 0 {
				t.Errorf("%v is no fit", b)
			}
		}
	})
}
