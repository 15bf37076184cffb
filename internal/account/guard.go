package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

var (
	usesOfAccount = store.SQL(`SELECT (SELECT COUNT(*) FROM opportunity WHERE workspace = $1 AND account = $2)
		+ (SELECT COUNT(*) FROM contact WHERE workspace = $1 AND account = $2)
		+ (SELECT COUNT(*) FROM account WHERE workspace = $1 AND merged_into = $2)`)
	usesOfContact = store.SQL(`SELECT COUNT(*) FROM stakeholder WHERE workspace = $1 AND contact = $2`)
)

// Undo takes nothing away that something else stands on.
func init() {
	accountKind.Guard = func(ctx context.Context, tx *journal.Tx, id string) error {
		n, _, err := store.One[int](ctx, tx.Q, usesOfAccount, tx.Workspace, id)
		return needed(n, err, "The account has deals or contacts by now. It stays.")
	}
	contactKind.Guard = func(ctx context.Context, tx *journal.Tx, id string) error {
		n, _, err := store.One[int](ctx, tx.Q, usesOfContact, tx.Workspace, id)
		return needed(n, err, "The contact is a stakeholder of a deal by now. They stay.")
	}
	opportunityKind.Guard = func(ctx context.Context, tx *journal.Tx, id string) error {
		n, err := journal.HeldByDeal(ctx, tx, id)
		return needed(n, err, "The deal holds work by now. Delete the deal if it is not wanted.")
	}
}

func needed(n int, err error, why string) error {
	if err == nil && n > 0 {
		err = problem.Refuse("%s", why)
	}
	return err
}
