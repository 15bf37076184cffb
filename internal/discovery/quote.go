package discovery

import (
	"strings"
	"unicode"

	"throughline/internal/problem"
	"throughline/internal/seal"
)

// locate finds a quote in a call's words: it must be in them, white space and the forms of
// quotation marks aside. It gives the segment that the quote begins in. One voice's words are
// searched as they follow each other, and the whole call's.
func locate(segments []Segment, quote string) (Segment, error) {
	want := foldQuote(quote)
	if want == "" {
		return Segment{}, problem.Refuse("A quote has words. Copy them from the transcript.")
	}
	segments = folded(segments)
	if s, ok := within(segments, want); ok {
		return s, nil
	}
	seen := map[string]bool{}
	for _, first := range segments {
		if seen[first.Voice] {
			continue
		}
		seen[first.Voice] = true
		var own []Segment
		for _, s := range segments {
			if s.Voice == first.Voice {
				own = append(own, s)
			}
		}
		if s, ok := within(own, want); ok {
			return s, nil
		}
	}
	return Segment{}, problem.Refuse("These words are not in the transcript: “%s”. Copy the quote from it, or add it as a requirement without one.", short(quote, 120))
}

// folded is the segments with their words folded, erased ones without any.
func folded(segments []Segment) []Segment {
	out := make([]Segment, len(segments))
	for i, s := range segments {
		out[i] = s
		if out[i].Text = foldQuote(s.Text); s.Text == seal.Erased {
			out[i].Text = ""
		}
	}
	return out
}

// within searches the joined words of segments.
func within(segments []Segment, want string) (Segment, bool) {
	var b strings.Builder
	starts := make([]int, len(segments))
	for i, s := range segments {
		if b.Len() > 0 && s.Text != "" {
			b.WriteByte(' ')
		}
		starts[i] = b.Len()
		b.WriteString(s.Text)
	}
	at := strings.Index(b.String(), want)
	if at < 0 {
		return Segment{}, false
	}
	i := len(starts) - 1
	for i > 0 && starts[i] > at {
		i--
	}
	return segments[i], true
}

// foldQuote is a text with its white space and quotation marks in one form.
func foldQuote(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '‟', '«', '»', '"', '″':
			return '"'
		case '‘', '’', '‚', '‛', '`', '´', '\'', '′':
			return '\''
		case '\u200b', '\u200e', '\u200f', '\ufeff':
			return -1
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
