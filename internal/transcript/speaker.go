package transcript

import (
	"strings"
	"unicode"
)

// headings are words that stand before a colon in notes and name no person.
var headings = map[string]bool{}

// particles are the small words within a name: 'Ludwig van der Berg', 'Dana from Northwind'.
var particles = map[string]bool{}

func init() {
	for _, w := range strings.Fields("van von der den de di da del della dos du la le bin ibn al el ter ten zu y e from at of aus bei") {
		particles[w] = true
	}
	for _, w := range strings.Fields(`agenda attendees attendee present participants date time subject topic topics re to from cc notes note
		action actions todo next steps follow-up requirements requirement needs open questions question answer answers q a summary decision decisions
		facts background context environment location company customer account deal call meeting participants scope budget timeline security
		integration risk risks pain pains goal goals teilnehmer datum thema ort notizen offen aufgaben nächste schritte anforderungen fragen
		http https warning important ps nb p.s example update status priority must should could wont current today constraints volume volumes
		performance data commercial quality functional so and but also first second third fourth ok okay yes no well then thing now finally meaning remember result or because
		promise promises commitments access hosting migration reporting timing pricing`) {
		headings[w] = true
	}
}

// prefix splits 'Name: words' and tells whether what stands before the colon could be a name.
func prefix(line string) (name, rest string, ok bool) {
	line = strings.TrimLeft(line, "*_ \t")
	i := strings.IndexAny(line, ":：")
	if i <= 0 || i > 90 {
		return "", "", false
	}
	size := 1
	if strings.HasPrefix(line[i:], "：") {
		size = len("：")
	}
	name, rest = tidyName(line[:i]), strings.TrimLeft(line[i+size:], "*_ \t")
	if rest == "" || strings.HasPrefix(rest, "//") || line[i+size:] == rest && isDigit(rest[0]) {
		return "", "", false
	}
	return name, rest, plausible(name)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// plausible says whether a text could be the name of a person: a few words, none of them a
// heading of notes, the first a capital, a letter of a script without capitals, or an emoji.
func plausible(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 6 || len([]rune(name)) > 60 {
		return false
	}
	if headings[strings.ToLower(words[0])] && !strings.EqualFold(words[0], "customer") || headings[strings.ToLower(name)] {
		return false
	}
	for i, w := range words {
		r := []rune(w)[0]
		switch {
		case unicode.IsLower(r) && i == 0:
			return len(words) == 1 && len(w) > 1 // 'mara: …', as chats write it
		case unicode.IsLower(r) && !particles[strings.ToLower(w)]:
			return false
		case unicode.IsDigit(r) && i == 0:
			return false
		}
	}
	return !strings.ContainsAny(name, "?!;\"=")
}

// tidyName takes the ornaments off a name.
func tidyName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '\u200E' || r == '\u200F' {
			return -1
		}
		return r
	}, s)
	return strings.Trim(fold(s), "*_[]->•–— \t")
}

// surely says whether a name looks like a person's even in notes: two or three capitalised
// words, or the same single name more than once.
func surely(name string, seen int) bool {
	capitals := 0
	words := strings.Fields(name)
	for _, w := range words {
		if r := []rune(w)[0]; unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r) {
			capitals++
		}
	}
	return len(words) >= 2 && len(words) <= 3 && capitals == len(words) && seen >= 1 && !strings.Contains(name, " and ") || len(words) == 1 && seen >= 2
}
