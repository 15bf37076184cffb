package design

import (
	"context"
	"fmt"

	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
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
	_ = journal.Declare[View]("view", "design_view")
	_ = journal.Declare[Position]("position", "design_position")
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

// Diagram gives a view ready to be drawn, as the source has it: kept positions hold, what has
// none is placed for the moment. Keys in it are elements' ids; its Href is the face's to set.
func Diagram(ctx context.Context, src journal.Source, deal, view string) (draw.Diagram, error) {
	v, err := journal.Load[View](ctx, src, view)
	if err != nil {
		return draw.Diagram{}, err
	}
	m, err := Read(ctx, src, deal)
	if err != nil {
		return draw.Diagram{}, err
	}
	marks, err := m.marks(ctx, src, deal)
	if err != nil {
		return draw.Diagram{}, err
	}
	positions, err := journal.List[Position](ctx, src, deal)
	if err != nil {
		return draw.Diagram{}, err
	}
	return m.diagram(v, positions, marks)
}

// mostDrawn is how many elements one drawing shows: more cannot be read on any screen, and
// would cost megabytes to send.
const mostDrawn = 400

func (m *Model) diagram(v View, positions []Position, marks map[string]draw.Mark) (draw.Diagram, error) {
	p, err := m.picture(v)
	if err != nil {
		return draw.Diagram{}, err
	}
	d := draw.Diagram{ID: v.ID + "-", Picture: p, Marks: marks}
	if len(p.Boxes) > mostDrawn {
		d.Layout.Notice = fmt.Sprintf("This view holds %d elements; a drawing shows at most %d. All of them stand in the lists.", len(p.Boxes), mostDrawn)
		return d, nil
	}
	d.Layout = p.Arrange(keptIn(v, positions))
	return d, nil
}

// Drawn says whether a diagram has been arranged, or has too much in it to be drawn.
func Drawn(d draw.Diagram) bool { return len(d.Layout.Boxes) > 0 }

// picture is what a view shows.
func (m *Model) picture(v View) (draw.Picture, error) {
	if m.drawn == nil {
		m.drawn = m.workspace(func(e Element) string { return e.ID })
	}
	show := draw.Context
	if v.Kind == ContainerView {
		show = draw.Containers
	}
	p, err := show(m.drawn, v.Scope)
	if err == nil && v.Title != "" {
		p.Title = v.Title
	}
	return p, err
}

// marks tell of each element how far its design is, and how many requirements it satisfies.
func (m *Model) marks(ctx context.Context, src journal.Source, deal string) (map[string]draw.Mark, error) {
	held, _, err := Holding(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	satisfied, err := Satisfied(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out := make(map[string]draw.Mark, len(m.Elements))
	with := m.gathered(satisfied)
	for _, e := range m.Elements {
		out[e.ID] = draw.Mark{State: e.state(held), Requirements: len(with[e.ID])}
	}
	return out, nil
}

// gathered is what each element satisfies together with all that stands in it.
func (m *Model) gathered(satisfied map[string][]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, e := range m.Elements {
		for _, r := range satisfied[e.ID] {
			for at, ok := e, true; ok && !out[at.ID][r]; at, ok = m.Element(at.Parent) {
				if out[at.ID] == nil {
					out[at.ID] = map[string]bool{}
				}
				out[at.ID][r] = true
			}
		}
	}
	return out
}

func (e Element) state(held Version) draw.State {
	switch {
	case e.External || e.Kind == dsl.Person:
		return draw.External
	case held.Holds(e.ID, e.Meaning()):
		return draw.Approved
	}
	return draw.Drafted
}
