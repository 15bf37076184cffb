package design

import (
	"context"

	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

type drawnBox = draw.Box

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

func (m *Model) diagram(v View, positions []Position, marks map[string]draw.Mark) (draw.Diagram, error) {
	p, err := m.picture(v)
	if err != nil {
		return draw.Diagram{}, err
	}
	return draw.Diagram{ID: v.ID + "-", Picture: p, Layout: p.Arrange(keptIn(v, positions)), Marks: marks}, nil
}

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
	for _, e := range m.Elements {
		out[e.ID] = draw.Mark{State: e.state(held), Requirements: len(satisfied[e.ID])}
	}
	return out, nil
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
