package candidate

import (
	"regexp"
	"strings"
)

// verdict is how much a sentence of the customer speaks for a need, and why.
type verdict struct {
	score float64
	why   []string
	cues  cues
	fact  bool // it tells how things are
	lean  bool // it only makes sense beside the sentence before
}

// Needed is the score from which a sentence is proposed.
const needed = 2.0

// context is what a sentence is heard in.
type context struct {
	asked  ask
	first  bool // the first sentences of an answer
	after  bool // a candidate stands before it in the same turn
	german bool
	today  bool    // the sentence before it tells of today
	reply  float64 // what our side's reply makes of it, see replied
	echo   string  // the words of that reply
}

// weight is what each cue adds and the reason it gives. The best counts whole, each other a third.
var weights = []struct {
	cue    string
	weight float64
	why    string
}{
	{"must", 3, "says it is needed"},
	{"forbid", 2.5, "says what must not happen"},
	{"refuse", 2, "says what they will not do"},
	{"demand", 1.9, "asks it of us"},
	{"exclusive", 2.1, "allows one way only"},
	{"loath", 1.7, "says what they do not want"},
	{"want", 2.2, "says what is wanted"},
	{"wish", 2.1, "says what would be good"},
	{"stay", 2, "says where it has to stay"},
	{"authority", 1.4, "names a rule or who enforces it"},
	{"standard", 1.3, "names a standard or control"},
	{"deadline", 1.4, "names a date or a step to be done by then"},
	{"manner", 1.2, "says how it has to happen"},
	{"whole", 1.2, "speaks of all or none"},
	{"money", 1.0, "speaks of money"},
	{"propose", 1.0, "names a figure to aim for"},
	{"listing", 0.6, "goes on with a list"},
	{"later", 0.6, "says how much it matters"},
}

var (
	leadsNo     = regexp.MustCompile(`(?i)^(so |and |but |und |also )?(no|none|kein|keine|keinen) \p{L}+ .*\p{L}+`)
	noAnswer    = regexp.MustCompile(`(?i)^(no|nein)[,.] ?`)
	noPhrase    = regexp.MustCompile(`(?i)^(and |but |so )?no (problem|worries|idea|way|thanks|one's|rush|need|doubt|surprise|kidding|wonder|question|offen[cs]e)`)
	leavesNot   = regexp.MustCompile(`(?i)\b(none of (it|that|this|them)|nothing|no \w+|never|not|nicht|nichts|keine?)\b.{0,30}\b(leaves?|leaving|goes|go|touch(es)?|gets?|reach(es)?|ends? up|geht|verlässt)\b`)
	notPast     = regexp.MustCompile(`(?i)\bif (your|the|it|a|an|we leave|somebody|someone|adding)\b`)
	notDoing    = regexp.MustCompile(`(?i)\b(i'm|we're|i am|we are) not (\w+ing)\b`)
	standing    = regexp.MustCompile(`(?i)^((and|so|but|also|then|the|our|my|that) )*((\p{L}+ ){1,5})(comes?|goes|go|gets?|moves?|runs?|posts?|works?|carries|stays?|is logged|are logged|lands?|syncs?|shows?|keeps?) `)
	conditional = regexp.MustCompile(`(?i)^(and |but |so |then |also |und )*(even )?(if|when|whenever|once|wenn|falls|sobald) (a|an|the|your|our|my|it|that|this|any|anything|somebody|someone|anybody|one|two|they|there's|ein|eine|der|die|das|jemand|ich|i|man|mein\w*|unser\w*|keiner)\b`)
	negated     = regexp.MustCompile(`(?i)\b(doesn't|don't|isn't|aren't|won't|not|never|no|nobody|nothing|nicht|kein\w*|nichts)\b`)
	date        = regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|weekend|quarter|christmas|easter|thanksgiving|year|month|week|freeze|peak|q[1-4]|season|term|\d{1,2}(st|nd|rd|th)|januar|februar|märz|mai|juni|juli|oktober|dezember|wochenende|jahres\w*|herbst|sommer|frühjahr)\b`)
	correction  = regexp.MustCompile(`(?i)^(no|nope|nein|nee|not quite|actually)[,.] \S+ \S+ \S+`)
	chore       = regexp.MustCompile(`(?i)\b(they|you|he|she|people|somebody|someone|everybody|customers|die|man|er|sie) (then |just |still |all )?(have to|has to|need to|needs to|must|'ve got to|muss|müssen)\b|\b(muss|müssen) (man|wir|ich|die|der|sie|er)\b`)
	pointing    = regexp.MustCompile(`(?i)\b(that|it|this|das)[.!]?$`)
	permits     = regexp.MustCompile(`(?i)\b(nicht|nichts|nie|niemals|kein\w*|nur|niemand|höchstens|maximal|länger|mehr)\b`)
	isFine      = regexp.MustCompile(`(?i)\b(fine|okay|ok|egal|reicht|passt)[.!]?$`)
)

// judge weighs one sentence of the customer. Of a sentence with a 'but' in it, the half that
// needs something speaks.
func judge(s sentence, c context, lex lexicon) verdict {
	whole := lex.find(s.words)
	if parts := butParts(s); len(parts) == 2 && !whole.has("chat") && whole.has("denied", "today", "past", "state") {
		a, b := sound(parts[0], c, lex), sound(parts[1], c, lex)
		if b.score >= needed && a.score < needed {
			return b
		}
		if a.score >= needed && a.score > b.score {
			return a
		}
	}
	return sound(s, c, lex)
}

// sound weighs a sentence, or half of one, by its words, its build and what stands around it.
func sound(s sentence, c context, lex lexicon) verdict {
	v := verdict{cues: lex.find(s.words)}
	text := strings.ReplaceAll(s.text, "’", "'")
	q := quantities(s, c.german)
	v.lean = lex.starts(s.words, "lean") && len(q) == 0
	if off(&v, s, text) {
		return v
	}
	v.listen(text, c.german)
	v.figures(s, q)
	v.forms(s, text)
	if len(s.words) >= 6 && !s.question && !lex.starts(s.words, "yes") && !c.today { // a plain statement: what was asked and what our side replied decide
		v.add(0.7, "")
	}
	switch {
	case c.reply > 1 && c.today:
		v.add(c.reply/2, "")
	case c.reply > 1:
		v.add(c.reply, "our side replied with what it can do ('"+c.echo+"')")
	default:
		v.add(c.reply, "")
	}
	answer(&v, s, c, q)
	present(&v, s, c, q)
	if hollow(s, v, q) {
		v.score = min(v.score, needed-0.2)
	}
	return v
}

// listen adds the cues: the strongest whole, a third of each other.
func (v *verdict) listen(text string, german bool) {
	best, rest := 0.0, 0.0
	for _, w := range weights {
		m, found := v.cues[w.cue]
		if !found || w.cue == "forbid" && german && strings.HasPrefix(m.phrase, "d") && !permits.MatchString(text) || w.cue == "refuse" && !volition(text) {
			continue
		}
		n := w.weight
		if w.cue == "forbid" && anybody.MatchString(text) {
			n = 1.2 // 'you can't get a space here' says how the world is
		}
		if past, had := v.cues["past"]; had && w.cue == "must" && m.from >= past.from && m.from-past.to <= 3 {
			continue // 'we used to have to'
		}
		v.why = append(v.why, w.why+" ('"+m.phrase+"')")
		rest += min(n, 2)
		best = max(best, n)
	}
	v.score = best + (rest-min(best, 2))/3
}

// figures adds what the numbers say.
func (v *verdict) figures(s sentence, q []quantity) {
	if limits(q, v.cues) {
		v.add(1.6, "sets a limit to a number")
	} else if len(q) > 0 && v.score > 0 {
		v.add(0.4, "")
	}
	if kept(s, q) {
		v.add(1.6, "says how long something is kept or tried")
	}
}

// forms adds what the build of the sentence says.
func (v *verdict) forms(s sentence, text string) {
	if contrast.MatchString(text) {
		v.add(1.3, "says which of two")
	}
	if leadsNo.MatchString(text) && !noAnswer.MatchString(text) && !noPhrase.MatchString(text) && len(s.words) >= 4 {
		v.add(2, "begins with 'no'")
	}
	if leavesNot.MatchString(text) {
		v.add(1.2, "says what must not leave or arrive")
	}
	if conditional.MatchString(text) && !v.cues.has("today", "state") {
		v.add(0.6, "says what happens if")
		if negated.MatchString(text) || v.cues.has("manner", "must", "limit", "whole") {
			v.add(1.4, "")
		}
	}
	if v.cues.has("deadline") && date.MatchString(text) {
		v.add(0.8, "with a date")
	}
	if correction.MatchString(text) && v.score > 0 {
		v.add(0.8, "corrects what our side said")
	}
	if standing.MatchString(text) && v.cues.has("whole", "manner", "deadline", "standard", "authority") {
		v.add(0.6, "states a rule")
	}
}

func (v *verdict) add(n float64, why string) {
	v.score += n
	if why != "" {
		v.why = append(v.why, why)
	}
}

// off takes out what speaks of a need without having one.
func off(v *verdict, s sentence, text string) bool {
	switch {
	case v.cues.has("chat", "reported", "imagined", "denied"):
		return true
	case reportedBy(text), epistemic.MatchString(text) && len(s.words) <= 12:
		return true
	case v.cues.has("errand") && !v.cues.has("must", "forbid", "want", "demand"):
		return true
	case errand.MatchString(text) && !v.cues.has("forbid", "wish", "demand"):
		return true
	case thenChore.MatchString(text):
		v.fact = true
		return true
	case s.question && !v.cues.has("wish") && !(v.cues.has("must") && strings.Contains(strings.ToLower(text), "we'd need")):
		return true
	case personal(s):
		return true
	case len(s.words) <= 7 && pointing.MatchString(text) && v.cues.has("refuse"):
		return true // 'We're not doing that' speaks of what was said before
	case len(s.words) < 2:
		return !anyFigure(s)
	}
	return false
}
