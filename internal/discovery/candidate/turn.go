package candidate

import (
	"strings"
	"time"

	"throughline/internal/transcript"
)

// side is where a speaker stands.
type side int

const (
	theirs side = iota
	ours
)

// turn is what one person said until another spoke.
type turn struct {
	speaker   string
	side      side
	sentences []sentence
	line      bool // a line of notes
}

// sentence is one sentence with the place it began at.
type sentence struct {
	text     string // the transcript's own words, folded
	turn     string // the whole turn, of which this is [from:to]
	from, to int
	words    []word
	segment  int
	at       time.Duration
	question bool
}

// heard is a call taken apart.
type heard struct {
	turns  []turn
	german bool
	spoken bool // somebody is named
}

// listen joins the segments of one speaker and cuts them into sentences. A sentence may run over
// several segments: captions break where the screen ends.
func listen(t transcript.Transcript) heard {
	var h heard
	for i := 0; i < len(t.Segments); {
		speaker := t.Segments[i].Speaker
		h.spoken = h.spoken || speaker != ""
		j := i + 1
		if t.Form != transcript.Notes {
			for j < len(t.Segments) && t.Segments[j].Speaker == speaker {
				j++
			}
		}
		h.turns = append(h.turns, cut(t.Segments[i:j], i, t.Form == transcript.Notes))
		i = j
	}
	h.german = isGerman(h.turns)
	return h
}

// cut makes one turn of segments that begin at index first.
func cut(segments []transcript.Segment, first int, line bool) turn {
	var b strings.Builder
	starts := make([]int, len(segments))
	for i, s := range segments {
		if i > 0 {
			b.WriteByte(' ')
		}
		starts[i] = b.Len()
		b.WriteString(s.Text)
	}
	text := b.String()
	t := turn{speaker: segments[0].Speaker, line: line}
	bare := !strings.ContainsAny(text, ".?!") // a recorder without punctuation: its own breaks are the best there is
	for _, span := range split(text, starts, bare) {
		k := 0
		for k+1 < len(starts) && starts[k+1] <= span[0] {
			k++
		}
		s := sentence{text: text[span[0]:span[1]], turn: text, from: span[0], to: span[1], segment: first + k, at: segments[k].Start}
		s.question = strings.HasSuffix(s.text, "?")
		s.words = tokens(s.text)
		t.sentences = append(t.sentences, s)
	}
	return t
}

// isGerman goes by the small words, which no language lends.
func isGerman(turns []turn) bool {
	de, en := 0, 0
	for _, t := range turns {
		for _, s := range t.sentences {
			for _, w := range s.words {
				switch w.low {
				case "der", "die", "das", "und", "nicht", "ist", "wir", "sie", "ein", "eine", "mit", "auf", "bei", "uns", "dann":
					de++
				case "the", "and", "is", "we", "you", "a", "of", "to", "it", "that", "our", "for":
					en++
				}
			}
		}
	}
	return de > en
}
