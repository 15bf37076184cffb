package candidate

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// rewrite is one step from the way people talk to a sentence that can be tested.
type rewrite struct {
	from *regexp.Regexp
	to   string
}

func rewrites(pairs ...string) []rewrite {
	var out []rewrite
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, rewrite{regexp.MustCompile("(?i)" + pairs[i]), pairs[i+1]})
	}
	return out
}

const we = `(we|i|they|you|my \p{L}+|our \p{L}+)`

var (
	fillers = regexp.MustCompile(`(?i),? *\b(you know|i mean|i think|i guess|like i said|to be honest|frankly|honestly|uh|um|er|ähm|äh|halt|sozusagen|obviously|i don't know|let's say)\b,?`)
	opening = regexp.MustCompile(`(?i)^((so|and|but|well|yeah|oh|also|plus|then|because|basically|actually|honestly|for us|und|also|ja|wobei|the thing is|the other thing is|what matters is)\b[,.: –-]+|(okay|ok|yes|no|look|right|god|exactly|listen|nein|genau|first one|second one|third one|first|second|third|one more|one more thing|another thing|last one|one last thing|eins noch|außerdem)[,.:–-] *)+`)
	shape   = rewrites(
		`^what (we|i)('d| would)? (really )?(need|want|like|love)s?( to have)?( is|,)( that)? `, "",
		`^what (we|i) (can't|cannot) (do|have) is `, "No ",
		`^(a )?nice to have would be `, "",
		`^it('d| would)('ve)? be (really )?(nice|great|good|cool|lovely|useful)( to have)?( if| to| that)? (it could |we could |you could )?`, "",
		`^(ideally|in an ideal world|best case),? (they'd|we'd|it'd|you'd|i'd)? ?`, "",
		`^i('d| would)? (say|expect|size it for|want it|argue)( that)? `, "",
		`^(call it|let's say|make it|i've told \p{L}+( \p{L}+)? ) ?`, "",
		`^`+we+`('d| would|'ll| will)? (absolutely |really |also |then |just )?(need|want|like|love|prefer|wish|have|got|has|must|'ve got)s? (to be able to|to be|to) (be able to )?`, "",
		`^`+we+`('ve| have) got to (be able to )?`, "",
		`^`+we+` must (be able to )?`, "",
		`^`+we+`('d| would|'ll| will)? (absolutely |really |also |then |just )?(need|want|like|love|prefer|expect|require)s? (that |it that )?`, "",
		`^`+we+` should be able to `, "$1 can ",
		`^`+we+` (can't|cannot|will not|won't|do not|don't) (accept|take|have|allow) (any )?`, "No ",
		`^you('d)? (can't|cannot) `, "Must not ",
		`^`+we+` (can't|cannot|must not|will not|won't) `, "Must not ",
		`^(we're|i'm|we are|i am) not (\p{L}+ing) `, "No $2 ",
		`^(wir|ich) (brauchen|brauche|wollen|will|möchten|möchte|hätten gern|hätte gern),? ?(dass )?`, "",
		`\b(has|have|'s|'ve) got to\b`, " must",
		`\b(has|have|had|needs|need|got|gotta) to\b`, "must",
		`\b(it|that|this)'s must\b`, "$1 must",
		`\bwouldn't\b`, "would not", `\bcan't\b`, "cannot", `\bdon't\b`, "do not", `\bdoesn't\b`, "does not",
		`,? (because|since|weil|denn) .*$`, "",
		`,? (period|full stop|please|right|okay|ever|tops)$`, "",
		` {2,}`, " ")
	dangle = regexp.MustCompile(`(?i)^(it|that|this|they|those|them|these|one|das|es|der|die|da|dann)\b`)
)

// state makes one plain sentence of what was said: talk is taken off, needs become what has to
// be so, number words become figures. A sentence that is only an answer gets what was asked about.
func state(s sentence, about string, german bool) string {
	t := strings.TrimRight(s.text, " .!?,;…")
	t = strings.ReplaceAll(inFigures(t, german), "’", "'")
	t = fillers.ReplaceAllString(t, "")
	t = opening.ReplaceAllString(t, "")
	for _, r := range shape {
		t = strings.TrimSpace(r.from.ReplaceAllString(t, r.to))
	}
	t = strings.TrimSpace(opening.ReplaceAllString(t, ""))
	if n := len(strings.Fields(t)); about != "" && (n < 4 || dangle.MatchString(t) && n < 8) {
		t = about + ": " + lowerFirst(t)
	}
	if t == "" {
		t = strings.TrimRight(s.text, " .!?,;…")
	}
	r := []rune(strings.TrimLeft(t, ",;:.–- "))
	if len(r) == 0 {
		return s.text
	}
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

// inFigures writes number words that measure something in figures: 'within one hour' is 'within 1 hour'.
func inFigures(text string, german bool) string {
	s := sentence{text: text, words: tokens(text)}
	var b strings.Builder
	done := 0
	for _, q := range quantities(s, german) {
		_, n, _, ok := numberAt(s.words, q.from, german)
		if !ok || n == 0 || anyDigit(s.words[q.from].low) || q.class == count && q.unit == "" && q.value < 10 {
			continue
		}
		b.WriteString(text[done:s.words[q.from].start])
		v := strconv.FormatFloat(q.value, 'f', -1, 64)
		if german {
			v = strings.Replace(v, ".", ",", 1)
		}
		b.WriteString(v)
		done = s.words[q.from+n-1].end
	}
	b.WriteString(text[done:])
	return b.String()
}
