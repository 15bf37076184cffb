package design

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// Model is all elements and relationships of a deal.
type Model struct {
	Elements      []Element
	Relationships []Relationship
	Text          Text
	HasText       bool // it was read from a text at least once
	at            map[string]int
	drawn         *dsl.Workspace // the model as package draw takes it, made once
}

// Read gives a deal's model, now or as the source has it.
func Read(ctx context.Context, src journal.Source, deal string) (*Model, error) {
	m := &Model{}
	var err error
	if m.Elements, err = Elements(ctx, src, deal); err != nil {
		return nil, err
	}
	if m.Relationships, err = Relationships(ctx, src, deal); err != nil {
		return nil, err
	}
	m.Text, m.HasText, err = TextOf(ctx, src, deal)
	m.index()
	return m, err
}

func (m *Model) index() {
	m.at = make(map[string]int, len(m.Elements))
	for i, e := range m.Elements {
		m.at[e.ID] = i
	}
}

// Element is one element by its id.
func (m *Model) Element(id string) (Element, bool) {
	i, ok := m.at[id]
	if !ok {
		return Element{}, false
	}
	return m.Elements[i], true
}

// Name is an element's name, with that of the system around it.
func (m *Model) Name(id string) string {
	e, ok := m.Element(id)
	if !ok {
		return id
	}
	if top := m.Top(id); top.ID != "" && top.ID != e.ID {
		return top.Name + " › " + e.Name
	}
	return e.Name
}

// Top is the person, system or node that stands around an element, or the element itself.
func (m *Model) Top(id string) Element {
	e, _ := m.Element(id)
	for range len(m.Elements) {
		parent, ok := m.Element(e.Parent)
		if !ok {
			break
		}
		e = parent
	}
	return e
}

// Inside lists the ids of an element and all that stands in it.
func (m *Model) Inside(id string) map[string]bool {
	in := map[string]bool{id: true}
	for grew := true; grew; {
		grew = false
		for _, e := range m.Elements {
			if in[e.Parent] && !in[e.ID] {
				in[e.ID], grew = true, true
			}
		}
	}
	return in
}

// Interface says whether a relationship crosses from one system to another.
func (m *Model) Interface(r Relationship) bool {
	from, to := m.Top(r.From), m.Top(r.To)
	return from.ID != to.ID && from.Kind == dsl.System && to.Kind == dsl.System
}

// Interfaces lists the relationships that cross from one system to another.
func (m *Model) Interfaces() (out []Relationship) {
	for _, r := range m.Relationships {
		if m.Interface(r) {
			out = append(out, r)
		}
	}
	return out
}

// hash is over everything that a reviewer sees of the model and the decisions.
func (m *Model) hash(decisions []Decision) string {
	h := sha256.New()
	for _, e := range m.Elements {
		fmt.Fprintf(h, "e %q %q %q %q %q %q %t\n", e.ID, e.Kind, e.Name, e.Description, e.Technology, e.Parent, e.External)
	}
	for _, r := range m.Relationships {
		fmt.Fprintf(h, "r %q %q %q %q\n", r.From, r.To, r.Description, r.Technology)
	}
	for _, d := range decisions {
		fmt.Fprintf(h, "d %q %q %q\n", d.ID, d.Status, d.Meaning())
	}
	return hex.EncodeToString(h.Sum(nil))
}

// last is the place after all others.
func (m *Model) last() int {
	n := 0
	for _, e := range m.Elements {
		n = max(n, e.Place)
	}
	for _, r := range m.Relationships {
		n = max(n, r.Place)
	}
	return n + 1
}

// schemes begin the canonical path of each kind, as package dsl has them.
var schemes = map[dsl.Kind]string{
	dsl.Person: "Person", dsl.System: "SoftwareSystem", dsl.Container: "Container", dsl.Component: "Component",
	dsl.Custom: "Custom", dsl.Node: "DeploymentNode", dsl.Infrastructure: "InfrastructureNode",
}

// path makes the canonical path of an element from its name and its parent's path. That of an
// instance keeps its number.
func (m *Model) path(e Element) string {
	clean := strings.NewReplacer("/", "", ".", "").Replace
	parent, _ := m.Element(e.Parent)
	_, rest, held := strings.Cut(parent.Path, "://")
	switch {
	case e.Kind == dsl.Instance:
		of, _ := m.Element(e.Of)
		_, what, _ := strings.Cut(of.Path, "://")
		number := "[1]"
		if i := strings.LastIndexByte(e.Path, '['); i >= 0 {
			number = e.Path[i:]
		}
		kind := "ContainerInstance"
		if of.Kind == dsl.System {
			kind = "SoftwareSystemInstance"
		}
		return kind + "://" + rest + "/" + what + number
	case e.Environment != "" && held:
		return schemes[e.Kind] + "://" + rest + "/" + clean(e.Name)
	case e.Environment != "":
		return schemes[e.Kind] + "://" + clean(e.Environment) + "/" + clean(e.Name)
	case held:
		return schemes[e.Kind] + "://" + rest + "." + clean(e.Name)
	}
	return schemes[e.Kind] + "://" + clean(e.Name)
}

// repath makes all paths anew after a name changed, and gives the places of those that did.
func (m *Model) repath() (changed []int) {
	taken := map[string]bool{}
	for i := range m.Elements {
		e := &m.Elements[i]
		want := m.path(*e)
		for n := 2; taken[want]; n++ {
			want = fmt.Sprintf("%s~%d", m.path(*e), n)
		}
		taken[want] = true
		if e.Path != want {
			e.Path = want
			changed = append(changed, i)
		}
	}
	return changed
}

// HashOf is the hash of a deal's model and decisions as they stand: what a version in review is of.
func HashOf(ctx context.Context, src journal.Source, deal string) (string, error) {
	m, decisions, err := whole(ctx, src, deal)
	if err != nil {
		return "", err
	}
	return m.hash(decisions), nil
}
