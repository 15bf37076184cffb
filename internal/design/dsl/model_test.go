package dsl

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// facts tells a model in lines that do not depend on where it was written.
func facts(w *Workspace) []string {
	out := []string{w.Name, w.Description}
	for _, e := range w.Elements {
		e.Identifier, e.Line, e.File = "", 0, ""
		out = append(out, fmt.Sprintf("%+v", e))
	}
	slices.Sort(out)
	var rels []string
	for _, r := range w.Relationships {
		if r.Implied {
			// What bulk lines say of implied ones has no place in a fresh text.
			r.Tags, r.URL, r.Properties, r.Perspectives = nil, "", nil, nil
		}
		rels = append(rels, fmt.Sprint(r.Key(), r.Tags, r.Implied, r.URL, r.Properties, r.Perspectives))
	}
	slices.Sort(rels)
	out = append(out, rels...)
	for _, v := range w.Views {
		slices.Sort(v.Elements)
		slices.Sort(v.Relationships)
		out = append(out, fmt.Sprint(v.Kind, v.Key, v.Scope, v.Title, v.Description, v.Elements, v.Relationships, len(v.Steps), v.Layout, v.Default, v.Properties))
	}
	for _, s := range w.Styles {
		out = append(out, fmt.Sprint(s))
	}
	return out
}

func TestBigBankCountsAsItsAuthorsDo(t *testing.T) {
	dir := filepath.Join(shared(t), "structurizr-dsl-fixtures")
	src, err := os.ReadFile(filepath.Join(dir, "big-bank-plc.dsl"))
	if err != nil {
		t.Fatal(err)
	}
	w, _, err := Parse("big-bank-plc.dsl", src, os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[Kind]int{}
	for _, e := range w.Elements {
		if e.Kind == Instance && strings.HasPrefix(e.Key, "Soft") {
			kinds["system instance"]++
			continue
		}
		kinds[e.Kind]++
	}
	want := map[Kind]int{Person: 3, System: 4, Container: 5, Component: 6, Node: 21, "system instance": 2, Instance: 10}
	for k, n := range want {
		if kinds[k] != n {
			t.Errorf("%s: %d, want %d", k, kinds[k], n)
		}
	}
	if len(w.Elements) != 51 || len(w.Relationships) != 42 {
		t.Errorf("%d elements and %d relationships, want 51 and 42", len(w.Elements), len(w.Relationships))
	}
	views := map[string]string{
		"SystemLandscape": "7/9", "SystemContext": "4/4", "Containers": "8/10", "Components": "11/13",
		"SignIn": "4/6", "DevelopmentDeployment": "13/4", "LiveDeployment": "20/7",
	}
	for _, v := range w.Views {
		if v.Kind == Image {
			continue
		}
		if got := fmt.Sprintf("%d/%d", len(v.Elements), len(v.Relationships)); got != views[v.Key] {
			t.Errorf("view %s: %s, want %s", v.Key, got, views[v.Key])
		}
		delete(views, v.Key)
	}
	if len(views) > 0 {
		t.Errorf("missing views: %v", views)
	}
}
