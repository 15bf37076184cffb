package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

func TestCompiledStatementsGiveWhatFreshOnesGive(t *testing.T) {
	ctx := context.Background()
	db, err := compiledDB("file:" + filepath.Join(t.TempDir(), "t.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(query string, args ...any) {
		t.Helper()
		if _, err := db.ExecContext(ctx, query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec("CREATE TABLE n (v BIGINT NOT NULL PRIMARY KEY)")
	for i := range 20 {
		exec("INSERT INTO n (v) VALUES ($1)", i)
	}
	if _, err := db.ExecContext(ctx, "INSERT INTO n (v) VALUES ($1)", 3); !IsDuplicate(err) {
		t.Errorf("a second 3 gave %v", err)
	}
	exec("INSERT INTO n (v) VALUES ($1)", 20) // the statement is whole after it failed

	const from = "SELECT v FROM n WHERE v >= $1 ORDER BY v"
	for range 3 {
		if got, err := List[int](ctx, db, from, 18); err != nil || fmt.Sprint(got) != "[18 19 20]" {
			t.Fatalf("got %v, %v", got, err)
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	outer, err := tx.QueryContext(ctx, from, 18) // read while the same statement is read again
	if err != nil {
		t.Fatal(err)
	}
	defer outer.Close()
	for n := 18; outer.Next(); n++ {
		var v int
		if err := outer.Scan(&v); err != nil || v != n {
			t.Errorf("got %d, %v, want %d", v, err, n)
		}
		if inner, err := List[int](ctx, tx, from, 20); err != nil || len(inner) != 1 {
			t.Errorf("inside got %v, %v", inner, err)
		}
	}
	if err := errors.Join(outer.Err(), outer.Close()); err != nil {
		t.Fatal(err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	exec("ALTER TABLE n ADD COLUMN w BIGINT NOT NULL DEFAULT 7")
	for range 2 {
		if w, _, err := One[int](ctx, db, "SELECT w FROM n WHERE v = $1", 3); err != nil || w != 7 {
			t.Errorf("the new column gave %d, %v", w, err)
		}
	}
	for i := range 3 * keptAtMost { // more statements than are kept
		for range 2 {
			if got, _, err := One[int](ctx, db, Statement(fmt.Sprintf("SELECT %d + $1", i)), 1); err != nil || got != i+1 {
				t.Fatalf("got %d, %v", got, err)
			}
		}
	}
}
