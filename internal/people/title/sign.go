package title

import (
	"slices"
	"strings"
)

// sign is words that follow one another with few between them.
type sign []part

// part is one word of a sign: a star before or after it stands for any beginning or ending, a bar
// after it demands that the clause ends there, as with the parted verbs of German.
type part struct {
	stem       string
	head, tail bool // open at its beginning, at its end
	last       bool // of its clause
}

func signOf(s string) sign {
	var out sign
	for _, f := range strings.Fields(strings.ToLower(s)) {
		var p part
		f, p.last = strings.CutSuffix(f, "|")
		f, p.head = strings.CutPrefix(f, "*")
		p.stem, p.tail = strings.CutSuffix(f, "*")
		out = append(out, p)
	}
	return out
}

// signsOf reads signs that are parted by commas.
func signsOf(list string) []sign {
	var out []sign
	for s := range strings.SplitSeq(list, ",") {
		if s := signOf(s); len(s) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// fits compares one word of a text with one of a sign; next follows it.
func (p part) fits(w []word, at int) bool {
	s := w[at].text
	if p.last && !clauseEnds(w, at) {
		return false
	}
	switch {
	case p.head && p.tail:
		return strings.Contains(s, p.stem)
	case p.head:
		return strings.HasSuffix(s, p.stem)
	case p.tail:
		return strings.HasPrefix(s, p.stem)
	}
	return s == p.stem
}

// clauseEnds tells whether a clause ends with a word: a mark stands there, or a word that joins.
func clauseEnds(w []word, at int) bool {
	return w[at].ends || at+1 == len(w) || slices.Contains([]string{"und", "oder", "sowie", "bis", "dann", "aber", "damit"}, w[at+1].text)
}

// at tells whether a sign begins at a word, and where it ends.
func (s sign) at(w []word, i int) (end int, ok bool) {
	if len(s) == 0 || !s[0].fits(w, i) {
		return 0, false
	}
	for _, p := range s[1:] {
		if i = p.after(w, i); i < 0 {
			return 0, false
		}
	}
	return i, true
}

// after is where a later word of a sign stands; -1 if it does not. The end of a parted verb may
// stand far off, but in the same clause.
func (p part) after(w []word, i int) int {
	reach := between
	if p.last {
		reach = parted
	}
	for j := i + 1; j < min(len(w), i+2+reach); j++ {
		if w[j-1].ends {
			break // a clause ends
		}
		if p.fits(w, j) {
			return j
		}
	}
	return -1
}

// match is where a sign begins in a sentence, -1 if it does not stand there.
func match(w []word, s sign) int {
	for i := range w {
		if _, ok := s.at(w, i); ok {
			return i
		}
	}
	return -1
}

// phrases are signs that are looked for together.
type phrases struct{ lexicon }

func phrasesOf(list string) *phrases {
	p := &phrases{lexicon{byStart: map[string][]entry{}}}
	for _, s := range signsOf(list) {
		p.add(0, s)
	}
	return p
}

// any tells whether one of the signs begins at a word and is as demanded; end is its last word.
func (p *phrases) any(w []word, i int, as func(s sign, end int) bool) (found bool) {
	p.from(w[i].text, func(e entry) {
		if found {
			return
		}
		if end, ok := e.sign.at(w, i); ok {
			found = as(e.sign, end)
		}
	})
	return found
}

// at tells whether one of the signs begins at a word.
func (p *phrases) at(w []word, i int) bool {
	return p.any(w, i, func(sign, int) bool { return true })
}

// within tells whether one of the signs stands in a sentence and is as demanded.
func (p *phrases) within(w []word, as func(s sign, from, end int) bool) bool {
	for i := range w {
		if p.any(w, i, func(s sign, end int) bool { return as(s, i, end) }) {
			return true
		}
	}
	return false
}

// anyOf tells whether one of the signs stands in a sentence.
func anyOf(w []word, p *phrases) bool {
	return p.within(w, func(sign, int, int) bool { return true })
}

// phraseOf tells whether the words of one of the signs stand side by side.
func phraseOf(w []word, p *phrases) bool {
	return p.within(w, func(s sign, from, end int) bool { return end-from == len(s)-1 || s[len(s)-1].last })
}

// inClause tells whether one of the signs stands in one clause.
func inClause(w []word, p *phrases) bool {
	return p.within(w, func(_ sign, from, end int) bool {
		return !slices.ContainsFunc(w[from:end], func(w word) bool { return w.ends })
	})
}

// lexicon finds the signs that may begin with a word, without trying them all.
type lexicon struct {
	byStart map[string][]entry // by the first two bytes
	open    []entry            // those whose beginning is open
}

// entry is a sign of a duty.
type entry struct {
	duty int
	sign sign
}

func (l *lexicon) add(duty int, s sign) {
	if len(s) == 0 {
		return
	}
	if first := s[0]; first.head || len(first.stem) < 2 {
		l.open = append(l.open, entry{duty, s})
	} else {
		l.byStart[first.stem[:2]] = append(l.byStart[first.stem[:2]], entry{duty, s})
	}
}

// from gives the signs that may begin with a word.
func (l *lexicon) from(w string, yield func(entry)) {
	if len(w) >= 2 {
		for _, e := range l.byStart[w[:2]] {
			yield(e)
		}
	}
	for _, e := range l.open {
		yield(e)
	}
}
