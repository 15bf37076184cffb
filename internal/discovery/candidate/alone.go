package candidate

import "throughline/internal/transcript"

// Alone reads one sentence of ours that is known to tell of a need or a fact: its statement, kind,
// priority and measure.
func Alone(text string) Item {
	f, s, ok := alone(text)
	if !ok {
		return Item{Quote: text, Statement: text, Kind: Functional, Priority: Should}
	}
	it := f.item("", []sentence{s}, s, "", sentence{})
	it.Priority = priorityOf(f.call.words().find(s.words), f.call.words(), nil)
	return it
}

// Needed says why one sentence of ours tells of a need of theirs; empty if it does not.
func Needed(text string) string {
	f, s, ok := alone(text)
	if !ok {
		return ""
	}
	v := judge(s, context{first: true, german: f.call.german}, f.call.words())
	if v.score < needed || v.fact || v.cues.has("denied", "imagined", "chat", "past") {
		return ""
	}
	return because(v.why, askNothing, sentence{})
}

func alone(text string) (*finder, sentence, bool) {
	call := listen(transcript.Transcript{Form: transcript.Notes, Segments: []transcript.Segment{{Start: transcript.Unknown, End: transcript.Unknown, Text: text}}})
	f := &finder{call: &call, out: &Result{}}
	if len(call.turns) == 0 || len(call.turns[0].sentences) == 0 {
		return f, sentence{}, false
	}
	s := call.turns[0].sentences[0]
	s.text = joined(call.turns[0].sentences)
	s.words = tokens(s.text)
	return f, s, true
}
