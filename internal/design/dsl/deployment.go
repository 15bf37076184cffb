package dsl

import "strings"

// environment reads a deployment environment with what runs where.
func (r *reader) environment(s *statement, at scope) error {
	id, i, _, _ := r.written(s)
	if len(s.tokens) != i+2 || s.arg(i+1) == "" {
		return s.wrong(i+1, "expected deploymentEnvironment <name> {")
	}
	for _, e := range r.w.Environments {
		if e.Name == s.arg(i+1) {
			return s.wrong(i+1, "the environment %s already stands on line %d", quote(e.Name), e.Line)
		}
	}
	if len(r.w.Environments) >= maxViews {
		return s.wrong(0, "the workspace holds more than %d environments", maxViews)
	}
	place := len(r.w.Environments)
	r.w.Environments = append(r.w.Environments, Environment{Name: s.arg(i + 1), Identifier: id, Line: s.line})
	path, err := r.bind(s, id, at, ref{kind: toEnvironment, place: place})
	if err != nil {
		return err
	}
	inside := scope{this: -1, environment: place, path: path}
	return r.each(s.body, func(s *statement) error { return r.environmentLine(s, inside) })
}

func (r *reader) environmentLine(s *statement, at scope) error {
	if done, err := r.common(s, at); done {
		return err
	}
	id, i, word, _ := r.written(s)
	switch word {
	case "deploymentnode", "infrastructurenode":
		_, err := r.addElement(s, at)
		return err
	case "group":
		return r.group(s, at, r.environmentLine)
	case "deploymentgroup":
		if len(s.tokens) != i+2 {
			return s.wrong(i, "expected deploymentGroup <name>")
		}
		e := &r.w.Environments[at.environment]
		e.Groups = append(e.Groups, s.arg(i+1))
		if id == "" {
			return nil
		}
		_, err := r.bind(s, id, at, ref{kind: toDeploymentGroup, place: len(e.Groups) - 1})
		return err
	}
	return r.unknown(s, i, "in a deployment environment", "deploymentNode", "infrastructureNode", "deploymentGroup", "group", "a relationship (a -> b)")
}

// instance places a system or a container on a node, and with it what runs
// between it and the instances already there.
func (r *reader) instance(s *statement, at scope) error {
	id, i, word, _ := r.written(s)
	if len(s.tokens) < i+2 {
		return s.wrong(i, "expected the identifier of what runs here after %s", s.arg(i))
	}
	of, err := r.element(s, i+1, at, func(k Kind) bool {
		return k == System && word != "containerinstance" || k == Container && word != "softwaresysteminstance"
	})
	if err != nil {
		return err
	}
	model := r.w.Elements[of]
	e := Element{Kind: Instance, Identifier: id, Name: model.Name, Description: model.Description, Technology: model.Technology, Of: model.Key, External: model.External, Group: at.group, Line: s.line, File: s.src.name}
	rest := i + 2
	if rest < len(s.tokens) {
		if groups, ok := r.deploymentGroups(s.arg(rest), at); ok {
			e.Groups, rest = groups, rest+1
		}
	}
	if rest < len(s.tokens) {
		addTags(&e.Tags, s.arg(rest))
		rest++
	}
	if err := s.count(rest, s.arg(i)+" <identifier> [deployment groups] [tags]"); err != nil {
		return err
	}
	e.Key = r.instanceKey(model, at)
	p, err := r.place(s, i+1, e, at)
	if err != nil {
		return err
	}
	r.elements[p].of = of
	if r.elements[p].path, err = r.bind(s, id, at, ref{kind: toElement, place: p}); err != nil {
		return err
	}
	if err := r.replicate(s, p); err != nil {
		return err
	}
	return r.elementBody(s, r.inside(p, at))
}

func (r *reader) instanceKey(model Element, at scope) string {
	_, home, _ := strings.Cut(r.w.Elements[at.this].Key, "://")
	_, what, _ := strings.Cut(model.Key, "://")
	n := 1
	for _, c := range r.elements[at.this].children {
		if r.w.Elements[c].Of == model.Key {
			n++
		}
	}
	kind := "ContainerInstance"
	if model.Kind == System {
		kind = "SoftwareSystemInstance"
	}
	return kind + "://" + home + "/" + what + "[" + itoa(n) + "]"
}

// deploymentGroups reads "a,b" when all of it names deployment groups.
func (r *reader) deploymentGroups(list string, at scope) ([]string, bool) {
	var out []string
	for _, id := range strings.Split(list, ",") {
		x, ok := r.find(strings.TrimSpace(id), at.path, func(x ref) bool { return x.kind == toDeploymentGroup })
		if !ok {
			return nil, false
		}
		out = append(out, r.w.Environments[at.environment].Groups[x.place])
	}
	return out, true
}
