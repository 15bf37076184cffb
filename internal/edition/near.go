package edition

import "slices"

// Nearest finds texts that say nearly the same as another, by the words that both have.
type Nearest struct {
	words [][]string
	rows  map[string][]int
}

// NewNearest prepares to look among texts.
func NewNearest(texts []string) *Nearest {
	n := &Nearest{rows: map[string][]int{}}
	for _, t := range texts {
		n.add(wordsOf(t))
	}
	return n
}

func (n *Nearest) add(words []string) {
	at := len(n.words)
	n.words = append(n.words, words)
	for _, w := range slices.Compact(slices.Clone(words)) {
		n.rows[w] = append(n.rows[w], at)
	}
}

// To gives the text most like this one and how alike they are, from 0 to 1; -1 where none shares
// a telling word. Of several that are as alike it is the first.
func (n *Nearest) To(text string) (at int, like float64) { return n.nearest(wordsOf(text), 0) }

// nearest looks for a text that is alike at least so much. The more alike it must be, the fewer of
// the rarest words need to be looked at: the texts share all others (prefix filtering; Chaudhuri,
// Ganti, Kaushik 2006).
func (n *Nearest) nearest(mine []string, least float64) (at int, like float64) {
	words := slices.Compact(slices.Clone(mine))
	slices.SortStableFunc(words, func(a, b string) int { return len(n.rows[a]) - len(n.rows[b]) })
	if least > 0 {
		words = words[:min(len(words), 2+int(2*(1-least)*float64(len(words))))]
	}
	seen := map[int]bool{}
	at = -1
	for _, w := range words {
		if len(n.rows[w]) > common {
			break
		}
		for _, i := range n.rows[w] {
			if seen[i] {
				continue
			}
			seen[i] = true
			if l := likeness(n.words[i], mine); l >= least && (l > like || l == like && i < at) {
				at, like = i, l
			}
		}
	}
	return at, like
}

// alikeTwin is how alike two rows of one list must be to be proposed as one: a list has many rows
// that differ in one word and mean another thing.
const alikeTwin = 0.92

// fewest is how many words a text must have to be taken for another that is only alike.
const fewest = 5

// Twins gives for each text the first one before it that says the same; -1 where none does.
// Capitals, blanks and quotes make no difference; of longer texts a word may differ, numbers never.
func Twins(texts []string) []int {
	out, first := make([]int, len(texts)), map[string]int{}
	near := NewNearest(nil)
	for i, t := range texts {
		out[i] = -1
		key, words := folded(t), wordsOf(t)
		if at, ok := first[key]; ok && key != "" {
			out[i] = at
		} else {
			first[key] = i
			if at, _ := near.nearest(words, alikeTwin); at >= 0 && len(words) >= fewest && sameTelling(near.words[at], words) {
				out[i] = at
			}
		}
		near.add(words)
	}
	return out
}

// negations turn what a sentence says around, in English, German, French and Spanish.
var negations = map[string]bool{"not": true, "no": true, "never": true, "without": true, "nicht": true, "kein": true, "keine": true, "keinen": true, "nie": true, "ohne": true,
	"pas": true, "jamais": true, "sans": true, "aucun": true, "aucune": true, "nunca": true, "sin": true, "ningún": true, "ninguna": true}

// SameTelling says whether two texts hold the same numbers and negations, without which no likeness counts.
func SameTelling(a, b string) bool { return sameTelling(wordsOf(a), wordsOf(b)) }

// sameTelling says whether two texts, as sorted words, hold the same numbers and negations.
func sameTelling(a, b []string) bool { return slices.Equal(telling(a), telling(b)) }

func telling(words []string) (out []string) {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' || negations[w] {
			out = append(out, w)
		}
	}
	return out
}
