package house

import (
	"bytes"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
	"testing"
)

// Sizes in lines and files, from the codebases people in this field read with
// pleasure; they police the file and the folder, which is where such codebases differ.
const (
	fileLimit     = 300
	fileLimitHard = 500 // with a reason in longFiles
	fileMedian    = 100
	functionP95   = 50
	folderLimit   = 30
)

// longFiles may have up to 500 lines, each for the reason beside it.
var longFiles = map[string]string{}

// written are the kinds of files that people here write and read.
func written(name string) bool {
	return slices.Contains([]string{".go", ".templ", ".ts", ".css", ".sql"}, path.Ext(name)) && ours(name)
}

func TestFilesAreSmall(t *testing.T) {
	var sizes []int
	for _, name := range files(t, written) {
		text := read(t, name)
		if generated(text) {
			continue
		}
		lines := bytes.Count(text, []byte("\n"))
		if path.Ext(name) == ".go" && !isTest(name) {
			sizes = append(sizes, lines)
		}
		reason, long := longFiles[name]
		switch {
		case lines > fileLimitHard:
			t.Errorf("%s has %d lines; nothing has more than %d", name, lines, fileLimitHard)
		case lines > fileLimit && !long:
			t.Errorf("%s has %d lines, more than %d: divide it by what its parts are about", name, lines, fileLimit)
		case lines <= fileLimit && long:
			t.Errorf("%s has %d lines and needs no exception (%q)", name, lines, reason)
		}
	}
	for name := range longFiles {
		if !slices.Contains(files(t, written), name) {
			t.Errorf("longFiles names %s, which does not exist", name)
		}
	}
	if m := quantile(sizes, 50); m >= fileMedian {
		t.Errorf("half of the files have %d lines or more; the median stays under %d", m, fileMedian)
	}
}

func TestFunctionsAreShort(t *testing.T) {
	type function struct {
		lines int
		where string
	}
	var all []function
	goFiles(t, []string{"internal", "cmd", "tools"}, func(_ string, set *token.FileSet, file *ast.File) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				first, last := set.Position(f.Pos()), set.Position(f.End())
				all = append(all, function{last.Line - first.Line + 1, first.String() + " " + f.Name.Name})
			}
		}
	})
	slices.SortFunc(all, func(a, b function) int { return b.lines - a.lines })
	sizes := make([]int, len(all))
	for i, f := range all {
		sizes[i] = f.lines
	}
	if p := quantile(sizes, 95); p > functionP95 {
		t.Errorf("one function in twenty has %d lines or more; %d is the limit. The longest: %+v", p, functionP95, all[:min(10, len(all))])
	}
}

// A test stands beside the file it holds, so it makes a folder no harder to find one's way in.
func TestFoldersAreSmall(t *testing.T) {
	count := map[string]int{}
	for _, name := range files(t, written) {
		if !generated(read(t, name)) && !strings.HasSuffix(name, "_test.go") {
			count[path.Dir(name)]++
		}
	}
	for folder, n := range count {
		if n > folderLimit {
			t.Errorf("%s holds %d hand-written files, more than %d: which of them are a room of their own?", folder, n, folderLimit)
		}
	}
}

func TestPackageNamesSayWhatTheyAreFor(t *testing.T) {
	// Names that hold anything and therefore say nothing.
	empty := strings.Fields("util utils common helper helpers base shared types manager managers service services misc lib core model models interfaces")
	for _, p := range allPackages(t) {
		for _, piece := range append(strings.Split(p.ImportPath, "/"), p.Name) {
			if slices.Contains(empty, piece) {
				t.Errorf("%s: the name %q says nothing of its job; take a word of the trade or of what it does", p.ImportPath, piece)
			}
		}
	}
}

// quantile is the value below which percent of the values lie; 0 of none.
func quantile(values []int, percent int) int {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}
