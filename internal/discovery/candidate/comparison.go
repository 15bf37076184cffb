package candidate

import (
	"strings"
)

// compared is a phrase beside a number and the comparison it means.
type compared struct {
	words      []string
	comparison string
	phrase     string
}

// before and after are the phrases that stand on either side of a number. The longest that fits
// counts; of two as long, the first.
var (
	before = comparisons(
		"<=", "within, at most, no more than, not more than, no longer than, not longer than, up to, inside of, inside, in under, maximum of, max of, no later than, in, höchstens, maximal, innerhalb von, innerhalb, binnen, nicht länger als, nicht mehr als, bis zu, ≤, <=, can't go over, not go over, never more than, go over, takes more than, take more than, longer than, more than, mehr als, länger als, over",
		"<", "under, less than, below, fewer than, unter, weniger als, <, shorter than, faster than",
		">=", "at least, minimum of, a minimum of, min, no less than, not less than, no fewer than, mindestens, wenigstens, ≥, >=",
		">", "above, >",
		"=", "exactly, genau, precisely")
	after = comparisons(
		"<=", "tops, max, maximum, at most, or less, at the outside, or faster, at the latest, höchstens, maximal, at worst, or under, is okay, and no more, flat",
		">=", "or more, or better, minimum, at least, at minimum, mindestens, at the very least, oder mehr, or longer, or higher")
)

// comparisons reads pairs of a comparison and its phrases.
func comparisons(pairs ...string) []compared {
	var out []compared
	for i := 0; i < len(pairs); i += 2 {
		for _, p := range strings.Split(pairs[i+1], ", ") {
			out = append(out, compared{strings.Fields(p), pairs[i], p})
		}
	}
	return out
}

// compare reads the words around a number.
func compare(q *quantity, s sentence) {
	if q.explicit {
		return
	}
	w := s.words
	best := 0
	if mark := strings.IndexAny(w[q.from].low, "<>≤≥"); mark == 0 {
		m := strings.NewReplacer("≤", "<=", "≥", ">=").Replace(w[q.from].low)
		q.comparison, q.explicit = strings.TrimRight(m, "0123456789.,%€$£kmh"), true
		return
	}
	for _, c := range before {
		for gap := 0; gap <= 1; gap++ {
			n := len(c.words)
			from := q.from - n - gap
			if from >= 0 && n*2-gap > best && same(w[from:], c.words) && (gap == 0 || filler[w[q.from-1].low]) {
				best, q.comparison, q.explicit = n*2-gap, c.comparison, true
				q.weak, q.upTo = c.phrase == "in", c.phrase == "up to" || c.phrase == "bis zu"
			}
		}
	}
	if best > 0 && !q.weak {
		return
	}
	best = 0
	for _, c := range after {
		if q.to+len(c.words) <= len(w) && same(w[q.to:], c.words) && len(c.words) > best {
			best, q.comparison, q.explicit, q.weak = len(c.words), c.comparison, true, false
		}
	}
}

var filler = map[string]bool{"about": true, "around": true, "roughly": true, "the": true, "of": true, "etwa": true, "von": true, "like": true, "a": true}

func same(w []word, f []string) bool {
	for i, x := range f {
		if i >= len(w) || w[i].low != x {
			return false
		}
	}
	return true
}

var keeping = setOf(`keep keeps kept keeping retain retained retention store stored archive archived retry retries retrying buffer logs log logged
		reproduce history minimum aufbewahren aufbewahrt aufheben speichern protokoll historie nachvollziehbar gespeichert weiterlaufen survive hang hangs holds hold still sustained offline`)
var reaching = setOf(`uptime available availability accuracy accurate precision success up sla verfügbar verfügbarkeit cases nines match matched recall coverage fälle`)

// comparisonOf is the comparison meant when no word of comparison stands there: what is kept is
// kept at least so long, load is carried at least, an answer takes at most.
func comparisonOf(q quantity, s sentence, q0 sentence) string {
	if q.explicit && !q.weak {
		if q.comparison == "<=" && q.upTo && q.class != span && q.class != money {
			return ">=" // 'messages up to 20 MB' have to be carried, all of them
		}
		return q.comparison
	}
	keep, reach := false, false
	for _, list := range [][]word{s.words, q0.words} {
		for _, w := range list {
			keep = keep || keeping[w.low]
			reach = reach || reaching[w.low]
		}
	}
	switch {
	case q.class == span && keep:
		return ">="
	case q.class == span, q.class == money:
		return "<="
	case q.class == share && (reach || q.value >= 90):
		return ">="
	case q.class == share:
		return "<="
	case q.class == rate:
		return ">="
	}
	return "="
}

// closes says whether the number is the last word of its sentence: 'Two.', 'I told them ninety-two.'
func closes(q *quantity, s sentence) bool {
	rest := strings.TrimLeft(s.text[s.words[q.to-1].end:], " ")
	return rest == "" || strings.HasPrefix(rest, ".")
}

// leaning makes a limit of a bare number when the next sentence says what happens beyond it, and
// an exact length of a trial's.
func leaning(comparison string, q quantity, s sentence) string {
	switch {
	case q.explicit && !q.weak:
		return comparison
	case overrun.MatchString(s.text):
		return "<="
	case q.class == span && comparison == "<=" && trial.MatchString(s.text):
		return "="
	}
	return comparison
}

func comparesWith(w []word) bool {
	for _, c := range before {
		if len(c.words) == len(w) && same(w, c.words) {
			return true
		}
	}
	return false
}
