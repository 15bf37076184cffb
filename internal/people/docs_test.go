package people_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"throughline/internal/people"
	"throughline/internal/people/guide"
)

// printed is the table of who sees what, as the docs hold it.
func printed() string {
	var b strings.Builder
	b.WriteString("| what |")
	for _, e := range people.AllEyes {
		fmt.Fprintf(&b, " %s |", e)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(people.AllEyes)) + "\n")
	for _, s := range people.Sights {
		fmt.Fprintf(&b, "| %s |", s.Thing)
		for _, e := range people.AllEyes {
			word := "–"
			if slices.Contains(s.Eyes, e) {
				word = "yes"
			}
			fmt.Fprintf(&b, " %s |", word)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestTheDocsPrintWhoSeesWhat(t *testing.T) {
	text, err := os.ReadFile("../../docs/people.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), printed()) {
		t.Errorf("docs/people.md does not hold the table as the code has it:\n%s", printed())
	}
	for _, a := range people.Ages {
		if words := fmt.Sprintf("%d months", a.Months); !strings.Contains(string(text), words) {
			t.Errorf("docs/people.md does not say %q", words)
		}
	}
	for _, work := range guide.Works {
		var skills []string
		for _, s := range guide.Shipped().Skills {
			if slices.Contains(s.Counted(), work) {
				skills = append(skills, s.ID)
			}
		}
		if !strings.Contains(string(text), work+" ("+strings.Join(skills, ", ")+")") {
			t.Errorf("docs/people.md does not say what %q is evidence of: %s", work, skills)
		}
	}
}
