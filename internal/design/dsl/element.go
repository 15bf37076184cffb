package dsl

import "strings"

// shape says how an element is written: its keyword, and what its words mean
// after the name.
type shape struct {
	kind  Kind
	show  string
	words []string // in order: description, technology, tags, instances
}

var kindWords = map[string]shape{
	"person":             {Person, "person", []string{"description", "tags"}},
	"softwaresystem":     {System, "softwareSystem", []string{"description", "tags"}},
	"container":          {Container, "container", []string{"description", "technology", "tags"}},
	"component":          {Component, "component", []string{"description", "technology", "tags"}},
	"element":            {Custom, "element", []string{"technology", "description", "tags"}},
	"deploymentnode":     {Node, "deploymentNode", []string{"description", "technology", "tags", "instances"}},
	"infrastructurenode": {Infrastructure, "infrastructureNode", []string{"description", "technology", "tags"}},
}

// within says which keywords may stand inside an element of a kind.
var within = map[Kind][]string{
	System:    {"container"},
	Container: {"component"},
	Node:      {"deploymentnode", "infrastructurenode", "softwaresysteminstance", "containerinstance", "instanceof"},
}

// scheme begins the canonical key of each kind.
var scheme = map[Kind]string{
	Person: "Person", System: "SoftwareSystem", Container: "Container", Component: "Component",
	Custom: "Custom", Node: "DeploymentNode", Infrastructure: "InfrastructureNode",
}

// written splits "id = keyword …" into the identifier, the keyword's place,
// the keyword it comes down to and the archetype it goes by.
func (r *reader) written(s *statement) (id string, at int, word string, a *archetype) {
	if s.word(1) == "=" {
		id, at = s.arg(0), 2
	}
	word = s.word(at)
	if a = r.archetypes[word]; a != nil {
		word = a.word
	}
	return id, at, word, a
}

// addElement makes one from a line like: id = container "Name" "…" { … }.
func (r *reader) addElement(s *statement, at scope) (int, error) {
	id, i, word, a := r.written(s)
	sh := kindWords[word]
	if len(s.tokens) < i+2 || s.arg(i+1) == "" {
		return 0, s.wrong(i, "expected a name after %s", sh.show)
	}
	if len(s.tokens) > i+2+len(sh.words) {
		return 0, s.wrong(i+2+len(sh.words), "%s is too much here; expected %s <name> [%s]", quote(s.arg(i+2+len(sh.words))), sh.show, strings.Join(sh.words, "] ["))
	}
	e := Element{Identifier: id, Kind: sh.kind, Name: s.arg(i + 1), Group: at.group, Line: s.line, File: s.src.name}
	a.give(&e)
	for n, w := range sh.words {
		if v := s.arg(i + 2 + n); v != "" {
			e.set(w, v)
		}
	}
	p, err := r.place(s, i+1, e, at)
	if err != nil {
		return 0, err
	}
	return p, r.elementBody(s, r.inside(p, at))
}

// give copies what the archetype says; a nil archetype says nothing.
func (a *archetype) give(e *Element) {
	if a == nil {
		return
	}
	e.Description, e.Technology, e.URL = a.description, a.technology, a.url
	e.Tags = append(e.Tags, a.tags...)
	e.Properties = copied(a.properties)
	e.Perspectives = append(e.Perspectives, a.perspectives...)
}

func (e *Element) set(word, value string) {
	switch word {
	case "description":
		e.Description = value
	case "technology":
		e.Technology = value
	case "tags":
		addTags(&e.Tags, value)
	case "instances":
		e.Instances = value
	}
}

// place puts an element into the model under its key.
func (r *reader) place(s *statement, i int, e Element, at scope) (int, error) {
	d := detail{parent: at.this, of: -1}
	home := "/"
	if at.environment >= 0 {
		e.Environment = r.w.Environments[at.environment].Name
		home = "env " + e.Environment
	}
	if at.this >= 0 {
		e.Parent = r.w.Elements[at.this].Key
		home = e.Parent
	}
	if e.Kind != Instance {
		sibling := home + "\x00" + e.Name
		if old, ok := r.siblings[sibling]; ok {
			return 0, s.wrong(i, "%s already stands here, on line %d of %s; give it another name", quote(e.Name), r.w.Elements[old].Line, r.w.Elements[old].File)
		}
		r.siblings[sibling] = len(r.elements)
		e.Key = r.key(e)
	}
	p, err := r.store(s, e, d, at)
	if err == nil && e.Kind != Instance {
		r.elements[p].path, err = r.bind(s, e.Identifier, at, ref{kind: toElement, place: p})
	}
	return p, err
}

// store appends an element and ties it to its parent and groups.
func (r *reader) store(s *statement, e Element, d detail, at scope) (int, error) {
	if len(r.elements) >= MaxElements {
		return 0, s.wrong(0, "the workspace holds more than 50,000 elements from here on; split it")
	}
	for n := 2; ; n++ {
		if _, taken := r.keys[e.Key]; !taken {
			break
		}
		e.Key = strings.TrimSuffix(e.Key, "~"+itoa(n-1)) + "~" + itoa(n)
		if err := r.spend(s, 1); err != nil {
			return 0, err
		}
	}
	p := len(r.elements)
	r.w.Elements = append(r.w.Elements, e)
	r.elements = append(r.elements, d)
	r.keys[e.Key] = p
	if at.this >= 0 {
		r.elements[at.this].children = append(r.elements[at.this].children, p)
	}
	for _, g := range at.groups {
		r.groups[g].members = append(r.groups[g].members, p)
	}
	return p, nil
}

// key makes the canonical path of an element that is no instance.
func (r *reader) key(e Element) string {
	clean := strings.NewReplacer("/", "", ".", "").Replace
	switch _, rest, _ := strings.Cut(e.Parent, "://"); {
	case e.Environment != "" && e.Parent != "":
		return scheme[e.Kind] + "://" + rest + "/" + clean(e.Name)
	case e.Environment != "":
		return scheme[e.Kind] + "://" + clean(e.Environment) + "/" + clean(e.Name)
	case e.Parent != "":
		return scheme[e.Kind] + "://" + rest + "." + clean(e.Name)
	}
	return scheme[e.Kind] + "://" + clean(e.Name)
}

// inside is the scope of an element's block.
func (r *reader) inside(p int, at scope) scope {
	return scope{this: p, environment: at.environment, path: r.elements[p].path}
}
