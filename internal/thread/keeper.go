package thread

import (
	"context"
	"database/sql"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// keeper writes what is kept beside a deal: as part of an act, or by itself when only time passed.
type keeper struct {
	workspace string
	q         store.Querier
	exec      func(ctx context.Context, stmt store.Statement, args ...any) error
	row       func(ctx context.Context, into *store.Into, values ...any) error
}

func byAct(tx *journal.Tx) keeper {
	return keeper{tx.Workspace, tx.Q,
		func(ctx context.Context, stmt store.Statement, args ...any) error {
			_, err := tx.Derive(ctx, stmt, args...)
			return err
		},
		func(_ context.Context, into *store.Into, values ...any) error {
			tx.DeriveRow(into, values...)
			return nil
		}}
}

func byItself(tx *sql.Tx, workspace string) keeper {
	exec := func(ctx context.Context, stmt store.Statement, args ...any) error {
		_, err := tx.ExecContext(ctx, string(stmt), args...)
		return store.Explain(err)
	}
	return keeper{workspace, tx, exec, func(ctx context.Context, into *store.Into, values ...any) error {
		return exec(ctx, store.Statement(into.Text(1)), values...)
	}}
}

// keepBeside brings the states and breaks beside a deal up to its picture.
func keepBeside(ctx context.Context, k keeper, p *Picture) error {
	if err := keepStandings(ctx, k, p); err != nil {
		return err
	}
	return keepBreaks(ctx, k, p)
}
