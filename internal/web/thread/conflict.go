package thread

import (
	"fmt"

	core "throughline/internal/thread"
	"throughline/internal/web/look"
)

// conflictOf lays an edit that met a newer requirement beside it.
func (v *requirementView) conflictOf() *look.ConflictView {
	theirs, ok := v.r.Failed.Theirs.(core.Requirement)
	if !ok {
		return nil
	}
	yours, _ := v.r.Failed.Yours.(core.Requirement)
	names, _ := v.r.Names()
	out := &look.ConflictView{Words: v.line.Key + " was changed while you were writing.", Action: path(v.r) + "/edit", Revision: fmt.Sprint(theirs.Revision),
		Hidden: []look.Hidden{{Name: "form", Value: "edit"}}}
	base := v.baseOf(yours.Revision)
	if len(v.revisions) > 0 {
		last := v.revisions[0]
		out.Who, out.When = look.Person{Name: names.Of(last.By)}, v.r.Moment(last.At)
		out.Words = fmt.Sprintf("%s changed %s while you were writing.", names.Of(last.By), v.line.Key)
	}
	bm, bc, bt, bu := measure(base)
	tm, tc, tt, tu := measure(theirs)
	ym, yc, yt, yu := measure(yours)
	for _, f := range [][5]string{
		{"statement", "The need", base.Statement, theirs.Statement, yours.Statement},
		{"kind", "Kind", string(base.Kind), string(theirs.Kind), string(yours.Kind)},
		{"priority", "Priority", string(base.Priority), string(theirs.Priority), string(yours.Priority)},
		{"measure.metric", "What is measured", bm, tm, ym}, {"measure.comparison", "Must be", bc, tc, yc}, {"measure.target", "Target", bt, tt, yt}, {"measure.unit", "Unit", bu, tu, yu},
		{"group", "Heading", base.Grouping, theirs.Grouping, yours.Grouping},
	} {
		out.Fields = append(out.Fields, look.ConflictField{Name: f[0], Label: f[1], Base: f[2], Theirs: f[3], Yours: f[4]})
	}
	return out
}

// baseOf is the requirement as it was at the revision that the person had read.
func (v *requirementView) baseOf(revision int64) core.Requirement {
	base, err := core.AtRevision(v.r.Ctx(), v.r.Reader, v.line.Requirement.ID, revision)
	if err != nil {
		v.r.Site.Log.Warn("the revision that was read could not be rebuilt", "error", err)
	}
	return base
}
