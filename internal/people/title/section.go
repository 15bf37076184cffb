package title

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the headings of an advertisement are made of.
var (
	nobody   = phrasesOf("won't do, not do, won't be doing, out of scope, not in scope, nicht machst, nicht tust, nicht erwartet, nicht gehören, nicht zu, not expect")
	bringing = phrasesOf("background, hintergrund, profile, qualification*, requirement*, person specification, who you are, about you, you bring, you will need, you'll need, you need, knowledge, experience, skills, must have*, nice to have, essential, desirable, preferred, required, looking for, ideal candidate, mitbringst, mitbringen, bringen mit, bringst mit, profil, anforderungen, voraussetzungen, qualifikation*, erwarten von, wir erwarten, das kannst, erwartet werden, you've got")
	getting  = phrasesOf("we offer, offer, benefits, perks, compensation, salary, pay, money, you will get, you'll get, you get, how we hire, how to apply, process, interview*, bieten, bieten wir, angebot, benefit*, dein paket, bekommst, das gibt's, freuen, bewerbung, kontakt, gehalt, vorteile, who we are, about us, über uns, wer wir sind, the company, unternehmen, how we measure")
	tasks    = phrasesOf("verantwort*, schwerpunkt*, you'll own, you will own, you own, opportunity, position, darauf kannst, das tust du, du tust, you'll do, you will do, you do, you'll be doing, will be doing, responsibilit*, duties, role, tasks, accountabilit*, mission, day in, looks like, first months, aufgabe*, aufgabengebiet*, tätigkeit*, rolle, erwartet dich, dich erwartet, sie erwartet, erwartet sie, du machst, machst, herausforderung")
)

// headingBytes is as much of a line as a heading can be.
const headingBytes = 120

// headingLimit is how many words a heading has at most.
const headingLimit = 9

// headed tells what kind of part a heading begins; ok is false if the words are none that one knows.
func headed(w []word, of func([]word) string) (kind voice, ok bool) {
	switch {
	case len(w) == 0 || len(w) > headingLimit:
		return asked, false
	case anyOf(w, nobody):
		return given, true
	}
	switch of(w) {
	case Pre:
		return before, true
	case Post:
		return after, true
	}
	switch {
	case anyOf(w, bringing):
		return aside, true
	case anyOf(w, tasks):
		return asked, true
	case anyOf(w, getting):
		return aside, true
	}
	return asked, false
}

// line is one of the text with the part it stands in.
type line struct {
	text string
	part voice
}

// lines gives the lines of a text, each with the part it stands in; of says of which side of the
// sale a heading speaks, if of one only.
func lines(text string, of func([]word) string) iter.Seq[line] {
	return func(yield func(line) bool) {
		part := asked
		var held string     // a line that is a heading if a list follows, or if it stands apart
		var gap, apart bool // an empty line came before; and before what is held
		give := func(s string, part voice) bool { return s == "" || yield(line{s, part}) }
		for raw := range strings.SplitSeq(text, "\n") {
			s := strings.TrimSpace(raw)
			if s == "" {
				gap = true
				continue
			}
			alone := gap
			gap = false
			first, _ := utf8.DecodeRuneInString(s)
			listed := strings.ContainsRune(bullets, first)
			if held != "" {
				if listed || apart {
					part = asked // a new part, of which nothing is known
				}
				if !give(held, part) {
					return
				}
				held = ""
			}
			title, rest, colon := strings.Cut(s, ":")
			kind, known := headed(wordsOf(short(title)), of)
			switch {
			case listed || strings.ContainsAny(title, ".!?") && !numbered(title):
				known = false
			case !known && len(wordsOf(short(s))) <= headingLimit && (colon && rest == "" || !strings.ContainsAny(s[len(s)-1:], ".!?;,")):
				held, apart = s, alone
				continue
			}
			now := part
			if strings.ContainsRune(crosses, first) {
				now = given
			}
			if inline := colon && strings.TrimSpace(rest) != ""; inline && (kind == before || kind == after) {
				known = false // it speaks of its own sentence only, whose words say so too
			}
			if known {
				now = kind
				if !colon || strings.TrimSpace(rest) == "" || kind == asked {
					part = kind
				}
			}
			if !inParts(s, now, of, yield) {
				return
			}
		}
		give(held, part)
	}
}

// inParts divides a line where a heading stands within it: 'Skills: … Tasks: …'.
func inParts(s string, part voice, of func([]word) string, yield func(line) bool) bool {
	from := 0
	for at := 1; at < len(s); at++ {
		if s[at] != ':' {
			continue
		}
		near := max(from, at-headingBytes)
		begin := strings.LastIndexAny(s[near:at], ".!?;") + near
		if begin < near || begin == from {
			continue
		}
		if kind, known := headed(wordsOf(short(s[begin+1:at])), of); known && (kind == asked || kind == aside || kind == given) {
			if !yield(line{s[from : begin+1], part}) {
				return false
			}
			from, part = begin+1, kind
		}
	}
	return yield(line{s[from:], part})
}

// short is as much of a line as a heading can be.
func short(s string) string { return strings.ToValidUTF8(s[:min(len(s), headingBytes)], "") }

// numbered tells whether a line begins with a number, as headings of official texts do.
func numbered(s string) bool { return unicode.IsDigit(rune(s[0])) }
