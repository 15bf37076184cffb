package account

import (
	"context"
	"slices"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Stakeholder is a contact's role in one deal. A contact is one at most once in a deal.
type Stakeholder struct {
	journal.Row
	Contact  string `db:"contact" json:"contact"`
	Role     string `db:"role" json:"role"`       // in their words: Head of IT, security, user
	Decides  bool   `db:"decides" json:"decides"` // has the technical decision
	Champion bool   `db:"champion" json:"champion"`
	Stance   int    `db:"stance" json:"stance"` // −2 against … +2 for
}

var _ = journal.Declare[Stakeholder]("stakeholder", "stakeholder")

// AddStakeholder gives a contact a role in a deal.
func AddStakeholder(ctx context.Context, tx *journal.Tx, s *Stakeholder) error {
	var c problem.Check
	c.Text("contact", s.Contact, 40)
	c.Optional("role", s.Role, 200)
	c.Fail(s.Stance >= -2 && s.Stance <= 2, "stance", "Is %d; it goes from −2 (against) to +2 (for).", s.Stance)
	if err := c.Err(); err != nil {
		return err
	}
	if _, err := Deal(ctx, tx, s.Deal); err != nil {
		return err
	}
	if _, err := journal.Load[Contact](ctx, tx, s.Contact); err != nil {
		return err
	}
	all, err := journal.List[Stakeholder](ctx, tx, s.Deal)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.Contact == s.Contact {
			return problem.Refuse("This contact is a stakeholder of the deal already.")
		}
	}
	return journal.Insert(ctx, tx, s)
}

// StakeholderOf is a contact's role in a deal; being none is a problem that says how to mend it.
func StakeholderOf(ctx context.Context, src journal.Source, deal, contact string) (Stakeholder, error) {
	all, err := journal.List[Stakeholder](ctx, src, deal)
	if err != nil {
		return Stakeholder{}, err
	}
	for _, s := range all {
		if s.Contact == contact {
			return s, nil
		}
	}
	return Stakeholder{}, problem.Refuse("This person is no stakeholder of the deal. Add them to its people first.")
}

// Named are the stakeholders of a deal but for those whose name was erased.
func Named(ctx context.Context, src journal.Source, deal string) ([]Stakeholder, error) {
	all, err := journal.List[Stakeholder](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(all))
	for _, s := range all {
		ids = append(ids, s.Contact)
	}
	contacts, err := journal.Several[Contact](ctx, src, ids)
	gone := map[string]bool{}
	for _, c := range contacts {
		gone[c.ID] = !c.ErasedAt.IsZero()
	}
	return slices.DeleteFunc(all, func(s Stakeholder) bool { return gone[s.Contact] }), err
}
