package discovery

import (
	"sort"
	"strings"

	"throughline/internal/thread"
)

// alikeFrom is the share of common words from which two sentences may say the same.
const alikeFrom = 0.34

// alike orders requirements by how many words they share with a sentence (Jaccard: common
// words over all words), the likest first, and says whether the first one may say the same.
func alike(sentence string, all []thread.Requirement) (ordered []thread.Requirement, likely bool) {
	want := wordSet(sentence)
	score := map[string]float64{}
	for _, r := range all {
		have := wordSet(r.Statement)
		common := 0
		for w := range want {
			if have[w] {
				common++
			}
		}
		if both := len(want) + len(have) - common; both > 0 {
			score[r.ID] = float64(common) / float64(both)
		}
	}
	ordered = append(ordered, all...)
	sort.SliceStable(ordered, func(i, j int) bool { return score[ordered[i].ID] > score[ordered[j].ID] })
	return ordered, len(ordered) > 0 && score[ordered[0].ID] >= alikeFrom
}

// wordSet are a sentence's words of three letters and more, or numbers.
func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range plainWords(strings.ToLower(s)) {
		if len(w) > 2 || w != "" && w[0] >= '0' && w[0] <= '9' {
			out[w] = true
		}
	}
	return out
}
