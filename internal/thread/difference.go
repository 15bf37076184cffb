package thread

import (
	"strings"
	"unicode"
)

// Piece is a run of words that two sentences share, or that only one of them has.
type Piece struct {
	Text string `json:"text"`
	How  string `json:"how"` // same, gone, new
}

// How a piece stands between the sentence before and the one after.
const (
	InBoth     = "same"
	OnlyBefore = "gone"
	OnlyAfter  = "new"
)

// mostCells bounds the table of a comparison: 1,000 changed words against 1,000. Beyond it the
// part that differs is shown as gone and new in whole.
const mostCells = 1 << 20

// Difference tells two sentences apart word by word: the longest common subsequence of their
// words (Wagner and Fischer, 1974), after what they share at both ends. The pieces that are
// same or gone make up the first sentence again, those that are same or new the second.
func Difference(was, now string) []Piece {
	a, b := tokens(was), tokens(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out pieces
	out.add(InBoth, a[:head]...)
	out.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	out.add(InBoth, a[len(a)-tail:]...)
	return out
}

type pieces []Piece

func (p *pieces) add(how string, words ...string) {
	text := strings.Join(words, "")
	if text == "" {
		return
	}
	if n := len(*p); n > 0 && (*p)[n-1].How == how {
		(*p)[n-1].Text += text
		return
	}
	*p = append(*p, Piece{text, how})
}

func (p *pieces) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > mostCells {
		p.add(OnlyBefore, a...)
		p.add(OnlyAfter, b...)
		return
	}
	width := len(b) + 1
	common := make([]int32, (len(a)+1)*width) // common[i][j]: length for a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add(InBoth, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			p.add(OnlyBefore, a[i])
			i++
		default:
			p.add(OnlyAfter, b[j])
			j++
		}
	}
	p.add(OnlyBefore, a[i:]...)
	p.add(OnlyAfter, b[j:]...)
}

// tokens cuts a text into words with the space that follows them, and single marks.
func tokens(s string) (out []string) {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) }
	start, inWord := 0, false
	for i, r := range s {
		if i > start && !(inWord && word(r)) && !unicode.IsSpace(r) {
			out = append(out, s[start:i])
			start = i
		}
		if !unicode.IsSpace(r) {
			inWord = word(r)
		} else {
			inWord = false
		}
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
