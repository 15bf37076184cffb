package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// errGiveUp tells the pool that a connection is of no more use.
var errGiveUp = driver.ErrBadConn

// gatheringDB is a pool of PostgreSQL connections that send what waits together with the query
// that follows it.
func gatheringDB(url string) (*sql.DB, error) {
	c, err := stdlib.GetDefaultDriver().(driver.DriverContext).OpenConnector(url)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(gatherer{c}), nil
}

type gatherer struct{ driver.Connector }

// Connect opens one connection.
func (g gatherer) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := g.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return gathering{inner.(*stdlib.Conn)}, nil
}

type gathering struct{ *stdlib.Conn }

// before names, in the context of a query, what waits to be run before it.
type before struct{}

// QueryContext runs what waits and then the query, in one way there and back.
func (g gathering) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	waits, _ := ctx.Value(before{}).([]waiting)
	if len(waits) == 0 {
		return g.Conn.QueryContext(ctx, query, args)
	}
	values := make([]any, len(args))
	for i, a := range args {
		values[i] = a.Value
	}
	results, err := g.send(ctx, append(waits[:len(waits):len(waits)], waiting{text: query, args: values}), len(waits))
	if err != nil {
		return nil, err
	}
	rows, err := results.Query()
	if err != nil {
		_ = results.Close() // says the same again
		return nil, err
	}
	more := rows.Next() // the columns are known from here on
	if err := rows.Err(); err != nil {
		_ = results.Close()
		return nil, err
	}
	return &gathered{rows: rows, results: results, first: true, more: more}, nil
}

// together sends statements in one go. After one that fails none is run.
func (g gathering) together(ctx context.Context, all []waiting) error {
	results, err := g.send(ctx, all, len(all))
	if err != nil {
		return err
	}
	return results.Close()
}

// send sends statements in one go and reads the answers of the first of them.
func (g gathering) send(ctx context.Context, all []waiting, answers int) (pgx.BatchResults, error) {
	var batch pgx.Batch
	for _, s := range all {
		batch.Queue(s.text, s.args...)
	}
	results := g.Conn.Conn().SendBatch(ctx, &batch)
	for _, s := range all[:answers] {
		if err := s.read(results); err != nil {
			_ = results.Close() // says the same again
			return nil, err
		}
	}
	return results, nil
}

// read takes the next answer, which is the statement's.
func (s waiting) read(results pgx.BatchResults) error {
	if s.into != nil {
		return results.QueryRow().Scan(s.into...)
	}
	tag, err := results.Exec()
	if err == nil && s.rows != nil {
		err = s.rows(tag.RowsAffected())
	}
	return err
}

// gathered are the rows of a query that was sent with others.
type gathered struct {
	rows        pgx.Rows
	results     pgx.BatchResults
	first, more bool // the first row was asked for already
}

// Columns names the columns.
func (g *gathered) Columns() []string {
	fields := g.rows.FieldDescriptions()
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	return names
}

// Next reads the next row.
func (g *gathered) Next(into []driver.Value) error {
	if g.first {
		g.first = false
	} else {
		g.more = g.rows.Next()
	}
	if !g.more {
		if err := g.rows.Err(); err != nil {
			return err
		}
		return io.EOF
	}
	values, err := g.rows.Values()
	if err != nil {
		return err
	}
	for i, v := range values {
		if into[i], err = plainValue(v); err != nil {
			return fmt.Errorf("column %s: %w", g.rows.FieldDescriptions()[i].Name, err)
		}
	}
	return nil
}

// Close ends the reading.
func (g *gathered) Close() error {
	g.rows.Close()
	return g.results.Close()
}

// plainValue is a value of pgx as database/sql knows it.
func plainValue(v any) (driver.Value, error) {
	switch x := v.(type) {
	case int32:
		return int64(x), nil
	case int16:
		return int64(x), nil
	case float32:
		return float64(x), nil
	case driver.Valuer:
		return x.Value()
	}
	if !driver.IsValue(v) {
		return nil, fmt.Errorf("%T is no value of a column of ours", v)
	}
	return v, nil
}
