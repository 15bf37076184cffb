package house

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// named is a file that a text names: `web/kit/serve.go`.
var named = regexp.MustCompile("`([\\w/-]+\\.(?:go|md|templ|sql))`")

// A file that the docs name is there, so that whoever follows them does not end before a wall.
func TestEveryFileThatTheDocsNameExists(t *testing.T) {
	all := files(t, func(string) bool { return true })
	for _, doc := range []string{"README.md", "CONTRIBUTING.md", "docs/house.md"} {
		found := named.FindAllStringSubmatch(string(read(t, doc)), -1)
		for _, f := range found {
			name := f[1]
			if name == "routes.go" || name == "area.go" { // of whichever area
				continue
			}
			if !slices.ContainsFunc(all, func(x string) bool { return x == name || strings.HasSuffix(x, "/"+name) }) {
				t.Errorf("%s names %s, which is not there", doc, name)
			}
		}
		if doc == "docs/house.md" && len(found) < 8 {
			t.Errorf("only %d files are found in %s: is the path of a request still told?", len(found), doc)
		}
	}
}
