package evaluation

import (
	"fmt"

	core "throughline/internal/evaluation"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// stale says whether the form's write met a newer version of the thing.
func (v *view) stale(form, id string) bool {
	return v.r.Failed != nil && v.r.Failed.Kind == problem.Stale && v.r.FormValue("form") == form && v.at == id
}

// written is a field of a form with what was read, what came between and what was typed.
type written struct {
	name, label, base, theirs string
	options                   []look.Option // of a choice
}

// lay puts the versions of a form's fields beside each other.
func (v *view) lay(c *look.ConflictView, form string, fields []written) *look.ConflictView {
	v.drawn[form] = true
	for _, f := range fields {
		field := look.ConflictField{Name: f.name, Label: f.label, Base: f.base, Theirs: f.theirs, Yours: v.yours(form, f.name)}
		if f.options != nil {
			field = kit.Choice(field, f.options, v.names)
		}
		c.Fields = append(c.Fields, field)
	}
	return c
}

// yours is what was typed in a field.
func (v *view) yours(form, field string) string { return v.r.Value(form, field, "") }

func (v *view) evaluationConflict(e core.Evaluation) *look.ConflictView {
	if !v.stale("edit", e.ID) || v.name != evaluationsView {
		return nil
	}
	was := kit.AsRead[core.Evaluation](v.r, e.ID)
	return v.lay(v.r.Conflict(e.Title, e.ID, "edit", v.path("evaluations/"+e.ID+"/edit"), e.Revision), "edit", []written{
		{"title", "What it is called", was.Title, e.Title, nil}, {"kind", "Kind", was.Kind, e.Kind, kindOptions()},
		{"decision", "What the customer can decide afterwards", was.Decision, e.Decision, nil}, {"scope", "In scope", was.Scope, e.Scope, nil},
		{"out_of_scope", "Out of scope", was.OutOfScope, e.OutOfScope, nil}, {"from", "Begins", string(was.From), string(e.From), nil},
		{"to", "Ends", string(was.To), string(e.To), nil}, {"environment", "Environment", environmentText(was), environmentText(e), nil},
		{"entry", "What must be done before it begins", entryText(was), entryText(e), nil}, {"owner", "Owner", was.Owner, e.Owner, v.team("", false)},
	})
}

func (v *view) criterionConflict(c core.Criterion) *look.ConflictView {
	const form = "edit-criterion"
	if !v.stale(form, c.ID) {
		return nil
	}
	was := kit.AsRead[core.Criterion](v.r, c.ID)
	wm, wc, wt, wu := measureOf(was.Measure)
	tm, tc, tt, tu := measureOf(c.Measure)
	out := v.lay(v.r.Conflict(c.Key(), c.ID, form, v.path("criteria/"+c.ID+"/edit"), c.Revision), form, []written{
		{"requirement", "From requirement", was.Requirement, c.Requirement, v.requirementOptions("None: a test of its own")},
		{"statement", "What is tested", was.Statement, c.Statement, nil}, {"measure.metric", "What is measured", wm, tm, nil},
		{"measure.comparison", "Must be", wc, tc, comparisons()}, {"measure.target", "Target", wt, tt, nil}, {"measure.unit", "Unit", wu, tu, nil},
		{"method", "How it is tested", was.Method, c.Method, nil}, {"weight", "Weight", fmt.Sprint(was.Weight), fmt.Sprint(c.Weight), weights()},
		{"must", "A must", fmt.Sprint(was.Must), fmt.Sprint(c.Must), mustOptions(false)}, {"run_by", "Who runs it", was.RunBy, c.RunBy, v.team("Nobody yet", true)},
	})
	if v.yours(form, "judged") != "" {
		out.Hidden = append(out.Hidden, look.Hidden{Name: "judged", Value: "on"})
	}
	return out
}

// measureOf are the fields of a measure, empty where there is none.
func measureOf(m *thread.Measure) (metric, comparison, target, unit string) {
	if m == nil {
		return "", "", "", ""
	}
	return m.Metric, m.Comparison, thread.Number(m.Target), m.Unit
}
