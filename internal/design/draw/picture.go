package draw

import (
	"fmt"

	"throughline/internal/design/dsl"
	"throughline/internal/design/layout"
)

// Picture is what a view shows, before anything is placed.
type Picture struct {
	Title   string
	Summary string
	Center  string // key of what the others stand around
	Boxes   []Box
	Frames  []Frame
	Lines   []Line
}

// Shape is the outline of a box.
type Shape int

// The outlines: people have round ends, what keeps data is a cylinder.
const (
	Plain Shape = iota
	Round
	Store
)

// Box is one element.
type Box struct {
	Key, Name, Kind, Technology, Description string
	In                                       string // key of a frame
	Group                                    string // whose it is, where no frame says so
	Shape                                    Shape
	Ours                                     bool // belongs to what the view is of
}

// Frame is drawn around elements: a system, a deployment node, a group.
type Frame struct {
	Key, Name, Kind, In string
	Group               bool // a group has no page of its own
}

// Line is all relationships from one thing shown to another.
type Line struct {
	From, To string
	Says     []Saying
}

// Saying is the words of one relationship.
type Saying struct{ Description, Technology string }

// Context shows a system, and the people and systems it has to do with.
func Context(w *dsl.Workspace, system string) (Picture, error) {
	m := newModel(w)
	e, ok := m.element(system)
	if !ok || e.Kind != dsl.System {
		return Picture{}, fmt.Errorf("no system has the key %q", system)
	}
	p := Picture{Title: e.Name + ": context", Summary: "What uses " + e.Name + ", and what it uses."}
	shown := m.neighbours(func(key string) bool { return m.top(key) == system })
	shown[system] = true
	p.Center, m.bare = system, true
	m.show(&p, shown, func(e dsl.Element) bool { return e.Key == system })
	return p, nil
}

// Containers shows what a system is made of, with its neighbours around it.
func Containers(w *dsl.Workspace, system string) (Picture, error) {
	m := newModel(w)
	e, ok := m.element(system)
	if !ok || e.Kind != dsl.System {
		return Picture{}, fmt.Errorf("no system has the key %q", system)
	}
	p := Picture{Title: e.Name + ": containers", Summary: "What " + e.Name + " is made of, and how its parts work together."}
	p.Frames = append(p.Frames, Frame{Key: system, Name: e.Name, Kind: "System"})
	shown := m.neighbours(func(key string) bool { return m.top(key) == system })
	for _, e := range w.Elements {
		if e.Parent == system && e.Kind == dsl.Container {
			shown[e.Key] = true
		}
	}
	m.bare = true
	m.show(&p, shown, func(e dsl.Element) bool { return e.Parent == system })
	return p, nil
}

// Deployment shows what runs where in an environment.
func Deployment(w *dsl.Workspace, environment string) (Picture, error) {
	m := newModel(w)
	p := Picture{Title: environment + ": deployment", Summary: "What runs where in the environment " + environment + "."}
	shown := map[string]bool{}
	holds := map[string]bool{}
	for _, e := range w.Elements {
		if e.Environment == environment {
			holds[e.Parent] = true
		}
	}
	for _, e := range w.Elements {
		switch {
		case e.Environment != environment:
		case e.Kind == dsl.Node && holds[e.Key]:
			p.Frames = append(p.Frames, Frame{Key: e.Key, Name: times(e), Kind: label(e), In: e.Parent})
		default:
			shown[e.Key] = true
		}
	}
	if len(shown) == 0 {
		return Picture{}, fmt.Errorf("nothing runs in an environment called %q", environment)
	}
	m.show(&p, shown, func(e dsl.Element) bool { return !e.External })
	return p, nil
}

// times adds how many there are of a node.
func times(e dsl.Element) string {
	if e.Instances == "" || e.Instances == "1" {
		return e.Name
	}
	return e.Name + " × " + e.Instances
}

// The size of every box, so that new words in one move nothing.
const (
	BoxWidth  = 13 * layout.Grid
	BoxHeight = 8 * layout.Grid
)

// Arrange places the picture; kept holds the places stored before.
func (p Picture) Arrange(kept map[string]layout.Point) layout.Result {
	v := layout.View{Center: p.Center}
	for _, f := range p.Frames {
		v.Frames = append(v.Frames, layout.Frame{Key: f.Key, In: f.In})
	}
	for _, b := range p.Boxes {
		v.Boxes = append(v.Boxes, layout.Box{Key: b.Key, W: BoxWidth, H: BoxHeight, In: b.In})
	}
	for _, l := range p.Lines {
		w, h := l.size()
		v.Edges = append(v.Edges, layout.Edge{From: l.From, To: l.To, LabelW: w, LabelH: h})
	}
	return layout.Arrange(v, kept)
}
