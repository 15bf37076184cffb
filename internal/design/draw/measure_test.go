package draw

import (
	"os"
	"path/filepath"
	"testing"

	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
)

// models are the workspaces that ship: the sample's and the tour's.
func models(t *testing.T) map[string]*dsl.Workspace {
	t.Helper()
	root := filepath.Join("..", "..", "..")
	files, err := filepath.Glob(filepath.Join(root, "internal", "sample", "deals", "*", "*.dsl"))
	if err != nil || len(files) == 0 {
		t.Fatal("no workspace of the sample", err)
	}
	out := map[string]*dsl.Workspace{"tour": northwind(t)}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		w, _, err := dsl.Parse(filepath.Base(f), src, nil)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(filepath.Dir(f))] = w
	}
	return out
}

// covered counts the labels that lie on a line which is not their own.
func covered(t *testing.T, name string, p Picture, r layout.Result) (n int) {
	for i, route := range r.Routes {
		l := route.Label
		for j, other := range r.Routes {
			for k := 1; j != i && k < len(other.Points); k++ {
				a, b := other.Points[k-1], other.Points[k]
				if max(a.X, b.X) > l.X && min(a.X, b.X) < l.X+l.W && max(a.Y, b.Y) > l.Y && min(a.Y, b.Y) < l.Y+l.H {
					t.Logf("%s: the words of %s -> %s lie on %s -> %s", name, p.Lines[i].From, p.Lines[i].To, p.Lines[j].From, p.Lines[j].To)
					n++
					break
				}
			}
		}
	}
	return n
}

func TestWordsLieOnNoOtherLineAndAPictureFitsAPage(t *testing.T) {
	const page = 1_400 // a window of 1440 leaves nearly so much; the rest is a scale of 0.99
	for name, w := range models(t) {
		for _, of := range []func(*dsl.Workspace, string) (Picture, error){Context, Containers} {
			p, err := of(w, relay)
			if err != nil {
				t.Fatal(name, err)
			}
			r := p.Arrange(nil)
			if n := covered(t, name+" "+p.Title, p, r); n > 0 {
				t.Errorf("%s, %s: %d labels cover another line", name, p.Title, n)
			}
			if wide := r.Area.W + 2*margin; wide > page {
				t.Errorf("%s, %s is %d wide, more than %d", name, p.Title, wide, page)
			}
		}
	}
}
