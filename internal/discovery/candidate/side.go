package candidate

import (
	"regexp"
	"strings"
)

// How each side talks. Weighed together, since either side says any of it once.
var (
	saysOurs   = regexp.MustCompile(`(?i)\b(our (product|platform|connectors?|roadmap|solution|standard connector|api|support is|london region|sla is|release|system handles)|out of the box|that's (built in|standard|our recommendation)|we support\b|we have a connector|(account exec(utive)?|solutions? (engineer|architect|consultant)|presales|sales engineer|customer success)|walk (me|us) through|thanks for (making|having|taking)|i'll (send|write|show|get you)|we'll (send|put|set|show|version)|let me recap|roadmap|in beta|general(ly)? availab|we usually|our customers|the demo|what does .{0,30} look like|tell (me|us) about|let me (ask|show|share)|if i hear you|so you('d)? need|you mentioned|how do you\b|do you (need|want|have)|what do you|would you (want|like)|your (side|team|current|environment)|we can do|i look after|bei uns im produkt|unser (produkt|system|rechenzentrum)|haben sie|brauchen sie|möchten sie|bei ihnen|wir haben (für|einen adapter)|solution engineer|im vertrieb|das ist standard|ich schicke ihnen|wie sieht|kein problem|notiert)`)
	saysTheirs = regexp.MustCompile(`(?i)\b(we need|we'd need|i need|we currently|today we|right now we|our (erp|warehouse|customers?|depots?|drivers|nurses|users|stores?|ciso|board|regulator|auditors?|legal|security team|team|people|handlers|students|planners|data cent(er|re)s?|own)|my (team|people|guys|handlers)|we('ve| have) (got )?(about |around )?\d|do you (support|do|handle|integrate)|does (your|it)|can (your|it)|your (product|platform|system|tool|thing|software|side)|you guys|we run|we use|i run|i lead|i head|i own|i'd (want|like|love|expect)|we want|we don't|it has to|it needs to|we can't|we're on|i can't|we keep|ich leite|wir brauchen|bei uns|unser(e|em|en|er)?|wir haben (derzeit|heute)|i don't want|in our)\b`)
	introduces = regexp.MustCompile(`\b(?:[Hh]ead of|[Dd]irector|VP|CIO|CISO|CTO|COO|[Rr]un|[Ll]ead|[Ii]n charge of|[Rr]esponsible for|[Rr]egistrar|[Ll]eite)\b`)
	withUs     = regexp.MustCompile(`(?i)\b(my colleague|our (solutions? (engineer|architect|consultant)|account exec\w*|technical)|from our (side|team)|mein(e|en)? kollege\w*)\b`)
)

// sides sets where every speaker stands: by the names that were given, else by how they talk.
func sides(h *heard, o Options) {
	if len(o.Ours) > 0 {
		for i := range h.turns {
			if named(h.turns[i].speaker, o.Ours) {
				h.turns[i].side = ours
			}
		}
		return
	}
	score, turns := map[string]float64{}, map[string]int{}
	order := []string{}
	for i := range h.turns {
		t := &h.turns[i]
		if t.speaker == "" {
			continue
		}
		if _, met := score[t.speaker]; !met {
			order = append(order, t.speaker)
			score[t.speaker] = 0
		}
		turns[t.speaker]++
		score[t.speaker] += weigh(t)
	}
	for _, a := range order { // 'my colleague Jonas', 'Owen is our solutions engineer'
		for _, t := range h.turns {
			if t.speaker != a && score[t.speaker] > 0 && presents(t, a) {
				score[a] += 4
				break
			}
		}
	}
	if len(order) < 2 {
		return
	}
	split := 0.0
	high, low := score[order[0]], score[order[0]]
	for _, s := range order {
		high, low = max(high, score[s]), min(low, score[s])
	}
	if low >= 0 || high <= 0 { // all talk alike: the line goes between the ends
		split = (high + low) / 2
	}
	for i := range h.turns {
		t := &h.turns[i]
		if t.speaker != "" && score[t.speaker] > split {
			t.side = ours
		}
	}
}

// weigh is how much a turn sounds like our side (above 0) or theirs (below).
func weigh(t *turn) float64 {
	v := 0.0
	for _, s := range t.sentences {
		text := strings.ReplaceAll(s.text, "’", "'")
		v += float64(len(saysOurs.FindAllStringIndex(text, 5)))
		v -= float64(len(saysTheirs.FindAllStringIndex(text, 5)))
		if s.question {
			v += 0.6
		} else if len(s.words) > 14 {
			v -= 0.3
		}
		if introduces.MatchString(text) && !strings.Contains(text, "you") {
			v -= 1
		}
	}
	return v
}

// presents says whether a turn of our side names a as one of ours.
func presents(t turn, a string) bool {
	first, _, _ := strings.Cut(a, " ")
	for _, s := range t.sentences {
		if strings.Contains(s.text, first) && withUs.MatchString(s.text) {
			return true
		}
	}
	return false
}

// named compares a speaker with a list of names: the whole name, or the whole of one of them
// within the other ('Mara Lindqvist (Relay)', 'Mara').
func named(speaker string, names []string) bool {
	s := strings.ToLower(speaker)
	for _, n := range names {
		n = strings.ToLower(strings.TrimSpace(n))
		if n != "" && (s == n || strings.HasPrefix(s, n+" ") || strings.HasPrefix(n, s+" ")) {
			return true
		}
	}
	return false
}
