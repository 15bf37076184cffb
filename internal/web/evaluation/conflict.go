package evaluation

import (
	"fmt"
	"strconv"

	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/look"
)

// stale says whether the form's write met a newer version of the thing.
func (v *view) stale(form, id string) bool {
	return v.r.Failed != nil && v.r.Failed.Kind == problem.Stale && v.r.FormValue("form") == form && v.at == id
}

// met lays what was written beside what came between.
func (v *view) met(form, action, name string, id string, revision int64, fields []look.ConflictField) *look.ConflictView {
	v.drawn[form] = true
	c := &look.ConflictView{Words: name + " was changed while you were writing.", Action: v.path(action), Revision: strconv.FormatInt(revision, 10),
		Hidden: []look.Hidden{{Name: "form", Value: form}}, Fields: fields}
	if rows, err := journal.OfThing(v.r.Ctx(), v.r.Reader, id, journal.End, 1); err == nil && len(rows) > 0 {
		who := v.who(rows[0].Actor)
		c.Who, c.When = look.Person{Name: who}, v.r.Moment(rows[0].At)
		c.Words = fmt.Sprintf("%s changed %s while you were writing.", who, name)
	}
	return c
}

// yours is what was typed in a field.
func (v *view) yours(form, field string) string { return v.r.Value(form, field, "") }

// base is the revision that the form was drawn with.
func base[T any](v *view, id string) T {
	n, _ := strconv.ParseInt(v.r.FormValue("revision"), 10, 64) // 0 finds nothing, and nothing is shown as the base
	was, err := journal.AtRevision[T](v.r.Ctx(), v.r.Reader, id, n)
	if err != nil {
		v.r.Site.Log.Warn("the revision that was read could not be rebuilt", "error", err)
	}
	return was
}

func (v *view) evaluationConflict(e core.Evaluation) *look.ConflictView {
	if !v.stale("edit", e.ID) || v.name != evaluationsView {
		return nil
	}
	was := base[core.Evaluation](v, e.ID)
	var fields []look.ConflictField
	for _, f := range [][4]string{
		{"title", "What it is called", was.Title, e.Title}, {"kind", "Kind", was.Kind, e.Kind}, {"decision", "What the customer can decide afterwards", was.Decision, e.Decision},
		{"scope", "In scope", was.Scope, e.Scope}, {"out_of_scope", "Out of scope", was.OutOfScope, e.OutOfScope}, {"from", "Begins", string(was.From), string(e.From)},
		{"to", "Ends", string(was.To), string(e.To)}, {"environment", "Environment", environmentText(was), environmentText(e)},
		{"entry", "What must be done before it begins", entryText(was), entryText(e)}, {"owner", "Owner", was.Owner, e.Owner},
	} {
		fields = append(fields, look.ConflictField{Name: f[0], Label: f[1], Base: f[2], Theirs: f[3], Yours: v.yours("edit", f[0])})
	}
	return v.met("edit", "evaluations/"+e.ID+"/edit", e.Title, e.ID, e.Revision, fields)
}

func (v *view) criterionConflict(c core.Criterion) *look.ConflictView {
	if !v.stale("edit-criterion", c.ID) {
		return nil
	}
	was := base[core.Criterion](v, c.ID)
	wm, wc, wt, wu := measureOf(was.Measure)
	tm, tc, tt, tu := measureOf(c.Measure)
	var fields []look.ConflictField
	for _, f := range [][4]string{
		{"requirement", "Requirement", was.Requirement, c.Requirement}, {"statement", "What is tested", was.Statement, c.Statement},
		{"measure.metric", "What is measured", wm, tm}, {"measure.comparison", "Must be", wc, tc}, {"measure.target", "Target", wt, tt}, {"measure.unit", "Unit", wu, tu},
		{"method", "How it is tested", was.Method, c.Method}, {"weight", "Weight", fmt.Sprint(was.Weight), fmt.Sprint(c.Weight)},
		{"must", "A must", fmt.Sprint(was.Must), fmt.Sprint(c.Must)}, {"run_by", "Who runs it", was.RunBy, c.RunBy},
	} {
		fields = append(fields, look.ConflictField{Name: f[0], Label: f[1], Base: f[2], Theirs: f[3], Yours: v.yours("edit-criterion", f[0])})
	}
	out := v.met("edit-criterion", "criteria/"+c.ID+"/edit", c.Key(), c.ID, c.Revision, fields)
	if v.yours("edit-criterion", "judged") != "" {
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
