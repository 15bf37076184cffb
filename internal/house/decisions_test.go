package house

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// madr are the headings of a decision, from Markdown Architectural Decision Records.
var madr = []string{"## Context and Problem Statement", "## Considered Options", "## Decision Outcome", "### Consequences"}

var decisionName = regexp.MustCompile(`^(\d{4})-[a-z0-9-]+\.md$`)

func TestDecisionsAreNumberedAndWhole(t *testing.T) {
	var numbers []string
	for _, name := range files(t, func(name string) bool { return path.Dir(name) == "docs/decisions" }) {
		text, base := string(read(t, name)), path.Base(name)
		if base != "template.md" {
			parts := decisionName.FindStringSubmatch(base)
			if parts == nil {
				t.Errorf("%s: a decision is named 0001-what-was-decided.md", name)
				continue
			}
			numbers = append(numbers, parts[1])
			if !regexp.MustCompile(`(?m)^- Date: \d{4}-\d{2}-\d{2}$`).MatchString(text) {
				t.Errorf("%s has no line '- Date: 2026-01-31'", name)
			}
		}
		if !strings.HasPrefix(text, "# ") || !strings.Contains(text, "\n- Status: ") {
			t.Errorf("%s begins with a title and a line '- Status: '", name)
		}
		for _, heading := range madr {
			if !strings.Contains(text, "\n"+heading+"\n") {
				t.Errorf("%s has no heading %q", name, heading)
			}
		}
	}
	slices.Sort(numbers)
	for i, number := range numbers {
		if want := fmt.Sprintf("%04d", i+1); number != want {
			t.Errorf("decision %s where %s is due: numbers are given once and in order", number, want)
			break
		}
	}
}
