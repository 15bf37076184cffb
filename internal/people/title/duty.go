package title

import (
	"maps"
	"slices"
	"strings"

	"throughline/internal/people/guide"
)

// quoteLimit bounds a quote, in characters.
const quoteLimit = 240

// find gives each duty of each sentence once, in the order of the text.
func find(g *guide.Guide, text string) []Found {
	known := dutiesOf(g)
	out := []Found{}
	for _, sentence := range sentences(text) {
		w := wordsOf(sentence)
		skip := goesTo(w)
		for _, d := range known {
			if d.side == skip || !d.in(w) {
				continue
			}
			out = append(out, Found{Quote: quote(sentence), Duty: d.id, Side: d.side, Says: d.says})
		}
	}
	return out
}

// known is a duty with its signs in all languages.
type known struct {
	id, says, side string
	signs          [][]string
}

func dutiesOf(g *guide.Guide) []known {
	var out []known
	for _, r := range g.Roles {
		for _, d := range r.Duties {
			k := known{id: d.ID, says: d.Says, side: r.Side}
			for _, language := range slices.Sorted(maps.Keys(d.Signs)) {
				for _, s := range d.Signs[language] {
					k.signs = append(k.signs, signOf(s))
				}
			}
			out = append(out, k)
		}
	}
	return out
}

// in tells whether a sentence asks for the duty: a sign of it stands there and is not denied.
func (k known) in(w []string) bool {
	for _, s := range k.signs {
		if at := match(w, s); at >= 0 && !denied(w, at) {
			return true
		}
	}
	return false
}

// denials before a sign take it back.
var denials = strings.Fields("no not never without don't doesn't isn't won't kein keine keinen keiner nicht ohne nie")

// deniedWithin is how many words before a sign a denial reaches it.
const deniedWithin = 5

func denied(w []string, at int) bool {
	return slices.ContainsFunc(w[max(0, at-deniedWithin):at], func(word string) bool { return slices.Contains(denials, word) })
}

// giving and taking are signs that one side's work is somebody else's: what is handed to those
// who build, or taken over from those who sell.
var (
	giving = signsOf("hand off to", "hands off to", "hand over to", "hands over to", "handing over to", "handoff to", "pass to", "übergibst", "übergeben an", "übergabe an", "übergeben sie")
	taking = signsOf("take over from", "takes over from", "taking over from", "handed over by", "handoff from", "übernimmst vom", "übernehmen vom", "übernahme vom", "übernehmen sie vom", "übergabe aus dem", "übergabe vom", "together with presales who", "after pre-sales")
)

// goesTo is the side that a sentence gives to others, empty if none.
func goesTo(w []string) string {
	anyOf := func(signs [][]string) bool {
		return slices.ContainsFunc(signs, func(s []string) bool { return match(w, s) >= 0 })
	}
	switch {
	case anyOf(taking):
		return guide.Pre
	case anyOf(giving):
		return guide.Post
	}
	return ""
}

func quote(sentence string) string {
	if r := []rune(sentence); len(r) > quoteLimit {
		return string(r[:quoteLimit]) + "…"
	}
	return sentence
}
