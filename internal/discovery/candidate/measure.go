package candidate

import (
	"regexp"
	"strings"
)

// costly is talk of money, where a bare number is an amount.
var costly = regexp.MustCompile(`(?i)\b(budget|price|cost|threshold|contract|council|grand|a year, all in|approved|spend|pay|money|vorstand|vergabe|kosten|preis)\b`)

// comparing are the words beside a number that say how it is to be compared. The longest fits.
var comparing = map[string][]string{
	"<=": {"within", "at most", "no more than", "not more than", "no longer than", "not longer than", "up to", "inside of", "inside", "in under", "maximum of", "max of", "no later than", "in", "höchstens", "maximal", "innerhalb von", "innerhalb", "binnen", "nicht länger als", "nicht mehr als", "bis zu", "≤", "<=", "can't go over", "not go over", "never more than", "go over", "takes more than", "take more than", "longer than", "more than", "mehr als", "länger als", "over"},
	"<":  {"under", "less than", "below", "fewer than", "unter", "weniger als", "<", "shorter than", "faster than"},
	">=": {"at least", "minimum of", "a minimum of", "min", "no less than", "not less than", "no fewer than", "mindestens", "wenigstens", "≥", ">="},
	">":  {"above", "mehr als", ">"},
	"=":  {"exactly", "genau", "precisely"},
}

var comparingAfter = map[string][]string{
	"<=": {"tops", "max", "maximum", "at most", "or less", "at the outside", "or faster", "at the latest", "höchstens", "maximal", "at worst", "or under", "is okay", "and no more", "flat"},
	">=": {"or more", "or better", "minimum", "at least", "at minimum", "mindestens", "at the very least", "oder mehr", "or longer", "or higher"},
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
	for comparison, phrases := range comparing {
		for _, p := range phrases {
			f := strings.Fields(p)
			for gap := 0; gap <= 1; gap++ {
				from := q.from - len(f) - gap
				if from >= 0 && len(f)*2-gap > best && same(w[from:], f) && (gap == 0 || filler[w[q.from-1].low]) {
					best, q.comparison, q.explicit, q.weak = len(f)*2-gap, comparison, true, p == "in"
					q.upTo = p == "up to" || p == "bis zu"
				}
			}
		}
	}
	if best > 0 && !q.weak {
		return
	}
	best = 0
	for comparison, phrases := range comparingAfter {
		for _, p := range phrases {
			f := strings.Fields(p)
			if q.to+len(f) <= len(w) && same(w[q.to:], f) && len(f) > best {
				best, q.comparison, q.explicit, q.weak = len(f), comparison, true, false
			}
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

var keeping = map[string]bool{}
var reaching = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`keep keeps kept keeping retain retained retention store stored archive archived retry retries retrying buffer logs log logged
		reproduce history minimum aufbewahren aufbewahrt aufheben speichern protokoll historie nachvollziehbar gespeichert weiterlaufen survive hang hangs holds hold still sustained offline`) {
		keeping[w] = true
	}
	for _, w := range strings.Fields(`uptime available availability accuracy accurate precision success up sla verfügbar verfügbarkeit cases nines match matched recall coverage fälle`) {
		reaching[w] = true
	}
}

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

// measureOf chooses the number that tells success: one with a word of comparison, then a rate,
// then a percentage, then a time, then a count that is moved or carried.
func measureOf(quote sentence, asked sentence, statement string, german bool) *Measure {
	var best *quantity
	rank := -1
	all := quantities(quote, german)
	for i := range all {
		q := &all[i]
		if q.unit == "" && !q.explicit {
			if unit := unitAsked(asked); unit != "" {
				q.unit, q.class = unit, units[strings.ToLower(unit)].class
				if q.class == count {
					q.class = rate
				}
			}
		}
		if q.unit == "" && q.from > 1 && i > 0 && quote.words[q.from-1].low == "it" && quote.words[q.from-2].low == "make" {
			q.unit, q.class, q.explicit, q.comparison = all[i-1].unit, all[i-1].class, true, comparisonOf(all[i-1], quote, asked)
		}
		if q.unit == "" && q.value > 90 && q.value < 100 && q.value != float64(int(q.value)) {
			q.unit, q.class = "%", share // 'we hold everybody to 99.9'
		}
		if q.unit == "" && q.value >= 100 && costly.MatchString(quote.text+" "+asked.text) {
			q.class = money
		}
		r := map[class]int{rate: 4, share: 3, span: 3, money: 2, size: 2, count: 0}[q.class]
		if q.explicit {
			r += 5
			if q.weak {
				r -= 2
			}
		}
		if q.to < len(quote.words) && quote.words[q.to].low == "of" && q.class == span {
			r -= 4 // '24 hours of events': the load, not the limit
		}
		if q.class == count && q.unit == "" {
			r -= 2
		}
		if q.from > 0 && quote.words[q.from-1].low == "for" && q.class == span && !q.explicit {
			r-- // 'for 30 minutes' at a rate
		}
		if r > rank {
			best, rank = q, r
		}
	}
	if best == nil || rank < -1 {
		return nil
	}
	m := &Measure{Comparison: comparisonOf(*best, quote, asked), Target: best.value, Unit: best.unit}
	if best.class == count && !best.explicit && strings.Contains(" "+strings.ToLower(quote.text), "size ") {
		m.Comparison = ">="
	}
	m.Metric = metricOf(*best, quote, asked, statement, german)
	return m
}

// unitAsked is the unit our question speaks of: 'In milliseconds?', 'How many events a second?'.
func unitAsked(asked sentence) string {
	for i, w := range asked.words {
		if u := units[w.low]; u.class == span && i > 0 {
			switch before := asked.words[i-1].low; before {
			case "in":
				return u.name
			case "a", "per", "pro":
				return "per " + strings.TrimSuffix(u.name, "s")
			}
		}
	}
	return ""
}

// metricOf names what is measured: the clause of the statement that holds the number, without it.
func metricOf(q quantity, quote, asked sentence, statement string, german bool) string {
	words := strings.Fields(clauseOf(q, statement, german))
	for len(words) > 10 {
		words = words[:10]
	}
	for len(words) > 0 && dangling[bare(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	for len(words) > 0 && dangling[bare(words[0])] {
		words = words[1:]
	}
	if len(words) == 0 && asked.text != "" {
		words = strings.Fields(topic(asked))
	}
	name := lowerFirst(strings.Trim(strings.Join(words, " "), ",.;:–- "))
	keep := comparisonOf(q, quote, asked) == ">="
	noun, _, _ := strings.Cut(q.unit, "/")
	switch {
	case q.class == span && name == "":
		return "time"
	case q.class == span && keep:
		return "duration: " + name
	case q.class == span && used[bare(words[0])]:
		return "time to " + name
	case q.class == span:
		return "time: " + name
	case q.class == rate && noun != q.unit:
		return strings.TrimSpace(noun + " " + name)
	case name == "":
		return map[class]string{share: "share", rate: "rate", money: "cost", size: "size", count: "number"}[q.class]
	}
	return name
}

func bare(w string) string { return strings.ToLower(strings.Trim(w, ",.;:–- ")) }

// clauseOf takes the number and the words that belong to it out of its clause; a clause that is
// nothing else gives way to the whole sentence before it.
func clauseOf(q quantity, statement string, german bool) string {
	s := sentence{text: statement, words: tokens(statement)}
	for _, x := range quantities(s, german) {
		if x.value != q.value || x.class != q.class && q.unit != "" {
			continue
		}
		from, to := x.from, x.to
		for n := 3; n > 0; n-- {
			if from >= n && comparesWith(s.words[from-n:from]) {
				from -= n
				break
			}
		}
		begin := 0
		for i := from - 1; i > 0; i-- {
			if s.words[i-1].stop || s.words[i].low == "and" && i+2 < from {
				begin = i
				break
			}
		}
		before := strings.TrimSpace(statement[s.words[begin].start:s.words[from].start])
		after := ""
		if to < len(s.words) && !s.words[to-1].stop {
			end := to
			for end < len(s.words)-1 && !s.words[end].stop {
				end++
			}
			after = statement[s.words[to].start:s.words[end].end]
		}
		if len(strings.Fields(before)) >= 2 && !dangling[bare(strings.Fields(before)[len(strings.Fields(before))-1])] && x.class != rate {
			return before
		}
		if rest := strings.TrimSpace(before + " " + after); len(contentOf(rest)) > 0 {
			return rest
		}
		return strings.TrimSpace(statement[:s.words[from].start])
	}
	return statement
}

func comparesWith(w []word) bool {
	for _, phrases := range comparing {
		for _, p := range phrases {
			if f := strings.Fields(p); len(f) == len(w) && same(w, f) {
				return true
			}
		}
	}
	return false
}

var dangling = map[string]bool{}

func init() {
	for _, w := range strings.Fields("and or in on at for with within to of the a an is are be must by no not more than under that so but we it und oder in am im mit von der die das ist ein eine should have has take takes than than at least most") {
		dangling[w] = true
	}
}

func lowerFirst(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 || f[0] == strings.ToUpper(f[0]) && len(f[0]) > 1 {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[0])) + string(r[1:])
}
