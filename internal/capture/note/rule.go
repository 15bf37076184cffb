package note

import (
	"regexp"
	"strings"

	"throughline/internal/discovery/candidate"
)

func words(s string) *regexp.Regexp { return regexp.MustCompile(s) }

var (
	vowed    = words(`\b(i|we|i've|we've|we'd) (have |had |also |just )?(promised|committed|assured|owe|agreed to (send|share|provide|bring|show|deliver|give))\b|^(also )?(promised|committed|agreed to (send|share|provide|bring|show|deliver|give))\b|\bwe owe\b`)
	told     = words(`\b(i|we)? ?(told|assured|promised) (\S+ ){1,3}?(that )?(we|i|it)('d|'ll| will| would| can| could)\b|\b(i|we) said (that )?(we|i)('d|'ll| will| would| can)\b|\btold (him|her|them) yes\b|\bwe'll show\b`)
	willDo   = words(`\b(i|we)('ll| will| can| are going to) (also )?(send|share|provide|get|deliver|check|confirm|write|forward|come back|find out|let|bring|show|replace|prepare|have)\b`)
	zugesagt = words(`\b(ich|wir)\b.*\b(versprochen|zugesagt|zugesichert|angeboten)\b|^(zugesagt|versprochen)\b|\bversprochen\b|\b(haben|habe) (ihm|ihr|ihnen )?.*\bzugesagt\b|\b(gesagt|gesagt,) (wir|ich) (liefern|schicken|schicke|machen|zeigen)|\b(wir|ich) (schicke|schicken|sende|senden|liefere|liefern|melde|melden|reiche|reichen|prüfe|prüfen|kläre|klären)\b|\bsagten .* zu\b`)
	asked    = words(`\?["”'»“)]*$|\b(ask|asks|asked|wants? to know|wanted to know|wonders?|wondered|asking) (\S+ )?(whether|if|how|who|what|when|which|where|why)\b|^(also )?(check|clarify|find out|ask)\b.*\b(whether|if|who|how|what|which|when)\b|\b(unclear|not clear|unknown|open is|open question|need to find out|have to find out|to be clarified|don't know yet)\b`)
	gefragt  = words(`\b(gefragt|fragt|fragte|fragten|wissen|unklar|offen|offene frage|klären|zu klären)\b,? ?.*\b(ob|wer|wie|was|wann|welche\w*|warum|wo|wieviel)\b`)
	steps    = words(`^(the )?next steps?\b|^(follow[- ]up|schedule|book|set up|arrange|prepare|plan|invite|organi[sz]e|send|chase|line up|draft|call (him|her|them|back))\b|\b(we|i|let's|let us) ?(should|need to|have to|must|agreed to|will|'ll|want to)? ?(schedule|book|set up|arrange|prepare|organi[sz]e|draft|meet again|meet|reconvene)\b|\bshould join\b|\bagreed to (meet|draft|work|review)\b|\b(demo|workshop|review|session|call|meeting|deep dive) (is |was )?(planned|scheduled|set|agreed|booked)\b`)
	schritte = words(`^(der |die )?(nächster? schritte?|als nächstes)\b|\b(termin|workshop|demo|gespräch|sitzung)\b.*\b(vereinbart|vereinbaren|ansetzen|angesetzt|geplant|ausmachen|planen)\b|\bwir (treffen uns|telefonieren|sehen uns)\b|\b(ich|wir) (muss|müssen|sollten|sollte) .*\b(vorbereiten|ansetzen|vereinbaren|einladen|planen)\b|^(vorbereiten|einladen|buchen)\b`)
	somebody = words(`\b(he|she|they|everybody|everyone|all of them|er|sie|alle|herr|frau|the \p{L}+ (was|were|is|are)|(der|die) \p{L}+ (war|waren|ist|sind|fand|fanden)|kollegen)\b`)
	denied   = words(`\b(do not|does not|don't|doesn't|no longer|did not|didn't) (really )?(need|care|want|require)\b|\bno (further|new|more|other) (needs|requirements|wishes)\b|\bno need\b|\b(brauchen|braucht|wollen|will) .{0,20}\b(keine?[nm]?|nicht)\b|\bkein (thema|bedarf|neues)\b|\bnot (needed|required)\b`)
	needed   = words(`\b(must|needs?|has to|have to|had to be able|required?|requires|wants?|would like|would want|may never|may not|should|shall|insists?|prefers?|expects?|it cannot|cannot take|can't take|needed|would be (nice|good|great)|nice to have|mandatory|not allowed|no .* allowed|never be|only via|muss|müssen|brauchen|braucht|soll|sollen|sollte|möchte|möchten|wollen|darf|dürfen|pflicht|zwingend|wünscht|wünschen|erwarten|erwartet|erforderlich)\b|^no [\p{L}-]+ .*\bpolicy\b|^(no|kein|keine) [\p{L}-]+ (installation|access|zugriff)`)
	ownNeed  = words(`^(i|we|wir|ich|jonas|mara) (will |really |also |muss |müssen )?(need|needs|have|must|should|muss|müssen|want|sollte|sollten)\b|\b(muss|müssen) (ich|wir)\b|\bwill need to\b`)
	now      = words(`\b(today|currently|right now|at the moment|these days|nowadays|so far|derzeit|aktuell|heute|momentan|bisher|zurzeit|im moment)\b`)
	have     = words(`\b(they|customer) (are|is|'re) (on|running|using|moving|live|hosted|still)\b|\b(they|customer|she|he) (also )?(use|uses|run|runs|have|has|had|host|plan|process|store|still)\b|\btheir [\p{L}\d -]+ (is|are|has|have|runs?|drops?|comes?|uses?)\b|^(about|around|ca\.?|rund|etwa|circa|some|roughly)? ?\d[\d.,]* ?[\p{L}]+|\b(is|are) (on|running) (version|windows|linux|aws|azure|sap|oracle)\b|\brunning\b|\bcome as\b|\bthe [\p{L}-]+( [\p{L}-]+)? (is|are) \p{L}+`)
	haben    = words(`\bsie (haben|nutzen|sind auf|sind in|arbeiten|setzen|betreiben|verwenden)\b|\b(läuft|laufen) (alles |noch )?(über|auf|bei|in)\b|\bhaben (sie|die)\b|\bvon hand\b|\bim einsatz\b`)
	hollow   = words(`^(met|call with|called|meeting with|talked|spoke|saw|had an?)\b|\b(meeting|weather|traffic|lunch|decision|holiday|urlaub|news|talk to (his|her|their)|will send us|waiting for|themselves)\b`)
)

// because quotes the words that a rule heard.
func because(what string, heard string) string {
	if heard = strings.Join(strings.Fields(heard), " "); heard == "" {
		return ""
	}
	if r := []rune(heard); len(r) > 40 {
		heard = strings.TrimSpace(string(r[:40])) + "…"
	}
	return what + " (“" + heard + "”)"
}

func first(text string, some ...*regexp.Regexp) string {
	for _, w := range some {
		if m := strings.Trim(w.FindString(text), " ,"); m != "" {
			return m
		}
	}
	return ""
}

func (s said) promises() string {
	if strings.HasSuffix(s.low, "?") {
		return ""
	}
	return because("says what our side will do", first(s.low, vowed, told, willDo, zugesagt))
}

func (s said) asks() string {
	return because("leaves something to find out", first(s.low, asked, gefragt))
}

func (s said) plans() string {
	if strings.HasSuffix(s.low, "?") {
		return ""
	}
	return because("says what happens next", first(s.low, steps, schritte))
}

func (s said) reacts() string {
	mark, heard := stance(s.low)
	_, named := s.people.theirs(s.text)
	if heard == "" || !named && !somebody.MatchString(s.low) || mark == 0 && heard == "" {
		return ""
	}
	return because("says how somebody took it", heard)
}

func (s said) needs() string {
	if denied.MatchString(s.low) || ownNeed.MatchString(s.low) {
		return ""
	}
	if heard := first(s.low, needed); heard != "" && (now.FindString(s.low) == "" || strings.Contains(s.low, "must")) {
		return because("says what is needed", heard)
	}
	if now.MatchString(s.low) || have.MatchString(s.low) || haben.MatchString(s.low) || hollow.MatchString(s.low) {
		return ""
	}
	return candidate.Needed(s.text)
}

func (s said) tells() string {
	if denied.MatchString(s.low) || hollow.MatchString(s.low) || ownNeed.MatchString(s.low) {
		return ""
	}
	return because("tells how things are today", first(s.low, now, have, haben))
}
