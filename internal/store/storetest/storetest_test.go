package storetest

import (
	"context"
	"database/sql"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"
)

// open is what a store would do with an address.
func open(t *testing.T, url string) *sql.DB {
	t.Helper()
	driver := "sqlite"
	if strings.HasPrefix(url, "postgres://") {
		driver = "pgx"
	}
	db, err := sql.Open(driver, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestEachTestHasADatabaseOfItsOwn(t *testing.T) {
	for range 2 {
		Each(t, func(t *testing.T, url string) {
			if _, err := open(t, url).Exec(`create table only_mine (n integer)`); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestDatabaseIsDroppedWithConnectionsStillOpen(t *testing.T) {
	var url string
	t.Run("inner", func(t *testing.T) {
		url = Postgres(t)
		db, err := sql.Open("pgx", url)
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Ping(); err != nil { // never closed, as a failing test would leave it
			t.Fatal(err)
		}
	})
	if err := open(t, url).Ping(); err == nil {
		t.Error("the database outlived its test")
	}
}

func TestSeedIsPreparedOnceAndCopied(t *testing.T) {
	prepared := 0
	seed := Seed{Prepare: func(ctx context.Context, url string) error {
		prepared++
		driver := "sqlite"
		if strings.HasPrefix(url, "postgres://") {
			driver = "pgx"
		}
		db, err := sql.Open(driver, url)
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.ExecContext(ctx, `create table lines (n integer)`)
		return err
	}}
	for range 3 {
		seed.Each(t, func(t *testing.T, url string) {
			db := open(t, url)
			var n int
			if err := db.QueryRow(`select count(*) from lines`).Scan(&n); err != nil || n != 0 {
				t.Errorf("a copy holds %d lines of another test (%v)", n, err)
			}
			if _, err := db.Exec(`insert into lines values (1)`); err != nil {
				t.Error(err)
			}
		})
	}
	if prepared != 2 {
		t.Errorf("prepared %d times, want once a kind of database", prepared)
	}
}

// The test program runs itself without a server: the inner run must fail, say
// how to start one, and be skipped only when a person says so.
func TestMissingPostgreSQLFailsWithASentence(t *testing.T) {
	if os.Getenv("STORETEST_INNER") == "1" {
		Postgres(t)
		return
	}
	inner := func(extra ...string) (string, error) {
		command := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		command.Env = append(os.Environ(), append([]string{"STORETEST_INNER=1", ServerVariable + "=", SkipVariable + "="}, extra...)...)
		out, err := command.CombinedOutput()
		return string(out), err
	}
	if out, err := inner(); err == nil || !strings.Contains(out, "go run ./tools/postgres") {
		t.Errorf("without a server: %v\n%s", err, out)
	}
	if out, err := inner(SkipVariable + "=1"); err != nil || !strings.Contains(out, "--- SKIP") {
		t.Errorf("with %s=1: %v\n%s", SkipVariable, err, out)
	}
}

func TestFreshPostgreSQLDatabaseCostsMilliseconds(t *testing.T) {
	const rounds = 10
	server, ctx := address(t), context.Background()
	start := time.Now()
	for range rounds {
		name, err := createOn(ctx, server, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := drop(ctx, server, name); err != nil {
			t.Fatal(err)
		}
	}
	each := time.Since(start) / rounds
	t.Logf("create and drop: %s each", each)
	// 50 ms on a quiet machine; ten times that is a fault, not a busy neighbour.
	if each > 500*time.Millisecond {
		t.Errorf("a fresh PostgreSQL database costs %s", each)
	}
}
