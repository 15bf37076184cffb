package candidate

import (
	"regexp"
	"strings"
)

// ask is what a question of our side is after.
type ask int

const (
	askNothing ask = iota
	askNeed        // how fast does it have to be
	askFact        // how does it work today
	askTopic       // 'Retention?', 'What about security?'
)

var (
	asksNeed  = regexp.MustCompile(`(?i)^(so,? )?(under|within|at least|at most)\b|aiming for|\b(need(s|ed)? to|have in mind|picture|stellen sie sich|im sinn|bräuchten sie|hoping|luxury|wish ?list|day one|reaktionszeit|do you (also )?(need|want|expect)|you('d)? (need|want|like|expect)|would you (rather|like|want|prefer)|does (it|that) (need|have)|has to|have to|should|must|what would|where would|who would|would (you|that|it|they|people)|what('s| is| are) (the )?(goal|target|ideal|dream|acceptable|must|ground rules|driving|deadline|date)|planen wir|rechnen wir|auslegen|ideally|good enough|acceptable|what matters|most important|by when|when do you|what would stop|deal ?breaker|want(ed)? (that|it|those)|expectations?|how (fast|quick|quickly|fresh|stale|old|late|close|accurate|soon|current|long can|much downtime)|bis wann|wie schnell|was wäre|was brauchen|brauchen sie|möchten sie|wo dürfen|müssen|soll(en|te|ten)?|darf|dürfen|wünschen|das ziel|auf keinen fall|before we|what do you (need|want)|need from|looking for|success look|requirement|rules|plan for|size for)\b`)
	asksFact  = regexp.MustCompile(`(?i)\b(today|currently|right now|at the moment|how's|still|the current|now\?|walk (me|us) through|what happens|how (do|does|did|are|is) (you|your|that|the|it|people|a|somebody|this|they)\b.{0,40}|what('s| is) (the|your|it|underneath|behind|broken)|who (owns|runs|consumes|signs|decides)|where (does|do|is|are)|how many|how big|what does .{1,40} look like|tell (me|us) about|which (version|system)|what (kind of )?volumes?|what did|why (did|do|is)|do you (have|use|run)|what have you|are you on|is it (a|files)|heute|derzeit|aktuell|wie (läuft|kommen|sieht|viele|planen|machen|arbeiten)|wie (lange|oft|viel) (sitzen|dauert|ist|brauchen sie|machen|haben)|welche|wie lange dauert|was passiert|wo steht|was haben|gibt es)\b`)
	askedOpen = regexp.MustCompile(`(?i)\b(anything|what about|how about|what else|any \w+ (rules|requirements|constraints)|gibt es etwas|was ist mit|und was|security|timing|timeline|retention|budget|performance)\b`)
)

// askOf reads a question. A wish wins over the present: 'how does it work today, and how fast
// should it be' is answered with the wish last.
func askOf(s sentence) ask {
	need := asksNeed.MatchString(s.text)
	fact := asksFact.FindString(s.text)
	switch {
	case need && (fact == "" || !strings.Contains(strings.ToLower(fact), "today") && !strings.Contains(strings.ToLower(fact), "happens")):
		return askNeed
	case fact != "":
		return askFact
	case s.question && (len(s.words) <= 5 || askedOpen.MatchString(s.text)):
		return askTopic
	}
	return askNothing
}

// restating are the ways our side plays a need back.
var (
	restating = regexp.MustCompile(`(?i)^(okay,? |ok,? |right,? |got it,? |and |alright,? |just )*(so,? |also,? |then |if i (hear|understand|got) |to (play|repeat|confirm|summari[sz]e)|just so i|let me (repeat|play)|you('d)? (need|want)|you're saying|in other words|meaning |sie (brauchen|möchten|wollen) |verstehe ich|heißt das|das heißt)`)
	demanding = regexp.MustCompile(`(?i)\b(need(s)?|want(s)?|has to|have to|should|must|can't|cannot|only|rather than|instead of|without|nobody|no one|never|within|at least|at most|no more than|automatic\w*|brauchen|muss|müssen|soll(en)?|darf|dürfen|automatisch|nur|plan for|so that|would)\b`)
	askingNow = regexp.MustCompile(`(?i)\b(today|currently|right now|you have|you've got|you're on|you use|you run|haben sie|heute|is that right|that's where)\b`)
	lead      = regexp.MustCompile(`(?i)^((okay|ok|right|got it|and|alright|just|so|also|then|yeah|well|good|great)[,. ]+|just so i('ve| have)? got (it|this)( right)?[,. ]+|if i (hear|understand|got) (you|that|it)( right| correctly)?[,. ]+|to (play|repeat) (that|it) back[,:. ]+|to (confirm|summari[sz]e)[,:. ]+|in other words[,. ]+|verstehe ich (das )?richtig[,:. ]+|das heißt[,. ]+)+`)
)

var offering = regexp.MustCompile(`(?i)^(and |so |okay,? |one thing: )*(do|would) you (also |then )?(want|need|require|expect|like) `)

// restates says whether a sentence of our side plays back a need, for the customer to confirm.
func restates(s sentence) bool {
	if !restating.MatchString(s.text) || askingNow.MatchString(s.text) || len(s.words) < 6 {
		return false
	}
	return demanding.MatchString(s.text) || s.question && len(s.words) >= 9
}

// confirmed reads the beginning of the customer's reply: +1 yes, -1 no, 0 neither.
func confirmed(h *heard, t turn) int {
	lex := h.words()
	for i, s := range t.sentences {
		if i > 1 || s.question {
			return 0
		}
		if lex.starts(s.words, "no") {
			return -1
		}
		if i == 0 && points(s) && len(s.words) <= 8 && lex.find(s.words).has("wish", "want", "later") {
			return 1 // 'That would be wonderful.'
		}
		if lex.starts(s.words, "yes") || len(s.words) <= 8 && lex.find(s.words).has("yes") {
			for _, other := range t.sentences[i:] { // 'Yes, but not …' is no plain yes
				if strings.HasPrefix(strings.ToLower(other.text), "but not") {
					return 0
				}
			}
			return 1
		}
	}
	return 0
}

func (h *heard) words() lexicon {
	if h.german {
		return german
	}
	return english
}

var questionLead = regexp.MustCompile(`(?i)^((and|so|okay|ok|right|sure|got it|well|nice|clear|understood|hm|fair|good|great|then|und)[,. ]+|how (fast|quickly|quick|soon|fresh|current|long|often|much|many|close)\b|how about|what about|what (would|should|do|does)|where (would|should)|was ist mit|wie (schnell|lange)|does|do|should|would|must|can|is|are|has|soll|muss|you (want|need|like)|\s+)+`)

var asksOn = regexp.MustCompile(`(?i), (how|what|is|was|where|do|does|wie|was|ist|let's|are) .*$`)

// topic is what a question speaks of: 'And how quickly should a course show up?' is 'a course show up'.
func topic(asked sentence) string {
	s := questionLead.ReplaceAllString(asked.text, "")
	s = asksOn.ReplaceAllString(strings.TrimRight(s, "?.! "), "")
	for _, tail := range []string{" need to be", " have to be", " needs to be", " be", " have to", " need"} {
		s = strings.TrimSuffix(s, tail)
	}
	if f := strings.Fields(s); len(f) > 12 || len(f) == 0 || vague[strings.ToLower(f[0])] || vagueTopic.MatchString(s) {
		return ""
	}
	return s
}

var vagueTopic = regexp.MustCompile(`(?i)^(the |das )?(goal|target|ideal|date|number|ziel|plan)\b`)

// vague are words a topic cannot begin with.
var vague = setOf("that it this you we for there what when why who to in from be would those they i wäre goal where which how also so if good ideally anything")
