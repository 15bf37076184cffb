package storetest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Seed is a database prepared once for a test program and copied for each of
// its tests, so that a hundred tests pay for the migrations once. Declare it as
// a package variable; its zero value with Prepare set is ready.
type Seed struct {
	// Prepare fills the empty database at url and closes every connection to it.
	Prepare func(ctx context.Context, url string) error

	sqlite struct {
		once sync.Once
		file []byte // kept as bytes: a test program has no end at which to remove a folder
		err  error
	}
	postgres struct {
		once sync.Once
		name string // a database that nobody is connected to
		err  error
	}
}

// Each is the function Each on copies of the seed.
func (s *Seed) Each(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, s.SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, s.Postgres(t)) })
}

// SQLite gives the path of a copy of the seed as a SQLite file.
func (s *Seed) SQLite(tb testing.TB) string {
	tb.Helper()
	s.sqlite.once.Do(func() { s.sqlite.file, s.sqlite.err = s.prepareSQLite() })
	if s.sqlite.err != nil {
		tb.Fatalf("prepare the SQLite seed: %v", s.sqlite.err)
	}
	path := SQLite(tb)
	if err := os.WriteFile(path, s.sqlite.file, 0o600); err != nil {
		tb.Fatalf("copy the SQLite seed: %v", err)
	}
	return path
}

// Postgres gives the address of a copy of the seed as a PostgreSQL database.
func (s *Seed) Postgres(tb testing.TB) string {
	tb.Helper()
	server := address(tb)
	s.postgres.once.Do(func() { s.postgres.name, s.postgres.err = s.preparePostgres(server) })
	if s.postgres.err != nil {
		tb.Fatalf("prepare the PostgreSQL seed: %v", s.postgres.err)
	}
	return create(tb, s.postgres.name)
}

func (s *Seed) prepareSQLite() ([]byte, error) {
	dir, err := os.MkdirTemp("", "throughline-seed-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "throughline.db")
	if err := s.Prepare(context.Background(), path); err != nil {
		return nil, err
	}
	// A log left beside the file would be lost by a copy of the file alone.
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return nil, fmt.Errorf("%s-wal is not empty: Prepare must close the database", path)
	}
	return os.ReadFile(path)
}

// preparePostgres leaves the original on the server, which is thrown away whole.
func (s *Seed) preparePostgres(server string) (string, error) {
	ctx := context.Background()
	name, err := createOn(ctx, server, "")
	if err != nil {
		return "", err
	}
	return name, s.Prepare(ctx, databaseURL(server, name))
}
