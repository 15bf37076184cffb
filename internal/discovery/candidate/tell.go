package candidate

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	willDo   = regexp.MustCompile(`(?i)\b(we'll|we will|i'll|i will|we're going to|i'm going to|we can (do|have|get|start|build|add|give|deliver|commit|guarantee|offer|provide|show|put|make|run|set)|we could (start|have|do|deliver)|we'd give|i can (send|get|give|model)|let me take that away|(is|it's|that's) (on (our|the) roadmap|coming|planned)|on our roadmap|in beta|ga is|comes? (in|this) (q\d|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|will (send|write|deliver|provide|share|have|be (available|ready|released))|we guarantee|we commit|ich (schicke|melde|sende|kläre|rechne|liefere|prüfe)|wir (liefern|schicken|stellen|melden|werden|bauen|garantieren)|zeige ich|da zeige|kommt im|ist bei uns gerade in der beta|den schicke|das mache ich)\b`)
	noAct    = regexp.MustCompile(`(?i)\b(i'll|i will|we'll|i'm going to) (mostly|just|start|ask|be (quick|brief|honest)|let you|stop|go|begin|share my|jump|mute|put it on|put (that|this|it) down|put that|write (this|that|it) up and we|try|hand|hold you|note|take the|take notes|bet|wait|pass|have to|remember|come back to that in|see|miss|bring|cover|talk|listen|turn|get out)\b|\b(merke ich|we'll be quick|we'll see|i'll put it on the list)\b`)
	byWhen   = regexp.MustCompile(`(?i)\b(by (the )?(end|close|next|monday|tuesday|wednesday|thursday|friday|tomorrow|then|\w+ \d+)|tomorrow|next week|this afternoon|on (monday|tuesday|wednesday|thursday|friday)|today|bis (montag|dienstag|mittwoch|donnerstag|freitag|ende)|nächste woche|morgen|im herbst)\b`)
	factLike = regexp.MustCompile(`\b[A-Z]{2,}|\b[A-Z][a-z]+ ?\d`)
)

// promises says why a sentence of our side is a promise, or nothing.
func promises(s sentence, lex lexicon) string {
	text := strings.ReplaceAll(s.text, "’", "'")
	if s.question || len(s.words) < 4 || noAct.MatchString(text) {
		return ""
	}
	m := willDo.FindString(text)
	if m == "" || lex.find(s.words).has("chat") {
		return ""
	}
	why := "our side says what it will do ('" + strings.ToLower(m) + "')"
	if when := byWhen.FindString(text); when != "" {
		why += ", with a date ('" + when + "')"
	}
	return why
}

// isFact says why an unproposed sentence of the customer tells how things are, or nothing: it
// speaks of the present and names a number, a system or a habit.
func (f *finder) isFact(s sentence, v verdict) string {
	if s.question || len(s.words) < 4 || v.cues.has("chat", "errand", "imagined", "reported", "denied") {
		return ""
	}
	number := len(quantities(s, f.call.german)) > 0
	system := factLike.MatchString(s.text) || !f.call.german && midCapital(s)
	present := v.cues.has("today", "state")
	switch {
	case v.cues.has("today"):
		return "tells how things are today ('" + v.cues["today"].phrase + "')"
	case present && (number || system):
		return "tells how things are ('" + v.cues["state"].phrase + "') with a number or a system"
	case f.kind == askFact && (number || system):
		return "answers how things are: '" + shorten(f.asked.text, 80) + "'"
	case v.cues.has("past") && number:
		return "tells how things were ('" + v.cues["past"].phrase + "')"
	}
	return ""
}

// midCapital says whether a word inside the sentence is a name.
func midCapital(s sentence) bool {
	for i, w := range s.words {
		r := []rune(s.text[w.start:w.end])
		if i > 0 && unicode.IsUpper(r[0]) && !strings.HasPrefix(w.low, "i'") && w.low != "i" {
			return true
		}
	}
	return false
}
