package thread

import (
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// findConflict lays an edit that met a newer requirement beside it.
func (v *requirementView) findConflict() *look.ConflictView {
	if !v.r.Stale("edit") {
		return nil
	}
	theirs, ok := v.r.Failed.Theirs.(core.Requirement)
	if !ok {
		return nil
	}
	was := kit.AsRead[core.Requirement](v.r, theirs.ID)
	fields := []look.ConflictField{{Name: "statement", Label: "The need", Base: was.Statement, Theirs: theirs.Statement},
		{Name: "kind", Label: "Kind", Base: string(was.Kind), Theirs: string(theirs.Kind), Options: options(core.KindWords)},
		{Name: "priority", Label: "Priority", Base: string(was.Priority), Theirs: string(theirs.Priority), Options: options(core.PriorityWords)}}
	fields = append(fields, kit.MeasureConflict(was.Measure, theirs.Measure)...)
	fields = append(fields, look.ConflictField{Name: "group", Label: "The customer’s own heading", Base: was.Grouping, Theirs: theirs.Grouping})
	return v.r.Lay(v.r.Conflict(v.line.Key, theirs.ID, "edit", path(v.r)+"/edit", theirs.Revision), "edit", fields)
}
