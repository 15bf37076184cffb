package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // the PostgreSQL driver, "pgx"
	_ "modernc.org/sqlite"             // the SQLite driver, "sqlite"
)

// Dialect is which database it is, for the two places where their texts differ
// (migrations and search).
type Dialect string

// The two databases.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// DB is an open database. Read gives rows to anyone; Writer is for package journal and
// Housekeeping only.
type DB struct {
	Dialect Dialect
	Read    *sql.DB
	write   *sql.DB
	lock    *os.File
}

const pragmas = "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
	"&_pragma=foreign_keys(1)&_pragma=cache_size(-16384)&_pragma=secure_delete(1)"

// FileName is the SQLite database inside a data folder.
const FileName = "throughline.db"

// Open opens a postgres:// address, or else a SQLite file. It does not migrate.
func Open(ctx context.Context, target string) (*DB, error) {
	if strings.HasPrefix(target, "postgres://") || strings.HasPrefix(target, "postgresql://") {
		return openPostgres(ctx, target)
	}
	return openSQLite(ctx, target)
}

// OpenFolder opens the SQLite database of a data folder, making the folder if need be, and
// holds it against a second process.
func OpenFolder(ctx context.Context, folder string) (*DB, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("the data folder %s cannot be made: %w", folder, err)
	}
	lock, err := hold(filepath.Join(folder, "lock"))
	if err != nil {
		return nil, err
	}
	db, err := openSQLite(ctx, filepath.Join(folder, FileName))
	if err != nil {
		lock.Close()
		return nil, err
	}
	db.lock = lock
	return db, nil
}

func openSQLite(ctx context.Context, path string) (*DB, error) {
	name := "file:" + strings.NewReplacer("?", "%3f", "#", "%23", "%", "%25").Replace(path)
	write, err := compiledDB(name + pragmas + "&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	if err := write.PingContext(ctx); err != nil { // the writer comes first: it makes the file
		write.Close()
		return nil, fmt.Errorf("the database %s cannot be opened: %w", path, err)
	}
	read, err := compiledDB(name + pragmas + "&_pragma=query_only(1)")
	if err != nil {
		write.Close()
		return nil, err
	}
	read.SetMaxOpenConns(2 * runtime.NumCPU())
	read.SetMaxIdleConns(2 * runtime.NumCPU())
	return &DB{Dialect: SQLite, Read: read, write: write}, nil
}

// poolSize is small on purpose: with one large pool, readers starve writers (measured: 32
// writes a second against 76 with two pools of six).
const poolSize = 6

func openPostgres(ctx context.Context, url string) (*DB, error) {
	write, err := gatheringDB(url)
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(poolSize)
	write.SetMaxIdleConns(poolSize)
	if err := write.PingContext(ctx); err != nil {
		write.Close()
		return nil, fmt.Errorf("PostgreSQL does not answer: %w", err)
	}
	glue := "?"
	if strings.Contains(url, "?") {
		glue = "&"
	}
	read, err := sql.Open("pgx", url+glue+"default_transaction_read_only=on")
	if err != nil {
		write.Close()
		return nil, err
	}
	read.SetMaxOpenConns(poolSize)
	read.SetMaxIdleConns(poolSize)
	return &DB{Dialect: Postgres, Read: read, write: write}, nil
}

// Writer is the pool that may write: for package journal, and for migrations.
func (db *DB) Writer() *sql.DB { return db.write }

// Close ends both pools and lets go of the folder.
func (db *DB) Close() error {
	err := db.Read.Close()
	if e := db.write.Close(); err == nil {
		err = e
	}
	if db.lock != nil {
		db.lock.Close()
	}
	return err
}
