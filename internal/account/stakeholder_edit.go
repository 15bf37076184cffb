package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// StakeholderEdit is what a person changes of a contact's role in a deal.
type StakeholderEdit struct {
	ID       string
	Revision int64
	Role     string `json:"role"`
	Decides  bool   `json:"decides"`
	Champion bool   `json:"champion"`
	Stance   int    `json:"stance"`
}

// EditStakeholder changes a contact's role in a deal.
func EditStakeholder(ctx context.Context, tx *journal.Tx, in StakeholderEdit) (Stakeholder, error) {
	var c problem.Check
	c.Optional("role", in.Role, 200)
	c.Fail(in.Stance >= -2 && in.Stance <= 2, "stance", "Is %d; it goes from −2 (against) to +2 (for).", in.Stance)
	if err := c.Err(); err != nil {
		return Stakeholder{}, err
	}
	s, err := journal.Load[Stakeholder](ctx, tx, in.ID)
	if err != nil {
		return s, err
	}
	if in.Revision != 0 {
		s.Revision = in.Revision
	}
	s.Role, s.Decides, s.Champion, s.Stance = in.Role, in.Decides, in.Champion, in.Stance
	return s, journal.Update(ctx, tx, &s)
}

// RemoveStakeholder takes a contact off a deal. The contact stays, and so does what they said.
func RemoveStakeholder(ctx context.Context, tx *journal.Tx, id string) error {
	s, err := journal.Load[Stakeholder](ctx, tx, id)
	if err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &s)
}
