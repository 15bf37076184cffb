package house

import (
	"bytes"
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// selectAll finds SQL that takes whatever columns there are.
var selectAll = regexp.MustCompile(`(?i)\b(select|returning)\s+(distinct\s+)?(\w+\.)?\*`)

func TestStatementsNameTheirColumns(t *testing.T) {
	goFiles(t, []string{"internal", "cmd", "tools"}, func(_ string, set *token.FileSet, file *ast.File) {
		for text, at := range literals(file) {
			if selectAll.MatchString(text) {
				t.Errorf("%s takes all columns; a column added later would land in the wrong field: list them", set.Position(at))
			}
		}
	})
	for _, name := range files(t, written) {
		if path.Ext(name) == ".sql" && selectAll.Match(read(t, name)) {
			t.Errorf("%s takes all columns: list them", name)
		}
	}
	for statement, refused := range map[string]bool{
		"SELECT * FROM deal": true, "select d.* from deal d": true, "insert … returning *": true,
		"select count(*) from deal": false, "select a * b from deal": false,
	} {
		if selectAll.MatchString(statement) != refused {
			t.Errorf("the rule about columns misjudges %q", statement)
		}
	}
}

// machinePath finds paths that exist on one person's machine only.
var machinePath = regexp.MustCompile(`(^|[\s"'(=:])/(work|root|home|Users|tmp)/\w`)

func TestNoFileNamesAPathOfOneMachine(t *testing.T) {
	for _, name := range files(t, func(name string) bool { return !strings.HasPrefix(name, "internal/house/") }) {
		text := read(t, name)
		if bytes.IndexByte(text[:min(len(text), 8000)], 0) >= 0 {
			continue // not text
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := machinePath.FindString(line); found != "" {
				t.Errorf("%s:%d names %q, a path of one machine", name, i+1, found)
			}
		}
	}
}

func TestNothingIsLeftForLater(t *testing.T) {
	later := regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	for _, name := range files(t, func(name string) bool { return written(name) && within(name, []string{"internal", "cmd", "tools"}) }) {
		for i, line := range strings.Split(string(read(t, name)), "\n") {
			if later.MatchString(line) {
				t.Errorf("%s:%d leaves something for later; do it, or file it", name, i+1)
			}
		}
	}
}

// literals are the strings of a file.
func literals(file *ast.File) map[string]token.Pos {
	found := map[string]token.Pos{}
	ast.Inspect(file, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if text, err := strconv.Unquote(l.Value); err == nil {
				found[text] = l.Pos()
			}
		}
		return true
	})
	return found
}
