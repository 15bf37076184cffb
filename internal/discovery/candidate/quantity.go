package candidate

import "strings"

// class is what a number counts.
type class int

const (
	count class = iota
	span        // time
	share       // percent
	rate        // things in a time
	money
	size
)

// quantity is a number with its unit, by words of the sentence.
type quantity struct {
	value      float64
	unit       string
	class      class
	from, to   int // words of number and unit
	comparison string
	explicit   bool // a word of comparison stands beside it
	upTo       bool // that word is 'up to'
	weak       bool // that word is only 'in', which may be a date or a place
}

// units are names of what is measured; the value is the word used in a measure.
var units = map[string]struct {
	name  string
	class class
}{}

func init() {
	for _, line := range strings.Split(`span milliseconds ms millisecond milliseconds millis
span seconds s sec secs second seconds
span minutes min mins minute minutes
span hours h hr hrs hour hours
span days day days
span weeks week weeks
span months month months
span years year years yr yrs
span Sekunden sekunde sekunden
span Minuten minute minuten
span Stunden stunde stunden
span Tage tag tage tagen
span Wochen woche wochen
span Monate monat monate monaten
span Jahre jahr jahre jahren
span Schichten schicht schichten
span shifts shift shifts
share % % percent percentage prozent
money EUR € euro euros eur
money USD $ dollar dollars usd bucks
money GBP £ pound pounds gbp quid
money CHF chf franken
size GB gb gigabyte gigabytes gig gigs
size TB tb terabyte terabytes
size MB mb megabyte megabytes
size KB kb kilobyte kilobytes`, "\n") {
		f := strings.Fields(line)
		c := map[string]class{"span": span, "share": share, "money": money, "size": size}[f[0]]
		for _, w := range f[2:] {
			if _, old := units[w]; !old {
				units[w] = struct {
					name  string
					class class
				}{f[1], c}
			}
		}
	}
}

// uncounted are words after a number that name nothing: 'two of them', 'five and'.
var uncounted = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`of and or is are was were to in on at for from by with if when then than that the a an we they you it so but not
		through over under more less other others things thing times time ways one ones tops max maximum or und oder von in auf bei mit den die das der dass ist sind reicht bis tops ago
		straight each apart out right today now as because who what where how usually working-class till until before after because i can could would should will has have had does do did`) {
		uncounted[w] = true
	}
}

var months = map[string]bool{}

func init() {
	for _, w := range strings.Fields("january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember quarter quartal q1 q2 q3 q4") {
		months[w] = true
	}
}

// quantities finds the numbers of a sentence that measure something. Versions ('TLS 1.2',
// 'Dynamics 365'), dates, clock times and names of standards measure nothing.
func quantities(s sentence, german bool) []quantity {
	var out []quantity
	w := s.words
	for i := 0; i < len(w); {
		q, n, ok := quantityAt(s, i, german)
		if !ok {
			i++
			continue
		}
		compare(&q, s)
		out = append(out, q)
		i += max(n, 1)
	}
	return out
}

func quantityAt(s sentence, i int, german bool) (quantity, int, bool) {
	w := s.words
	if q, n, ok := idiom(w, i); ok {
		return q, n, true
	}
	v, n, suffix, ok := numberAt(w, i, german)
	if !ok || n == 0 {
		return quantity{}, 0, false
	}
	q := quantity{value: v, from: i, to: i + n}
	next := func(k int) string {
		if q.to+k < len(w) && !(q.to+k > 0 && w[q.to+k-1].stop && k == 0 && !strings.HasPrefix(w[q.to].low, "%")) {
			return w[q.to+k].low
		}
		return ""
	}
	if dated(w, i, n, v) || version(s, i, n, next(0), suffix) {
		return quantity{}, n, false
	}
	if suffix != "" {
		u, known := units[suffix]
		if !known {
			return quantity{}, n, false
		}
		q.unit, q.class = u.name, u.class
	} else if a := next(0); (a == "working" || a == "business" || a == "werk") && units[next(1)].class == span {
		q.unit, q.class = a+" "+units[next(1)].name, span
		q.to += 2
	} else if u, known := units[a]; known {
		q.unit, q.class = u.name, u.class
		q.to++
		if u.class == share && next(0) == "of" {
			q.class = share
		}
	}
	return perTime(q, w, next), n, q.unit != "" || v != 1
}

// perTime reads 'events a second', 'pro Stunde', and the noun that is counted.
func perTime(q quantity, w []word, next func(int) string) quantity {
	if q.unit != "" && q.class != money {
		return q
	}
	per := func(k int) string {
		switch next(k) {
		case "a", "an", "per", "each", "every", "pro":
			if u := units[next(k+1)]; u.class == span {
				return strings.TrimSuffix(u.name, "s")
			}
		}
		if h, t, ok := strings.Cut(next(k), "/"); ok && h != "" && units[t].class == span {
			return strings.TrimSuffix(units[t].name, "s")
		}
		return ""
	}
	if u := per(0); u != "" {
		if q.class == money {
			q.unit += "/" + u
			q.to += 2
			return q
		}
		q.unit, q.class = "per "+u, rate
		q.to += 2
		return q
	}
	if q.class == money {
		return q
	}
	var noun []string
	for k := 0; k < 2; k++ {
		n := next(k)
		if n == "" || uncounted[n] || k > 0 && w[q.to+k-1].stop || isNumber(n) {
			break
		}
		if h, _, ok := strings.Cut(n, "/"); ok {
			if u := per(k); u != "" {
				q.unit, q.class = strings.Join(append(noun, h), " ")+"/"+u, rate
				q.to += k + 1
				return q
			}
		}
		noun = append(noun, n)
		if u := per(k + 1); u != "" {
			q.unit, q.class = strings.Join(noun, " ")+"/"+u, rate
			q.to += k + 3
			return q
		}
	}
	if len(noun) > 0 {
		q.unit = noun[0]
		q.to++
		if len(noun) == 2 && strings.HasSuffix(noun[1], "s") && !strings.HasSuffix(noun[0], "s") {
			q.unit = noun[0] + " " + noun[1]
			q.to++
		}
	}
	return q
}

func isNumber(s string) bool {
	_, _, ok := figures(s, false)
	return ok || isSimple(s)
}

// idiom reads what has no figure in it: 'under a minute', 'within the hour', 'half an hour',
// 'three nines', 'nine times out of ten'.
func idiom(w []word, i int) (quantity, int, bool) {
	at := func(k int) string {
		if i+k < len(w) {
			return w[i+k].low
		}
		return ""
	}
	if at(0) == "half" && (at(1) == "a" || at(1) == "an") && units[at(2)].class == span {
		return quantity{value: 0.5, unit: units[at(2)].name, class: span, from: i, to: i + 3}, 3, true
	}
	if limiting(at(0)) && (at(1) == "a" || at(1) == "an" || at(1) == "the" || at(1) == "einer" || at(1) == "einem") {
		k := 2
		if at(2) == "working" || at(2) == "business" {
			k = 3
		}
		if u := units[at(k)]; u.class == span {
			return quantity{value: 1, unit: u.name, class: span, from: i + 1, to: i + k + 1}, k + 1, true
		}
	}
	if at(0) == "halbe" && units[at(1)].class == span {
		return quantity{value: 0.5, unit: units[at(1)].name, class: span, from: i, to: i + 2}, 2, true
	}
	if (at(0) == "a" || at(0) == "an") && units[at(1)].class == span && (at(2) == "is" && (at(4) == "minimum" || at(4) == "maximum" || at(4) == "limit") || at(2) == "tops" || at(2) == "max" || at(2) == "or" && (at(3) == "less" || at(3) == "more")) {
		return quantity{value: 1, unit: units[at(1)].name, class: span, from: i, to: i + 2, explicit: at(4) != "", comparison: map[bool]string{true: ">=", false: "<="}[at(4) == "minimum" || at(3) == "more"]}, 2, true
	}
	if v := map[string]float64{"two": 99, "three": 99.9, "four": 99.99, "five": 99.999}[at(0)]; v > 0 && at(1) == "nines" {
		q := quantity{value: v, unit: "%", class: share, from: i, to: i + 2, comparison: ">=", explicit: true}
		if at(2) == "and" && at(3) == "a" && at(4) == "half" {
			q.value = map[float64]float64{99: 99.5, 99.9: 99.95, 99.99: 99.995, 99.999: 99.9995}[v]
			q.to += 3
		}
		return q, q.to - i, true
	}
	if a, b := small[at(0)], small[at(4)]; at(1) == "times" && at(2) == "out" && at(3) == "of" && b > 0 && a <= b {
		return quantity{value: a / b * 100, unit: "%", class: share, from: i, to: i + 5, comparison: ">=", explicit: true}, 5, true
	}
	return quantity{}, 0, false
}

func limiting(w string) bool {
	switch w {
	case "under", "within", "inside", "in", "below", "of", "unter", "innerhalb", "binnen", "than":
		return true
	}
	return false
}

// dated says whether a number is part of a date or clock time.
func dated(w []word, i, n int, v float64) bool {
	before, after := "", ""
	if i > 0 {
		before = w[i-1].low
	}
	if i+n < len(w) && !w[i+n-1].stop {
		after = w[i+n].low
	}
	if months[after] || months[before] && v <= 31 && units[after].name == "" || after == "o'clock" || after == "uhr" || after == "am" || after == "pm" {
		return true
	}
	if before == "the" && months[after] || before == "at" && v <= 24 && units[after].name == "" && (after == "" || uncounted[after]) {
		return true
	}
	return n == 1 && v >= 1990 && v <= 2100 && len(w[i].low) == 4 && units[after].name == "" && (uncounted[after] || after == "" || before == "in" || before == "since")
}

// version says whether a number belongs to the name before it: 'Dynamics 365', 'TLS 1.2', 'WCAG 2.2 AA'.
func version(s sentence, i, n int, after, suffix string) bool {
	if i == 0 || s.words[i-1].stop || suffix != "" || !anyDigit(s.words[i].low) && s.words[i-1].low != "version" {
		return false
	}
	w := s.words[i-1]
	if w.low == "version" || w.low == "release" || w.low == "phase" || w.low == "number" || w.low == "halle" || w.low == "oauth" {
		return true
	}
	if _, known := units[after]; known || after == "working" || after == "business" {
		return false
	}
	original := s.text[w.start:w.end]
	if i > 1 && original != strings.ToLower(original) && !uncounted[w.low] && w.low != "i'd" && w.low != "i'm" {
		return true
	}
	return original == strings.ToUpper(original) && len(original) > 1 && strings.ToLower(original) != original
}
