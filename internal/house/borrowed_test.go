package house

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// borrowed are imports and calls that only some rooms may have, with the reason.
var borrowed = []struct {
	what  string   // an import path, with all below it; or "package.Function"
	floor []floor  // the floors it is kept from
	but   []string // rooms on those floors that may
	why   string
}{
	{"github.com/jackc/pgx/v5", []floor{ground, thread1, thread2, thread3, areas, across, faces}, []string{"store"},
		"only the store knows which database there is, and its error codes"},
	{"modernc.org/sqlite", []floor{ground, thread1, thread2, thread3, areas, across, faces}, []string{"store"},
		"only the store knows which database there is, and its error codes"},
	{"net/http", []floor{thread1, thread2, thread3, areas}, nil,
		"areas never see HTTP: the same act is reached from a page, the API and a command"},
	{"github.com/a-h/templ", []floor{ground, thread1, thread2, thread3, areas, across}, nil,
		"markup is the pages' business; areas give structured content"},
	{"github.com/yuin/goldmark", []floor{ground, thread1, thread2, thread3, areas, faces}, nil,
		"documents/ alone knows Markdown"},
	{"time.Now", []floor{thread1, thread2, thread3, areas, across}, nil,
		"an act's time comes from the clock in its context, so that it never goes back and the tour gives the same bytes on any day"},
}

func TestWhatARoomMayNotBorrow(t *testing.T) {
	for name, place := range rooms {
		if !exists("internal/" + name) {
			continue
		}
		goFiles(t, []string{"internal/" + name}, func(file string, set *token.FileSet, parsed *ast.File) {
			if strings.HasPrefix(file, "internal/store/storetest/") {
				return
			}
			for _, rule := range borrowed {
				if !slices.Contains(rule.floor, place.floor) || slices.Contains(rule.but, name) {
					continue
				}
				for _, at := range uses(parsed, rule.what) {
					t.Errorf("%s uses %s: %s", set.Position(at), rule.what, rule.why)
				}
			}
		})
	}
}

// uses finds an import by its path, or a use of "package.Name".
func uses(file *ast.File, what string) []token.Pos {
	var found []token.Pos
	for _, imported := range file.Imports {
		path := strings.Trim(imported.Path.Value, `"`)
		if path == what || strings.HasPrefix(path, what+"/") {
			found = append(found, imported.Pos())
		}
	}
	pkg, name, isCall := strings.Cut(what, ".")
	if !isCall || strings.Contains(what, "/") {
		return found
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == name {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == pkg {
				found = append(found, s.Pos())
			}
		}
		return true
	})
	return found
}
