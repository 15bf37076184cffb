package auth

import (
	"context"
	"time"

	"throughline/internal/clock"
	"throughline/internal/store"
)

var (
	findSession = store.SQL(`SELECT data FROM session WHERE token = $1 AND expires > $2`)
	keepSession = store.SQL(`INSERT INTO session (token, data, expires) VALUES ($1, $2, $3)
		ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires = excluded.expires`)
	dropSession   = store.SQL(`DELETE FROM session WHERE token = $1`)
	sweepSessions = store.SQL(`DELETE FROM session WHERE expires <= $1`)
)

// Sessions keeps scs sessions in the database. Tokens are kept hashed (scs: HashTokenInStore).
type Sessions struct{ DB *store.DB }

// FindCtx reads a session that has not expired.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	return store.One[[]byte](ctx, s.DB.Read, findSession, token, clock.At(time.Now()))
}

// CommitCtx keeps a session until its expiry.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	return s.exec(ctx, keepSession, token, data, clock.At(expiry))
}

// DeleteCtx ends a session.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.exec(ctx, dropSession, token)
}

// Sweep removes what has expired.
func (s Sessions) Sweep(ctx context.Context) error {
	return s.exec(ctx, sweepSessions, clock.At(time.Now()))
}

// Find is FindCtx for callers without a context.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx for callers without a context.
func (s Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx for callers without a context.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

func (s Sessions) exec(ctx context.Context, stmt store.Statement, args ...any) error {
	return s.DB.Housekeeping(ctx, store.Sessions, func(tx *store.Work) error {
		_, err := tx.ExecContext(ctx, string(stmt), args...)
		return err
	})
}
