package store

import (
	"context"
	"strings"
)

// Analyze has PostgreSQL look at tables again that have just grown much, at all of them when none
// is named. It keeps the plans of
// statements, and one made while a table was empty reads all of it for a single row later.
// SQLite needs none: its plans follow the indexes.
func (db *DB) Analyze(ctx context.Context, tables ...string) error {
	if db.Dialect != Postgres {
		return nil
	}
	_, err := db.write.ExecContext(ctx, "ANALYZE "+strings.Join(tables, ", "))
	return Explain(err)
}
