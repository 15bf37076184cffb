package candidate

import (
	"strconv"
	"strings"
)

var small = map[string]float64{}
var smallGerman = map[string]float64{}
var scales = map[string]float64{"hundred": 100, "thousand": 1e3, "billion": 1e9, "grand": 1e3, "k": 1e3,
	"tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "mrd": 1e9, "hundert": 100}

func init() {
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		small[w] = float64(i)
	}
	for i, w := range strings.Fields("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn") {
		smallGerman[w] = float64(i)
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		small[w] = float64(i*10 + 20)
	}
	for i, w := range strings.Fields("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig") {
		smallGerman[w] = float64(i*10 + 20)
	}
	for _, w := range []string{"ein", "eine", "einem", "einer", "einen"} {
		smallGerman[w] = 1
	}
	smallGerman["zwo"], smallGerman["dreissig"], smallGerman["fuenf"], smallGerman["zwoelf"] = 2, 30, 5, 12
}

// numberAt reads a number that begins at word i, in digits or in words of either language, and
// says how many words it took. suffix is what was written onto the digits: 'h', 'ms', '%'.
func numberAt(words []word, i int, german bool) (value float64, n int, suffix string, ok bool) {
	if v, s, good := figures(words[i].low, german); good {
		n = 1
		if s == "" && i+1 < len(words) && scales[words[i+1].low] > 0 && words[i+1].low != "hundred" {
			return v * scales[words[i+1].low], 2, "", true
		}
		return v, n, s, true
	}
	if v, good := germanWord(words[i].low); good && (german || v > 1) {
		if i+1 < len(words) && scales[words[i+1].low] > 0 {
			return v * scales[words[i+1].low], 2, "", true
		}
		return v, 1, "", true
	}
	return spelled(words, i)
}

// spelled reads English number words: 'two hundred and fifty thousand', 'ninety-nine point nine'.
func spelled(words []word, i int) (float64, int, string, bool) {
	total, current, n := 0.0, 0.0, 0
	begun := false
	for i+n < len(words) {
		w := words[i+n].low
		v, good := simple(w)
		switch {
		case good && !(begun && current > 0 && !joins(current, v)):
			current += v
			begun = true
		case w == "a" && !begun && i+n+1 < len(words) && scales[words[i+n+1].low] > 0:
			current = 1
			begun = true
		case begun && scales[w] == 100 && current < 100:
			current *= 100
		case begun && scales[w] >= 1000 && current > 0:
			total += current * scales[w]
			current = 0
		case begun && w == "and" && current >= 100 && i+n+1 < len(words) && isSimple(words[i+n+1].low):
		case begun && w == "point" && i+n+1 < len(words) && isSimple(words[i+n+1].low):
			for place := 0.1; i+n+1 < len(words); place /= 10 {
				d, good := simple(words[i+n+1].low)
				if !good || d > 9 {
					break
				}
				current += d * place
				n++
			}
			return total + current, n + 1, "", true
		default:
			return total + current, n, "", begun
		}
		n++
		if words[i+n-1].stop {
			break
		}
	}
	return total + current, n, "", begun
}

// joins says whether v may follow: 'twenty' + 'four', 'hundred' + 'fifty', not 'two' + 'three'.
func joins(current, v float64) bool {
	switch last := int(current) % 100; {
	case last == 0:
		return v < 100
	case last >= 20 && last%10 == 0:
		return v > 0 && v < 10
	}
	return false
}

func isSimple(w string) bool { _, ok := simple(w); return ok }

// simple reads one word below a hundred: 'nine', 'ninety', 'ninety-nine'.
func simple(w string) (float64, bool) {
	if v, ok := small[w]; ok {
		return v, true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok && small[tens] >= 20 && small[ones] > 0 && small[ones] < 10 {
		return small[tens] + small[ones], true
	}
	return 0, false
}

// germanWord reads one German number word: 'zweihundertfünfzigtausend', 'vierundvierzig'.
func germanWord(w string) (float64, bool) {
	if v, ok := smallGerman[w]; ok {
		return v, true
	}
	if len(w) > 60 {
		return 0, false
	}
	for _, unit := range []struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		head, tail, ok := strings.Cut(w, unit.word)
		if !ok {
			continue
		}
		h, t := 1.0, 0.0
		if head != "" {
			if h, ok = germanWord(head); !ok {
				return 0, false
			}
		}
		if tail = strings.TrimPrefix(tail, "und"); tail != "" {
			if t, ok = germanWord(tail); !ok {
				return 0, false
			}
		}
		return h*unit.value + t, true
	}
	if ones, tens, ok := strings.Cut(w, "und"); ok && smallGerman[tens] >= 20 {
		if v, good := smallGerman[ones]; good && v > 0 && v < 10 {
			return v + smallGerman[tens], true
		}
	}
	return 0, false
}

// figures reads digits with their separators and what is written onto them: '2,400', '99,9',
// '24h', '€80k', '1.2'. A German call has the comma as its decimal mark.
func figures(s string, german bool) (float64, string, bool) {
	s = strings.TrimLeft(s, "<>=≤≥")
	money := strings.TrimLeft(s, "€$£")
	end := 0
	for end < len(money) && (money[end] >= '0' && money[end] <= '9' || (money[end] == '.' || money[end] == ',') && end > 0) {
		end++
	}
	if end == 0 || end > 20 {
		return 0, "", false
	}
	body, suffix := strings.TrimRight(money[:end], ".,"), strings.Trim(money[end:], "-")
	if strings.ContainsAny(suffix, "0123456789") {
		return 0, "", false // B2B, 24/7
	}
	v, ok := plain(body, german)
	if !ok {
		return 0, "", false
	}
	switch suffix {
	case "k":
		v, suffix = v*1e3, ""
	case "m", "mio", "mm":
		if suffix != "m" || len(money) < len(s) {
			v, suffix = v*1e6, ""
		}
	case "th", "st", "nd", "rd":
		return 0, "", false
	}
	if len(money) < len(s) {
		suffix = strings.TrimRight(s[:len(s)-len(money)], "0123456789")
	}
	return v, suffix, true
}

func plain(s string, german bool) (float64, bool) {
	group, point := ",", "."
	if german {
		group, point = ".", ","
	}
	parts := strings.Split(s, group)
	for _, p := range parts[1:] {
		if len(strings.SplitN(p, point, 2)[0]) != 3 { // not groups of thousands: the other convention
			group, point = point, group
			break
		}
	}
	s = strings.Replace(strings.ReplaceAll(s, group, ""), point, ".", 1)
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}
