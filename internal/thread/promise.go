package thread

import (
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// Promise is what goes beyond the standard product, in its exact words. None is dropped
// silently: it ends kept, renegotiated, broken or void, each with its proof.
type Promise struct {
	journal.Row
	Number      int           `db:"number" json:"number"`           // P3 in its deal
	Requirement string        `db:"requirement" json:"requirement"` // may be none
	Words       seal.Text     `db:"words" json:"words"`
	WordsHash   string        `db:"words_hash" json:"words_hash"` // SHA-256 of the words: stays when they are erased
	Sort        string        `db:"sort" json:"sort"`             // date, roadmap, limit, partly, wording, caveat, spoken
	ByPerson    string        `db:"by_person" json:"by_person"`   // ours, who said it
	ToContact   string        `db:"to_contact" json:"to_contact"`
	Where       string        `db:"where_said" json:"where"` // demo 2, call of 3 Mar, answer 112
	FromKind    string        `db:"from_kind" json:"from_kind"`
	FromID      string        `db:"from_id" json:"from_id"`
	SaidAt      clock.Instant `db:"said_at" json:"said_at"`
	Due         clock.Date    `db:"due" json:"due"`
	Contractual string        `db:"contractual" json:"contractual"` // yes, no, implied
	State       PromiseState  `db:"state" json:"state"`
	TakenBy     string        `db:"taken_by" json:"taken_by"` // the receiver at the handoff
	Proof       string        `db:"proof" json:"proof"`
	Why         string        `db:"why" json:"why"`
	With        string        `db:"with_whom" json:"with"`
	NewWords    seal.Text     `db:"new_words" json:"new_words"`
	NewDue      clock.Date    `db:"new_due" json:"new_due"`
	WasBroken   bool          `db:"was_broken" json:"was_broken"` // renegotiated after it was broken
	EndedAt     clock.Instant `db:"ended_at" json:"ended_at"`
	Surprise    bool          `db:"surprise" json:"surprise"` // found after the freeze
}

// Sorts of promise, as PRODUCT.md lists them.
var Sorts = []string{"date", "roadmap", "limit", "partly", "wording", "caveat", "spoken"}

// PromiseState is where a promise stands.
type PromiseState string

// The states. At risk is no state: it is computed.
const (
	PromiseOpen         PromiseState = "open"
	PromiseTaken        PromiseState = "taken over"
	PromiseKept         PromiseState = "kept"
	PromiseRenegotiated PromiseState = "renegotiated"
	PromiseBroken       PromiseState = "broken"
	PromiseVoid         PromiseState = "void"
)

// Pending says whether it still has to be kept.
func (p Promise) Pending() bool {
	return p.State == PromiseOpen || p.State == PromiseTaken || p.State == PromiseRenegotiated
}

// DueOn is the date that holds now.
func (p Promise) DueOn() clock.Date {
	if p.State == PromiseRenegotiated && p.NewDue != "" {
		return p.NewDue
	}
	return p.Due
}

// AtRisk says whether a promise may fail: due within the days or past, and not kept, or its
// requirement has a break.
func (p Promise) AtRisk(today clock.Date, days int, broken bool) bool {
	if !p.Pending() {
		return false
	}
	due := p.DueOn()
	return broken || due != "" && due <= today.AddDays(days)
}

// Caveat says whether it was the price of a signature and still holds on the day: such a
// caveat lifts the break of its requirement's failed station.
func (p Promise) Caveat(today clock.Date) bool {
	return p.Sort == "caveat" && p.Pending() && (p.DueOn() == "" || today <= p.DueOn())
}

var _ = journal.Declare[Promise]("promise", "promise")
