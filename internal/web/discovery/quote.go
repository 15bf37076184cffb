package discovery

import (
	"strings"
	"unicode"
	"unicode/utf8"

	core "throughline/internal/discovery"
)

// quotes are the places in a call's words where candidates were found: by segment, and in it
// by word, from and to.
type quotes map[int][]span

type span struct {
	from, to int // words of the segment
	of       *core.Candidate
}

// quotesIn finds every candidate's quote, word by word, from the segment it begins in on
// through what the same voice goes on to say. The current one comes first: where two overlap,
// it is the one that is seen.
func quotesIn(all []core.Segment, v review) quotes {
	out := quotes{}
	at := map[int]int{}
	for i := range all {
		at[all[i].Position] = i
	}
	add := func(c *core.Candidate) {
		if i, ok := at[c.Position]; ok && !c.Quote.Gone() && c.State != core.Rejected {
			out.find(all, i, c)
		}
	}
	if v.current != nil && v.current.State != core.Rejected {
		add(v.current)
	}
	for i := range v.all {
		if c := &v.all[i]; c != v.current {
			add(c)
		}
	}
	return out
}

// find marks the words of a quote; one that is not found word for word marks nothing.
func (q quotes) find(all []core.Segment, i int, c *core.Candidate) {
	want := plainWords(c.Quote.String())
	if len(want) == 0 {
		return
	}
	first := plainWords(all[i].Text)
	for from := range first {
		if spans, ok := follow(all, i, from, want); ok {
			for at, s := range spans {
				s.of = c
				q[at] = append(q[at], s)
			}
			return
		}
	}
}

// follow reads on from a word of a segment as long as the wanted words come.
func follow(all []core.Segment, i, from int, want []string) (map[int]span, bool) {
	out, n := map[int]span{}, 0
	for at := i; at < len(all) && n < len(want); at++ {
		if all[at].Voice != all[i].Voice {
			continue
		}
		have := plainWords(all[at].Text)
		to := from
		for to < len(have) && n < len(want) && have[to] == want[n] {
			to++
			n++
		}
		if n < len(want) && to < len(have) {
			return nil, false
		}
		if to > from {
			out[at] = span{from: from, to: to}
		}
		from = 0
	}
	return out, n == len(want)
}

// plainWords are a text's words with their marks gone, so that a quote with other quotation
// marks is found all the same. There are as many as strings.Fields gives.
func plainWords(s string) []string {
	out := strings.Fields(s)
	for i, w := range out {
		out[i] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				return r
			}
			return -1
		}, w)
	}
	return out
}

// cut divides the text of a segment where quotes begin and end.
func (q quotes) cut(i int, text string) []part {
	spans := q[i]
	if len(spans) == 0 {
		return []part{{words: text}}
	}
	var out []part
	var now *core.Candidate
	begin, word := 0, 0
	flush := func(end int) {
		if end > begin {
			out = append(out, part{words: text[begin:end], of: now})
			begin = end
		}
	}
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if of := owner(spans, word); of != now {
			flush(endOf(text, begin, start, now))
			now = nil
			flush(start) // the white space between two quotes is nobody's
			now = of
		}
		word++
	}
	flush(endOf(text, begin, len(text), now))
	now = nil
	flush(len(text))
	return out
}

// endOf keeps the white space behind a quote out of it.
func endOf(text string, begin, end int, of *core.Candidate) int {
	if of == nil {
		return end
	}
	return begin + len(strings.TrimRightFunc(text[begin:end], unicode.IsSpace))
}

func owner(spans []span, word int) *core.Candidate {
	for _, s := range spans {
		if word >= s.from && word < s.to {
			return s.of
		}
	}
	return nil
}

// nextWord gives the bytes of the next word from there on; none at the end.
func nextWord(text string, from int) (start, end int) {
	start = from
	for start < len(text) {
		r, n := utf8.DecodeRuneInString(text[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	end = start
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) {
			break
		}
		end += n
	}
	return start, end
}
