package title

import (
	"slices"
	"strings"
	"unicode"
)

// between is how many words may stand between two words of a sign.
const between = 3

// sentences divides a text where a sentence, a line or a point of a list ends. Each is a piece of
// the text as it stands.
func sentences(text string) []string {
	var out []string
	start := 0
	cut := func(end int) {
		if s := strings.TrimFunc(text[start:end], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("•·*-–—▪●", r) }); s != "" {
			out = append(out, s)
		}
	}
	for i, r := range text {
		next := byte(' ')
		if i+1 < len(text) {
			next = text[i+1]
		}
		ends := r == '\n' || r == '•' || r == ';' || strings.ContainsRune(".!?", r) && (next == ' ' || next == '\n' || next == '\r')
		if ends {
			cut(i)
			start = i
			if r != '•' {
				start = i + 1
			} else {
				start = i + len("•")
			}
		}
	}
	cut(len(text))
	return out
}

// wordsOf are the words of a text in small letters; a hyphen, a slash or an apostrophe holds one
// together.
func wordsOf(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑':
			return '-'
		case '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, text)
	w := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-/'", r)
	})
	for i := range w {
		w[i] = strings.Trim(w[i], "-/'")
	}
	return slices.DeleteFunc(w, func(s string) bool { return s == "" })
}

func signOf(s string) []string { return strings.Fields(strings.ToLower(s)) }

func signsOf(all ...string) [][]string {
	var out [][]string
	for _, s := range all {
		out = append(out, signOf(s))
	}
	return out
}

// match is where a sign begins in a sentence: its words in their order, with few between them;
// -1 if it does not stand there.
func match(w, sign []string) int {
	if len(sign) == 0 {
		return -1
	}
	for i := range w {
		if !fits(w[i], sign[0]) {
			continue
		}
		at, ok := i, true
		for _, s := range sign[1:] {
			n := slices.IndexFunc(w[at+1:min(len(w), at+2+between)], func(word string) bool { return fits(word, s) })
			if ok = n >= 0; !ok {
				break
			}
			at += n + 1
		}
		if ok {
			return i
		}
	}
	return -1
}

// fits compares a word with one of a sign, whose star stands for any ending.
func fits(word, sign string) bool {
	if stem, open := strings.CutSuffix(sign, "*"); open {
		return strings.HasPrefix(word, stem)
	}
	return word == sign
}

// everyday are words that most sentences of the two languages have.
var everyday = strings.Fields("the and of to with for you our in a und der die das mit für sie wir von du ihr zu den")

// foreign adds that a text seems to be in another language: hardly any of the everyday words
// stands in it.
func foreign(text string) string {
	w := wordsOf(text)
	n := 0
	for _, word := range w {
		if slices.Contains(everyday, word) {
			n++
		}
	}
	if len(w) >= 20 && n*20 < len(w) {
		return "; this text seems to be in another language"
	}
	return ""
}
