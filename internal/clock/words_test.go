package clock_test

import (
	"testing"

	"throughline/internal/clock"
)

func TestDaysInsideASentenceReadAsPeopleWriteThem(t *testing.T) {
	for sentence, want := range map[string]string{
		"2026-11-18":      "18 Nov 2026",
		"due 2026-06-01.": "due 1 Jun 2026.",
		"late since 2026-11-18, then (2026-12-02)": "late since 18 Nov 2026, then (2 Dec 2026)",
		"“2026-11-18”":                             "“18 Nov 2026”",
		"notes-2026-11-18.txt":                     "notes-2026-11-18.txt",
		"2026-11-18.eml of them":                   "2026-11-18.eml of them",
		"https://a.example/2026-11-18/x":           "https://a.example/2026-11-18/x",
		"at 2026-11-18T09:00:00Z":                  "at 2026-11-18T09:00:00Z",
		"2026-13-45 is none, nor 12026-11-18":      "2026-13-45 is none, nor 12026-11-18",
		"":                                         "",
	} {
		if got := clock.Dated(sentence, clock.Date.Words); got != want {
			t.Errorf("%q reads %q, want %q", sentence, got, want)
		}
	}
	if got := clock.Date("").Words(); got != "" {
		t.Errorf("no date reads %q", got)
	}
}
