package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// An import asks for many things at once, by the hundred.
var (
	accountsByExternal = journal.Where[Account](accountKind, "external_id IN ("+store.Places(2, store.Hundred)+")")
	accountsByKey      = journal.Where[Account](accountKind, "name_key IN ("+store.Places(2, store.Hundred)+") ORDER BY id")
	contactsByExternal = journal.Where[Contact](contactKind, "external_id IN ("+store.Places(2, store.Hundred)+")")
	contactsByAccount  = journal.Where[Contact](contactKind, "account IN ("+store.Places(2, store.Hundred)+") ORDER BY id")
	dealsByExternal    = journal.Where[Opportunity](opportunityKind, "external_id IN ("+store.Places(2, store.Hundred)+")")
	dealsByAccountName = journal.Where[Opportunity](opportunityKind, "account IN ("+store.Places(2, store.Hundred)+
		") AND name IN ("+store.Places(2+store.Hundred, store.Hundred)+") ORDER BY id")
)

func many[T any](ctx context.Context, r *journal.Reader, q journal.Query[T], list []string) (out []T, err error) {
	err = store.Hundreds(list, func(places []any) error {
		some, err := q.List(ctx, r, places...)
		out = append(out, some...)
		return err
	})
	return out, err
}

// AccountsByExternal gives the accounts with one of the CRM's ids, of any source.
func AccountsByExternal(ctx context.Context, r *journal.Reader, ids []string) ([]Account, error) {
	return many(ctx, r, accountsByExternal, ids)
}

// AccountsByKey gives the accounts with one of the folded names, merged ones among them.
func AccountsByKey(ctx context.Context, r *journal.Reader, keys []string) ([]Account, error) {
	return many(ctx, r, accountsByKey, keys)
}

// ContactsByExternal gives the contacts with one of the CRM's ids, of any source.
func ContactsByExternal(ctx context.Context, r *journal.Reader, ids []string) ([]Contact, error) {
	return many(ctx, r, contactsByExternal, ids)
}

// ContactsByAccount gives the contacts of the accounts.
func ContactsByAccount(ctx context.Context, r *journal.Reader, accounts []string) ([]Contact, error) {
	return many(ctx, r, contactsByAccount, accounts)
}

// DealsByExternal gives the deals with one of the CRM's ids, of any source.
func DealsByExternal(ctx context.Context, r *journal.Reader, ids []string) ([]Opportunity, error) {
	return many(ctx, r, dealsByExternal, ids)
}

// DealsByName gives at least the deals that stand under one of the pairs of account and name;
// the caller picks.
func DealsByName(ctx context.Context, r *journal.Reader, accounts, names []string) (out []Opportunity, err error) {
	for from := 0; from < len(names); from += store.Hundred {
		to := min(from+store.Hundred, len(names))
		err := store.Hundreds(accounts[from:to], func(a []any) error {
			return store.Hundreds(names[from:to], func(n []any) error {
				some, err := dealsByAccountName.List(ctx, r, append(a, n...)...)
				out = append(out, some...)
				return err
			})
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
