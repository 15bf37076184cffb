package main

import (
	"context"
	"net/http"
)

// bare is the least that a write of ours could do: read a row, update it, append a row, commit.
type bare struct{ w *world }

func newBare(ctx context.Context, w *world) (http.Handler, error) {
	db := w.Journal.DB.Writer()
	for _, text := range []string{
		"CREATE TABLE IF NOT EXISTS bare_thing (id TEXT NOT NULL PRIMARY KEY, revision BIGINT NOT NULL, words TEXT NOT NULL)",
		"CREATE TABLE IF NOT EXISTS bare_log (id TEXT NOT NULL, revision BIGINT NOT NULL, words TEXT NOT NULL)",
		"DELETE FROM bare_thing",
	} {
		if _, err := db.ExecContext(ctx, text); err != nil {
			return nil, err
		}
	}
	for n := range writers {
		if _, err := db.ExecContext(ctx, "INSERT INTO bare_thing (id, revision, words) VALUES ($1, 1, 'Replay')", string(rune('0'+n))); err != nil {
			return nil, err
		}
	}
	return &bare{w}, nil
}

func (b *bare) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := b.write(r.Context(), r.PathValue("n")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (b *bare) write(ctx context.Context, id string) error {
	tx, err := b.w.Journal.DB.Writer().BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	revision := 0
	if err := tx.QueryRowContext(ctx, "SELECT revision FROM bare_thing WHERE id = $1", id).Scan(&revision); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE bare_thing SET revision = $2, words = 'Replay' WHERE id = $1", id, revision+1); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO bare_log (id, revision, words) VALUES ($1, $2, 'Replay')", id, revision+1); err != nil {
		return err
	}
	return tx.Commit()
}
