package candidate

import "strings"

// contentOf is the set of words of a text that carry meaning.
func contentOf(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range tokens(text) {
		if len(w.low) > 3 && !common[w.low] || anyDigit(w.low) {
			set[w.low] = true
		}
	}
	return set
}

func anyDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

var common = map[string]bool{"that": true, "this": true, "with": true, "from": true, "need": true, "have": true, "want": true, "they": true, "them": true, "then": true,
	"would": true, "should": true, "your": true, "there": true, "what": true, "when": true, "also": true, "just": true, "must": true, "it's": true, "brauchen": true, "muss": true, "eine": true, "dann": true}

// overlap is the share of a's words that b holds.
func overlap(a, b map[string]bool) float64 {
	if len(a) == 0 {
		return 0
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// setOf makes a set of the words of a text.
func setOf(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}
