package design

import (
	"slices"

	core "throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

func (v *room) decision(id string) (core.Decision, bool) {
	i := slices.IndexFunc(v.decisions, func(d core.Decision) bool { return d.ID == id })
	if i < 0 {
		return core.Decision{}, false
	}
	return v.decisions[i], true
}

func (v *room) elsewhere(id string) (core.Elsewhere, bool) {
	i := slices.IndexFunc(v.elsewheres, func(e core.Elsewhere) bool { return e.ID == id })
	if i < 0 {
		return core.Elsewhere{}, false
	}
	return v.elsewheres[i], true
}

func (v *room) concern(id string) (core.Concern, bool) {
	i := slices.IndexFunc(v.concerns, func(k core.Concern) bool { return k.ID == id })
	if i < 0 {
		return core.Concern{}, false
	}
	return v.concerns[i], true
}

func (v *room) relationship(id string) (core.Relationship, bool) {
	i := slices.IndexFunc(v.m.Relationships, func(r core.Relationship) bool { return r.ID == id })
	if i < 0 {
		return core.Relationship{}, false
	}
	return v.m.Relationships[i], true
}

// title is the name of anything of the design, empty for what is not of this deal.
func (v *room) title(id string) string {
	if e, ok := v.m.Element(id); ok {
		return e.Name
	}
	if d, ok := v.decision(id); ok {
		return d.Key()
	}
	if e, ok := v.elsewhere(id); ok {
		return e.Said()
	}
	if r, ok := v.relationship(id); ok {
		return v.m.Name(r.From) + " → " + v.m.Name(r.To)
	}
	if k, ok := v.concern(id); ok {
		return k.Name
	}
	return ""
}

// kindOf is the word for a thing of the design, empty for what is not of this deal.
func (v *room) kindOf(id string) string {
	if _, ok := v.m.Element(id); ok {
		return "element"
	}
	if _, ok := v.decision(id); ok {
		return "decision"
	}
	if _, ok := v.elsewhere(id); ok {
		return "elsewhere"
	}
	if _, ok := v.concern(id); ok {
		return "concern"
	}
	if _, ok := v.relationship(id); ok {
		return "relationship"
	}
	if slices.ContainsFunc(v.versions, func(o core.Version) bool { return o.ID == id }) {
		return "version"
	}
	return ""
}

// mine is the thing that the path names, if it is of this deal.
func mine[T any, P interface {
	*T
	Head() *journal.Row
}](r *kit.Request, kind string) (T, error) {
	return ofDeal[T, P](r, kind, r.PathValue("id"))
}

func ofDeal[T any, P interface {
	*T
	Head() *journal.Row
}](r *kit.Request, kind, id string) (T, error) {
	v, err := journal.Load[T](r.Ctx(), r.Reader, id)
	if err == nil && P(&v).Head().Deal != r.Deal.ID {
		err = problem.NotFound(kind, id)
	}
	return v, err
}

// kindWords say what an element is.
var kindWords = map[dsl.Kind]string{dsl.Person: "person", dsl.System: "system", dsl.Container: "container", dsl.Component: "component",
	dsl.Node: "deployment node", dsl.Infrastructure: "infrastructure", dsl.Instance: "running instance", dsl.Custom: "element"}

// ours says whether an element is part of what is to be built.
func (v *room) ours(e core.Element) bool {
	return (e.Kind == dsl.System || e.Kind == dsl.Container || e.Kind == dsl.Component) && !e.External && !v.m.Top(e.ID).External
}
