package candidate

import "strings"

// finder goes through a call once, in order.
type finder struct {
	call  *heard
	out   *Result
	asked sentence // the question of our side that is open
	kind  ask
	about string          // what the last question that named something spoke of
	unit  quantity        // the last number of theirs that had a unit
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
			f.restated(s, t.speaker, f.call.turns[i+1])
			continue
		}
		if restates(s) && i+1 < len(f.call.turns) && f.call.turns[i+1].side == theirs && confirmed(f.call, f.call.turns[i+1]) > 0 {
			if f.restated(s, t.speaker, f.call.turns[i+1]) {
				f.kind, f.asked = askNothing, sentence{}
			}
			continue
		}
		if why := promises(s, f.call.words()); why != "" {
			f.out.Promises = append(f.out.Promises, f.item(t.speaker, []sentence{s}, s, why, sentence{}))
		}
	}
}

// brief says whether a reply begins with no more than yes, no or 'it would be nice'.
func brief(t turn) bool { return len(t.sentences) > 0 && len(t.sentences[0].words) <= 8 }

// restated records our own words as a candidate, because the customer agreed to them.
func (f *finder) restated(s sentence, speaker string, reply turn) bool {
	by := reply.speaker
	content := contentOf(s.text)
	if overlap(content, f.last) >= 0.5 {
		return false
	}
	core := s
	core.text = offering.ReplaceAllString(lead.ReplaceAllString(s.text, ""), "")
	core.words = tokens(core.text)
	it := f.item(speaker, []sentence{s}, core, "our side said it back and "+nameOr(by, "the customer")+" confirmed it", sentence{})
	it.Priority = priorityOf(f.call.words().find(s.words), f.call.words(), reply.sentences[:1])
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
	verdicts := f.weighTurn(t, reply, echo)
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
		it.Priority = priorityOf(v.cues, f.call.words(), t.sentences[k:])
		f.out.Candidates = append(f.out.Candidates, it)
		f.last = contentOf(joined(quote))
		k = to - 1
	}
}

// weighTurn judges the sentences of one turn in order: each is heard after the one before.
func (f *finder) weighTurn(t *turn, reply float64, echo string) []verdict {
	verdicts := make([]verdict, len(t.sentences))
	answered, today := 0, false
	for k, s := range t.sentences {
		c := context{asked: f.kind, first: answered < 2, german: f.call.german, after: k > 0 && verdicts[k-1].score >= needed, today: today}
		if k >= len(t.sentences)-2 { // a reply is to what was said last
			c.reply, c.echo = reply, echo
		}
		v := judge(s, c, f.call.words())
		q := quantities(s, f.call.german)
		for _, x := range q {
			if (x.class == share || x.class == span) && v.score < needed {
				f.unit = x
			}
		}
		if k+1 < len(t.sentences) && emphatic(t.sentences[k+1]) && v.score > 0 {
			v.add(1, "with emphasis")
		}
		if k > 0 && verdicts[k-1].cues.has("denied", "imagined") && points(s) { // 'We don't want those moved. They stay in the archive.'
			v.score = 0
		}
		switch {
		case v.score >= needed:
			today = false
		case v.fact && v.cues.has("today", "past"):
			today = true
		}
		if len(s.words) > 3 || len(q) > 0 {
			answered++
		}
		verdicts[k] = v
	}
	return verdicts
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
	it.Measure = measureOf(whole, asked, it.Statement, f.unit, f.call.german)
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
