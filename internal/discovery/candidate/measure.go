package candidate

import (
	"regexp"
	"strings"
)

// costly is talk of money, where a bare number is an amount.
var costly = regexp.MustCompile(`(?i)\b(budget|price|cost|threshold|contract|council|grand|a year, all in|approved|spend|pay|money|subscription|vorstand|vergabe|kosten|preis)\b`)

// measureOf chooses the number that tells success: one with a word of comparison, then a rate,
// then a percentage, then a time, then a count that is moved or carried.
func measureOf(quote, asked sentence, statement string, last quantity, german bool) *Measure {
	var best *quantity
	rank := -2
	all := quantities(quote, german)
	for i := range all {
		lendUnit(all, i, quote, asked, last)
		if r := rankOf(all[i], quote); r > rank {
			best, rank = &all[i], r
		}
	}
	if best == nil || rank < -1 {
		return nil
	}
	m := &Measure{Comparison: leaning(comparisonOf(*best, quote, asked), *best, quote), Target: best.value, Unit: best.unit}
	if best.class != span && !best.explicit && sizing.MatchString(quote.text) {
		m.Comparison = ">="
	}
	m.Metric = metricOf(*best, quote, asked, statement, german)
	return m
}

var (
	sizing  = regexp.MustCompile(`(?i)\b(size|plan|design|build|sized|auslegen|planen)\b.{0,12}\b(for|mit|auf)\b`)
	overrun = regexp.MustCompile(`(?i)[.,] (if (it's|it is|it takes|that's)|anything (more|longer|over)|more than that|longer|past that|alles darüber)\b`)
	trial   = regexp.MustCompile(`(?i)\b(pilot|trial|test(en|ing)?|dry run|shadow|probebetrieb)\b`)
)

// lendUnit gives a bare number the unit that was meant: of the question, of the number before
// it, of what the customer said last, or of money where money is the talk.
func lendUnit(all []quantity, i int, quote, asked sentence, last quantity) {
	q := &all[i]
	costs := q.value >= 100 && costly.MatchString(quote.text+" "+asked.text)
	if strings.HasPrefix(q.unit, "per ") && costs {
		q.class = money
	}
	if q.unit != "" {
		return
	}
	if unit := unitAsked(asked); unit != "" && !q.explicit {
		q.unit, q.class = unit, units[strings.ToLower(unit)].class
		if q.class == count {
			q.class = rate
		}
		return
	}
	switch w := quote.words; {
	case q.from > 1 && i > 0 && w[q.from-1].low == "it" && w[q.from-2].low == "make":
		q.unit, q.class, q.explicit, q.comparison = all[i-1].unit, all[i-1].class, true, comparisonOf(all[i-1], quote, asked)
	case q.value > 90 && q.value < 100 && q.value != float64(int(q.value)):
		q.unit, q.class = "%", share // 'we hold everybody to 99.9'
	case len(all) == 1 && q.value < 100 && !w[q.to-1].stop && closes(q, quote) && asked.text != "" && last.unit != "":
		q.unit, q.class = last.unit, last.class // 'Five days now.' 'And the goal?' 'Two.'
	case costs:
		q.class = money
	}
}

// rankOf says how likely a number is the one to be measured.
func rankOf(q quantity, quote sentence) int {
	r := map[class]int{rate: 4, share: 3, span: 3, money: 2, size: 2, count: 0}[q.class]
	if q.explicit {
		r += 5
		if q.weak {
			r -= 2
		}
	}
	if q.class == span && q.to < len(quote.words) && quote.words[q.to].low == "of" {
		r -= 4 // '24 hours of events': the load, not the limit
	}
	if q.class == count && q.unit == "" {
		r -= 2
	}
	if q.class == span && !q.explicit && q.from > 0 && quote.words[q.from-1].low == "for" {
		r-- // 'for 30 minutes' at a rate
	}
	return r
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

var dangling = setOf("and or in on at for with within to of the a an is are be must by no not more than under that so but we it und oder in am im mit von der die das ist ein eine should have has take takes than than at least most")

func lowerFirst(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 || f[0] == strings.ToUpper(f[0]) && len(f[0]) > 1 {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[0])) + string(r[1:])
}
