package design

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// everyKnown demands that each id is one of our people or a stakeholder of the deal.
func everyKnown(ctx context.Context, tx *journal.Tx, deal, field string, ids []string) error {
	var c problem.Check
	for _, id := range ids {
		ok, err := known(ctx, tx, deal, id)
		if err != nil {
			return err
		}
		c.Fail(ok, field, "%q is neither one of our people nor a stakeholder of this deal. Add them to its people first.", id)
	}
	return c.Err()
}

func known(ctx context.Context, tx *journal.Tx, deal, id string) (bool, error) {
	if id == tx.Actor.Person {
		return true, nil
	}
	if p, err := journal.Load[auth.Person](ctx, tx, id); err == nil {
		return p.Active, nil
	} else if problem.Of(err) != problem.Missing {
		return false, err
	}
	d, err := journal.Load[account.Opportunity](ctx, tx, deal)
	if err != nil {
		return false, err
	}
	if id != "" && (id == d.AE || id == d.SE || id == d.SA) {
		return true, nil
	}
	return stakeholder(ctx, tx, deal, id)
}

func stakeholder(ctx context.Context, src journal.Source, deal, id string) (bool, error) {
	all, err := journal.List[account.Stakeholder](ctx, src, deal)
	for _, s := range all {
		if s.Contact == id {
			return true, err
		}
	}
	return false, err
}

// plural is '1 element' or '3 elements'.
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
