package exchange

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// few and many are how many groups of accounts that look alike a page shows.
const (
	few  = 5
	many = 50
)

// alike is accounts that may be one, with how many deals each has.
type alike struct {
	intake.Alike
	deals []int
}

// alikeOf lists the first groups, and how many there are in all.
func alikeOf(r *kit.Request, limit int) ([]alike, int, error) {
	all, err := intake.Duplicates(r.Ctx(), r.Reader)
	if err != nil {
		return nil, 0, err
	}
	var out []alike
	for _, a := range all[:min(len(all), limit)] {
		g := alike{Alike: a}
		for _, x := range a.Accounts {
			deals, err := account.DealsOf(r.Ctx(), r.Reader, x.ID)
			if err != nil {
				return nil, 0, err
			}
			g.deals = append(g.deals, len(deals))
		}
		out = append(out, g)
	}
	return out, len(all), nil
}

// duplicates is the page of all accounts that look alike.
func duplicates(r *kit.Request) error {
	some, all, err := alikeOf(r, many)
	if err != nil {
		return err
	}
	return r.Draw(duplicatesPage(r, some, all))
}

// merge makes the accounts that a person says are one into the one they keep.
func merge(r *kit.Request) error {
	into, from := r.FormValue("into"), r.PostForm["from"]
	if into == "" || len(from) == 0 {
		return problem.New(problem.Invalid, "Say which account stays and which are merged into it.")
	}
	err := r.Act("account.merge", func(ctx context.Context, tx *journal.Tx) error {
		for _, f := range from {
			if err := account.MergeAccounts(ctx, tx, account.Merge{Into: into, From: f}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.Done("/import-duplicates")
}
