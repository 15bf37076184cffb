package evaluation

import (
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Evaluation is one trial of the product by a customer.
type Evaluation struct {
	journal.Row
	Title       string        `db:"title" json:"title"`
	Kind        string        `db:"kind" json:"kind"`
	State       State         `db:"state" json:"state"`
	Scope       string        `db:"scope" json:"scope"`
	OutOfScope  string        `db:"out_of_scope" json:"out_of_scope"`
	Decision    string        `db:"decision" json:"decision"` // what it enables the customer to decide, in one sentence
	From        clock.Date    `db:"opens_on" json:"from"`
	To          clock.Date    `db:"ends_on" json:"to"`
	Environment []Fact        `db:"environment,json" json:"environment"`
	Entry       []Entry       `db:"entry,json" json:"entry"`
	Owner       string        `db:"owner" json:"owner"` // a person's id
	AgreedAt    clock.Instant `db:"agreed_at" json:"agreed_at"`
	StartedAt   clock.Instant `db:"started_at" json:"started_at"`
	ReadoutAt   clock.Instant `db:"readout_at" json:"readout_at"`
	ClosedAt    clock.Instant `db:"closed_at" json:"closed_at"`
	Outcome     string        `db:"outcome" json:"outcome"` // what came of it, said at the close
	Why         string        `db:"why" json:"why"`         // why it was withdrawn
}

// Fact is one thing that is so of the environment: nodes, data, version.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Entry is one thing that must be done before the tests begin.
type Entry struct {
	Text string        `json:"text"`
	Done bool          `json:"done"`
	By   string        `json:"by"` // a person's id
	At   clock.Instant `json:"at"`
}

// Kinds of evaluation.
var Kinds = []string{"poc", "pilot", "workshop"}

// State is how far an evaluation is.
type State string

// The states, in order.
const (
	Draft     State = "draft"
	Agreed    State = "agreed"
	Running   State = "running"
	Readout   State = "readout"
	Closed    State = "closed"
	Withdrawn State = "withdrawn"
)

var evaluationKind = journal.Declare[Evaluation]("evaluation", "evaluation")

// Counts says whether anything of it is looked at: all but withdrawn ones are.
func (e Evaluation) Counts() bool { return e.State != Withdrawn }

// Testing says whether results are awaited.
func (e Evaluation) Testing() bool { return e.State == Agreed || e.State == Running }
