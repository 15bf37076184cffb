package candidate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a sentence: as said, in lower case without its punctuation, and its place.
type word struct {
	low        string
	start, end int  // bytes in the sentence, punctuation outside
	stop       bool // a comma, semicolon, colon or dash follows
}

// shortened are words whose full stop ends no sentence.
var shortened = setOf("mr mrs ms dr prof st vs etc e.g i.e eg ie no nr inc ltd approx min max sec z.b bzw ca d.h u.a inkl usw evtl ggf tel abs hr fr")

// longest is the most bytes one sentence may have.
const longest = 1200

// split finds the sentences of text as byte spans. Where the recorder wrote no punctuation, the
// starts of its segments are the ends.
func split(text string, starts []int, bare bool) [][2]int {
	var out [][2]int
	begin := 0
	var put func(end int)
	put = func(end int) {
		for end-begin > longest { // nobody speaks so; a recorder without full stops does
			at := strings.LastIndexByte(text[begin:begin+longest], ' ')
			if at <= 0 {
				break
			}
			put(begin + at)
		}
		for begin < end && text[begin] == ' ' {
			begin++
		}
		if s := strings.TrimRight(text[begin:end], " "); strings.IndexFunc(s, unicode.IsLetter) >= 0 || strings.IndexFunc(s, unicode.IsDigit) >= 0 {
			out = append(out, [2]int{begin, begin + len(s)})
		}
		begin = end
	}
	if bare {
		for _, s := range starts[1:] {
			put(s)
		}
		put(len(text))
		return out
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '.' && c != '?' && c != '!' && !strings.HasPrefix(text[i:], "…") {
			continue
		}
		end := i + 1
		if c == 0xE2 {
			end = i + len("…")
		}
		for end < len(text) && strings.IndexByte(".?!\"')", text[end]) >= 0 {
			end++
		}
		if ends(text, begin, i, end) {
			put(end)
		}
		i = end - 1
	}
	put(len(text))
	return out
}

// ends says whether the mark at i, with all marks up to end, closes the sentence from begin.
func ends(text string, begin, i, end int) bool {
	if end < len(text) && text[end] != ' ' {
		return false // 5.9, example.com
	}
	if end >= len(text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end+1:])
	trailing := strings.HasPrefix(text[i:], "...") || strings.HasPrefix(text[i:], "…")
	if unicode.IsLower(next) && (text[i] == '.' || trailing) {
		return false
	}
	if text[i] != '.' || trailing {
		return !trailing || unicode.IsUpper(next)
	}
	last := strings.ToLower(text[max(begin, strings.LastIndexByte(text[:i], ' ')+1):i])
	if shortened[last] && !(last == "no" && unicode.IsUpper(next)) {
		return false
	}
	return len(last) != 1 || !unicode.IsLetter(rune(last[0])) || last == "i" // an initial
}

// tokens cuts a sentence into words; apostrophes and what stands within a word stay.
func tokens(text string) []word {
	var out []word
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			if len(out) > 0 && strings.ContainsRune(",;:–—(", r) {
				out[len(out)-1].stop = true
			}
			i += n
			continue
		}
		start := i
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			if !wordRune(r) && !(strings.ContainsRune(".,/-&", r) && i+n < len(text) && inWord(text[i+n:])) {
				break
			}
			i += n
		}
		low := strings.ToLower(strings.ReplaceAll(text[start:i], "’", "'"))
		low = strings.Trim(low, "'")
		if low == "" {
			continue
		}
		out = append(out, word{low: low, start: start, end: i})
	}
	return out
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || strings.ContainsRune("%€$£<>=≤≥", r)
}

func inWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
