package answers

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// Answer is a written answer. The requirements it speaks to are linked to it (trace).
type Answer struct {
	journal.Row
	Number     int           `db:"number" json:"number"`     // A3 in its deal
	Question   seal.Text     `db:"question" json:"question"` // as they asked it
	AskedBy    string        `db:"asked_by" json:"asked_by"` // a contact's id, if known
	Words      string        `db:"words" json:"words"`       // exact
	Verdict    Verdict       `db:"verdict" json:"verdict"`
	Version    int           `db:"version" json:"version"` // one more with each edit
	State      State         `db:"state" json:"state"`
	Approver   string        `db:"approver" json:"approver"` // a person's id: whose approval it waits for, then who approved it
	ApprovedAt clock.Instant `db:"approved_at" json:"approved_at"`
	Evidence   string        `db:"evidence" json:"evidence"` // where it can be looked up: an address or a title
	Standard   bool          `db:"standard" json:"standard"` // an unchanged answer from the library
	WrittenAt  clock.Instant `db:"written_at" json:"written_at"`
	WrittenBy  string        `db:"written_by" json:"written_by"`
	Why        string        `db:"why" json:"why,omitempty"` // why it was withdrawn
}

// Verdict is what the answer says to the requirement.
type Verdict string

// The verdicts.
const (
	Affirm Verdict = "affirm"
	Partly Verdict = "partly"
	Deny   Verdict = "deny"
)

// State is how far an answer is.
type State string

// The states.
const (
	Draft     State = "draft"
	Approved  State = "approved"
	Withdrawn State = "withdrawn"
)

var answerKind = journal.Declare[Answer]("answer", "answer")

// Key is the answer's name in its deal.
func (a Answer) Key() string { return fmt.Sprintf("A%d", a.Number) }

// List is a deal's answers by number.
func List(ctx context.Context, src journal.Source, deal string) ([]Answer, error) {
	all, err := journal.List[Answer](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}
