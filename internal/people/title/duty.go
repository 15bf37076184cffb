package title

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"throughline/internal/people/guide"
)

const (
	quoteLimit = 240 // characters of a quote
	quotesOf   = 12  // of one duty; more add nothing to its weight
)

// known is a duty that is looked for.
type known struct{ id, says, side string }

// reader knows the duties and their signs.
type reader struct {
	duties []known
	lexicon
}

// newReader takes the duties of the guide, with their signs in all languages, and the work beside.
func newReader(g *guide.Guide) *reader {
	r := &reader{lexicon: lexicon{byStart: map[string][]entry{}}}
	for _, role := range g.Roles {
		for _, d := range role.Duties {
			r.duties = append(r.duties, known{id: d.ID, says: d.Says, side: role.Side})
			for _, language := range slices.Sorted(maps.Keys(d.Signs)) {
				for _, s := range d.Signs[language] {
					r.add(len(r.duties)-1, signOf(s))
				}
			}
		}
	}
	for _, b := range beside {
		r.duties = append(r.duties, known{id: b.id, says: b.says, side: b.side})
		for _, s := range signsOf(b.signs) {
			r.add(len(r.duties)-1, s)
		}
	}
	return r
}

// in gives the duties whose signs stand in a sentence, and those of them that are taken back.
func (r *reader) in(w []word) (there, taken []int) {
	for i := range w {
		r.from(w[i].text, func(e entry) {
			if _, ok := e.sign.at(w, i); !ok || slices.Contains(there, e.duty) {
				return
			}
			if denied(w, i) {
				taken = append(taken, e.duty)
			} else {
				there = append(there, e.duty)
			}
		})
	}
	slices.Sort(there)
	return there, taken
}

// sideOf is the side of the sale that words speak of; empty if of none or of both.
func (r *reader) sideOf(w []word) string {
	there, _ := r.in(w)
	side := ""
	for _, d := range there {
		if side != "" && side != r.duties[d].side {
			return ""
		}
		side = r.duties[d].side
	}
	return side
}

// findings are the duties of a text, in its order, and the sides that it gives to others.
type findings struct {
	duties []Found
	times  map[string]int  // how often each side and duty was found
	others map[string]bool // by side
}

// find reads a text sentence by sentence; what it keeps is bounded however long the text is.
func (r *reader) find(text string) findings {
	f := findings{duties: []Found{}, times: map[string]int{}, others: map[string]bool{}}
	for l := range lines(text, r.headingSide) {
		for sentence := range sentences(l.text) {
			r.read(&f, sentence, l.part)
		}
	}
	return f
}

// headingSide is the side that a heading puts its part on: that of whom one works for.
func (r *reader) headingSide(w []word) string {
	there, _ := r.in(w)
	for _, d := range there {
		if id := r.duties[d].id; id != "prospects" && id != "bought" {
			return ""
		}
	}
	return r.sideOf(w)
}

func (r *reader) read(f *findings, sentence string, part voice) {
	w := wordsOf(sentence)
	there, taken := r.in(w)
	if len(there)+len(taken) == 0 {
		return
	}
	speaks := voiceOf(w, part)
	skip := goesTo(w)
	if speaks == given {
		taken = append(taken, there...)
	}
	for _, d := range taken {
		f.others[r.duties[d].side] = true
	}
	if speaks == aside || speaks == given {
		return
	}
	for _, d := range there {
		k := r.duties[d]
		switch {
		case k.side == skip:
			f.others[k.side] = true
		case speaks == before && k.side == Post, speaks == after && k.side == Pre:
		case k.id == "architecture" && anyOf(w, sketching):
		default:
			f.keep(k, sentence)
		}
	}
}

// sketching are signs that an architecture is shown, not yet made.
var sketching = signsOf("whiteboard*, sketch*, outlin*, skizz*, possible, mögliche")

func (f *findings) keep(k known, sentence string) {
	key := k.side + " " + k.id
	if f.times[key]++; f.times[key] <= quotesOf {
		f.duties = append(f.duties, Found{Quote: quote(sentence), Duty: k.id, Side: k.side, Says: k.says})
	}
}

// goesTo is the side that a sentence gives to others, empty if none.
func goesTo(w []word) string {
	switch {
	case anyOf(w, taking):
		return guide.Pre
	case anyOf(w, giving) && !anyOf(w, running):
		return guide.Post
	}
	return ""
}

func quote(sentence string) string {
	if utf8.RuneCountInString(sentence) <= quoteLimit {
		return sentence
	}
	return strings.TrimSpace(string([]rune(sentence)[:quoteLimit])) + "…"
}
