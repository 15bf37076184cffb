package portal

import (
	"testing"
	"time"

	"throughline/internal/clock"
)

// The rules of the text are published (docs/sign-off.md): these bytes do not change.
func TestTheTextThatIsAgreedToHasFixedRules(t *testing.T) {
	at := clock.At(time.Date(2026, 3, 2, 9, 5, 0, 123_000, time.UTC))
	s := Statement{Deal: "NWF, Relay platform", Name: "Dana Whitfield", Mail: "dana@northwind.example", At: at, SentAt: at, Link: "link1", Addition: "One\r\ntwo",
		Lines: []Line{{Key: "NWF-1", Wording: "Replay", Meaning: 2, Answer: Agrees}, {Key: "NWF-2", Wording: "SAML", Meaning: 1, Answer: Caveat, Caveat: "with\nOkta", Due: "2026-05-01"}}}
	want := `Throughline sign-off, version 1
Deal: NWF, Relay platform
Signed by: Dana Whitfield <dana@northwind.example>
Signed at: 2026-03-02T09:05:00Z
Sent at: 2026-03-02T09:05:00Z
Link: link1

Requirement: NWF-1
Wording: Replay
Meaning: 2
Answer: agree

Requirement: NWF-2
Wording: SAML
Meaning: 1
Answer: agree with caveat
Caveat: with
  Okta
Due: 2026-05-01

Added: One
  two
`
	if got := s.Text(); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := HashOf(want); got != HashOf(s.Text()) || len(got) != 64 {
		t.Errorf("hash %s", got)
	}
}

// Words cannot pass for lines of the text.
func TestWordsCannotForgeALine(t *testing.T) {
	a := Statement{Lines: []Line{{Key: "N-1", Wording: "x\nAnswer: refuse", Answer: Agrees}}}.Text()
	b := Statement{Lines: []Line{{Key: "N-1", Wording: "x", Answer: "refuse\nAnswer: agree"}}}.Text()
	if a == b {
		t.Error("two statements, one text")
	}
}
