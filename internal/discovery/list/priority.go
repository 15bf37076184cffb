package list

import (
	"strings"

	"throughline/internal/thread"
)

// priorityWords are how customers write a priority, in English, German, French and Spanish, folded.
// A number or letter alone says nothing of which end is the highest, but that 1 and A come first
// in every scale of these that was seen.
var priorityWords = map[thread.Priority][]string{
	thread.Must: {"must", "must have", "musthave", "m", "mandatory", "required", "shall", "essential", "critical", "high", "p1", "1", "a", "muss", "muss-kriterium", "mußkriterium",
		"pflicht", "zwingend", "hoch", "ausschlusskriterium", "ko", "k.o.", "obligatoire", "impératif", "élevée", "haute", "obligatorio", "imprescindible", "alta"},
	thread.Should: {"should", "should have", "s", "important", "medium", "desired", "p2", "2", "b", "soll", "sollte", "soll-kriterium", "wichtig", "mittel", "important", "souhaité", "moyenne", "deseable", "media"},
	thread.Could: {"could", "could have", "c", "optional", "nice to have", "nice-to-have", "low", "p3", "3", "kann", "kann-kriterium", "wunsch", "wünschenswert", "niedrig", "optionnel", "facultatif",
		"faible", "opcional", "baja"},
	thread.Wont: {"won't", "wont", "won't have", "w", "out of scope", "not needed", "nicht nötig", "hors périmètre", "fuera de alcance"},
}

var priorityOf = func() map[string]thread.Priority {
	out := map[string]thread.Priority{}
	for p, words := range priorityWords {
		for _, w := range words {
			out[w] = p
		}
	}
	return out
}()

// Priority is the priority that a customer's word names; empty where it names none of ours.
func Priority(word string) thread.Priority {
	word = strings.ToLower(strings.Trim(strings.TrimSpace(word), ".()[]*"))
	if p, ok := priorityOf[word]; ok {
		return p
	}
	first, _, _ := strings.Cut(strings.NewReplacer("-", " ", "–", " ", "/", " ", ":", " ", ",", " ").Replace(word), " ")
	if len(first) > 1 { // '1 of 5' and 'A few' say something else
		return priorityOf[first]
	}
	return ""
}
