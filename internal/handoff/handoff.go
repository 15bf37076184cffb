package handoff

import (
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Handoff is one crossing and what goes over with it. What it froze is the deal as the journal has
// it at FrozenAt.
type Handoff struct {
	journal.Row
	Crossing    Crossing      `db:"crossing" json:"crossing"`
	Receiver    string        `db:"receiver" json:"receiver"`   // a person's or partner's id
	SignedOn    clock.Date    `db:"signed_on" json:"signed_on"` // the day of the signature; of the handoff to run
	SignedBy    string        `db:"signed_by" json:"signed_by"` // who recorded it
	FrozenAt    clock.Instant `db:"frozen_at" json:"frozen_at"`
	FrozenAct   string        `db:"frozen_act" json:"frozen_act"` // the act in the journal
	State       State         `db:"state" json:"state"`           // as of the last act here; Review computes it
	CompletedAt clock.Instant `db:"completed_at" json:"completed_at"`
	Withdrawn   string        `db:"withdrawn" json:"withdrawn"` // why the signature or the handoff was withdrawn; empty while it stands
}

// State is how a handoff stands.
type State string

// The states of a handoff.
const (
	InReview State = "in review" // something waits for the receiver
	Returned State = "returned"  // all that is open waits for the SE, and something was returned
	Complete State = "complete"  // no item is open
	Closed   State = "closed"    // the deal was lost after the signature; kept for impact
)

var handoffKind = journal.Declare[Handoff]("handoff", "handoff")

// Item is one thing that goes over, and what the receiver said of it.
type Item struct {
	journal.Row
	Handoff   string        `db:"handoff" json:"-"`
	Kind      string        `db:"kind" json:"kind"`   // requirement, promise, risk, question
	Thing     string        `db:"thing" json:"thing"` // the id of what it is about; a risk's is its fact's
	Words     string        `db:"words" json:"words"` // a risk's: the fact nobody confirmed
	State     ItemState     `db:"state" json:"state"`
	Condition string        `db:"condition_words" json:"condition"`
	Reason    string        `db:"reason" json:"reason"`
	Question  string        `db:"question" json:"question"` // the query's question, by id
	By        string        `db:"by_whom" json:"by"`
	At        clock.Instant `db:"at" json:"at"`
	Self      bool          `db:"self" json:"self"` // decided by the one who sold it
	Returns   int           `db:"times_returned" json:"times_returned"`
	After     bool          `db:"after_freeze" json:"after_freeze"` // came after the freeze
}

// The kinds of item.
const (
	KindRequirement = "requirement"
	KindPromise     = "promise"
	KindRisk        = "risk"
	KindQuestion    = "question"
)

// ItemState is how an item stands.
type ItemState string

// The states of an item. Answered is computed: a queried item whose question is answered.
const (
	Offered       ItemState = "offered"
	Accepted      ItemState = "accepted"
	WithCondition ItemState = "accepted with condition"
	Queried       ItemState = "queried"
	Answered      ItemState = "answered"
	ItemReturned  ItemState = "returned"
	Withdrawn     ItemState = "withdrawn"
)

var _ = journal.Declare[Item]("handoff item", "handoff_item")
