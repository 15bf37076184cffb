package design

import (
	"fmt"
	"strings"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// findConflict lays an edit that met a newer version beside it. An element, a relationship and
// a decision are edited by their fields; for all else the sentence says enough.
func (v *room) findConflict() *look.ConflictView {
	if !v.r.Stale("edit") {
		return nil
	}
	switch theirs := v.r.Failed.Theirs.(type) {
	case core.Element:
		return v.conflictOf("elements", theirs.Row, v.elementParts(kit.AsRead[core.Element](v.r, theirs.ID)), v.elementParts(theirs))
	case core.Relationship:
		return v.conflictOf("relationships", theirs.Row, v.relationshipParts(kit.AsRead[core.Relationship](v.r, theirs.ID)), v.relationshipParts(theirs))
	case core.Decision:
		return v.conflictOf("decisions", theirs.Row, decisionParts(kit.AsRead[core.Decision](v.r, theirs.ID)), decisionParts(theirs), "makers")
	case core.Concern:
		return v.conflictOf("concerns", theirs.Row, concernParts(kit.AsRead[core.Concern](v.r, theirs.ID)), concernParts(theirs), "requirements")
	}
	return nil
}

// part is one field of a form with what stands in it.
type part struct{ name, label, value string }

func (v *room) conflictOf(folder string, theirs journal.Row, base, now []part, lists ...string) *look.ConflictView {
	out := v.r.Conflict(v.title(theirs.ID), theirs.ID, "edit", v.path(folder+"/"+theirs.ID+"/edit"), theirs.Revision)
	out.Hidden = append(out.Hidden, stay(v.r)...)
	var fields []look.ConflictField
	for i, p := range now { // the parts of one kind are always the same
		f := look.ConflictField{Name: p.name, Label: p.label, Base: base[i].value, Theirs: p.value}
		if p.name == "external" {
			f.Options = []look.Option{{Label: "no"}, {Value: "on", Label: "yes"}}
		}
		fields = append(fields, f)
	}
	return v.r.Lay(out, "edit", fields, lists...)
}

func (v *room) elementParts(e core.Element) []part {
	return []part{{"name", "Name", e.Name}, {"description", "What it is for", e.Description}, {"technology", "Technology", e.Technology}, {"owner", "Owner", v.names.Of(e.Owner)},
		{"tags", "Tags", strings.Join(e.Tags, ", ")}, {"group", "Group", e.Group}, {"url", "Address", e.URL}, {"external", "Not ours", look.Ticked(e.External)}}
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
