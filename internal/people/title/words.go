package title

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	between  = 4    // how many words may stand between two words of a sign
	parted   = 12   // and between a verb of German and its parted beginning
	longest  = 60   // words of a sentence that stays in one piece
	shortest = 20   // words of a piece of a longer one, at least
	widest   = 4000 // bytes of a piece, whatever stands in it
)

// bullets begin a point of a list.
const bullets = "•·*-–—▪●+👉✅➜✔✓☑→►▶◦‣■□❌✗✘🚫⛔"

// crosses begin a point of what is not the job.
const crosses = "❌✗✘🚫⛔"

// trim takes blanks and the signs of a list off a piece of text.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(bullets, r) })
}

// sentences divides a line where a sentence or a point of a list ends, and a very long sentence at
// its commas. Each is a piece of the line as it stands.
func sentences(line string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, words, blank := 0, 0, true
		for i, r := range line {
			end, next := i+utf8.RuneLen(r), byte(' ')
			if end < len(line) {
				next = line[end]
			}
			space := unicode.IsSpace(r)
			if space && !blank {
				words++
			}
			blank = space
			ends := r == '•' || r == ';' || strings.ContainsRune(".!?", r) && next == ' ' ||
				strings.ContainsRune(",:–—", r) && next == ' ' && words >= shortest && tooLong(line[start:]) ||
				space && end-start > widest || end-start > 2*widest
			if !ends {
				continue
			}
			if s := trim(line[start:i]); s != "" && !yield(s) {
				return
			}
			start, words = i, 0
			if r == '•' || r == ';' || strings.ContainsRune(".!?,:–—", r) {
				start = end
			}
		}
		if s := trim(line[start:]); s != "" {
			yield(s)
		}
	}
}

// tooLong tells whether the sentence that begins here has more words than stay in one piece.
func tooLong(rest string) bool {
	words, before := 0, rune(0)
	for _, r := range rest[:min(len(rest), widest)] {
		switch {
		case unicode.IsSpace(r) && strings.ContainsRune(".!?;", before), r == ';':
			return false
		case unicode.IsSpace(r):
			if words++; words > longest {
				return true
			}
		}
		before = r
	}
	return false
}

// word is a word in small letters, and whether a mark of punctuation stands after it.
type word struct {
	text string
	ends bool
}

// wordsOf are the words of a text; a hyphen, a slash or an apostrophe holds one together.
func wordsOf(text string) []word {
	var out []word
	var b strings.Builder
	flush := func(ends bool) {
		if s := strings.Trim(b.String(), "-/'"); s != "" {
			if n := len(out); n > 0 && s == "ort" && out[n-1].text == "vor" {
				out = out[:n-1]
				s = "vor-ort"
			}
			out = append(out, word{text: s})
		}
		b.Reset()
		if n := len(out); n > 0 && ends {
			out[n-1].ends = true
		}
	}
	for _, r := range text {
		switch {
		case r == '’':
			b.WriteByte('\'')
		case r == '‐' || r == '‑':
			b.WriteByte('-')
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-/'", r):
			b.WriteRune(unicode.ToLower(r))
		default:
			flush(!unicode.IsSpace(r))
		}
	}
	flush(true)
	return out
}

// has tells whether one of the words is there.
func has(w []word, any ...string) bool {
	return slices.ContainsFunc(w, func(w word) bool { return slices.Contains(any, w.text) })
}
