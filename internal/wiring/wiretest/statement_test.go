package wiretest_test

import (
	"database/sql"
	"strings"
	"testing"

	_ "throughline/internal/inbox"   // for its statements
	_ "throughline/internal/insight" // for its statements
	"throughline/internal/store"
	"throughline/internal/wiring/wiretest"
)

// before anyone is known there is no workspace to be scoped to; these statements are found by a
// secret or serve the program itself. Each stands here by what it begins with.
var unscoped = []string{
	"INSERT INTO credential", "SELECT hash FROM credential", "SELECT p.workspace, p.id, p.name, p.role, w.name FROM person",
	"SELECT t.workspace, p.id", "INSERT INTO door", "UPDATE door", "DELETE FROM door", "SELECT data FROM session", "INSERT INTO session", "DELETE FROM session",
	"SELECT place FROM search_entry WHERE place < $1", // a place in the index, no words
}

// A statement that is wrong on one of the databases stops this test and not a customer.
func TestEveryStatementPreparesOnBothDatabasesAndNamesItsWorkspace(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for _, s := range append(store.Statements(), store.StatementsOn(w.Journal.DB.Dialect)...) {
			if err := prepares(w.Journal.DB.Writer(), string(s)); err != nil {
				t.Errorf("%v in %s", err, s)
			}
			if !strings.Contains(string(s), "workspace") && !excused(string(s)) {
				t.Errorf("names no workspace: %s", s)
			}
		}
	})
}

func prepares(db *sql.DB, statement string) error {
	prepared, err := db.Prepare(statement)
	if err != nil {
		return err
	}
	defer prepared.Close()
	return nil
}

func excused(s string) bool {
	for _, begin := range unscoped {
		if strings.HasPrefix(strings.Join(strings.Fields(s), " "), begin) {
			return true
		}
	}
	return false
}
