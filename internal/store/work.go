package store

import (
	"context"
	"database/sql"
	"slices"
	"time"
)

// Work is one transaction that writes. What needs no answer waits, and goes to PostgreSQL together
// with what else waits, at the latest before the next thing is asked: each way there and back costs
// as much as a small write. SQLite is in this process; nothing waits there.
type Work struct {
	conn    *sql.Conn
	dialect Dialect
	waits   []waiting
	begun   bool // the database knows of the transaction
	ended   bool
}

// waiting is a statement that was not sent yet.
type waiting struct {
	text string
	args []any
	rows func(n int64) error // judges how many rows were written; nil for any number
	into []any               // takes the one row that it answers; nil without an answer
}

// mostWaiting bounds the memory of what waits.
const mostWaiting = 100

// Begin opens a transaction that writes: for package journal. Whoever opens it defers Rollback.
func (db *DB) Begin(ctx context.Context) (*Work, error) {
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return nil, Explain(err)
	}
	w := &Work{conn: conn, dialect: db.Dialect}
	text := "BEGIN"
	if db.Dialect == SQLite {
		text = "BEGIN IMMEDIATE"
	}
	if err := w.Later(ctx, Statement(text)); err != nil {
		conn.Close()
		return nil, err
	}
	return w, nil
}

// Later has a statement run before whatever is asked next. What is wrong with it is said then, or
// at once.
func (w *Work) Later(ctx context.Context, stmt Statement, args ...any) error {
	return w.LaterCounted(ctx, nil, stmt, args...)
}

// LaterCounted is Later with a judge of how many rows were written.
func (w *Work) LaterCounted(ctx context.Context, rows func(n int64) error, stmt Statement, args ...any) error {
	return w.later(ctx, waiting{text: string(stmt), args: args, rows: rows})
}

// LaterAnswered is Later for a statement of PostgreSQL that answers one row: into has it when the
// statement was run.
func (w *Work) LaterAnswered(ctx context.Context, into []any, stmt Statement, args ...any) error {
	return w.later(ctx, waiting{text: string(stmt), args: args, into: into})
}

// Gathers says whether what waits is sent together.
func (w *Work) Gathers() bool { return w.dialect == Postgres }

func (w *Work) later(ctx context.Context, s waiting) error {
	w.waits = append(w.waits, s)
	if w.dialect == SQLite || len(w.waits) >= mostWaiting {
		return w.flush(ctx)
	}
	return nil
}

// QueryContext reads, after what waits is written.
func (w *Work) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if len(w.waits) > 0 {
		w.begun = true
		ctx = context.WithValue(ctx, before{}, w.waits)
		w.waits = nil
	}
	return w.conn.QueryContext(ctx, query, args...)
}

// ExecContext writes and waits for the answer, after what waits is written.
func (w *Work) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := w.flush(ctx); err != nil {
		return nil, err
	}
	return w.conn.ExecContext(ctx, query, args...)
}

// Commit writes what waits and ends the transaction, in one go; what is judged goes before.
func (w *Work) Commit(ctx context.Context) error {
	if slices.ContainsFunc(w.waits, func(s waiting) bool { return s.rows != nil }) {
		if err := w.flush(ctx); err != nil {
			return err
		}
	}
	w.waits = append(w.waits, waiting{text: "COMMIT"})
	if err := w.flush(ctx); err != nil {
		return err
	}
	w.ended = true
	return w.conn.Close()
}

// patience is how long a database is asked to forget what was begun, before the connection is given up.
const patience = 5 * time.Second

// Rollback forgets everything, unless the work was committed.
func (w *Work) Rollback(ctx context.Context) {
	if w.ended {
		return
	}
	w.ended = true
	defer w.conn.Close()
	if !w.begun {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if _, err := w.conn.ExecContext(ctx, "ROLLBACK"); err != nil {
		_ = w.conn.Raw(func(any) error { return errGiveUp })
	}
}

// flush sends what waits.
func (w *Work) flush(ctx context.Context) error {
	if len(w.waits) == 0 {
		return nil
	}
	w.begun = true
	send := w.oneByOne
	if w.dialect == Postgres {
		send = w.together
	}
	err := send(ctx)
	w.waits = nil
	return Explain(err)
}

// together sends what waits to PostgreSQL in one go.
func (w *Work) together(ctx context.Context) error {
	return w.conn.Raw(func(c any) error { return c.(gathering).together(ctx, w.waits) })
}

func (w *Work) oneByOne(ctx context.Context) error {
	for _, s := range w.waits {
		res, err := w.conn.ExecContext(ctx, s.text, s.args...)
		if err != nil {
			return err
		}
		if s.rows == nil {
			continue
		}
		n, err := res.RowsAffected()
		if err == nil {
			err = s.rows(n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
