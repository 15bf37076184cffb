package design

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// Export writes a deal's model in the Structurizr DSL: the very bytes that were read while
// nothing was edited since, else a fresh text that keeps what we do not draw.
func Export(ctx context.Context, src journal.Source, deal string) ([]byte, error) {
	m, err := Read(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	if !m.HasText {
		return m.fresh(ctx, src, deal)
	}
	w, err := m.Text.workspace()
	if err != nil {
		return nil, err
	}
	key := m.keys(func(e Element) string {
		if e.Origin != "" {
			return e.Origin
		}
		return "own " + e.ID
	})
	m.overlayElements(w, key)
	m.overlayRelationships(w, key)
	return dsl.Print(w), nil
}

// fresh is a model that forms made, with its views.
func (m *Model) fresh(ctx context.Context, src journal.Source, deal string) ([]byte, error) {
	d, err := journal.Load[account.Opportunity](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	w := m.workspace(func(e Element) string { return e.Path })
	w.Name = d.Name
	known := map[string]bool{}
	for _, e := range m.Elements {
		if e.Environment != "" && !known[e.Environment] {
			known[e.Environment] = true
			w.Environments = append(w.Environments, dsl.Environment{Name: e.Environment})
		}
	}
	views, err := Views(ctx, src, deal)
	for _, v := range views {
		scope, _ := m.Element(v.Scope)
		kind := dsl.ContextView
		if v.Kind == ContainerView {
			kind = dsl.ContainerView
		}
		w.Views = append(w.Views, dsl.View{Kind: kind, Key: string(v.Kind) + "-" + scope.ID, Scope: scope.Path, Title: v.Title,
			Clauses: []dsl.Clause{{Expressions: []string{"*"}}}, Layout: &dsl.AutoLayout{}})
	}
	return dsl.Print(w), err
}

// overlayElements writes the rows over the elements that were read, drops those that went, and
// adds those that forms made.
func (m *Model) overlayElements(w *dsl.Workspace, key map[string]string) {
	byOrigin := map[string]Element{}
	for _, e := range m.Elements {
		if e.Origin != "" {
			byOrigin[e.Origin] = e
		}
	}
	var out []dsl.Element
	known := map[string]bool{}
	for _, d := range w.Elements {
		if e, ok := byOrigin[d.Key]; ok {
			e.fill(&d, key)
			out = append(out, d)
		}
	}
	for _, e := range m.Elements {
		if e.Origin == "" {
			d := dsl.Element{}
			e.fill(&d, key)
			out = append(out, d)
		}
	}
	w.Elements = out
	for _, e := range w.Environments {
		known[e.Name] = true
	}
	for _, e := range out {
		if e.Environment != "" && !known[e.Environment] {
			known[e.Environment] = true
			w.Environments = append(w.Environments, dsl.Environment{Name: e.Environment})
		}
	}
}

func (m *Model) overlayRelationships(w *dsl.Workspace, key map[string]string) {
	rest := map[string][]Relationship{}
	for _, r := range m.Relationships {
		rest[r.Origin] = append(rest[r.Origin], r)
	}
	var out []dsl.Relationship
	for _, d := range w.Relationships {
		if d.Implied {
			out = append(out, d)
			continue
		}
		if k := d.Key(); len(rest[k]) > 0 {
			rest[k][0].fill(&d, key)
			rest[k] = rest[k][1:]
			out = append(out, d)
		}
	}
	for _, r := range rest[""] {
		d := dsl.Relationship{}
		r.fill(&d, key)
		out = append(out, d)
	}
	w.Relationships = out
}
