package thread

import (
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// Requirement is what the customer needs, in one testable sentence. It belongs to a deal and
// is never deleted, only withdrawn.
type Requirement struct {
	journal.Row
	Number      int                   `db:"number" json:"number"` // with the deal's prefix: NWF-12
	Statement   string                `db:"statement" json:"statement"`
	Kind        Kind                  `db:"kind" json:"kind"`
	Priority    Priority              `db:"priority" json:"priority"`
	Measure     *Measure              `db:"measure,json" json:"measure"`
	Grouping    string                `db:"grouping_name" json:"group"` // the customer's own heading
	Product     string                `db:"product" json:"product"`
	RaisedBy    string                `db:"raised_by" json:"raised_by"` // a contact's id
	Meaning     int                   `db:"meaning" json:"meaning"`     // one more when measure, priority or meaning change: ends sign-offs
	Change      bool                  `db:"change" json:"change"`       // heard after the signature
	Withdrawn   string                `db:"withdrawn" json:"withdrawn"` // the reason; empty while it stands
	Owes        *[]Station            `db:"owes,json" json:"owes"`      // set by a person in place of the rule
	OwesWhy     string                `db:"owes_why" json:"owes_why"`
	Dates       map[string]clock.Date `db:"dates,json" json:"dates"` // set by a person, by station
	Bought      Bought                `db:"bought" json:"bought"`
	Feasible    Feasibility           `db:"feasible" json:"feasible"`
	FeasibleBy  string                `db:"feasible_by" json:"feasible_by"` // a person's id
	FeasibleWhy string                `db:"feasible_why" json:"feasible_why"`
	HeardAt     clock.Instant         `db:"heard_at" json:"heard_at"`
}

// Kind is what a requirement is about.
type Kind string

// The kinds.
const (
	Functional  Kind = "functional"
	Quality     Kind = "quality"
	Integration Kind = "integration"
	Data        Kind = "data"
	Security    Kind = "security"
	Constraint  Kind = "constraint"
	Commercial  Kind = "commercial"
)

// KindWords lists the kinds for forms and checks.
var KindWords = []string{"functional", "quality", "integration", "data", "security", "constraint", "commercial"}

// Priority is how much it matters, by MoSCoW (DSDM).
type Priority string

// The priorities.
const (
	Must   Priority = "must"
	Should Priority = "should"
	Could  Priority = "could"
	Wont   Priority = "wont"
)

// PriorityWords lists the priorities, most first.
var PriorityWords = []string{"must", "should", "could", "wont"}

// Bought is what the signature said of a requirement.
type Bought string

// What a requirement can be at the signature; empty before it.
const (
	IsBought  Bought = "bought"
	IsImplied Bought = "implied"
	NotBought Bought = "not bought"
)

// Feasibility is an SA's mark.
type Feasibility string

// The marks; empty while nobody looked.
const (
	CanBeDone  Feasibility = "yes"
	WithEffort Feasibility = "with effort"
	CannotBe   Feasibility = "no"
)

var requirementKind = journal.Declare[Requirement]("requirement", "requirement")

// Key is the requirement's name under its deal's prefix.
func (r Requirement) Key(prefix string) string { return fmt.Sprintf("%s-%d", prefix, r.Number) }

// Stands says whether it is neither withdrawn nor a won't-have.
func (r Requirement) Stands() bool { return r.Withdrawn == "" && r.Priority != Wont }

// PostOwed says whether the post side owes it once the deal is signed: bought or implied.
func (r Requirement) PostOwed() bool { return r.Bought != NotBought }

// Quote is where a requirement was heard: the customer's own words with their place.
type Quote struct {
	journal.Row
	Requirement string        `db:"requirement" json:"requirement"`
	From        string        `db:"from_kind" json:"from"` // call, list, questionnaire, import, note
	FromID      string        `db:"from_id" json:"from_id"`
	Words       seal.Text     `db:"words" json:"words"`
	Speaker     string        `db:"speaker" json:"speaker"` // a contact's id, if known
	Mark        string        `db:"mark" json:"mark"`       // time mark, row or cell
	At          clock.Instant `db:"at" json:"at"`
}

var _ = journal.Declare[Quote]("quote", "quote")
