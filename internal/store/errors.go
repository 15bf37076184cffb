package store

import (
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"

	"throughline/internal/problem"
)

// Result codes of SQLite: https://www.sqlite.org/rescode.html
const (
	sqliteBusy       = 5
	sqliteReadOnly   = 8
	sqliteIOErr      = 10
	sqliteFull       = 13
	sqliteConstraint = 19
	sqliteUnique     = 2067
	sqlitePrimaryKey = 1555
)

func sqliteCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

func postgresCode(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// IsDuplicate says whether a unique rule of a table was broken.
func IsDuplicate(err error) bool {
	c := sqliteCode(err)
	return c == sqliteUnique || c == sqlitePrimaryKey || postgresCode(err) == "23505"
}

// IsRetry says whether the transaction may succeed when run again: a serialization
// failure or a deadlock on PostgreSQL.
func IsRetry(err error) bool {
	c := postgresCode(err)
	return c == "40001" || c == "40P01"
}

// Explain turns what a database can do to anyone (locked, full, gone) into a problem that
// says what to do; other errors pass through.
func Explain(err error) error {
	if err == nil {
		return nil
	}
	say := func(kind problem.Kind, what string) error {
		return &problem.Error{Kind: kind, What: what, Cause: err}
	}
	switch sqliteCode(err) & 0xff {
	case sqliteBusy:
		return say(problem.Busy, "The database is locked by another write. Nothing was saved; try again in a moment.")
	case sqliteFull:
		return say(problem.Upstream, "The disk of the database is full. Nothing was saved; free some space and try again.")
	case sqliteIOErr, sqliteReadOnly:
		return say(problem.Upstream, "The database file cannot be written. Nothing was saved; look at its disk and its permissions.")
	}
	switch c := postgresCode(err); {
	case c == "53100":
		return say(problem.Upstream, "The disk of the database is full. Nothing was saved; free some space and try again.")
	case c == "57P01" || c == "57P02" || c == "57P03" || len(c) == 5 && c[:2] == "08" || c == "53300":
		return say(problem.Upstream, "The database is not there right now. Nothing was saved; try again in a moment.")
	}
	var connect *pgconn.ConnectError
	var netErr net.Error
	if errors.As(err, &connect) || errors.As(err, &netErr) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn) || pgconn.SafeToRetry(err) {
		return say(problem.Upstream, "The database is not there right now. Nothing was saved; try again in a moment.")
	}
	return err
}
