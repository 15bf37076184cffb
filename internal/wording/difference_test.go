package wording

import (
	"strings"
	"testing"
)

func TestADifferenceGivesBackBothTexts(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""}, {"one", ""}, {"", "one two"}, {"same words", "same words"},
		{"Move 312 mappings with no more than 4 hours", "Move 298 mappings within 4 hours"},
		{"a b c a b c", "c b a c b a"}, {"trailing ", "trailing"}, {"über 🚚 naïve\nline", "über 🚚 line\n\nnaïve"}, {"\xff broken", "broken \xff"},
	} {
		var older, newer string
		for _, p := range Compare(c[0], c[1]) {
			if p.Kind != Added {
				older += p.Text
			}
			if p.Kind != Removed {
				newer += p.Text
			}
		}
		if older != c[0] || newer != c[1] {
			t.Errorf("%q against %q comes back as %q and %q", c[0], c[1], older, newer)
		}
	}
}

func TestAHugeDifferenceTakesNoHugeTable(t *testing.T) {
	a, b := strings.Repeat("a b ", 50_000), strings.Repeat("c d ", 50_000)
	if got := Compare(a, b); len(got) != 2 || got[0].Text != a || got[1].Text != b {
		t.Errorf("got %d pieces", len(got))
	}
}

func FuzzDifferenceGivesBackBothTexts(f *testing.F) {
	f.Add("Move 312 mappings", "Move 298 mappings")
	f.Fuzz(func(t *testing.T, a, b string) {
		var older, newer string
		for _, p := range Compare(a, b) {
			if p.Kind != Added {
				older += p.Text
			}
			if p.Kind != Removed {
				newer += p.Text
			}
		}
		if older != a || newer != b {
			t.Errorf("%q, %q come back as %q, %q", a, b, older, newer)
		}
	})
}
