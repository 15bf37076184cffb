package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// module is the prefix of our own import paths.
const module = "throughline"

// root is the repository's root, seen from this folder.
var root = filepath.Join("..", "..")

// sourceFiles are the paths, with slashes and from the root, of all files that
// git holds or would take.
var sourceFiles = sync.OnceValues(func() ([]string, error) {
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate")
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		return nil, errors.New("git does not list the files of the house: these tests run in a clone, with git installed")
	}
	var files []string
	for name := range strings.SplitSeq(string(out), "\x00") {
		if info, err := os.Lstat(filepath.Join(root, name)); err == nil && info.Mode().IsRegular() {
			files = append(files, name)
		}
	}
	return files, nil
})

// files are the source files that keep says yes to.
func files(t *testing.T, keep func(name string) bool) []string {
	t.Helper()
	all, err := sourceFiles()
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, name := range all {
		if keep(name) {
			kept = append(kept, name)
		}
	}
	if len(kept) == 0 {
		t.Fatal("no file to look at: the test looks at the wrong place")
	}
	return kept
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if errors.Is(err, os.ErrNotExist) {
		return nil // removed while the test ran
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// ours says whether a file is written by hand, here: no test data, nothing generated.
func ours(name string) bool {
	return !strings.Contains("/"+name, "/testdata/") && !strings.Contains("/"+name, "/dist/") &&
		!strings.HasSuffix(name, "_templ.go")
}

// generatedMark is what generated Go files carry, by Go's own convention.
var generatedMark = []byte("// Code generated ")

func generated(text []byte) bool {
	head := text[:min(len(text), 2048)]
	return bytes.HasPrefix(head, generatedMark) || bytes.Contains(head, append([]byte("\n"), generatedMark...))
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// goFiles parses every Go file written by hand below the folders, tests left
// out, and hands each to look. This package is never among them: its rules name
// what they forbid.
func goFiles(t *testing.T, folders []string, look func(name string, set *token.FileSet, file *ast.File)) {
	t.Helper()
	for _, name := range files(t, func(name string) bool { return strings.HasSuffix(name, ".go") }) {
		if !ours(name) || isTest(name) || !within(name, folders) {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, read(t, name), parser.ParseComments|parser.SkipObjectResolution)
		if err != nil || generated(read(t, name)) {
			continue // the compiler says it better
		}
		look(name, set, file)
	}
}

func within(name string, folders []string) bool {
	if strings.HasPrefix(name, "internal/house/") {
		return false
	}
	for _, folder := range folders {
		if strings.HasPrefix(name, folder+"/") {
			return true
		}
	}
	return false
}

// listed is what `go list` says of one package.
type listed struct {
	ImportPath   string
	Name         string
	Imports      []string
	TestImports  []string // of tests inside the package
	XTestImports []string // of tests beside it, in package x_test
}

// packages are all packages of the module.
var packages = sync.OnceValues(func() ([]listed, error) {
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Name,Imports,TestImports,XTestImports", "./...")
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		return nil, err
	}
	var found []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return found, nil
		} else if err != nil {
			return nil, err
		}
		found = append(found, p)
	}
})

func allPackages(t *testing.T) []listed {
	t.Helper()
	found, err := packages()
	if err != nil {
		t.Fatal("go list:", err)
	}
	return found
}

// roomOf is the room a package of ours belongs to: "internal/design" for
// throughline/internal/design/dsl, and the part of it, "dsl".
func roomOf(importPath string) (room, part string) {
	inside := strings.TrimPrefix(importPath, module+"/")
	pieces := strings.SplitN(inside, "/", 3)
	if len(pieces) < 2 {
		return inside, ""
	}
	if len(pieces) == 3 {
		part = pieces[2]
	}
	return path.Join(pieces[0], pieces[1]), part
}

func own(importPath string) bool { return strings.HasPrefix(importPath, module+"/") }
