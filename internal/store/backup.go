package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"throughline/internal/problem"
)

// Backup writes a copy of a SQLite database as it stands at one moment, while others go on
// reading and writing it (VACUUM INTO, https://www.sqlite.org/lang_vacuum.html).
func Backup(ctx context.Context, from, to string) error {
	if _, err := os.Stat(from); err != nil {
		return problem.New(problem.Missing, "There is no database at %s. For PostgreSQL use pg_dump.", from)
	}
	db, err := sql.Open("sqlite", "file:"+from+"?_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO $1", to); err != nil {
		return fmt.Errorf("the copy to %s was not written: %w", to, Explain(err))
	}
	return nil
}
