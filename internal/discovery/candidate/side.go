package candidate

import (
	"math"
	"regexp"
	"strings"
)

// How each side talks. Weighed together, since either side says any of it once.
var (
	saysOurs   = regexp.MustCompile(`(?i)\b(our (product|platform|connectors?|roadmap|solution|standard connector|api|support is|london region|sla is|release|system handles)|out of the box|that's (built in|standard|our recommendation)|we support\b|we have a connector|(account exec(utive)?|solutions? (engineer|architect|consultant)|presales|sales engineer|customer success)|walk (me|us) through|thanks for (making|having|taking)|i'll (send|write|show|get you)|we'll (send|put|set|show|version)|let me recap|roadmap|in beta|general(ly)? availab|we usually|our customers|the demo|what does .{0,30} look like|tell (me|us) about|let me (ask|show|share)|if i hear you|so you('d)? need|you mentioned|how do you\b|do you (need|want|have)|what do you|would you (want|like)|your (side|team|current|environment)|we can do|i look after|bei uns im produkt|unser (produkt|system|rechenzentrum)|haben sie|brauchen sie|möchten sie|bei ihnen|wir haben (für|einen adapter)|solution engineer|im vertrieb|das ist standard|ich schicke ihnen|wie sieht|kein problem|notiert)`)
	saysTheirs = regexp.MustCompile(`(?i)\b(we need|we'd need|i need|we currently|today we|right now we|our (erp|warehouse|customers?|depots?|drivers|nurses|users|stores?|ciso|board|regulator|auditors?|legal|security team|team|people|handlers|students|planners|data cent(er|re)s?|own)|my (team|people|guys|handlers)|we('ve| have) (got )?(about |around )?\d|do you (support|do|handle|integrate)|does (your|it)|can (your|it)|your (product|platform|system|tool|thing|software|side)|you guys|we run|we use|i run|i lead|i head|i own|i'd (want|like|love|expect)|we want|we don't|it has to|it needs to|we can't|we're on|i can't|we keep|ich leite|wir brauchen|bei uns|unser(e|em|en|er)?|wir haben (derzeit|heute)|i don't want|in our)\b`)
	introduces = regexp.MustCompile(`\b(?:[Hh]ead of|[Dd]irector|VP|CIO|CISO|CTO|COO|[Rr]un|[Ll]ead|[Ii]n charge of|[Rr]esponsible for|[Rr]egistrar|[Ll]eite)\b`)
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
	names, own := map[string]int{}, []float64{}
	for i := range h.turns {
		t := &h.turns[i]
		if t.speaker == "" {
			continue
		}
		if _, met := names[t.speaker]; !met {
			names[t.speaker] = len(own)
			own = append(own, 0)
		}
		own[names[t.speaker]] += weigh(t)
	}
	if len(own) < 2 || len(own) > mostSpeakers {
		return
	}
	score := settle(own, bonds(h, names))
	high, low := score[0], score[0]
	for _, s := range score {
		high, low = max(high, s), min(low, s)
	}
	split := 0.0
	if low >= 0 || high <= 0 { // all talk alike: the line goes between the ends
		split = (high + low) / 2
	}
	for i := range h.turns {
		t := &h.turns[i]
		if t.speaker != "" && score[names[t.speaker]] > split {
			t.side = ours
		}
	}
}

// mostSpeakers bounds the table of who answers whom; a call with more is no call.
const mostSpeakers = 200

// bonds says how strongly two speakers stand together (above 0) or apart (below): who answers
// whose questions stands opposite, who presents whom stands beside.
func bonds(h *heard, names map[string]int) [][]float64 {
	b := make([][]float64, len(names))
	for i := range b {
		b[i] = make([]float64, len(names))
	}
	tie := func(x, y int, v float64) {
		b[x][y] += v
		b[y][x] += v
	}
	for i, t := range h.turns {
		x, met := names[t.speaker]
		if !met {
			continue
		}
		if n := len(t.sentences); n > 0 && t.sentences[n-1].question && i+1 < len(h.turns) {
			if y, met := names[h.turns[i+1].speaker]; met {
				tie(x, y, -1)
			}
		}
		if i > 60 { // people are presented when they come
			continue
		}
		for _, s := range t.sentences {
			if !presenting.MatchString(s.text) {
				continue
			}
			for name, y := range names {
				if y != x && presents(s.text, name) {
					tie(x, y, 4)
				}
			}
		}
	}
	return b
}

// settle lets each speaker's own talk and the place of those around them find a balance.
func settle(own []float64, b [][]float64) []float64 {
	at := make([]float64, len(own))
	for i, v := range own {
		at[i] = math.Tanh(v / 4)
	}
	start := append([]float64{}, at...)
	for range 6 {
		next := make([]float64, len(own))
		for x := range own {
			pull, weight := 0.0, 0.0
			for y, v := range b[x] {
				pull += v * at[y]
				weight += math.Abs(v)
			}
			next[x] = start[x]
			if weight > 0 {
				next[x] += 0.9 * pull / max(weight, 3)
			}
		}
		at = next
	}
	return at
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

// presenting are sentences in which one person says who another of the same side is.
var presenting = regexp.MustCompile(`(?i)\b(i'm|i am|ich bin|our|my|we|unser\w*|mein\w*|runs|owns|leads|heads|does|looks after|is (fraud|from|in|head|the|one of)|macht|leitet|betreut|ist)\b`)

// presents says whether a sentence tells of the named person what they are: 'Owen is our
// solutions engineer', 'Frau Yildiz macht bei uns die IT'.
func presents(text, name string) bool {
	for _, part := range strings.Fields(name) {
		if len(part) < 3 {
			continue
		}
		for from := 0; ; {
			i := strings.Index(text[from:], part)
			if i < 0 {
				break
			}
			after := text[from+i+len(part):]
			if saidOf.MatchString(strings.ReplaceAll(after, "’", "'")) {
				return true
			}
			from += i + len(part)
		}
	}
	return false
}

var saidOf = regexp.MustCompile(`(?i)^( \p{L}+)?(,? (is|runs|owns|leads|heads|does|handles|looks|covers|macht|leitet|betreut|ist|(is )?joining|does the)\b|'s (our|on|one|the|my|from|head))`)

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
