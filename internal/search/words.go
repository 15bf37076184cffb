package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Limits of what is kept of one thing: beyond them it is found by its beginning.
const (
	longestWord  = 40   // runes
	mostWords    = 3000 // different ones
	longestTitle = 300  // runes
	longestBody  = 20000
)

// Words cuts a text into folded words: NFKD, marks dropped, case folded, each run of letters
// and digits a word. 'Zürich-Nord' is 'zurich' and 'nord'.
func Words(text string) []string {
	if plain(text) {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	}
	folded := cases.Fold().String(norm.NFKD.String(text))
	var b strings.Builder
	for _, r := range folded {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// tokens is what the index looks up: where the entry belongs, each as a word that no text can
// hold, then its words, each once.
func (e *Entry) tokens() string {
	var b strings.Builder
	b.WriteString(ofKind + kindToken(e.Kind))
	if e.Deal != "" {
		b.WriteString(" " + inDeal + e.Deal)
	}
	seen := map[string]bool{}
	for _, text := range []string{e.Label, e.Title, e.Body} {
		for _, w := range Words(text) {
			w = clip(w, longestWord)
			if seen[w] || len(seen) == mostWords {
				continue
			}
			seen[w] = true
			b.WriteString(" " + w)
		}
	}
	return b.String()
}

// The tokens that say where an entry belongs. Words hold no colon.
const (
	ofKind = "k:"
	inDeal = "d:"
)

func kindToken(kind string) string { return strings.Join(Words(kind), "_") }

func clip(s string, runes int) string {
	if len(s) <= runes {
		return s
	}
	n := 0
	for i := range s {
		if n == runes {
			return s[:i]
		}
		n++
	}
	return s
}
