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
	receiver   = 7   // words within which it is said who receives what is handed over
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
		for _, s := range append(signsOf(b.signs), phases(b.id)...) {
			r.add(len(r.duties)-1, s)
		}
	}
	return r
}

// in gives the duties whose signs stand in a sentence, and those of them that are taken back.
func (r *reader) in(w []word) (there, taken []int) {
	for i := range w {
		r.from(w[i].text, func(e entry) {
			end, ok := e.sign.at(w, i)
			switch {
			case !ok || slices.Contains(there, e.duty):
			case denied(w, i):
				taken = append(taken, e.duty)
			case (r.duties[e.duty].id == "setup" || r.duties[e.duty].id == "data") && forTrial(w, i, end):
			default:
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
	taken = slices.DeleteFunc(taken, r.timing) // 'they have not yet signed' gives nothing to others
	if speaks == given {
		taken = append(taken, there...)
	} else if r.spans(there) {
		taken = nil // 'we do not part before from after' denies neither
	}
	for _, d := range taken {
		f.others[r.duties[d].side] = true
	}
	if speaks == aside || speaks == given {
		return
	}
	offered := r.holds(there, "offer", "rfp") && !r.holds(there, "bought")
	for _, d := range there {
		k := r.duties[d]
		switch {
		case k.side == skip:
			f.others[k.side] = true
		case speaks == before && k.side == Post, speaks == after && k.side == Pre:
		case k.id == "criteria" && r.holds(there, "poc"):
		case offered && slices.Contains(onPaper, k.id), k.id == "architecture" && anyOf(w, sketching), k.id == "training" && anyOf(w, sellers):
		default:
			f.keep(k, sentence)
		}
	}
}

// timing tells whether a duty is only for whom one works.
func (r *reader) timing(d int) bool {
	return r.duties[d].id == "prospects" || r.duties[d].id == "bought"
}

// spans tells whether a duty is to stay with a customer from one side of the sale to the other.
func (r *reader) spans(there []int) bool { return r.holds(there, "span") }

func (r *reader) holds(there []int, ids ...string) bool {
	return slices.ContainsFunc(there, func(d int) bool { return slices.Contains(ids, r.duties[d].id) })
}

// onPaper are duties after the sale that an offer describes: beside it they are what it says.
var onPaper = []string{"architecture", "documents", "advice", "data"}

var (
	// sketching are signs that an architecture is shown, not yet made.
	sketching = phrasesOf("whiteboard*, sketch*, outlin*, skizz*, mal*, possible, mögliche")
	// sellers are those whose training is no work for a customer.
	sellers = phrasesOf("sales team*, sales colleague*, sales force, sellers, account executive*, resellers, vertriebsteam*, vertriebskolleg*, außendienst, händler, händlern, train* partner*, train* sales")
	// tried are what is set up for a customer to try, before the sale.
	tried = phrasesOf("demo, demos, demo-umgebung*, demonstration*, poc, pocs, proof*, proof-of-concept*, pilot*, trial*, sandbox*, test environment*, demo environment*, prototype*, evaluation*, teststellung*, testumgebung*, testzugang*, testzugänge*, testinstallation*, demosystem*, demoumgebung*, prototyp*")
)

// forTrial tells whether what is set up stands beside what a customer tries.
func forTrial(w []word, from, to int) bool {
	near := func(i, step, reach int) bool {
		for n := 0; n < reach && i >= 0 && i < len(w); n++ {
			if tried.at(w, i) {
				return true
			}
			if w[i].ends || has(w[i:i+1], "and", "then", "und", "dann") {
				return false
			}
			i += step
		}
		return false
	}
	return !w[to].ends && near(to+1, 1, 4) || from > 0 && !w[from-1].ends && near(from-1, -1, 2)
}

func (f *findings) keep(k known, sentence string) {
	key := k.side + " " + k.id
	if f.times[key]++; f.times[key] <= quotesOf {
		f.duties = append(f.duties, Found{Quote: quote(sentence), Duty: k.id, Side: k.side, Says: k.says})
	}
}

// goesTo is the side that a sentence gives to others, empty if none.
func goesTo(w []word) string {
	switch {
	case inClause(w, taking):
		return guide.Pre
	case handedOn(w) && !anyOf(w, running), inClause(w, leaving):
		return guide.Post
	}
	return ""
}

// handedOn tells whether work is handed to those who build: they are named close behind.
func handedOn(w []word) bool {
	for i := range w {
		if giving.any(w, i, func(_ sign, end int) bool { return anyOf(w[end:min(len(w), end+receiver)], receiving) }) {
			return true
		}
	}
	return false
}

func quote(sentence string) string {
	if utf8.RuneCountInString(sentence) <= quoteLimit {
		return sentence
	}
	return strings.TrimSpace(string([]rune(sentence)[:quoteLimit])) + "…"
}
