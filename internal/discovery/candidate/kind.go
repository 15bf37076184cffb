package candidate

import (
	_ "embed"
	"strings"
)

//go:embed kinds.txt
var kindsText string

// kindWord is a word that speaks for a kind, and how strongly.
type kindWord struct {
	kind   string
	weight int
}

var kindWords = map[string][]kindWord{}

func init() {
	for _, line := range strings.Split(kindsText, "\n") {
		head, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		kind, weight := head, 1
		if k, found := strings.CutSuffix(head, "!"); found {
			kind, weight = k, 3
		}
		for _, w := range strings.Split(list, ",") {
			w = strings.TrimSpace(w)
			kindWords[w] = append(kindWords[w], kindWord{kind, weight})
		}
	}
}

// kindOrder decides between kinds of the same weight: the rarer and more telling first.
var kindOrder = []string{Commercial, Security, Data, Constraint, Integration, Quality, Functional}

// kindOf weighs the words of the quote and of the question it answers.
func kindOf(text string, m *Measure) string {
	score := map[string]int{}
	words := tokens(text)
	for i := range words {
		key := ""
		for n := 0; n < 3 && i+n < len(words); n++ {
			if n > 0 {
				key += " "
			}
			key += words[i+n].low
			for _, k := range kindWords[key] {
				score[k.kind] += k.weight
			}
		}
	}
	if m != nil {
		switch m.Unit {
		case "EUR", "USD", "GBP", "CHF":
			score[Commercial] += 3
		case "%", "milliseconds", "seconds", "minutes", "hours", "Sekunden", "Minuten", "Stunden":
			score[Quality] += 2
		default:
			if strings.Contains(m.Unit, "/") || strings.HasPrefix(m.Unit, "per ") {
				score[Quality] += 3
			}
		}
	}
	best := Functional
	for _, k := range kindOrder {
		if score[k] > score[best] || score[k] > 0 && score[k] == score[best] && best == Functional {
			best = k
		}
	}
	return best
}

// priorityOf reads MoSCoW from the words: a wish is a could, a want a should, the rest a must;
// what follows may take it back ('not a blocker').
func priorityOf(c cues, lex lexicon, following []sentence) string {
	for i, s := range following {
		if i > 2 {
			break
		}
		if c := lex.find(s.words); c.has("later") || i == 0 && points(s) && c.has("wish") {
			return Could
		}
	}
	switch {
	case c.has("later"):
		return Could
	case c.has("wish") && !c.has("forbid"):
		return Could
	case c.has("must", "forbid", "refuse", "authority", "stay"):
		return Must
	case c.has("want"):
		return Should
	}
	return Must
}
