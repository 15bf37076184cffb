package candidate

import (
	"regexp"
	"strings"
)

var (
	bullet      = regexp.MustCompile(`^\s*([-*•–>]|\d{1,2}[.)]|\[[ xX]?\])\s*`)
	needHead    = regexp.MustCompile(`(?i)^(requirements?|needs?|must( have)?s?|they need|wants?|constraints?|security|asks?|anforderungen|bedarf|new requirements?|what they need|also need|needs heard|could|should|nice to have)\b[^.]*:?$`)
	factHead    = regexp.MustCompile(`(?i)^(today|current|background|environment|facts|as is|landscape|heute|ist-zustand|umgebung|current (state|environment|setup))\b[^.]*:?$`)
	waitingHead = regexp.MustCompile(`(?i)^(waiting for|they owe|their side|customer (to do|side)|customer's side|from the customer|wartet auf)\b[^.]*:?$`)
	promiseHead = regexp.MustCompile(`(?i)^(next steps?|actions?|to ?dos?|promises?|promised|we (owe|promised)|our side|follow[- ]ups?|nächste schritte|aufgaben)\b[^.]*:?$`)
	header      = regexp.MustCompile(`(?i)^(date|datum|time|attendees?|present|participants|teilnehmer|subject|call|meeting|location|from|to|cc|account|deal)\s*:`)
	ourAct      = regexp.MustCompile(`(?i)^(we|i|mara|us|wir|ich)\b.{0,20}\b(to send|will|promised|said we|'ll|owe|told them we|committed|agreed to send)\b|\b(we|i)('ll| will| promised| committed)\b|^\p{Lu}\p{L}+ (to|will) (send|check|confirm|share|write|book|deliver|provide)\b`)
	noteNeed    = regexp.MustCompile(`(?i)\b(must|need(s|ed)?|required?|wants?|has to|have to|should|insists?|blocker|no \w+ without|only|never|expects?|not allowed|forbidden|muss|brauchen|soll|asks? for|asked for|would like)\b`)
	factNow     = regexp.MustCompile(`(?i)\b(today|currently|right now|at the moment|heute|derzeit)\b`)
)

// readNotes reads notes without speakers: they were written by our side about the customer, so
// headings and the bare words of a line decide.
func (f *finder) readNotes() {
	section := askNothing
	promised, waiting := false, false
	for _, t := range f.call.turns {
		if len(t.sentences) == 0 {
			continue
		}
		line := bullet.ReplaceAllString(joined(t.sentences), "")
		plain := strings.TrimRight(line, ": ")
		switch {
		case header.MatchString(line):
			continue
		case len(strings.Fields(plain)) <= 5 && needHead.MatchString(line):
			section, promised, waiting = askNeed, false, false
			continue
		case len(strings.Fields(plain)) <= 5 && factHead.MatchString(line):
			section, promised, waiting = askFact, false, false
			continue
		case len(strings.Fields(plain)) <= 5 && promiseHead.MatchString(line):
			section, promised, waiting = askNothing, true, false
			continue
		case len(strings.Fields(plain)) <= 5 && waitingHead.MatchString(line):
			waiting = true
			continue
		case waiting:
			continue
		}
		for _, s := range t.sentences {
			f.readNote(s, section, promised)
		}
	}
}

// readNote sorts one sentence of a line.
func (f *finder) readNote(s sentence, section ask, promised bool) {
	if m := bullet.FindString(s.text); m != "" {
		s.text, s.from = s.text[len(m):], s.from+len(m)
		s.words = tokens(s.text)
	}
	if len(s.words) < 3 {
		return
	}
	lex := f.call.words()
	v := judge(s, context{asked: section, first: true, german: f.call.german}, lex)
	switch {
	case promised || ourAct.MatchString(s.text):
		f.out.Promises = append(f.out.Promises, f.item("", []sentence{s}, s, "the note says what our side will do", sentence{}))
	case v.cues.has("denied", "imagined", "chat"):
	case section == askFact || factNow.MatchString(s.text) && v.score < 3:
		f.out.Facts = append(f.out.Facts, told(f.item("", []sentence{s}, s, "the note tells how things are today", sentence{})))
	case v.score >= needed, section == askNeed && !v.fact, noteNeed.MatchString(s.text) && !v.cues.has("past", "errand"):
		why := v.why
		if len(why) == 0 {
			why = []string{"stands in the notes as a need"}
		}
		it := f.item("", []sentence{s}, s, because(why, askNothing, sentence{}), sentence{})
		it.Priority = priorityOf(v.cues, lex, []sentence{s})
		f.out.Candidates = append(f.out.Candidates, it)
	case f.isFact(s, v) != "":
		f.out.Facts = append(f.out.Facts, told(f.item("", []sentence{s}, s, f.isFact(s, v), sentence{})))
	}
}
