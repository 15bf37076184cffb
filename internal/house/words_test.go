package house

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strings"
	"testing"
)

// synonyms are words that people use for what has another name here. One thing
// has one word on every page, or a reader looks for two things.
var synonyms = []struct {
	pattern *regexp.Regexp
	word    string
}{
	{words(`user stor(y|ies)|use cases?`), "requirement"},
	{words(`commitments?`), "promise"},
	{words(`proofs? of concept`), "evaluation"},
	{words(`tech wins?`), "technical win"},
	{words(`hand-offs?|handovers?|hand-overs?`), "handoff"},
	{words(`milestones?`), "gate"},
	{words(`prospects?`), "account"},
	{words(`feature requests?`), "gap"},
	{words(`success metrics?|success criterions?`), "criterion"},
	{words(`to-?dos?|action items?`), "task"},
	{words(`knowledge base`), "library"},
	{words(`trace ?links?`), "link"},
	{words(`blockers?`), "break"},
}

func words(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(` + pattern + `)\b`)
}

// spoken are the rooms whose sentences people read. The readers of customers'
// files and the sample's calls are not among them: customers say what they like.
var spoken = []string{"internal/web", "internal/api", "internal/cli", "internal/documents", "internal/inbox", "internal/insight"}

func TestTextForPeopleUsesOneWordForOneThing(t *testing.T) {
	for _, name := range files(t, func(name string) bool {
		return path.Ext(name) == ".templ" || strings.HasPrefix(name, "docs/") || name == "README.md"
	}) {
		for i, line := range strings.Split(string(read(t, name)), "\n") {
			if said, word := synonym(line); said != "" {
				t.Errorf("%s:%d says %q; the word is %q", name, i+1, said, word)
			}
		}
	}
	for _, room := range spoken {
		if !exists(room) {
			continue
		}
		goFiles(t, []string{room}, func(_ string, set *token.FileSet, file *ast.File) {
			for text, at := range literals(file) {
				if said, word := synonym(text); said != "" && strings.Contains(text, " ") {
					t.Errorf("%s says %q; the word is %q", set.Position(at), said, word)
				}
			}
		})
	}
	for text, word := range map[string]string{"Next Milestone": "gate", "3 commitments": "promise", "the handoff of a deal": ""} {
		if _, got := synonym(text); got != word {
			t.Errorf("in %q the rule finds %q, want %q", text, got, word)
		}
	}
}

// synonym finds the first word that has another name here, and that name.
func synonym(text string) (said, word string) {
	for _, s := range synonyms {
		if found := s.pattern.FindString(text); found != "" {
			return found, s.word
		}
	}
	return "", ""
}
