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
var uncounted = setOf(`of and or is are was were to in on at for from by with if when then than that the a an we they you it so but not
		through over under more less other others things thing times time ways one ones tops max maximum or und oder von in auf bei mit den die das der dass ist sind reicht bis tops ago
		during since between against across about including without while every all some any no only just also still again too plus minus years' pro seit je während straight each apart out right today now as because who what where how usually working-class till until before after because i can could would should will has have had does do did`)

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

// timeAfter reads 'a second', 'pro Stunde', 'events/s' and gives the unit of time.
func timeAfter(w, following string) string {
	switch w {
	case "a", "an", "per", "each", "every", "pro":
		if u := units[following]; u.class == span {
			return strings.TrimSuffix(u.name, "s")
		}
	}
	if h, t, ok := strings.Cut(w, "/"); ok && h != "" && units[t].class == span {
		return strings.TrimSuffix(units[t].name, "s")
	}
	return ""
}

// perTime reads 'events a second', 'pro Stunde', and the noun that is counted.
func perTime(q quantity, w []word, next func(int) string) quantity {
	if q.unit != "" && q.class != money {
		return q
	}
	per := func(k int) string { return timeAfter(next(k), next(k+1)) }
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
