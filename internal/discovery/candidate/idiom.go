package candidate

import "strings"

var months = setOf("january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember quarter quartal q1 q2 q3 q4")

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
