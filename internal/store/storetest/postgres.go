package storetest

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

const (
	// ServerVariable holds the address of a PostgreSQL server whose user may
	// create and drop databases.
	ServerVariable = "THROUGHLINE_TEST_POSTGRES"
	// SkipVariable, set to 1 by a person, leaves the PostgreSQL tests out.
	SkipVariable = "THROUGHLINE_TEST_SKIP_POSTGRES"
)

// address is the server's, or the end of the test.
func address(tb testing.TB) string {
	tb.Helper()
	if server := os.Getenv(ServerVariable); server != "" {
		return server
	}
	if os.Getenv(SkipVariable) == "1" {
		tb.Skipf("left out of PostgreSQL: %s=1", SkipVariable)
	}
	tb.Fatalf("no PostgreSQL to test on: run `make test`, or start one with `go run ./tools/postgres` and set the %s it prints "+
		"(%s=1 leaves these tests out)", ServerVariable, SkipVariable)
	return ""
}

// createOn makes a database of a random name on the server and returns the name.
func createOn(ctx context.Context, server, template string) (string, error) {
	name := "t_" + strings.ToLower(rand.Text())
	statement := "CREATE DATABASE " + name
	if template != "" {
		// A prepared database is too big to be worth logging page by page.
		statement += " TEMPLATE " + template + " STRATEGY file_copy"
	}
	return name, execute(ctx, server, statement)
}

func drop(ctx context.Context, server, name string) error {
	return execute(ctx, server, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
}

func execute(ctx context.Context, server, statement string) error {
	connection, err := pgx.Connect(ctx, server)
	if err != nil {
		return fmt.Errorf("connect to the server in %s: %w", ServerVariable, err)
	}
	defer connection.Close(ctx)
	if _, err := connection.Exec(ctx, statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}

// databaseURL is the server's address with another database in it.
func databaseURL(server, name string) string {
	u, err := url.Parse(server)
	if err != nil {
		return server
	}
	u.Path = "/" + name
	return u.String()
}
