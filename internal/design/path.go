package design

import (
	"fmt"
	"strings"

	"throughline/internal/design/dsl"
)

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
