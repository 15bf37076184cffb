package design_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

// largeText is a model of n elements: systems of nine containers in a row.
func largeText(n int) string {
	var b strings.Builder
	b.WriteString("workspace {\n!identifiers hierarchical\nmodel {\n")
	for s := range n / 10 {
		fmt.Fprintf(&b, "s%d = softwareSystem \"System %d\" \"What it is for\" {\n", s, s)
		for c := range 9 {
			fmt.Fprintf(&b, "c%d = container \"Container %d\" \"What it does\" \"Go\"\n", c, c)
		}
		b.WriteString("}\n")
	}
	for s := range n/10 - 1 {
		for c := range 9 {
			fmt.Fprintf(&b, "s%d.c%d -> s%d.c%d \"calls\" \"HTTPS\"\n", s, c, s+1, (c*7+1)%9)
		}
	}
	b.WriteString("}\n}\n")
	return b.String()
}

func TestFiveThousandElementsAreReadAndDrawnInSeconds(t *testing.T) {
	w := wiretest.New(t, t.TempDir())
	start := time.Now()
	rep := read(w, largeText(5000))
	took := time.Since(start)
	if rep.Elements != 5000 || took > 20*time.Second {
		t.Errorf("%d elements in %v", rep.Elements, took)
	}
	start = time.Now()
	if again := read(w, largeText(5000)); len(again.Changed)+len(again.Added)+len(again.Removed) != 0 {
		t.Errorf("read again it did %d changes", len(again.Changed))
	}
	again := time.Since(start)
	start = time.Now()
	d := diagram(w, views(w)[1].ID)
	drawn := time.Since(start)
	start = time.Now()
	out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || string(out) != largeText(5000) {
		t.Errorf("the export differs: %v", err)
	}
	t.Logf("read %v, read again %v, diagram of %d boxes %v, export %v", took, again, len(d.Layout.Boxes), drawn, time.Since(start))
}

func BenchmarkDiagramOfAModelOf40(b *testing.B) {
	w := wiretest.New(b, b.TempDir())
	read(w, largeText(40))
	view := views(w)[1].ID
	for b.Loop() {
		if _, err := design.Diagram(w.Ctx(), w.Reader(), w.Deal, view); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTell(b *testing.B) {
	w := wiretest.New(b, b.TempDir())
	read(w, largeText(40))
	for b.Loop() {
		if _, err := design.Tell(w.Ctx(), w.Reader(), w.Deal); err != nil {
			b.Fatal(err)
		}
	}
}

func TestEveryWorkspaceOfTheCorpusCanFollowTheOneBefore(t *testing.T) {
	shared := os.Getenv("THROUGHLINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared", "data")
	}
	files, _ := filepath.Glob(filepath.Join(shared, "architecture", "structurizr-*", "*.dsl"))
	if len(files) == 0 {
		t.Logf("no corpus in %s: nothing was read", shared)
		return
	}
	w := wiretest.New(t, t.TempDir())
	readable := 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		in := design.Reading{Deal: w.Deal, Name: filepath.Base(path), Source: text, Files: os.DirFS(filepath.Dir(path))}
		if err := try(w, "design.import", design.Import, in); err != nil {
			if problem.Of(err) != problem.Invalid {
				t.Errorf("%s: %v", in.Name, err)
			}
			continue
		}
		readable++
		out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || string(out) != string(text) {
			t.Errorf("%s does not come back as it was: %v", in.Name, err)
		}
		for _, v := range views(w) {
			diagram(w, v.ID)
		}
		edited(w, in.Name)
	}
	w.Verify()
	t.Logf("%d of %d can be read alone", readable, len(files))
}

// edited changes one element by a form, and demands that what is then written reads back as the
// same model.
func edited(w *wiretest.World, name string) {
	for _, e := range model(w).Elements {
		if e.Kind == dsl.Instance {
			continue
		}
		do(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: e.ID, Shape: design.Shape{Name: e.Name + " two", Description: "Changed by a form",
			Technology: e.Technology, Group: e.Group, Tags: e.Tags, External: e.External, Owner: e.Owner, URL: e.URL}})
		break
	}
	out, err := design.Export(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(model(w).Elements) > 0 && !strings.Contains(string(out), "Changed by a form") {
		w.T.Errorf("%s: the edit is not in what was written: %v", name, err)
	}
	var rep design.Report
	_, err = w.Try("design.import", func(ctx context.Context, tx *journal.Tx) (err error) {
		rep, err = design.Import(ctx, tx, design.Reading{Deal: w.Deal, Source: out})
		return err
	})
	if err != nil || len(rep.Added)+len(rep.Removed) > 0 {
		w.T.Errorf("%s, edited: %v, added %v, removed %v", name, err, rep.Added, rep.Removed)
	}
}
