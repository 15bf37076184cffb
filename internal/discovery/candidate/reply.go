package candidate

import (
	"regexp"
	"strings"
)

// What our side says to a need differs from what it says to a fact: to a need it answers with
// what it can do, or notes it; a fact it wonders at, or asks on.
var (
	able     = regexp.MustCompile(`(?i)\b(supported|that works|that's (easy|fine|standard|built in|doable|no problem|covered|our recommendation|out of the box|supported|possible|included)|we (do|can|have|support|ship|match|stream|log|cover|tokeni[sz]e|handle|guarantee|already|always|only ever|only take|never|did|keep|call|run|version|hand|offer|give|provide|encrypt|retain|buffer|don't)|we'll|we'd|our \w+( \w+)? (is|are|covers|does|has|gets|holds|supports|handles|ships)|you (can|choose|could|set|promote|get)|there's (a|an)\b|it does|it's (mobile|built|standard|included)|\w+ (is|are) (there|standard|supported|included|possible|fine)|i'll (note|check|look|write|confirm|get back|send|show|set)|let me check|i (need|want|have) to (check|look|talk|ask)|on our roadmap|in beta|every \w+ is|das (geht|kann|ist standard|ist einstellbar|ist machbar|machen wir|lässt sich|sagen wir|bekommen)|haben wir|machen wir|kann unser|lässt sich|liefern wir|wir (haben|machen|können|stellen|liefern|garantieren|unterstützen|puffern)|da (gibt es|haben wir|zeige|muss ich)|unser \w+ (ist|kann|hat)|machbar|einstellbar|geht auch|rechenzentrum|per \w+, ja)\b`)
	noted    = regexp.MustCompile(`(?i)^(and |oh |ha,? )?(noted|got it|clear|understood|okay|ok|right|sure|of course|fair|makes sense|good|great|perfect|will do|absolutely|deal|heard|notiert|verstanden|verstehe|in ordnung|klar|gut|okay|passt|kein (problem|thema)|alles klar|verständlich|selbstverständlich)\b`)
	wonders  = regexp.MustCompile(`(?i)^(wow|oof|ouch|ha|seriously|really|oh|ugh|hm|yikes|nice|lovely|congratulations|beautiful|that's (a lot|long)|das ist (lang|viel))\b`)
	shrugged = regexp.MustCompile(`(?i)\b(parked|no need|fair enough|less work|good luck|skip|leave (it|that) out|no \w+ (today )?then|keine \w+$)\b`)
)

// replied weighs our side's turn that follows the customer's words.
func replied(t turn) (float64, string) {
	if len(t.sentences) == 0 {
		return 0, ""
	}
	first := t.sentences[0]
	if shrugged.MatchString(first.text) {
		return -0.6, ""
	}
	for i, s := range t.sentences {
		if i > 1 || s.question {
			break
		}
		if m := able.FindString(strings.ReplaceAll(s.text, "’", "'")); m != "" {
			return 1.4, shorten(s.text, 60)
		}
	}
	switch {
	case first.question:
		return 0, ""
	case wonders.MatchString(first.text):
		return -0.5, ""
	case noted.MatchString(first.text):
		return 0.6, ""
	}
	return 0, ""
}
