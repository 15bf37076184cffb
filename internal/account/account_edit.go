package account

import (
	"context"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// AccountEdit is what a person changes of an account.
type AccountEdit struct {
	ID       string
	Revision int64
	Name     string `json:"name"`
	Domain   string `json:"domain"`
	Industry string `json:"industry"`
	Parent   string `json:"parent"` // an account's id
}

// EditAccount writes an account by hand. Name and domain are the CRM's again at the next import.
func EditAccount(ctx context.Context, tx *journal.Tx, in AccountEdit) (Account, error) {
	var c problem.Check
	c.Text("name", in.Name, 200)
	c.Optional("domain", in.Domain, 200)
	c.Optional("industry", in.Industry, 200)
	c.Fail(in.Parent == "" || in.Parent != in.ID, "parent", "An account is not its own parent.")
	if err := c.Err(); err != nil {
		return Account{}, err
	}
	a, err := journal.Load[Account](ctx, tx, in.ID)
	if err != nil {
		return a, err
	}
	if in.Parent != "" {
		if _, err := journal.Load[Account](ctx, tx, in.Parent); err != nil {
			return a, err
		}
	}
	if in.Revision != 0 {
		a.Revision = in.Revision
	}
	a.Name, a.Domain, a.Industry, a.Parent = strings.TrimSpace(in.Name), in.Domain, in.Industry, in.Parent
	a.Key = KeyOf(a.Name).Key
	return a, journal.Update(ctx, tx, &a)
}
