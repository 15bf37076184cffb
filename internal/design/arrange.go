package design

import (
	"context"
	"slices"

	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
	"throughline/internal/journal"
)

// settleViews makes the views that a model asks for, and finds a place for each element that
// has none yet. What has one does not move.
func settleViews(ctx context.Context, tx *journal.Tx, deal string) error {
	m, err := Read(ctx, tx, deal)
	if err != nil {
		return err
	}
	views, err := journal.List[View](ctx, tx, deal)
	if err != nil {
		return err
	}
	for _, want := range m.views() {
		if slices.ContainsFunc(views, func(v View) bool { return v.Kind == want.Kind && v.Scope == want.Scope }) {
			continue
		}
		want.Deal = deal
		if err := journal.Insert(ctx, tx, &want); err != nil {
			return err
		}
		views = append(views, want)
	}
	positions, err := journal.List[Position](ctx, tx, deal)
	if err != nil {
		return err
	}
	for _, v := range views {
		if err := settleView(ctx, tx, m, v, positions); err != nil {
			return err
		}
	}
	return nil
}

// mostViews is how many views a model gets by itself.
const mostViews = 40

// views lists what should be drawn: the context of each system of ours that is divided or
// stands alone, and the containers of those that have some. In a very large model only the
// first ones are drawn.
func (m *Model) views() (out []View) {
	divided, own := map[string]bool{}, 0
	for _, e := range m.Elements {
		if e.Kind == dsl.Container {
			divided[e.Parent] = true
		}
		if e.Kind == dsl.System && !e.External {
			own++
		}
	}
	for _, e := range m.Elements {
		if e.Kind != dsl.System || e.External || len(out) >= mostViews {
			continue
		}
		if divided[e.ID] || own == 1 {
			out = append(out, View{Kind: ContextView, Scope: e.ID})
		}
		if divided[e.ID] {
			out = append(out, View{Kind: ContainerView, Scope: e.ID})
		}
	}
	return out
}

func settleView(ctx context.Context, tx *journal.Tx, m *Model, v View, positions []Position) error {
	p, err := m.picture(v)
	if err != nil {
		return err
	}
	kept := keptIn(v, positions)
	if !slices.ContainsFunc(p.Boxes, func(b drawnBox) bool { _, has := kept[b.Key]; return !has }) {
		return nil
	}
	r := p.Arrange(kept)
	for _, b := range p.Boxes {
		if _, has := kept[b.Key]; has {
			continue
		}
		at := r.Boxes[b.Key]
		n := Position{Row: journal.Row{Deal: v.Deal}, View: v.ID, Element: b.Key, X: at.X, Y: at.Y}
		if err := journal.Insert(ctx, tx, &n); err != nil {
			return err
		}
	}
	return nil
}

func keptIn(v View, positions []Position) map[string]layout.Point {
	out := map[string]layout.Point{}
	for _, p := range positions {
		if p.View == v.ID {
			out[p.Element] = layout.Point{X: p.X, Y: p.Y}
		}
	}
	return out
}
