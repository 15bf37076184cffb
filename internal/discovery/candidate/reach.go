package candidate

import "strings"

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
		return len(s.words) <= 9 && !v.cues.has("must", "want", "wish", "stay", "exclusive", "standard", "deadline")
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

// joined is what neighbouring sentences of one turn say, exactly as it stands there.
func joined(quote []sentence) string {
	return quote[0].turn[quote[0].from:quote[len(quote)-1].to]
}
