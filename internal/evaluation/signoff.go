package evaluation

import (
	"fmt"
	"regexp"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// SignOff is a stakeholder's written word on a list of exact wordings. It is never changed,
// only withdrawn.
type SignOff struct {
	journal.Row
	Contact     string        `db:"contact" json:"contact"`
	Decides     bool          `db:"decides" json:"decides"` // had the technical decision when they signed
	Decision    string        `db:"decision" json:"decision"`
	Proof       seal.Text     `db:"proof" json:"proof"`           // the file's name, or where their reply is to be found
	ProofHash   string        `db:"proof_hash" json:"proof_hash"` // SHA-256 of the file, of the text agreed to by a link, else of those words
	ProofSize   int64         `db:"proof_size" json:"proof_size"` // bytes of the file; 0 where there is none
	Words       seal.Text     `db:"words" json:"words"`           // what they wrote beside it
	At          clock.Instant `db:"at" json:"at"`                 // when they signed
	Items       []Item        `db:"items,json" json:"items"`
	RecordedBy  string        `db:"recorded_by" json:"recorded_by"`
	WithdrawnAt clock.Instant `db:"withdrawn_at" json:"withdrawn_at"`
	Why         string        `db:"why" json:"why"`
}

// Item is one wording of the list.
type Item struct {
	Requirement string `json:"requirement"`
	Wording     string `json:"wording"` // exactly as it was shown
	Meaning     int    `json:"meaning"` // the requirement's counter then; a later meaning ends the item
	Hash        string `json:"hash"`    // SHA-256 of the wording
	Caveat      string `json:"caveat"`  // the promise that was the price of this item: its id, or empty
}

// Decisions a sign-off can hold.
const (
	Agreement = "agree"
	Caveated  = "agree with caveat"
	Refusal   = "refuse"
)

var signOffKind = journal.Declare[SignOff]("sign-off", "sign_off")

// Agrees says whether it is a yes, with or without a caveat.
func (s SignOff) Agrees() bool { return s.Decision != Refusal }

// mark is the mark at a number's thousands.
var mark = regexp.MustCompile(`[0-9]+(,[0-9]{3})+`)

// SameWording says whether two wordings differ in nothing but marks at the thousands: measures
// were first written without them, and what was signed then still stands.
func SameWording(a, b string) bool {
	plain := func(s string) string {
		return mark.ReplaceAllStringFunc(s, func(n string) string { return strings.ReplaceAll(n, ",", "") })
	}
	return a == b || plain(a) == plain(b)
}

// Wording is the exact text that a stakeholder agrees to: the sentence, and what is measured.
func Wording(r thread.Requirement) string {
	if r.Measure == nil {
		return r.Statement
	}
	return fmt.Sprintf("%s (%s)", r.Statement, r.Measure)
}
