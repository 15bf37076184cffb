package thread

import (
	"fmt"

	"throughline/internal/clock"
)

// Station is one of the ten places on a requirement's way, in order.
type Station int

// The stations. The signature lies between Won and Accepted.
const (
	Heard Station = iota
	Shown
	Answered
	Proven
	Won
	Accepted
	Designed
	Planned
	Verified
	Live
	StationCount = 10
)

// Side is which half of the sale a station belongs to.
type Side string

// The two sides of the signature.
const (
	Pre  Side = "pre"
	Post Side = "post"
)

// DateRule is where a station's date comes from when nobody set one.
type DateRule string

// The date rules of PRODUCT.md.
const (
	ByCloseDate DateRule = "close date"
	ByAccept    DateRule = "signature plus five working days"
	ByGoLive    DateRule = "planned go-live"
)

// StationRule is one line of the table of stations.
type StationRule struct {
	Station  Station
	Name     string
	Side     Side
	Reached  string // when, in words
	Evidence string
	Due      DateRule
}

// Stations is the table. The code asks it, the docs print it.
var Stations = [StationCount]StationRule{
	{Heard, "heard", Pre, "recorded from a call, a list, a questionnaire line or an import, with its source", "quote, time mark, cell", ByCloseDate},
	{Shown, "shown", Pre, "a delivered demo showed it and no stakeholder's last reaction to it is negative", "demo segment, reaction", ByCloseDate},
	{Answered, "answered", Pre, "an approved written answer speaks to it", "answer version, citation", ByCloseDate},
	{Proven, "proven", Pre, "an evaluation criterion derived from it passed", "measured value, attachment", ByCloseDate},
	{Won, "won", Pre, "a named customer stakeholder agreed in writing that it can be met", "sign-off of that wording", ByCloseDate},
	{Accepted, "accepted", Post, "the receiver accepted it, with or without a condition", "acceptance record", ByAccept},
	{Designed, "designed", Post, "an element or decision of an approved design satisfies it, or a section of an approved document elsewhere does", "element, decision, link with approver", ByGoLive},
	{Planned, "planned", Post, "a delivery task implements it, here or by a key in another tracker", "task", ByGoLive},
	{Verified, "verified", Post, "a go-live check for it passed", "measured value", ByGoLive},
	{Live, "live", Post, "the go-live decision covered it", "decision record", ByGoLive},
}

// String is the station's word.
func (s Station) String() string {
	if s < 0 || s >= StationCount {
		return fmt.Sprintf("station %d", int(s))
	}
	return Stations[s].Name
}

// MarshalText writes the word.
func (s Station) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Station) UnmarshalText(b []byte) error {
	for _, r := range Stations {
		if r.Name == string(b) {
			*s = r.Station
			return nil
		}
	}
	return fmt.Errorf("%q is no station", b)
}

// State is how a station stands.
type State byte

// The states, each by the letter it is kept as.
const (
	NotNeeded State = '-'
	Missing   State = 'm'
	Started   State = 's'
	Reached   State = 'r'
	Failed    State = 'f'
)

// String is the state's word, as thread.json has it.
func (s State) String() string {
	switch s {
	case NotNeeded:
		return "not_needed"
	case Missing:
		return "missing"
	case Started:
		return "started"
	case Reached:
		return "reached"
	case Failed:
		return "failed"
	}
	return "unknown"
}

// MarshalText writes the word.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Verdict is what the area that owns a station says of one requirement there. An area gives
// at most one for each requirement and station; no verdict means no evidence.
type Verdict struct {
	Requirement string
	Station     Station
	State       State // Started, Reached or Failed
	At          clock.Instant
	By          string // a person's or contact's name for display
	Evidence    []Evidence
	Condition   string // under which the receiver accepted; empty for without
	Measured    string // the value that was measured last, with its unit; empty where nothing is measured
	// Excused says a failed station carries a waiver; until when, empty for without end.
	// It lifts the break and leaves the station failed.
	Excused      bool
	ExcusedUntil clock.Date
	Excuse       string
	// Partly says a reached station was reached in part only (an answer that affirms in part).
	// The station counts; as ground for the technical win it does not.
	Partly bool
}

// Evidence is one thing that stands behind a station: where to look, and its words.
type Evidence struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Text string `json:"text"`
}
