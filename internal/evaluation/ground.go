package evaluation

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Ground is a one-line record that a requirement is met elsewhere: a reference customer has
// it, or it is already in use at this one. It is ground for the technical win, and discharges
// what the requirement owes only with a reason.
type Ground struct {
	journal.Row
	Requirement string        `db:"requirement" json:"requirement"`
	Kind        string        `db:"kind" json:"kind"`
	Who         string        `db:"who" json:"who"`
	Where       string        `db:"place" json:"where"`
	On          clock.Date    `db:"on_date" json:"on"`
	Approver    string        `db:"approver" json:"approver"` // a person's id
	Reason      string        `db:"reason" json:"reason"`     // empty unless it discharges
	At          clock.Instant `db:"at" json:"at"`
	WithdrawnAt clock.Instant `db:"withdrawn_at" json:"withdrawn_at"`
}

// GroundKinds are the two kinds.
var GroundKinds = []string{"reference", "in use"}

var groundKind = journal.Declare[Ground]("ground", "ground")

// NewGround is what a person records in one line.
type NewGround struct {
	Requirement string     `json:"requirement"`
	Kind        string     `json:"kind"`
	Who         string     `json:"who"`
	Where       string     `json:"where"`
	On          clock.Date `json:"on"`
	Reason      string     `json:"reason"` // why shown, answered and proven are not owed then; empty leaves them owed
}

// AddGround records a reference or a use, approved by who records it.
func AddGround(ctx context.Context, tx *journal.Tx, in NewGround) (Ground, error) {
	var c problem.Check
	c.OneOf("kind", in.Kind, GroundKinds...)
	c.Text("who", in.Who, 200)
	c.Text("where", in.Where, 200)
	c.Fail(in.On != "", "on", "Say since when, or when it was found.")
	c.Optional("reason", in.Reason, 500)
	if err := c.Err(); err != nil {
		return Ground{}, err
	}
	r, err := journal.Load[thread.Requirement](ctx, tx, in.Requirement)
	if err != nil {
		return Ground{}, err
	}
	deal, err := account.Deal(ctx, tx, r.Deal)
	if err != nil {
		return Ground{}, err
	}
	g := Ground{Row: journal.Row{Deal: r.Deal}, Requirement: r.ID, Kind: in.Kind, Who: in.Who, Where: in.Where, On: in.On, Approver: tx.Actor.Person,
		Reason: in.Reason, At: tx.Now()}
	if err := journal.Insert(ctx, tx, &g); err != nil || in.Reason == "" {
		return g, err
	}
	owes := withoutEvidence(deal, r)
	return g, thread.SetOwed(ctx, tx, []string{r.ID}, &owes, in.Reason)
}

// withoutEvidence is what a requirement owes, less shown, answered and proven.
func withoutEvidence(deal account.Opportunity, r thread.Requirement) []thread.Station {
	owed, _ := thread.Owed(&deal, &r, true)
	out := []thread.Station{}
	for s := thread.Heard; s <= thread.Live; s++ {
		if owed[s] && (s < thread.Shown || s > thread.Proven) {
			out = append(out, s)
		}
	}
	return out
}

// WithdrawGround takes a record back. What it discharged is owed again by the rule.
func WithdrawGround(ctx context.Context, tx *journal.Tx, in Removal) error {
	g, err := journal.Load[Ground](ctx, tx, in.ID)
	if err != nil {
		return err
	}
	if !g.WithdrawnAt.IsZero() {
		return problem.Refuse("This was taken back already.")
	}
	if in.Revision != 0 {
		g.Revision = in.Revision
	}
	g.WithdrawnAt = tx.Now()
	if err := journal.Update(ctx, tx, &g); err != nil || g.Reason == "" {
		return err
	}
	return thread.SetOwed(ctx, tx, []string{g.Requirement}, nil, "")
}
