package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"strings"

	"modernc.org/sqlite"
)

// SQLite compiles a statement each time it is run, unless the caller keeps what was compiled;
// measured, that is 43 % of an import's time. compiled connections keep it: every pool and
// transaction then runs what was compiled before, without knowing. pgx does the same for
// PostgreSQL by itself.

// compiledDB is a pool of SQLite connections that keep their compiled statements.
func compiledDB(name string) (*sql.DB, error) {
	c, err := sqlite.NewConnector(name)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector{c}), nil
}

type connector struct{ driver.Connector }

// Connect opens one connection.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &compiled{plainConn: inner.(plainConn), kept: map[string]*kept{}, seen: map[string]bool{}}, nil
}

// plainConn is what the driver's connections can do.
type plainConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

type plainStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// keptAtMost bounds the compiled statements of one connection.
const keptAtMost = 300

type compiled struct {
	plainConn
	kept  map[string]*kept
	seen  map[string]bool // run once so far
	clock int64
}

type kept struct {
	positional
	stmt plainStmt
	busy bool  // its rows are still being read
	used int64 // when last, to know which to let go of
}

// ExecContext runs a statement that gives no rows.
func (c *compiled) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	k, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	if k == nil {
		return c.plainConn.ExecContext(ctx, query, args)
	}
	defer func() { k.busy = false }()
	return k.stmt.ExecContext(ctx, k.arguments(args))
}

// QueryContext runs a statement that gives rows.
func (c *compiled) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	k, err := c.take(ctx, query)
	if err != nil {
		return nil, err
	}
	if k == nil {
		return c.plainConn.QueryContext(ctx, query, args)
	}
	rows, err := k.stmt.QueryContext(ctx, k.arguments(args))
	if err != nil {
		k.busy = false
		return nil, err
	}
	return &keptRows{rows, k}, nil
}

// keptRows gives its statement free when it is closed.
type keptRows struct {
	driver.Rows
	kept *kept
}

// Close ends the reading.
func (r *keptRows) Close() error {
	err := r.Rows.Close()
	r.kept.busy = false
	return err
}

// take gives the compiled form of a statement that comes again; nil for one that is new, in use
// already, or no plain reading or writing.
func (c *compiled) take(ctx context.Context, query string) (*kept, error) {
	c.clock++
	if k := c.kept[query]; k != nil {
		if k.busy {
			return nil, nil
		}
		k.busy, k.used = true, c.clock
		return k, nil
	}
	if !plainWork(query) {
		return nil, nil
	}
	if !c.seen[query] {
		if len(c.seen) >= keptAtMost {
			clear(c.seen)
		}
		c.seen[query] = true
		return nil, nil
	}
	p := inPlaces(query)
	stmt, err := c.PrepareContext(ctx, p.text)
	if err != nil {
		return nil, err
	}
	if len(c.kept) >= keptAtMost {
		if err := c.letGo(); err != nil {
			return nil, err
		}
	}
	k := &kept{positional: p, stmt: stmt.(plainStmt), busy: true, used: c.clock}
	c.kept[query] = k
	return k, nil
}

// letGo closes the statement that was used longest ago.
func (c *compiled) letGo() error {
	oldest := ""
	for query, k := range c.kept {
		if !k.busy && (oldest == "" || k.used < c.kept[oldest].used) {
			oldest = query
		}
	}
	if oldest == "" {
		return nil
	}
	k := c.kept[oldest]
	delete(c.kept, oldest)
	return k.stmt.Close()
}

// plainWork says whether a statement reads or writes rows; others (PRAGMA, VACUUM, CREATE) are
// run rarely and may not be kept open.
func plainWork(query string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(query, " \t\n"), " ")
	switch strings.ToUpper(word) {
	case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH":
		return true
	}
	return false
}

// Close lets go of everything.
func (c *compiled) Close() error {
	for _, k := range c.kept {
		_ = k.stmt.Close() // the connection is closed right after
	}
	return c.plainConn.Close()
}
