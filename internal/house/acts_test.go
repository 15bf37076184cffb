package house

import (
	"slices"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/api"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/web"
)

// Whatever a page can do, the API can do: each page and each act of a page names the operation
// that does the same, under the same permission, or the reason why there is none.
func TestWhateverAPageCanDoTheAPICanDo(t *testing.T) {
	operations := map[string]string{}
	for _, n := range api.Needs(&area.House{}, scs.New()) {
		operations[n.Method+" "+n.Path] = n.Permission
	}
	routes := map[string]bool{}
	for _, r := range web.Routes() {
		routes[r.Path] = true
		same, listed := sameAct[r.Path]
		if onlyOnPages[r.Path] != "" {
			if listed {
				t.Errorf("%s stands in sameAct and in onlyOnPages", r.Path)
			}
			continue
		}
		if !listed {
			t.Errorf("%s has no operation: add one in internal/api and name it in sameAct (acts_table_test.go), or say in onlyOnPages why a program has no use for it", r.Path)
			continue
		}
		for _, one := range strings.Split(same, ", ") {
			permission, there := operations[one]
			switch {
			case !there:
				t.Errorf("%s is said to be %s, which is no operation", r.Path, one)
			case permission != string(r.Needs) && !slices.Contains(wider, one):
				t.Errorf("%s takes %q, and %s takes %q", r.Path, r.Needs, one, permission)
			case !includes(auth.Permission(permission), r.Needs):
				t.Errorf("%s takes %q, which some role has that may not ask %s (%q)", r.Path, r.Needs, one, permission)
			case r.Method() == "GET" && !strings.HasPrefix(one, "GET "):
				t.Errorf("%s only looks, and %s does something", r.Path, one)
			}
		}
	}
	for _, listed := range []map[string]string{sameAct, onlyOnPages} {
		for path := range listed {
			if !routes[path] {
				t.Errorf("%s stands in acts_table_test.go and is no page", path)
			}
		}
	}
}

// includes says whether whoever has the one permission has the other too.
func includes(wide, narrow auth.Permission) bool {
	for _, role := range auth.Roles {
		if auth.May(role, narrow) == nil && auth.May(role, wide) != nil {
			return false
		}
	}
	return true
}
