package discovery

import (
	"testing"

	"throughline/internal/problem"
	"throughline/internal/seal"
)

func TestAQuoteIsFoundInTheTranscriptWhateverItsSpacesAndQuotationMarks(t *testing.T) {
	segments := []Segment{
		{Position: 0, Voice: "d", Text: "It’s the nightly  export,"},
		{Position: 1, Voice: "d", Text: "“by six”\nat the latest."},
		{Position: 2, Voice: "m", Text: "Right."},
		{Position: 3, Voice: "x", Text: seal.Erased},
		{Position: 4, Voice: "d", Text: "Two million rows. \u200fYes."},
	}
	for quote, want := range map[string]int{
		"It's the nightly export":            0,
		"the nightly export, \"by six\"":     0,
		"„by six“ at the":                    1,
		"latest. Right.":                     1,
		"two million rows":                   -1, // their words, their capitals
		"Two million\trows. Yes.":            4,
		"at the latest. Two million rows.":   1, // one voice, as its words follow each other
		"the nightly export must end by six": -1,
		"[erased]":                           -1,
		"":                                   -1,
		" \u00a0 ":                           -1,
	} {
		s, err := locate(segments, quote)
		if want < 0 {
			if problem.Of(err) != problem.Refused {
				t.Errorf("%q was found at %d (%v)", quote, s.Position, err)
			}
			continue
		}
		if err != nil || s.Position != want {
			t.Errorf("%q begins in %d, want %d (%v)", quote, s.Position, want, err)
		}
	}
}
