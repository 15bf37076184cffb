package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"throughline/internal/search"
)

// piece is a run of a text; Hit says that it begins with a word that was looked for.
type piece struct {
	Text string
	Hit  bool
}

// around is how many runes stand before and after the first word found.
const around = 90

// mark parts a text where one of the words stands.
func mark(text, words string) (out []piece) {
	want := search.Words(words)
	last := 0
	for _, w := range spans(text) {
		if !wanted(text[w[0]:w[1]], want) {
			continue
		}
		if w[0] > last {
			out = append(out, piece{text[last:w[0]], false})
		}
		out = append(out, piece{text[w[0]:w[1]], true})
		last = w[1]
	}
	if last < len(text) {
		out = append(out, piece{text[last:], false})
	}
	return out
}

// excerpt is the part of a text around the first word that was looked for; empty when none is
// in it.
func excerpt(text, words string) string {
	want := search.Words(words)
	for _, w := range spans(text) {
		if wanted(text[w[0]:w[1]], want) {
			from, to := back(text, w[0], around), forth(text, w[1], around)
			out := strings.TrimSpace(strings.ReplaceAll(text[from:to], "\n", " "))
			if from > 0 {
				out = "… " + out
			}
			if to < len(text) {
				out += " …"
			}
			return out
		}
	}
	return ""
}

// spans are where the words of a text begin and end.
func spans(text string) (out [][2]int) {
	start := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(text)})
	}
	return out
}

func wanted(word string, want []string) bool {
	folded := strings.Join(search.Words(word), "")
	for i, w := range want {
		if folded == w || i == len(want)-1 && strings.HasPrefix(folded, w) {
			return true
		}
	}
	return false
}

func back(s string, at, runes int) int {
	for ; runes > 0 && at > 0; runes-- {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return at
}

func forth(s string, at, runes int) int {
	for ; runes > 0 && at < len(s); runes-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}
