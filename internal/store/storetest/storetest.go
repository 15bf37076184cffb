// Package storetest hands a test a fresh database, on each of the two kinds
// the program runs on: a SQLite file and a PostgreSQL database. It knows no
// table and does not import the store; it gives addresses for the store to open.
//
// PostgreSQL is reached through THROUGHLINE_TEST_POSTGRES, which `make test`
// sets. Without it a test fails and says how to start one: a database that
// nobody tested on must never look tested.
package storetest

import (
	"context"
	"path/filepath"
	"testing"
)

// Each runs test as the subtests "sqlite" and "postgres", each on an empty
// database of its own that is gone afterwards. url is what store.Open takes: a
// file path for SQLite, postgres://… for PostgreSQL.
func Each(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// SQLite gives the path of a database file that does not exist yet, in a folder
// that is removed when the test ends.
func SQLite(tb testing.TB) string {
	tb.Helper()
	return filepath.Join(tb.TempDir(), "throughline.db")
}

// Postgres gives the address of an empty PostgreSQL database that is dropped
// when the test ends, connections to it included.
func Postgres(tb testing.TB) string {
	tb.Helper()
	return create(tb, "")
}

// create makes a database, a copy of template unless that is "", and drops it
// when the test ends.
func create(tb testing.TB, template string) string {
	tb.Helper()
	server := address(tb)
	name, err := createOn(context.Background(), server, template)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := drop(context.Background(), server, name); err != nil {
			tb.Errorf("after the test: %v", err)
		}
	})
	return databaseURL(server, name)
}
