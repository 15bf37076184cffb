package design

import (
	"fmt"
	"strings"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/look"
)

// findConflict lays an edit that met a newer version beside it. An element, a relationship and
// a decision are edited by their fields; for all else the sentence says enough.
func (v *room) findConflict() (*look.ConflictView, error) {
	p := v.r.Failed
	if p == nil || p.Kind != problem.Stale {
		return nil, nil
	}
	switch theirs := p.Theirs.(type) {
	case core.Element:
		yours, _ := p.Yours.(core.Element)
		base, err := journal.AtRevision[core.Element](v.r.Ctx(), v.r.Reader, theirs.ID, yours.Revision)
		return v.conflictOf("elements", theirs.Row, v.elementParts(base), v.elementParts(theirs), v.elementParts(yours)), err
	case core.Relationship:
		yours, _ := p.Yours.(core.Relationship)
		base, err := journal.AtRevision[core.Relationship](v.r.Ctx(), v.r.Reader, theirs.ID, yours.Revision)
		return v.conflictOf("relationships", theirs.Row, v.relationshipParts(base), v.relationshipParts(theirs), v.relationshipParts(yours)), err
	case core.Decision:
		if !strings.HasSuffix(v.r.URL.Path, "/edit") {
			return nil, nil
		}
		yours, _ := p.Yours.(core.Decision)
		base, err := journal.AtRevision[core.Decision](v.r.Ctx(), v.r.Reader, theirs.ID, yours.Revision)
		out := v.conflictOf("decisions", theirs.Row, decisionParts(base), decisionParts(theirs), decisionParts(yours))
		for _, m := range yours.Makers {
			out.Hidden = append(out.Hidden, look.Hidden{Name: "makers", Value: m})
		}
		return out, err
	}
	return nil, nil
}

// part is one field of a form with what stands in it.
type part struct{ name, label, value string }

func (v *room) conflictOf(folder string, theirs journal.Row, base, now, yours []part) *look.ConflictView {
	out := &look.ConflictView{Words: v.title(theirs.ID) + " was changed while you were writing.", Action: v.path(folder + "/" + theirs.ID + "/edit"),
		Revision: fmt.Sprint(theirs.Revision), Hidden: append([]look.Hidden{{Name: "form", Value: "edit"}}, stay(v.r)...)}
	if last, err := journal.OfThing(v.r.Ctx(), v.r.Reader, theirs.ID, journal.End, 1); err == nil && len(last) == 1 {
		name := v.names.Of(last[0].Actor)
		out.Who, out.When = look.Person{Name: name}, v.r.Moment(last[0].At)
		out.Words = fmt.Sprintf("%s changed %s while you were writing.", name, v.title(theirs.ID))
	}
	for i, p := range now {
		f := look.ConflictField{Name: p.name, Label: p.label, Theirs: p.value}
		if i < len(base) {
			f.Base = base[i].value
		}
		if i < len(yours) {
			f.Yours = yours[i].value
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

func (v *room) elementParts(e core.Element) []part {
	external := "no"
	if e.External {
		external = "yes"
	}
	return []part{{"name", "Name", e.Name}, {"description", "What it is for", e.Description}, {"technology", "Technology", e.Technology}, {"owner", "Owner", v.names.Of(e.Owner)},
		{"tags", "Tags", strings.Join(e.Tags, ", ")}, {"group", "Group", e.Group}, {"url", "Address", e.URL}, {"external", "Not ours", external}}
}

func (v *room) relationshipParts(r core.Relationship) []part {
	return []part{{"description", "What it does", r.Description}, {"technology", "Protocol", r.Technology}, {"owner", "Owner", v.names.Of(r.Owner)}, {"tags", "Tags", strings.Join(r.Tags, ", ")}}
}

func decisionParts(d core.Decision) []part {
	out := []part{{"title", "What is decided", d.Title}, {"context", "Context", d.Context}, {"drivers", "What speaks for a choice", strings.Join(d.Drivers, "\n")}}
	for i := range mostOptions {
		o := core.Option{}
		if i < len(d.Options) {
			o = d.Options[i]
		}
		n := fmt.Sprintf("Option %d", i+1)
		out = append(out, part{optionField(i, "title"), n, o.Title}, part{optionField(i, "good"), n + ", for it", o.Good}, part{optionField(i, "bad"), n + ", against it", o.Bad})
	}
	return append(out, part{"outcome", "Outcome", d.Outcome}, part{"consequences", "Consequences", d.Consequences}, part{"confirmation", "How one sees that it is followed", d.Confirmation})
}
