package wiretest_test

import (
	"slices"
	"strings"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/wiring/wiretest"
)

// ofNoDeal are the kinds that belong to the workspace as a whole.
var ofNoDeal = []string{"account", "contact", "person", "token", "workspace"}

// A list that reads every deal's rows for one deal's costs nothing on a small database and all of
// a page's time on a large one.
func TestTheListOfADealIsFoundByAnIndex(t *testing.T) {
	w := wiretest.New(t, t.TempDir())
	for name, k := range journal.Kinds() {
		if slices.Contains(ofNoDeal, name) {
			continue
		}
		type step struct {
			ID, Parent, Unused int
			What               string
		}
		plan, err := store.List[step](w.Ctx(), w.Journal.DB.Read, store.Statement("EXPLAIN QUERY PLAN SELECT * FROM "+k.Table+" WHERE workspace = $1 AND deal = $2 ORDER BY id"), w.Who.Workspace, w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		if len(plan) == 0 || !strings.Contains(plan[0].What, "workspace=? AND deal=?") {
			t.Errorf("%s: the things of one deal are found by %v", name, plan)
		}
	}
}
