package evaluation

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Record is what was said of the technical win without a signature: a win that was only
// spoken, or a loss with its reason. It stands until it is taken back.
type Record struct {
	journal.Row
	Sort       string        `db:"sort" json:"sort"`       // claimed or lost
	Contact    string        `db:"contact" json:"contact"` // who said it, a contact's id
	Reason     string        `db:"reason" json:"reason"`   // for a loss, one of Reasons
	Words      seal.Text     `db:"words" json:"words"`
	At         clock.Instant `db:"at" json:"at"` // when it was said
	RecordedBy string        `db:"recorded_by" json:"recorded_by"`
	EndedAt    clock.Instant `db:"ended_at" json:"ended_at"`
	EndedWhy   string        `db:"ended_why" json:"ended_why"`
}

// Reasons are why a technical win is lost.
var Reasons = []string{"capability gap", "performance", "integration", "security", "competitor", "resources", "no decision", "disqualified", "sponsor left"}

var _ = journal.Declare[Record]("outcome", "outcome")

// Claim is a win that was only said.
type Claim struct {
	Deal    string
	Contact string        `json:"contact"`
	Words   string        `json:"words"`
	At      clock.Instant `json:"at"` // empty for now
}

// ClaimWin records a spoken win: shown as claimed, counted nowhere.
func ClaimWin(ctx context.Context, tx *journal.Tx, in Claim) (Record, error) {
	var c problem.Check
	c.Text("contact", in.Contact, 40)
	c.Text("words", in.Words, 2000)
	c.Fail(!in.At.After(tx.Now()), "at", "Is still to come.")
	if err := c.Err(); err != nil {
		return Record{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Record{}, err
	}
	if _, err := account.StakeholderOf(ctx, tx, in.Deal, in.Contact); err != nil {
		return Record{}, err
	}
	r := Record{Row: journal.Row{Deal: in.Deal}, Sort: "claimed", Contact: in.Contact, Words: seal.New(in.Contact, in.Words), At: in.At, RecordedBy: tx.Actor.Person}
	if r.At.IsZero() {
		r.At = tx.Now()
	}
	return r, journal.Insert(ctx, tx, &r)
}

// Loss is a technical win that will not come.
type Loss struct {
	Deal   string
	Reason string `json:"reason"`
	Words  string `json:"words"` // ours, what happened
}

// Lose records that the technical win is lost, with the reason.
func Lose(ctx context.Context, tx *journal.Tx, in Loss) (Record, error) {
	var c problem.Check
	c.OneOf("reason", in.Reason, Reasons...)
	c.Optional("words", in.Words, 2000)
	if err := c.Err(); err != nil {
		return Record{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Record{}, err
	}
	all, err := journal.List[Record](ctx, tx, in.Deal)
	if err != nil {
		return Record{}, err
	}
	if standing(all, "lost") != nil {
		return Record{}, problem.Refuse("The technical win is lost already. Reopen it to give another reason.")
	}
	r := Record{Row: journal.Row{Deal: in.Deal}, Sort: "lost", Reason: in.Reason, Words: seal.New(in.Deal, in.Words), At: tx.Now(), RecordedBy: tx.Actor.Person}
	return r, journal.Insert(ctx, tx, &r)
}

// Reopening takes back a loss, or a claim that was none.
type Reopening struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

// Reopen takes a loss or a claim back. The thread is as it was.
func Reopen(ctx context.Context, tx *journal.Tx, in Reopening) error {
	var c problem.Check
	c.Text("why", in.Why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	r, err := journal.Load[Record](ctx, tx, in.ID)
	if err != nil {
		return err
	}
	if !r.EndedAt.IsZero() {
		return problem.Refuse("This was taken back already.")
	}
	if in.Revision != 0 {
		r.Revision = in.Revision
	}
	r.EndedAt, r.EndedWhy = tx.Now(), in.Why
	return journal.Update(ctx, tx, &r)
}

// standing is the latest record of a sort that was not taken back.
func standing(all []Record, sort string) *Record {
	var last *Record
	for i := range all {
		if r := &all[i]; r.Sort == sort && r.EndedAt.IsZero() && (last == nil || !r.At.Before(last.At)) {
			last = r
		}
	}
	return last
}
