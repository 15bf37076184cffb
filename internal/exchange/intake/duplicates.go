package intake

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/exchange/crm"
	"throughline/internal/journal"
)

// Alike are accounts that may be one, and why it looks so. Only a person says whether they are.
type Alike struct {
	Accounts []account.Account
	Why      string
}

// most is how many accounts are compared; a workspace with more is read from its start.
const most = 50_000

// Duplicates lists accounts that look like one another, the surest marks first. Merged ones
// are left out, and so are parent and subsidiary.
func Duplicates(ctx context.Context, r *journal.Reader) ([]Alike, error) {
	all, err := account.Accounts(ctx, r, "", most)
	if err != nil {
		return nil, err
	}
	in := make([]crm.Account, len(all))
	for i, a := range all {
		in[i] = crm.Account{ExternalID: a.ID, Name: a.Name, Domain: a.Domain, ParentID: a.Parent}
	}
	found := crm.PossibleDuplicates(in)
	out := make([]Alike, 0, len(found))
	for _, d := range found {
		a := Alike{Why: d.Why}
		for _, i := range d.Accounts {
			a.Accounts = append(a.Accounts, all[i])
		}
		out = append(out, a)
	}
	return out, nil
}
