package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Merge says that two accounts are one company.
type Merge struct {
	Into string `json:"into"` // the account that stays
	From string `json:"from"` // the account whose contacts and deals move to it
}

var accountsUnder = journal.Where[Account](accountKind, "parent = $2 ORDER BY id")

// MergeAccounts moves contacts, deals and subsidiaries from one account to another. The
// emptied account stays, named by MergedInto, so that the CRM's id and the old name lead to
// the one that stays. It is undone like any act.
func MergeAccounts(ctx context.Context, tx *journal.Tx, in Merge) error {
	if in.Into == in.From {
		return problem.Refuse("An account cannot be merged with itself.")
	}
	into, err := journal.Load[Account](ctx, tx, in.Into)
	if err != nil {
		return err
	}
	from, err := journal.Load[Account](ctx, tx, in.From)
	if err != nil {
		return err
	}
	for _, a := range []Account{into, from} {
		if a.MergedInto != "" {
			return problem.Refuse("%s was merged already. Look at the list again.", a.Name)
		}
	}
	if into.Parent == from.ID || from.Parent == into.ID {
		return problem.Refuse("%s and %s are parent and subsidiary. They are linked, not merged.", into.Name, from.Name)
	}
	if err := moveDeals(ctx, tx, from.ID, into.ID); err != nil {
		return err
	}
	if err := moveContacts(ctx, tx, from.ID, into.ID); err != nil {
		return err
	}
	from.MergedInto = into.ID
	return journal.Update(ctx, tx, &from)
}

func moveDeals(ctx context.Context, tx *journal.Tx, from, into string) error {
	deals, err := DealsOf(ctx, tx.Reader, from)
	if err != nil {
		return err
	}
	for _, d := range deals {
		d, err := Deal(ctx, tx, d.ID)
		if err != nil {
			return err
		}
		d.Account = into
		if err := journal.Update(ctx, tx, &d); err != nil {
			return err
		}
	}
	return nil
}

func moveContacts(ctx context.Context, tx *journal.Tx, from, into string) error {
	contacts, err := ContactsOf(ctx, tx.Reader, from)
	if err != nil {
		return err
	}
	for i := range contacts {
		contacts[i].Account = into
		if err := journal.Update(ctx, tx, &contacts[i]); err != nil {
			return err
		}
	}
	under, err := accountsUnder.List(ctx, tx.Reader, from)
	if err != nil {
		return err
	}
	for i := range under {
		under[i].Parent = into
		if err := journal.Update(ctx, tx, &under[i]); err != nil {
			return err
		}
	}
	return nil
}

// Standing gives the account that an account was merged into, or the account itself.
func Standing(ctx context.Context, src journal.Source, a Account) (Account, error) {
	for range 16 { // merges of merges; a circle cannot be made, and would not be followed
		if a.MergedInto == "" {
			return a, nil
		}
		next, err := journal.Load[Account](ctx, src, a.MergedInto)
		if err != nil {
			return a, err
		}
		a = next
	}
	return a, nil
}
