package design

import (
	"context"

	"throughline/internal/journal"
)

// ViewKind is what a view shows.
type ViewKind string

// The two views that we draw.
const (
	ContextView   ViewKind = "context"
	ContainerView ViewKind = "container"
)

// View is one picture of the model: the surroundings of a system, or its containers.
type View struct {
	journal.Row
	Kind  ViewKind `db:"kind" json:"kind"`
	Scope string   `db:"scope" json:"scope"` // a system's id
	Title string   `db:"title" json:"title"`
}

// Position is where an element stands in a view: pixels of its upper left corner. It is kept
// when the model changes.
type Position struct {
	journal.Row
	View    string `db:"view_id" json:"view"`
	Element string `db:"element" json:"element"`
	X       int    `db:"x" json:"x"`
	Y       int    `db:"y" json:"y"`
}

var (
	viewKind     = journal.Declare[View]("view", "design_view")
	positionKind = journal.Declare[Position]("position", "design_position")
)

// Views lists a deal's views, in the order they were made.
func Views(ctx context.Context, src journal.Source, deal string) ([]View, error) {
	all, err := journal.List[View](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	elements, err := Elements(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	var out []View // a system's context before its containers, systems in model order
	for _, e := range elements {
		for _, kind := range []ViewKind{ContextView, ContainerView} {
			for _, v := range all {
				if v.Scope == e.ID && v.Kind == kind {
					out = append(out, v)
				}
			}
		}
	}
	return out, nil
}
