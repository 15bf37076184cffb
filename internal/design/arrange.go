package design

import (
	"context"
	"slices"

	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
	"throughline/internal/journal"
	"throughline/internal/problem"
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
	if len(p.Boxes) > mostDrawn {
		return nil
	}
	if !slices.ContainsFunc(p.Boxes, func(b draw.Box) bool { _, has := kept[b.Key]; return !has }) {
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

// Moves puts elements of a view to new places.
type Moves struct {
	View  string  `json:"view"`
	Moves []Place `json:"moves"`
}

// Place is where one element shall stand: pixels of its upper left corner.
type Place struct {
	Element string `json:"element"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
}

// farthest is how far from the origin an element can stand, in pixels.
const farthest = 100_000

// Move keeps the places that a person gave to elements.
func Move(ctx context.Context, tx *journal.Tx, in Moves) error {
	var c problem.Check
	c.Fail(len(in.Moves) > 0 && len(in.Moves) <= 5000, "moves", "Move between 1 and 5,000 elements at once.")
	for _, p := range in.Moves {
		c.Fail(p.X > -farthest && p.X < farthest && p.Y > -farthest && p.Y < farthest, "moves", "An element cannot stand more than %d pixels away.", farthest)
	}
	if err := c.Err(); err != nil {
		return err
	}
	v, had, err := openView(ctx, tx, in.View)
	if err != nil {
		return err
	}
	for _, p := range in.Moves {
		e, err := journal.Load[Element](ctx, tx, p.Element)
		if err != nil {
			return err
		}
		if e.Deal != v.Deal {
			return problem.NotFound("element", p.Element)
		}
		if err := stand(ctx, tx, v, had, p); err != nil {
			return err
		}
	}
	return nil
}

// Tidy lays a view out afresh: the one act that moves what has a place. It can be undone.
func Tidy(ctx context.Context, tx *journal.Tx, view string) error {
	v, had, err := openView(ctx, tx, view)
	if err != nil {
		return err
	}
	m, err := Read(ctx, tx, v.Deal)
	if err != nil {
		return err
	}
	p, err := m.picture(v)
	if err != nil {
		return err
	}
	if len(p.Boxes) > mostDrawn {
		return problem.Refuse("This view holds %d elements and is not drawn, so there is nothing to tidy up.", len(p.Boxes))
	}
	r := p.Arrange(nil)
	for _, b := range p.Boxes {
		at := r.Boxes[b.Key]
		if err := stand(ctx, tx, v, had, Place{b.Key, at.X, at.Y}); err != nil {
			return err
		}
	}
	return nil
}

// openView loads a view and the positions in it, by element.
func openView(ctx context.Context, tx *journal.Tx, id string) (View, map[string]Position, error) {
	v, err := journal.Hold[View](ctx, tx, id)
	if err != nil {
		return v, nil, err
	}
	all, err := journal.List[Position](ctx, tx, v.Deal)
	had := map[string]Position{}
	for _, p := range all {
		if p.View == id {
			had[p.Element] = p
		}
	}
	return v, had, err
}

func stand(ctx context.Context, tx *journal.Tx, v View, had map[string]Position, at Place) error {
	p, ok := had[at.Element]
	if ok && p.X == at.X && p.Y == at.Y {
		return nil
	}
	p.Deal, p.View, p.Element, p.X, p.Y = v.Deal, v.ID, at.Element, at.X, at.Y
	if !ok {
		return journal.Insert(ctx, tx, &p)
	}
	return journal.Update(ctx, tx, &p)
}
