package draw

import (
	"slices"
	"strings"

	"throughline/internal/design/dsl"
)

// model is a workspace with its elements by key.
type model struct {
	w      *dsl.Workspace
	byKey  map[string]dsl.Element
	stores map[string]bool // tags whose style is a cylinder
	bare   bool            // no frames for groups of what stands around
}

func newModel(w *dsl.Workspace) *model {
	m := &model{w: w, byKey: map[string]dsl.Element{}, stores: map[string]bool{"Database": true, "Data store": true, "Datastore": true}}
	for _, e := range w.Elements {
		m.byKey[e.Key] = e
	}
	for _, st := range w.Styles {
		for _, set := range st.Settings {
			if st.Of == "element" && strings.EqualFold(set.Name, "shape") && strings.EqualFold(set.Value, "cylinder") {
				m.stores[st.Tag] = true
			}
		}
	}
	return m
}

func (m *model) element(key string) (dsl.Element, bool) {
	e, ok := m.byKey[key]
	return e, ok
}

// top gives the person or system that a static element belongs to.
func (m *model) top(key string) string {
	for range 100 {
		e, ok := m.byKey[key]
		if !ok || e.Parent == "" {
			break
		}
		key = e.Parent
	}
	return key
}

// neighbours gives the people and systems with a relationship to the inside.
func (m *model) neighbours(inside func(string) bool) map[string]bool {
	out := map[string]bool{}
	for _, r := range m.w.Relationships {
		a, b := inside(r.From), inside(r.To)
		if a == b || m.byKey[r.From].Environment != "" || m.byKey[r.To].Environment != "" {
			continue
		}
		other := r.From
		if a {
			other = r.To
		}
		if k := m.top(other); m.byKey[k].Key != "" {
			out[k] = true
		}
	}
	return out
}

// show puts elements and the lines between them into a picture.
func (m *model) show(p *Picture, shown map[string]bool, ours func(dsl.Element) bool) {
	frames := map[string]bool{}
	for _, f := range p.Frames {
		frames[f.Key] = true
	}
	for _, e := range m.w.Elements {
		if !shown[e.Key] {
			continue
		}
		in := ""
		if frames[e.Parent] {
			in = e.Parent
		}
		in = m.groupFrame(p, frames, e, in)
		p.Boxes = append(p.Boxes, Box{
			Key: e.Key, Name: times(e), Kind: kindWord(e), Technology: e.Technology, Description: e.Description,
			In: in, Group: m.owner(e, in), Shape: m.shape(e), Ours: ours(e) && !e.External,
		})
	}
	m.lines(p, shown, frames)
}

// owner names the group of an element that stands in no frame.
func (m *model) owner(e dsl.Element, in string) string {
	if in != "" || e.Group == "" || m.w.Separator == "" {
		return ""
	}
	parts := strings.Split(e.Group, m.w.Separator)
	return parts[len(parts)-1]
}

// groupFrame makes the frames of an element's group and gives the innermost.
func (m *model) groupFrame(p *Picture, frames map[string]bool, e dsl.Element, in string) string {
	if e.Group == "" || m.bare && in == "" {
		return in
	}
	sep := m.w.Separator
	if sep == "" {
		sep = "/"
	}
	path := ""
	for _, name := range strings.Split(e.Group, sep) {
		path += sep + name
		key := "group " + e.Parent + path
		if !frames[key] {
			frames[key] = true
			p.Frames = append(p.Frames, Frame{Key: key, Name: name, Kind: "Group", In: in, Group: true})
		}
		in = key
	}
	return in
}

func (m *model) shape(e dsl.Element) Shape {
	if e.Kind == dsl.Person {
		return Round
	}
	tags := e.Tags
	if of, ok := m.byKey[e.Of]; ok {
		tags = append(slices.Clone(of.Tags), tags...)
	}
	for _, t := range tags {
		if m.stores[t] {
			return Store
		}
	}
	return Plain
}

// lines draws each written relationship between the nearest things shown
// around its ends; those between the same two become one line.
func (m *model) lines(p *Picture, shown, frames map[string]bool) {
	at := map[[2]string]int{}
	add := func(from, to string, r dsl.Relationship) {
		k := [2]string{from, to}
		i, ok := at[k]
		if !ok {
			i = len(p.Lines)
			at[k] = i
			p.Lines = append(p.Lines, Line{From: from, To: to})
		}
		if s := (Saying{r.Description, r.Technology}); !slices.Contains(p.Lines[i].Says, s) {
			p.Lines[i].Says = append(p.Lines[i].Says, s)
		}
	}
	var whole []dsl.Relationship // with the frame itself as an end
	touched := map[[2]string]bool{}
	for _, r := range m.w.Relationships {
		if r.Implied && m.byKey[r.From].Environment == "" {
			continue
		}
		a, b := m.visible(r.From, shown, frames), m.visible(r.To, shown, frames)
		if a == "" || b == "" || a == b {
			continue
		}
		if frames[a] || frames[b] {
			whole = append(whole, r)
			continue
		}
		touched[[2]string{a, m.top(b)}], touched[[2]string{m.top(a), b}] = true, true
		add(a, b, r)
	}
	for _, r := range whole {
		// What a part says in detail, the whole need not say again.
		a, b := m.visible(r.From, shown, frames), m.visible(r.To, shown, frames)
		if !touched[[2]string{a, b}] && !m.holds(a, b) && !m.holds(b, a) {
			add(a, b, r)
		}
	}
}

// visible gives the nearest of an element and those around it that is shown.
func (m *model) visible(key string, shown, frames map[string]bool) string {
	for range 100 {
		if shown[key] || frames[key] {
			return key
		}
		e, ok := m.byKey[key]
		if !ok || e.Parent == "" {
			break
		}
		key = e.Parent
	}
	return ""
}

func (m *model) holds(a, b string) bool {
	for range 100 {
		if b = m.byKey[b].Parent; b == "" {
			return false
		}
		if a == b {
			return true
		}
	}
	return false
}

// kindWord is the word for a kind that stands in a box.
func kindWord(e dsl.Element) string {
	switch e.Kind {
	case dsl.Person:
		return "Person"
	case dsl.System:
		return "System"
	case dsl.Container:
		return "Container"
	case dsl.Component:
		return "Component"
	case dsl.Node:
		return "Node"
	case dsl.Infrastructure:
		return "Infrastructure"
	case dsl.Instance:
		if strings.HasPrefix(e.Key, "SoftwareSystem") {
			return "System"
		}
		return "Container"
	}
	return "Element"
}

// label is the kind with the technology.
func label(e dsl.Element) string {
	if e.Technology == "" {
		return kindWord(e)
	}
	return kindWord(e) + ": " + e.Technology
}
