package columns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// look is what the text of one cell looks like.
type look struct {
	words    int
	question bool // holds a question mark
	asks     bool // ends in a question mark, or begins like a question
	obliges  bool // holds a modal verb or asks to show something
	number   bool // reads like a number of a row: 1.2, REQ-7, Q3
	digits   bool // is a plain number or a percentage
	money    bool
	date     bool
	mark     bool // a tick
	choice   bool // yes, partly, out of the box
	priority bool // must, high, P1
	ours     bool // speaks as the vendor: we, our, or begins with yes or no
	link     bool
	label    bool // ends in a colon
	guides   int  // words about the file itself
	history  int  // words about versions
}

// lookAt looks at a text.
func lookAt(s string) look {
	s = strings.TrimSpace(s)
	var l look
	if s == "" {
		return l
	}
	l.label = strings.HasSuffix(s, ":")
	l.link = strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
	l.question = strings.ContainsAny(s, "?？؟¿")
	l.asks = l.question
	if len(s) <= 40 {
		l.short(s)
	}
	first := ""
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		l.words++
		if l.words > 400 {
			break
		}
		if n := utf8.RuneCountInString(w); n < len(w)/2 {
			l.words += n/2 - bit(n > 1) // Chinese and Japanese set no blanks between words
		} else if n > 24 {
			continue
		}
		w = strings.ToLower(w)
		if l.words == 1 {
			first = w
		}
		l.obliges = l.obliges || modals[w]
		l.ours = l.ours || ours[w]
		if guides[w] {
			l.guides++
		}
		if historyWords[w] {
			l.history++
		}
	}
	l.asks = l.asks || l.words > 3 && askers[first]
	l.ours = l.ours && !l.asks || l.words > 1 && (first == "yes" || first == "no" || first == "ja" || first == "nein" || first == "oui" || first == "non" || first == "sí" || first == "si")
	return l
}

// short looks at a text that may be a value.
func (l *look) short(s string) {
	l.mark = marks[s]
	f := fold(s)
	l.choice = responseValues[f]
	l.priority = priorityValues[f] || priorityValues[strings.Trim(f, "0123456789 ")] && !plainDigits(s)
	l.money = strings.ContainsAny(s, "$€£¥") && strings.ContainsAny(s, "0123456789-")
	l.digits = plainDigits(s)
	l.number = rowNumber(s)
	l.date = dateLike(s)
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && !unicode.Is(unicode.Mn, r)
}

// plainDigits accepts 12, 3.5, 1,250 and 45 %.
func plainDigits(s string) bool {
	s = strings.TrimSuffix(s, "%")
	return strings.Trim(s, "0123456789.,- ") == "" && strings.ContainsAny(s, "0123456789")
}

// rowNumber finds what people number rows with: it ends in a number or has
// numbers set off by points, and is no sentence.
func rowNumber(s string) bool {
	s = strings.Trim(s, "()[]:. ")
	if len(s) == 0 || len(s) > 28 || strings.Count(s, " ") > 1 {
		return false
	}
	digit, other, run, last := false, 0, 0, rune(0)
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digit = true
			run = 0
		case unicode.IsLetter(r):
			if run++; run > 14 || last >= '0' && last <= '9' && run > 2 {
				return false
			}
		case strings.ContainsRune("-._/ §#", r):
			run = 0
		default:
			other++
		}
		last = r
	}
	if word, _, two := strings.Cut(s, " "); two && (!(last >= '0' && last <= '9') || len(word) > 3 && !counters[fold(word)]) {
		return false
	}
	return digit && other == 0
}

// counters are words before a row's number that are no label: Question 7.
var counters = set(`item|question|requirement|clause|section|para|control|frage|anforderung|punkt|position|ziffer|abschnitt|exigence|article|requisito|pregunta|apartado|punto`)

// dateLike finds 2026-01-31, 31.01.2026, 1/31/26.
func dateLike(s string) bool {
	if len(s) < 6 || len(s) > 20 {
		return false
	}
	digits, marks := 0, map[rune]int{}
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune("-./", r):
			marks[r]++
		case r == ':' || r == ' ':
		default:
			return false
		}
	}
	for _, n := range marks {
		if n == 2 && len(marks) == 1 && digits >= 6 && (strings.Contains(s, "20") || strings.Contains(s, "19") || digits == 6) {
			return strings.IndexFunc(s, func(r rune) bool { return r == '-' || r == '.' || r == '/' }) <= 4
		}
	}
	return false
}

// fold writes a text in plain small letters: no accents, no marks, one blank
// between words.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '#':
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			if r == 'ß' {
				b.WriteString("ss")
				continue
			}
			b.WriteRune(r)
		default:
			blank = true
		}
	}
	return b.String()
}
