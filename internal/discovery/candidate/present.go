package candidate

import (
	"regexp"
	"strings"
)

func anyFigure(s sentence) bool {
	for i := range s.words {
		if _, _, _, ok := numberAt(s.words, i, true); ok {
			return true
		}
	}
	return false
}

// kept says whether a sentence gives a time for which something is kept.
func kept(s sentence, q []quantity) bool {
	for _, x := range q {
		if x.class != span {
			continue
		}
		for _, w := range s.words {
			if keeping[w.low] && w.low != "hold" && w.low != "holds" && w.low != "still" {
				return true
			}
		}
	}
	return false
}

// wished is what a wish is for: 'It would be great to see a map.'
var wished = regexp.MustCompile(`(?i)\b(to|if|wenn|dass) \p{L}`)

// hollow says whether a short sentence only speaks of what was said before: 'That would be
// wonderful.', 'And then it moves on.' It may still be quoted with its neighbour.
func hollow(s sentence, v verdict, q []quantity) bool {
	if len(q) > 0 || len(s.words) > 8 || len(s.words) > 6 && !(points(s) && v.cues.has("wish", "later")) {
		return false
	}
	if points(s) && v.cues.has("wish") && wished.MatchString(s.text) {
		return false
	}
	if points(s) {
		return !v.cues.has("must", "want", "stay") || len(s.words) <= 3
	}
	return len(s.words) <= 5 && !v.cues.has("must", "want", "wish", "forbid", "refuse", "exclusive", "loath", "demand", "stay", "standard", "deadline", "manner", "money") && !leadsNo.MatchString(s.text)
}

// used are verbs by which a person uses a system or holds it to account: 'I need to see' is a
// need, 'I need to yell at someone' is not.
var used = setOf("see know be have keep track show prove send pull find export report change add print sign trust use make do let allow accept give pay put take move import read write load search filter sort edit approve reproduce restore replay get pass open close assign tell reach stop start set turn hand afford bring rely count look compare retry deliver process respond onboard")

var selfOnly = regexp.MustCompile(`(?i)\bi (?:must|have to|need to|'ve got to|gotta|should|can't|cannot|couldn't|really need to|really have to) (?:really |just |also |then )?(\p{L}+)`)

// personal says whether the only need in a sentence is an errand of the person who speaks.
func personal(s sentence) bool {
	text := strings.ReplaceAll(s.text, "’", "'")
	text = strings.ReplaceAll(text, "I've got to", "I have to")
	m := selfOnly.FindAllStringSubmatchIndex(text, 4)
	if len(m) == 0 {
		return false
	}
	for _, x := range m {
		if used[strings.ToLower(text[x[2]:x[3]])] {
			return false
		}
	}
	return len(s.words) <= 12
}

// volition tells 'we're not storing card numbers' from 'we're not sure'.
func volition(text string) bool {
	m := notDoing.FindStringSubmatch(text)
	low := strings.ToLower(text)
	if m == nil {
		return strings.Contains(low, "won't") || strings.Contains(low, "will not") || strings.Contains(low, "nicht") || strings.Contains(low, "keine")
	}
	switch strings.ToLower(m[2]) {
	case "getting", "trying", "saying", "looking", "asking", "planning", "kidding", "being", "talking", "thinking", "telling", "expecting", "hoping", "feeling", "worrying", "missing", "complaining", "joking", "growing", "doing", "hiring", "seeing", "hearing":
		return false
	}
	return true
}

// limits says whether a number has a word of limit beside it.
func limits(q []quantity, c cues) bool {
	for _, x := range q {
		if x.explicit && !x.weak && (x.unit != "" || c.has("limit")) {
			return true
		}
	}
	return len(q) > 0 && c.has("limit", "lean")
}

// answer adds what our question lends to its answer.
func answer(v *verdict, s sentence, c context, q []quantity) {
	switch {
	case c.asked == askNeed && c.first && len(q) > 0:
		v.add(2.2, "answers what is needed with a figure")
	case c.asked == askNeed && c.first && len(s.words) >= 5 && !v.cues.has("past", "today", "state"):
		v.add(1.3, "answers what is needed")
	case c.asked == askNeed && v.score > 0:
		v.add(0.5, "")
	case c.asked == askTopic && c.first && len(q) > 0:
		v.add(1.2, "answers with a figure")
	case c.asked == askTopic && v.score > 0:
		v.add(0.6, "")
	case c.asked == askFact && chore.MatchString(s.text):
		v.add(-2.5, "")
	case c.asked == askFact && c.first && !v.cues.has("must", "forbid", "want", "wish"):
		v.add(-1, "")
	}
	if c.after && v.score > 0 {
		v.add(0.4, "")
	}
}

// present takes away what tells of today or yesterday.
func present(v *verdict, s sentence, c context, q []quantity) {
	strong := v.cues.has("must", "forbid", "want", "wish", "demand", "exclusive")
	switch {
	case v.cues.has("past") && !notPast.MatchString(s.text):
		v.score -= 2.5
		v.fact = true
	case v.cues.has("today"):
		v.score -= 2.5
		v.fact = true
	case v.cues.has("manual") && !strong:
		v.score -= 1.8
		v.fact = true
	case v.cues.has("state") && !strong:
		v.score -= 1.2
		v.fact = true
	case v.score < needed && (len(q) > 0 || c.asked == askFact):
		v.fact = true
	}
	if isFine.MatchString(s.text) && len(q) == 0 && c.asked != askNeed && !v.cues.has("must") {
		v.score -= 1
	}
}

// butParts cuts a sentence at its 'but': the second half takes the first back.
func butParts(s sentence) []sentence {
	for i, w := range s.words {
		if i < 3 || i+3 > len(s.words) || w.low != "but" && w.low != "aber" && w.low != "though" && w.low != "sondern" {
			continue
		}
		a, b := s, s
		a.text, b.text = s.text[:w.start], s.text[w.start:]
		a.words, b.words = tokens(a.text), tokens(b.text)
		return []sentence{a, b}
	}
	return nil
}
