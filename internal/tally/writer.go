package tally

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// writer writes what is kept beside a deal: as part of an act, or by itself when only time passed.
type writer struct {
	workspace string
	q         store.Querier
	exec      func(ctx context.Context, stmt store.Statement, args ...any) error
	row       func(ctx context.Context, into *store.Into, values ...any) error
}

func byAct(tx *journal.Tx) writer {
	return writer{tx.Workspace, tx.Q, tx.Derive,
		func(_ context.Context, into *store.Into, values ...any) error {
			tx.DeriveRow(into, values...)
			return nil
		}}
}

func byItself(tx *store.Work, workspace string) writer {
	return writer{workspace, tx, tx.Later, func(ctx context.Context, into *store.Into, values ...any) error {
		return tx.Later(ctx, store.Statement(into.Text(1)), values...)
	}}
}

// keepBeside brings the states and breaks beside a deal up to its picture.
func keepBeside(ctx context.Context, k writer, p *thread.Picture) error {
	if err := keepStandings(ctx, k, p); err != nil {
		return err
	}
	return keepBreaks(ctx, k, p)
}
