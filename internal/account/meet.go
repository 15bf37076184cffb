package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Meet takes someone of the customer's into a deal under a name that was heard or read: the
// contact of the deal's account who bears it, else a new one. They become a stakeholder with
// that role; who is one already keeps theirs.
func Meet(ctx context.Context, tx *journal.Tx, deal, name, role string) (Contact, error) {
	var c problem.Check
	c.Text("name", name, 200)
	c.Optional("role", role, 200)
	if err := c.Err(); err != nil {
		return Contact{}, err
	}
	d, err := Deal(ctx, tx, deal)
	if err != nil {
		return Contact{}, err
	}
	who, err := bearerOf(ctx, tx, d.Account, name)
	if err != nil {
		return who, err
	}
	if who.ID == "" {
		if who, err = AddContact(ctx, tx, NewContact{Account: d.Account, Name: name}); err != nil {
			return who, err
		}
	}
	_, err = StakeholderOf(ctx, tx, deal, who.ID)
	if problem.Of(err) == problem.Refused {
		err = AddStakeholder(ctx, tx, &Stakeholder{Row: journal.Row{Deal: deal}, Contact: who.ID, Role: role})
	}
	return who, err
}

// bearerOf is the account's contact of that name, or none.
func bearerOf(ctx context.Context, tx *journal.Tx, account, name string) (Contact, error) {
	all, err := ContactsOf(ctx, tx.Reader, account)
	for _, k := range all {
		if !k.Name.Gone() && SameName(k.Name.String(), name) {
			return k, err
		}
	}
	return Contact{}, err
}
