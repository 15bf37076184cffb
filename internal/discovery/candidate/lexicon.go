package candidate

import (
	_ "embed"
	"strings"
)

//go:embed lexicon.txt
var lexiconText string

// phrase is a run of words that speaks for a cue; '_' stands for any one word.
type phrase struct {
	words []string
	cue   string
}

// lexicon finds phrases by their first word.
type lexicon map[string][]phrase

// The words of both languages. German has its own list because 'will' is a wish there.
var english, german = readLexicon(lexiconText)

// readLexicon reads lines of 'cue: phrase, phrase'; 'de cue:' is German. A cue is named by what
// it says about a sentence.
func readLexicon(text string) (en, de lexicon) {
	en, de = lexicon{}, lexicon{}
	for _, line := range strings.Split(text, "\n") {
		cue, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		into := []lexicon{en, de}
		if c, found := strings.CutPrefix(cue, "de "); found {
			cue, into = c, into[1:]
		} else if c, found := strings.CutPrefix(cue, "en "); found {
			cue, into = c, into[:1]
		}
		for _, p := range strings.Split(list, ",") {
			w := strings.Fields(p)
			if len(w) == 0 {
				continue
			}
			for _, l := range into {
				l[w[0]] = append(l[w[0]], phrase{w, cue})
			}
		}
	}
	return en, de
}

// cues is what the words of a sentence say: for each cue, the first phrase met and its place.
type cues map[string]met

type met struct {
	phrase   string
	from, to int // words
}

func (c cues) has(names ...string) bool {
	for _, n := range names {
		if _, ok := c[n]; ok {
			return true
		}
	}
	return false
}

// find collects the cues of words. A longer phrase wins its words: 'must try' is not a 'must'.
// Only what tells of a state takes no words away: 'is a' stands within 'is a blocker'.
func (l lexicon) find(words []word) cues {
	out := cues{}
	for i := 0; i < len(words); {
		best := 0
		for _, p := range l[words[i].low] {
			if p.cue != "state" && len(p.words) > best && p.at(words, i) {
				best = len(p.words)
			}
		}
		for _, p := range l[words[i].low] {
			if (p.cue == "state" || len(p.words) == best) && p.at(words, i) {
				if _, old := out[p.cue]; !old {
					out[p.cue] = met{strings.Join(p.words, " "), i, i + len(p.words)}
				}
			}
		}
		i += max(best, 1)
	}
	return out
}

func (p phrase) at(words []word, i int) bool {
	if i+len(p.words) > len(words) {
		return false
	}
	for k, w := range p.words {
		if w != "_" && words[i+k].low != w {
			return false
		}
	}
	return true
}

// starts says whether the words begin with a phrase of the cue.
func (l lexicon) starts(words []word, cue string) bool {
	if len(words) == 0 {
		return false
	}
	for _, p := range l[words[0].low] {
		if p.cue == cue && p.at(words, 0) {
			return true
		}
	}
	return false
}
