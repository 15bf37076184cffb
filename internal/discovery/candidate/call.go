package candidate

import "strings"

// finder goes through a call once, in order.
type finder struct {
	call  *heard
	out   *Result
	asked sentence // the question of our side that is open
	kind  ask
	about string          // what the last question that named something spoke of
	last  map[string]bool // content words of the candidate before
}

func (f *finder) readCall() {
	for i := range f.call.turns {
		t := &f.call.turns[i]
		if t.side == ours {
			f.hearOurs(i)
		} else {
			f.hearTheirs(i)
		}
	}
}

// hearOurs keeps what our side asks, restates and promises.
func (f *finder) hearOurs(i int) {
	t := f.call.turns[i]
	f.kind, f.asked = askNothing, sentence{}
	for _, s := range t.sentences {
		if k := askOf(s); k != askNothing && (s.question || k != askTopic) {
			f.kind, f.asked = k, s
		}
		if about := topic(s); about != "" && s.question {
			f.about = about
		}
		if i+1 < len(f.call.turns) && offering.MatchString(s.text) && s.question && len(s.words) >= 5 && brief(f.call.turns[i+1]) && confirmed(f.call, f.call.turns[i+1]) > 0 {
			f.restated(s, t.speaker, f.call.turns[i+1].speaker)
			continue
		}
		if restates(s) && i+1 < len(f.call.turns) && f.call.turns[i+1].side == theirs && confirmed(f.call, f.call.turns[i+1]) > 0 {
			if f.restated(s, t.speaker, f.call.turns[i+1].speaker) {
				f.kind, f.asked = askNothing, sentence{}
			}
			continue
		}
		if why := promises(s, f.call.words()); why != "" {
			f.out.Promises = append(f.out.Promises, f.item(t.speaker, []sentence{s}, s, why, sentence{}))
		}
	}
}

// brief says whether a reply has nothing of its own beside yes or no.
func brief(t turn) bool {
	n := 0
	for _, s := range t.sentences {
		n += len(s.words)
	}
	return n <= 6
}

// restated records our own words as a candidate, because the customer agreed to them.
func (f *finder) restated(s sentence, speaker, by string) bool {
	content := contentOf(s.text)
	if overlap(content, f.last) >= 0.5 {
		return false
	}
	core := s
	core.text = offering.ReplaceAllString(lead.ReplaceAllString(s.text, ""), "")
	core.words = tokens(core.text)
	it := f.item(speaker, []sentence{s}, core, "our side said it back and "+nameOr(by, "the customer")+" confirmed it", sentence{})
	it.Priority = priorityOf(f.call.words().find(s.words), f.call.words(), nil, true)
	it.ConfirmedBy = by
	f.out.Candidates = append(f.out.Candidates, it)
	f.last = content
	return true
}

// hearTheirs weighs each sentence of the customer, then joins what belongs together.
func (f *finder) hearTheirs(i int) {
	t := &f.call.turns[i]
	reply, echo := 0.0, ""
	if i+1 < len(f.call.turns) && f.call.turns[i+1].side == ours {
		reply, echo = replied(f.call.turns[i+1])
	}
	verdicts := make([]verdict, len(t.sentences))
	answered, today := 0, false
	for k, s := range t.sentences {
		c := context{asked: f.kind, first: answered < 2, german: f.call.german, after: k > 0 && verdicts[k-1].score >= needed,
			today: today}
		if k >= len(t.sentences)-2 { // a reply is to what was said last
			c.reply, c.echo = reply, echo
		}
		verdicts[k] = judge(s, c, f.call.words())
		if k+1 < len(t.sentences) && emphatic(t.sentences[k+1]) && verdicts[k].score > 0 {
			verdicts[k].add(1, "with emphasis")
		}
		if k > 0 && verdicts[k-1].cues.has("denied", "imagined") && points(s) { // 'We don't want those moved. They stay in the archive.'
			verdicts[k].score = 0
		}
		if verdicts[k].score >= needed {
			today = false
		} else if verdicts[k].fact && verdicts[k].cues.has("today", "past") {
			today = true
		}
		if len(s.words) > 3 || len(quantities(s, f.call.german)) > 0 {
			answered++
		}
	}
	f.leanOn(t, verdicts)
	for k := 0; k < len(t.sentences); k++ {
		v := verdicts[k]
		if v.score < needed {
			if why := f.isFact(t.sentences[k], v); why != "" {
				f.out.Facts = append(f.out.Facts, told(f.item(t.speaker, t.sentences[k:k+1], t.sentences[k], why, sentence{})))
			}
			continue
		}
		from, to := f.reach(t, verdicts, k)
		quote := t.sentences[from:to]
		asked := f.asked
		if f.kind == askNothing {
			asked = sentence{}
		}
		it := f.item(t.speaker, quote, t.sentences[k], because(v.why, f.kind, asked), asked)
		it.Priority = priorityOf(v.cues, f.call.words(), t.sentences[k:], false)
		f.out.Candidates = append(f.out.Candidates, it)
		f.last = contentOf(joined(quote))
		k = to - 1
	}
	if len(t.sentences) > 0 && answered > 0 && f.kind != askNothing {
		f.kind = max(askNothing, f.kind) // another of theirs may go on with the answer
	}
}

// leanOn proposes 'Two minutes.' when 'Anything longer and the queue backs up' follows it.
func (f *finder) leanOn(t *turn, verdicts []verdict) {
	for k := 1; k < len(verdicts); k++ {
		if b := t.sentences[k-1]; !verdicts[k].lean && len(b.words) <= 5 && leanIf.MatchString(t.sentences[k].text) && len(quantities(b, f.call.german)) > 0 {
			verdicts[k].lean = true
		}
		if !verdicts[k].lean {
			continue
		}
		if len(quantities(t.sentences[k-1], f.call.german)) > 0 && !verdicts[k-1].cues.has("denied", "chat", "imagined") {
			verdicts[k-1].score = max(verdicts[k-1].score+2.2, needed)
			verdicts[k-1].why = append(verdicts[k-1].why, "says what follows when the figure is missed ('"+shorten(t.sentences[k].text, 40)+"')")
		}
		verdicts[k].score = min(verdicts[k].score, needed-0.1)
		verdicts[k].fact = false
	}
}

// reach is the span of sentences quoted with sentence k: what stands before it if it only points
// there, and what follows and only continues it.
func (f *finder) reach(t *turn, v []verdict, k int) (from, to int) {
	lex := f.call.words()
	from, to = k, k+1
	if k > 0 && v[k-1].score < needed && !t.sentences[k-1].question && !v[k-1].cues.has("chat", "denied", "imagined") {
		before := t.sentences[k-1]
		if !v[k-1].fact && fragment(before, lex) || points(t.sentences[k]) && len(t.sentences[k].words) <= 8 && len(before.words) >= 4 {
			from = k - 1
		}
	}
	for to < len(t.sentences) && to-k < 3 && (v[to].lean || continues(t.sentences[to], v[to], lex) || f.sameNeed(t.sentences[to-1], t.sentences[to], v[to]) || backs(t.sentences[from:to], t.sentences[to], v[to], lex)) {
		to++
	}
	return from, to
}

// backs says whether a sentence is the reason given for a need said in a few words: 'Through the
// gateway only. We got burned before.' The reason belongs to the quote.
func backs(quote []sentence, s sentence, v verdict, lex lexicon) bool {
	n := 0
	for _, q := range quote {
		n += len(q.words)
	}
	if n > 9 || len(s.words) > 16 || s.question || v.score >= needed || v.cues.has("chat", "errand", "denied", "imagined") || lex.starts(s.words, "listing") {
		return false
	}
	return s.words[0].low != "and" && s.words[0].low != "und"
}

// sameNeed says whether a sentence that would be proposed by itself goes on with the one before
// in the same breath: short, no 'and' or 'we need' that opens another, no second limit.
func (f *finder) sameNeed(before, s sentence, v verdict) bool {
	if v.score < needed || s.question || len(before.words)+len(s.words) > 26 || f.call.words().starts(s.words, "listing") {
		return false
	}
	switch s.words[0].low {
	case "and", "also", "plus", "und", "außerdem", "but", "aber":
		return len(s.words) <= 9 && !v.cues.has("must", "want", "wish")
	case "we", "i", "you", "wir", "ich", "we'd", "i'd", "it'd", "what":
		return !v.cues.has("must", "want", "wish", "loath", "forbid")
	}
	return len(quantities(before, f.call.german)) == 0 || len(quantities(s, f.call.german)) == 0
}

// emphatic says whether a sentence is one word that drives home the one before: 'Ever.'
func emphatic(s sentence) bool {
	if len(s.words) > 2 {
		return false
	}
	switch s.words[0].low {
	case "ever", "never", "period", "full", "always", "nie", "niemals", "basta", "punkt", "immer":
		return true
	}
	return false
}

// points says whether a sentence begins by pointing at the one before.
func points(s sentence) bool {
	first, _, _ := strings.Cut(s.words[0].low, "'")
	switch first {
	case "that", "this", "it", "they", "those", "these", "das", "es", "dies", "die", "der", "he", "she":
		return true
	}
	return len(s.words) > 1 && s.words[0].low == "the" && s.words[1].low == "rest"
}

// fragment says whether a sentence is a bare phrase that the next one explains: 'Same day.'
func fragment(s sentence, lex lexicon) bool {
	if len(s.words) == 0 || len(s.words) > 4 || lex.starts(s.words, "yes") || lex.starts(s.words, "no") || lex.starts(s.words, "listing") {
		return false
	}
	switch s.words[0].low {
	case "okay", "ok", "good", "great", "oh", "ha", "uh", "um", "well", "so", "hm", "no", "look", "honestly", "thanks", "thank", "perfect", "fine", "nice", "cool", "hello", "hi", "gut", "danke", "passt", "ugh", "god", "and", "i", "we", "security", "right", "fair":
		return false
	}
	return true
}

// continues says whether a sentence only adds to the one before: a reason, a restriction, the
// same once more in other words. A sentence that opens a need of its own does not.
func continues(s sentence, v verdict, lex lexicon) bool {
	if s.question || v.cues.has("chat", "errand", "denied", "past", "today", "imagined") || lex.starts(s.words, "listing") || lex.starts(s.words, "yes") {
		return false
	}
	own := v.score >= needed && v.cues.has("must", "want", "wish", "forbid")
	switch s.words[0].low {
	case "otherwise", "because", "not", "which", "until", "including", "measured", "sonst", "weil", "nicht", "period", "if", "even", "meaning", "so":
		return len(s.words) <= 18 && !(s.words[0].low == "so" && own)
	case "and", "but", "also", "plus", "und", "aber", "then":
		if len(s.words) > 1 && (s.words[1].low == "nothing" || s.words[1].low == "no" || s.words[1].low == "not" || s.words[1].low == "nichts") {
			return len(s.words) <= 8
		}
		return len(s.words) <= 6 && v.score < needed
	}
	if points(s) {
		return len(s.words) <= 14 && !(own && len(s.words) > 8)
	}
	return len(s.words) <= 12 && !own && !(v.fact && len(s.words) > 5)
}

func joined(quote []sentence) string {
	texts := make([]string, len(quote))
	for i, s := range quote {
		texts[i] = s.text
	}
	return strings.Join(texts, " ")
}

// item fills what every found thing has.
func (f *finder) item(speaker string, quote []sentence, core sentence, why string, asked sentence) Item {
	whole := sentence{text: joined(quote)}
	whole.words = tokens(whole.text)
	it := Item{Quote: whole.text, Speaker: speaker, Segment: quote[0].segment, Why: why}
	if at := quote[0].at; at >= 0 {
		it.At = &at
	}
	about := ""
	if asked.text != "" {
		if about = topic(asked); about == "" {
			about = f.about
		}
	}
	it.Statement = state(core, about, f.call.german)
	it.Measure = measureOf(whole, asked, it.Statement, f.call.german)
	it.Kind = kindOf(core.text+" "+asked.text, it.Measure)
	return it
}

// told makes the item of a fact: its number is what is, not a limit.
func told(it Item) Item {
	if it.Measure != nil {
		it.Measure.Comparison = "="
	}
	return it
}

func because(why []string, k ask, asked sentence) string {
	if len(why) == 0 {
		why = []string{"states a rule"}
	}
	if len(why) > 3 {
		why = why[:3]
	}
	s := strings.Join(why, "; ")
	if k == askNeed && asked.text != "" {
		s += "; asked: '" + shorten(asked.text, 80) + "'"
	}
	return s
}

func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n])) + "…"
	}
	return s
}

func nameOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
