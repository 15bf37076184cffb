package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// Querier is what runs a read: a pool or a transaction.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Statement is one SQL text, declared as a package variable so that a test of the house can
// prepare every one of them on both databases.
type Statement string

var (
	statementsLock sync.Mutex
	statements     []Statement
	statementsOn   = map[Dialect][]Statement{}
)

// SQL declares a statement.
func SQL(text string) Statement {
	statementsLock.Lock()
	defer statementsLock.Unlock()
	statements = append(statements, Statement(text))
	return Statement(text)
}

// On declares a statement that only one of the databases understands. Package search has some;
// everything else has one text for both.
func On(d Dialect, text string) Statement {
	statementsLock.Lock()
	defer statementsLock.Unlock()
	statementsOn[d] = append(statementsOn[d], Statement(text))
	return Statement(text)
}

// Statements lists every declared statement that both databases understand.
func Statements() []Statement {
	statementsLock.Lock()
	defer statementsLock.Unlock()
	return append([]Statement(nil), statements...)
}

// StatementsOn lists every declared statement that one database alone understands.
func StatementsOn(d Dialect) []Statement {
	statementsLock.Lock()
	defer statementsLock.Unlock()
	return append([]Statement(nil), statementsOn[d]...)
}

// List runs a statement and gives one T a row: a struct's exported fields take the columns
// in order, any other T takes the one column.
func List[T any](ctx context.Context, q Querier, stmt Statement, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, string(stmt), args...)
	if err != nil {
		return nil, Explain(err)
	}
	defer rows.Close()
	out := []T{}
	for rows.Next() {
		var v T
		if err := rows.Scan(places(&v)...); err != nil {
			return nil, fmt.Errorf("%w in %s", err, stmt)
		}
		out = append(out, v)
	}
	return out, Explain(rows.Err())
}

// One is the first row of a statement; ok is false when there is none.
func One[T any](ctx context.Context, q Querier, stmt Statement, args ...any) (v T, ok bool, err error) {
	rows, err := q.QueryContext(ctx, string(stmt), args...)
	if err != nil {
		return v, false, Explain(err)
	}
	defer rows.Close()
	if !rows.Next() {
		return v, false, Explain(rows.Err())
	}
	if err := rows.Scan(places(&v)...); err != nil {
		return v, false, fmt.Errorf("%w in %s", err, stmt)
	}
	return v, true, Explain(rows.Err())
}

var scanner = reflect.TypeFor[sql.Scanner]()

func places(v any) []any {
	r := reflect.ValueOf(v).Elem()
	if r.Kind() != reflect.Struct || r.Addr().Type().Implements(scanner) {
		return []any{v}
	}
	return fieldPlaces(r, nil)
}

func fieldPlaces(r reflect.Value, out []any) []any {
	for i := range r.NumField() {
		f := r.Field(i)
		if !r.Type().Field(i).IsExported() {
			continue
		}
		if r.Type().Field(i).Anonymous && f.Kind() == reflect.Struct && !f.Addr().Type().Implements(scanner) {
			out = fieldPlaces(f, out)
			continue
		}
		out = append(out, f.Addr().Interface())
	}
	return out
}

// ErrNoRows is database/sql's, for callers that scan by hand.
var ErrNoRows = sql.ErrNoRows

// IsNone says whether the error means that there was no row.
func IsNone(err error) bool { return errors.Is(err, sql.ErrNoRows) }
