package evaluation

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Waiver is a stakeholder's word that a criterion need not pass. The station stays failed; its
// break is lifted, until the day that was said.
type Waiver struct {
	journal.Row
	Criterion   string        `db:"criterion" json:"criterion"`
	Contact     string        `db:"contact" json:"contact"`
	Reason      seal.Text     `db:"reason" json:"reason"`
	Until       clock.Date    `db:"until_on" json:"until"` // empty for without end
	At          clock.Instant `db:"at" json:"at"`
	WithdrawnAt clock.Instant `db:"withdrawn_at" json:"withdrawn_at"`
}

var waiverKind = journal.Declare[Waiver]("waiver", "waiver")

// Holds says whether it counts on the day.
func (w Waiver) Holds(today clock.Date) bool {
	return w.WithdrawnAt.IsZero() && (w.Until == "" || today <= w.Until)
}

// NewWaiver is what a person records.
type NewWaiver struct {
	Criterion string     `json:"criterion"`
	Contact   string     `json:"contact"`
	Reason    string     `json:"reason"`
	Until     clock.Date `json:"until"`
}

// Waive records that a stakeholder waives a criterion that failed or is not run. Refused
// for who is no stakeholder of the deal, and for a criterion that passed.
func Waive(ctx context.Context, tx *journal.Tx, in NewWaiver) (Waiver, error) {
	var c problem.Check
	c.Text("contact", in.Contact, 40)
	c.Text("reason", in.Reason, 1000)
	if err := c.Err(); err != nil {
		return Waiver{}, err
	}
	criterion, err := journal.Load[Criterion](ctx, tx, in.Criterion)
	if err != nil {
		return Waiver{}, err
	}
	if _, err := account.Deal(ctx, tx, criterion.Deal); err != nil {
		return Waiver{}, err
	}
	if _, err := account.StakeholderOf(ctx, tx, criterion.Deal, in.Contact); err != nil {
		return Waiver{}, err
	}
	b, err := gather(ctx, tx, criterion.Deal)
	if err != nil {
		return Waiver{}, err
	}
	t, ok := b.byCriterion[criterion.ID]
	switch {
	case !ok:
		return Waiver{}, problem.Refuse("The evaluation of %s was withdrawn; nothing of it needs a waiver.", criterion.Key())
	case t.Outcome == Passed:
		return Waiver{}, problem.Refuse("Criterion %s passed; there is nothing to waive.", criterion.Key())
	case t.Waiver != nil:
		return Waiver{}, problem.Refuse("Criterion %s is waived already.", criterion.Key())
	}
	w := Waiver{Row: journal.Row{Deal: criterion.Deal}, Criterion: criterion.ID, Contact: in.Contact, Reason: seal.New(in.Contact, in.Reason), Until: in.Until, At: tx.Now()}
	return w, journal.Insert(ctx, tx, &w)
}

// WithdrawWaiver takes a waiver back.
func WithdrawWaiver(ctx context.Context, tx *journal.Tx, in Removal) error {
	w, err := journal.Load[Waiver](ctx, tx, in.ID)
	if err != nil {
		return err
	}
	if !w.WithdrawnAt.IsZero() {
		return problem.Refuse("This waiver was taken back already.")
	}
	if in.Revision != 0 {
		w.Revision = in.Revision
	}
	w.WithdrawnAt = tx.Now()
	return journal.Update(ctx, tx, &w)
}
