package discovery

import (
	"fmt"
	"strconv"

	core "throughline/internal/discovery"
	"throughline/internal/seal"
)

// A long call is read in pages of so many segments; a shorter one in a single page.
const (
	wholeUpTo = 240
	pageOf    = 150
)

// transcript is the part of a call's words that one page shows.
type transcript struct {
	turns       []turn
	from, to, n int // of so many segments, counted from 0
	page        int
	marked      int // how many candidates' quotes stand in this part
}

// turn is what one voice says without a break.
type turn struct {
	voice core.Voice
	lines []line
}

// line is one segment, cut where a quote begins or ends.
type line struct {
	position int
	clock    string
	erased   bool
	parts    []part
}

// part is a run of words, of a candidate's quote or of none.
type part struct {
	words string
	of    *core.Candidate
}

// transcriptOf lays out the part of the words that the current candidate stands in, or the
// page that the address asks for.
func (v *callView) transcriptOf(all []core.Segment) transcript {
	t := transcript{n: len(all), to: len(all)}
	if len(all) > wholeUpTo && v.r.URL.Query().Get("whole") == "" {
		t.page = v.pageIn(all)
		t.from = t.page * pageOf
		t.to = min(t.from+pageOf, len(all))
	}
	voice := map[string]core.Voice{}
	for _, w := range v.voices {
		voice[w.ID] = w
	}
	quotes := quotesIn(all, v.review)
	seen := map[string]bool{}
	for i := t.from; i < t.to; i++ {
		s := all[i]
		if len(t.turns) == 0 || t.turns[len(t.turns)-1].voice.ID != s.Voice {
			t.turns = append(t.turns, turn{voice: voice[s.Voice]})
		}
		l := line{position: s.Position, clock: clockWords(s.Start), erased: s.Text == seal.Erased, parts: quotes.cut(i, s.Text)}
		for _, p := range l.parts {
			if p.of != nil && !seen[p.of.ID] {
				seen[p.of.ID] = true
				t.marked++
			}
		}
		last := &t.turns[len(t.turns)-1]
		last.lines = append(last.lines, l)
	}
	return t
}

// pageIn is the page asked for, else the one that the current candidate stands in.
func (v *callView) pageIn(all []core.Segment) int {
	last := (len(all) - 1) / pageOf
	if n, err := strconv.Atoi(v.r.URL.Query().Get("page")); err == nil && n > 0 {
		return min(n-1, last)
	}
	if c := v.review.current; c != nil {
		for i := range all {
			if all[i].Position == c.Position {
				return i / pageOf
			}
		}
	}
	return 0
}

// clockWords reads a time mark as people do: 1:39, or 1:02:07 past the hour.
func clockWords(ms int64) string {
	if ms < 0 {
		return ""
	}
	s := ms / 1000
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// where says which part is shown: '151 to 300 of 600'.
func (t transcript) where() string {
	if t.from == 0 && t.to == t.n {
		return ""
	}
	return fmt.Sprintf("%d to %d of %d", t.from+1, t.to, t.n)
}
