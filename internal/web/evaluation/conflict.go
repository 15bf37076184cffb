package evaluation

import (
	"fmt"

	core "throughline/internal/evaluation"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// stale says whether the form's write met a newer version of the thing.
func (v *view) stale(form, id string) bool {
	return v.at == id && v.r.Stale(form)
}

func (v *view) evaluationConflict(e core.Evaluation) *look.ConflictView {
	if !v.stale("edit", e.ID) || v.name != evaluationsView {
		return nil
	}
	v.drawn["edit"] = true
	was := kit.AsRead[core.Evaluation](v.r, e.ID)
	return v.r.Lay(v.r.Conflict(e.Title, e.ID, "edit", v.path("evaluations/"+e.ID+"/edit"), e.Revision), "edit", []look.ConflictField{
		{Name: "title", Label: "What it is called", Base: was.Title, Theirs: e.Title}, {Name: "kind", Label: "Kind", Base: was.Kind, Theirs: e.Kind, Options: kindOptions()},
		{Name: "decision", Label: "What the customer can decide afterwards", Base: was.Decision, Theirs: e.Decision}, {Name: "scope", Label: "In scope", Base: was.Scope, Theirs: e.Scope},
		{Name: "out_of_scope", Label: "Out of scope", Base: was.OutOfScope, Theirs: e.OutOfScope}, {Name: "from", Label: "Begins", Base: string(was.From), Theirs: string(e.From)},
		{Name: "to", Label: "Ends", Base: string(was.To), Theirs: string(e.To)}, {Name: "environment", Label: "Environment", Base: environmentText(was), Theirs: environmentText(e)},
		{Name: "entry", Label: "What must be done before it begins", Base: entryText(was), Theirs: entryText(e)}, {Name: "owner", Label: "Owner", Base: was.Owner, Theirs: e.Owner, Options: v.ours().Options(was.Owner, e.Owner)},
	})
}

func (v *view) criterionConflict(c core.Criterion) *look.ConflictView {
	const form = "edit-criterion"
	if !v.stale(form, c.ID) {
		return nil
	}
	v.drawn[form] = true
	was := kit.AsRead[core.Criterion](v.r, c.ID)
	fields := []look.ConflictField{
		{Name: "requirement", Label: "From requirement", Base: was.Requirement, Theirs: c.Requirement, Options: v.requirementOptions("None: a test of its own")},
		{Name: "statement", Label: "What is tested", Base: was.Statement, Theirs: c.Statement}, {Name: "method", Label: "How it is tested", Base: was.Method, Theirs: c.Method},
		{Name: "weight", Label: "Weight", Base: fmt.Sprint(was.Weight), Theirs: fmt.Sprint(c.Weight), Options: weights()},
		{Name: "must", Label: "A must", Base: fmt.Sprint(was.Must), Theirs: fmt.Sprint(c.Must), Options: mustOptions(false)},
		{Name: "run_by", Label: "Who runs it", Base: was.RunBy, Theirs: c.RunBy, Options: look.WithNone("Nobody yet", v.everyone().Options(was.RunBy, c.RunBy))},
	}
	fields = append(fields, kit.MeasureConflict(was.Measure, c.Measure)...)
	return v.r.Lay(v.r.Conflict(c.Key(), c.ID, form, v.path("criteria/"+c.ID+"/edit"), c.Revision), form, fields, "judged")
}
