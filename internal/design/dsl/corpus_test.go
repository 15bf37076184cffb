package dsl

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared finds the data that is not part of the repository.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("THROUGHLINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	dir = filepath.Join(dir, "architecture")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared data is absent; set THROUGHLINE_SHARED to its folder to read the corpus")
	}
	return dir
}

// refused says which files of the corpus are wrong, or ask for what we do not
// do, with the line and a part of what we say.
var refused = map[string]string{
	"extend-workspace-from-dsl-url.dsl":      "line 1, column 19: address on the network",
	"extend-workspace-from-json-url.dsl":     "line 1, column 19: address on the network",
	"extend-workspace-from-json-file.dsl":    "line 1, column 19: a workspace in JSON",
	"include-url.dsl":                        "line 4, column 18: address on the network",
	"group-without-brace.dsl":                "line 4, column 9: expected {",
	"multi-line-with-error.dsl":              `line 8, column 17: "component" cannot stand in the system`,
	"multiple-model-tokens.dsl":              "line 7, column 5: holds one model",
	"multiple-view-tokens.dsl":               "line 13, column 5: holds one views",
	"multiple-workspace-tokens.dsl":          "line 9, column 1: holds one workspace",
	"relationship-already-exists.dsl":        "line 10, column 9: line 9 implies it",
	"unexpected-tokens-after-workspace.dsl":  `line 4, column 1: "hello"`,
	"unexpected-tokens-before-workspace.dsl": `line 1, column 1: "hello"`,
	"unexpected-tokens-in-workspace.dsl":     `line 3, column 5: "softwareSystem" cannot stand in a workspace`,
}

// parts are files that others include; alone they are no workspace.
var parts = []string{"details.dsl", "summary.dsl", "people-and-software-systems.dsl", "styles-people.dsl", "include/model.dsl", "software-system/model.dsl", "workspace-with-bom-model.dsl"}

func corpus(t testing.TB, do func(rel string, src []byte, w *Workspace, err error)) {
	root := shared(t)
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".dsl" {
			return err
		}
		src, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		// Some extend a workspace one folder above theirs.
		dir := filepath.Dir(filepath.Dir(p))
		name := filepath.ToSlash(strings.TrimPrefix(p, dir+string(filepath.Separator)))
		w, _, err := Parse(name, src, os.DirFS(dir))
		rel, _ := filepath.Rel(root, p)
		do(filepath.ToSlash(rel), src, w, err)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryFileOfTheCorpusIsReadOrRefusedWithItsReason(t *testing.T) {
	files, read := 0, 0
	corpus(t, func(rel string, src []byte, w *Workspace, err error) {
		files++
		want := refused[filepath.Base(rel)]
		for _, part := range parts {
			if strings.HasSuffix(rel, part) {
				want = "line 1, column : cannot stand at the top of a file"
			}
		}
		if want == "" {
			if err != nil {
				t.Errorf("%s: %v", rel, err)
				return
			}
			read++
			if string(Print(w)) != string(src) {
				t.Errorf("%s: printed unchanged, it differs from what was read", rel)
			}
			return
		}
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: read, want %s", rel, want)
			return
		}
		place, words, _ := strings.Cut(want, ": ")
		at := fmt.Sprintf("line %d, column %d", e.Line, e.Column)
		if !strings.HasPrefix(at, place) || !strings.Contains(e.Problem, words) {
			t.Errorf("%s: %v, want %s", rel, err, want)
		}
	})
	if files < 80 || read < 60 {
		t.Errorf("%d files, %d read: the corpus is not whole", files, read)
	}
}

func TestAFreshTextOfTheCorpusReadsBackAsTheSameModel(t *testing.T) {
	corpus(t, func(rel string, src []byte, w *Workspace, err error) {
		if err != nil {
			return
		}
		sameModel(t, rel, w)
	})
}

// sameModel prints a workspace afresh, reads that and compares.
func sameModel(t *testing.T, name string, w *Workspace) {
	t.Helper()
	text := w.fresh()
	again, _, err := Parse("again.dsl", text, nil)
	if err != nil {
		t.Errorf("%s: the fresh text cannot be read: %v\n%s", name, err, text)
		return
	}
	a, b := strings.Join(facts(w), "\n"), strings.Join(facts(again), "\n")
	if a != b {
		t.Errorf("%s: the fresh text says something else\n%s", name, firstDifference(a, b))
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return fmt.Sprintf("was  %s\nnow  %s", x[i], append(y, "—", "—")[min(i, len(y))])
		}
	}
	return "more than before: " + y[len(x)]
}
