package edition

import (
	"slices"
	"strings"
	"unicode"
)

// wordsOf cuts a text into its words in small letters, sorted.
func wordsOf(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
	slices.Sort(words)
	return words
}

// likeness is Dice's measure over the words of two texts, each as often as it
// stands there: 0 where they share none, 1 where they have the same.
func likeness(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	same, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			same, i, j = same+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}

// similar is how alike two wordings without a common number must be.
const similar = 0.6

// common is in how many rows a word may stand and still lead from one to another.
const common = 100

// candidate is a pair of rows that may be one.
type candidate struct {
	was, is int
	like    float64
}

// alike pairs rows that are left by similar wording, the most alike first.
func (m *match) alike() {
	rows := map[string][]int{}
	words := map[int][]string{}
	for was := range m.older {
		if m.is[was] >= 0 {
			continue
		}
		words[was] = wordsOf(m.textOlder[was])
		for _, w := range slices.Compact(slices.Clone(words[was])) {
			rows[w] = append(rows[w], was)
		}
	}
	var all []candidate
	for is := range m.newer {
		if m.was[is] < 0 {
			all = append(all, m.candidates(is, rows, words)...)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		case a.is != b.is:
			return a.is - b.is
		}
		return a.was - b.was
	})
	for _, c := range all {
		if m.is[c.was] < 0 && m.was[c.is] < 0 {
			m.pair(c.was, c.is, ByLike)
		}
	}
}

// candidates gives the five free older rows that are most like a newer one.
func (m *match) candidates(is int, rows map[string][]int, words map[int][]string) []candidate {
	mine := wordsOf(m.textNewer[is])
	seen := map[int]bool{}
	var out []candidate
	for _, w := range slices.Compact(slices.Clone(mine)) {
		if len(rows[w]) > common {
			continue
		}
		for _, was := range rows[w] {
			if seen[was] {
				continue
			}
			seen[was] = true
			if like := likeness(words[was], mine); like >= similar {
				out = append(out, candidate{was, is, like})
			}
		}
	}
	slices.SortFunc(out, func(a, b candidate) int {
		if a.like != b.like {
			if a.like > b.like {
				return -1
			}
			return 1
		}
		return a.was - b.was
	})
	return out[:min(len(out), 5)]
}
