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
		reproduce history minimum back aufbewahren aufbewahrt aufheben speichern protokoll historie nachvollziehbar zurück gespeichert weiterlaufen survive holds hold still sustained offline`) {
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
	m.Metric = metricOf(*best, quote, asked, statement)
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

// metricOf names what is measured: the statement without its number, shortened.
func metricOf(q quantity, quote, asked sentence, statement string) string {
	words := strings.Fields(cutQuantity(q, quote, statement))
	for len(words) > 0 && dangling[strings.ToLower(strings.Trim(words[len(words)-1], ",.;"))] {
		words = words[:len(words)-1]
	}
	if len(words) < 2 && asked.text != "" {
		words = strings.Fields(topic(asked))
	}
	if len(words) > 10 {
		words = words[:10]
		for len(words) > 1 && dangling[strings.ToLower(strings.Trim(words[len(words)-1], ",.;"))] {
			words = words[:len(words)-1]
		}
	}
	name := strings.Trim(strings.Join(words, " "), ",.;:–- ")
	prefix := map[class]string{span: "time", share: "share", rate: "rate", money: "cost", size: "size", count: "number"}[q.class]
	switch {
	case name == "":
		return prefix
	case q.class == span && comparisonOf(q, quote, asked) == ">=":
		return "duration: " + lowerFirst(name)
	case q.class == span:
		return "time: " + lowerFirst(name)
	}
	return lowerFirst(name)
}

// cutQuantity takes the number and the words that belong to it out of the statement.
func cutQuantity(q quantity, quote sentence, statement string) string {
	number := quote.text[quote.words[q.from].start:quote.words[q.to-1].end]
	before, after, ok := strings.Cut(statement, number)
	if !ok {
		return statement
	}
	before = strings.TrimRight(before, " ,")
	for _, phrases := range comparing {
		for _, p := range phrases {
			if len(before) >= len(p) && strings.EqualFold(before[len(before)-len(p):], p) && (len(before) == len(p) || before[len(before)-len(p)-1] == ' ') {
				before = before[:len(before)-len(p)]
			}
		}
	}
	if len(strings.Fields(before)) >= 2 {
		return strings.TrimSpace(before)
	}
	return strings.TrimSpace(before + " " + strings.TrimLeft(after, " ,.;"))
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
