package store

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"testing/fstest"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"

	"throughline/internal/problem"
)

// Migrate brings the database to the newest of the migrations, which come from many
// packages: their files are merged, and their numbers must differ. A database that is newer
// than the program is refused.
func Migrate(ctx context.Context, db *DB, sources ...fs.FS) error {
	merged, err := merge(sources, db.Dialect)
	if err != nil {
		return err
	}
	dialect := database.DialectSQLite3
	if db.Dialect == Postgres {
		dialect = database.DialectPostgres
	}
	provider, err := goose.NewProvider(dialect, db.write, merged, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	known := int64(0)
	for _, s := range provider.ListSources() {
		known = max(known, s.Version)
	}
	has, err := provider.GetDBVersion(ctx)
	if err != nil {
		return Explain(err)
	}
	if has > known {
		return problem.Refuse("This database was written by a newer Throughline (its version is %d, this program knows %d). Run that one, or restore a backup.", has, known)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("the database could not be brought up to date: %w", err)
	}
	return nil
}

// merge lays the files of all sources into one flat folder: those of migrations/, and those of
// the folder inside it that has the dialect's name, where the two databases' texts differ.
func merge(sources []fs.FS, dialect Dialect) (fs.FS, error) {
	out := fstest.MapFS{}
	for _, src := range sources {
		names, err := fs.Glob(src, "migrations/*.sql")
		if err != nil {
			return nil, err
		}
		own, err := fs.Glob(src, "migrations/"+string(dialect)+"/*.sql")
		if err != nil {
			return nil, err
		}
		for _, name := range append(names, own...) {
			text, err := fs.ReadFile(src, name)
			if err != nil {
				return nil, err
			}
			flat := path.Base(name)
			if _, twice := out[flat]; twice {
				return nil, fmt.Errorf("two migrations are named %s", flat)
			}
			out[flat] = &fstest.MapFile{Data: text}
		}
	}
	return out, nil
}

// Housework names a table that is written beside the journal, because it holds nothing a
// person decided: who is signed in, how often a door was knocked at, what was looked at.
type Housework string

// The whole list. Everything else is written by package journal.
const (
	Sessions    Housework = "session"
	Credentials Housework = "credential" // password hashes: a journal never forgets
	Limits      Housework = "limit"
	Cursors     Housework = "cursor"
	Mappings    Housework = "mapping"
	Imports     Housework = "import_run"   // how far an import has come
	Removal     Housework = "removal"      // a sample workspace that goes whole, its journal with it
	Refresh     Housework = "refresh"      // derived counters whose day has passed
	Index       Housework = "search_entry" // the words of what is there, told again
	Outbox      Housework = "outbox"       // how often a letter was tried, and when it is due
	Doors       Housework = "portal_door"  // which browser opened a link, and which code it was asked for
)

// Housekeeping runs do in a writable transaction that is not journalled.
func (db *DB) Housekeeping(ctx context.Context, _ Housework, do func(*Work) error) error {
	w, err := db.Begin(ctx)
	if err != nil {
		return err
	}
	defer w.Rollback(ctx)
	if err := do(w); err != nil {
		return Explain(err)
	}
	return w.Commit(ctx)
}
