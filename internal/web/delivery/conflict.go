package delivery

import (
	"fmt"

	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/look"
)

// taskConflict lays an edit that met a newer task beside it.
func (v *view) taskConflict() *look.ConflictView {
	p := v.r.Failed
	if p == nil || p.Kind != problem.Stale || v.r.Value("edit-task", "form", "") == "" {
		return nil
	}
	theirs, ok := p.Theirs.(core.Task)
	if !ok {
		return nil
	}
	yours, _ := p.Yours.(core.Task)
	base := atRevision[core.Task](v, yours.ID, yours.Revision)
	out := v.conflict(theirs.ID, theirs.Key(), "tasks/"+theirs.ID+"/edit", "edit-task", theirs.Revision)
	row := func(name, label string, of func(core.Task) string) {
		out.Fields = append(out.Fields, look.ConflictField{Name: name, Label: label, Base: of(base), Theirs: of(theirs), Yours: of(yours)})
	}
	row("title", "What is done", func(t core.Task) string { return t.Title })
	row("party", "Whose task", func(t core.Task) string { return t.Party })
	row("start", "Starts", func(t core.Task) string { return string(t.StartOn) })
	row("due", "Due", func(t core.Task) string { return string(t.DueOn) })
	row("tracker", "Key in another tracker", func(t core.Task) string { return t.Tracker })
	row("waits", "After which tasks", func(t core.Task) string { keys, _ := v.waitsFor(t); return listed(keys) })
	out.Hidden = append(out.Hidden, look.Hidden{Name: "owner", Value: yours.Owner})
	if yours.State == core.TaskStarted {
		out.Hidden = append(out.Hidden, look.Hidden{Name: "started", Value: "on"})
	}
	return out
}

// checkConflict lays an edit that met a newer check beside it.
func (v *view) checkConflict() *look.ConflictView {
	p := v.r.Failed
	if p == nil || p.Kind != problem.Stale || v.r.Value("edit-check", "form", "") == "" {
		return nil
	}
	theirs, ok := p.Theirs.(core.Check)
	if !ok {
		return nil
	}
	yours, _ := p.Yours.(core.Check)
	base := atRevision[core.Check](v, yours.ID, yours.Revision)
	out := v.conflict(theirs.ID, theirs.Key(), "checks/"+theirs.ID+"/edit", "edit-check", theirs.Revision)
	row := func(name, label string, of func(core.Check) string) {
		out.Fields = append(out.Fields, look.ConflictField{Name: name, Label: label, Base: of(base), Theirs: of(theirs), Yours: of(yours)})
	}
	row("title", "What is checked", func(k core.Check) string { return k.Title })
	row("method", "How it is taken", func(k core.Check) string { return k.Method })
	for _, f := range []struct{ name, label string }{{"measure.metric", "What is measured"}, {"measure.comparison", "Must be"}, {"measure.target", "Target"}, {"measure.unit", "Unit"}} {
		row(f.name, f.label, func(k core.Check) string { return measurePart(k.Measure, f.name) })
	}
	out.Hidden = append(out.Hidden, look.Hidden{Name: "who", Value: yours.Who})
	return out
}

func measurePart(m *thread.Measure, name string) string {
	if m == nil {
		return ""
	}
	return map[string]string{"measure.metric": m.Metric, "measure.comparison": m.Comparison, "measure.target": thread.Number(m.Target), "measure.unit": m.Unit}[name]
}

// conflict says who changed the thing while it was being written.
func (v *view) conflict(id, key, action, form string, revision int64) *look.ConflictView {
	out := &look.ConflictView{Words: key + " was changed while you were writing.", Action: v.path(action), Revision: fmt.Sprint(revision), Hidden: []look.Hidden{{Name: "form", Value: form}}}
	last, err := journal.OfThing(v.r.Ctx(), v.r.Reader, id, journal.End, 1)
	if err != nil {
		v.r.Site.Log.Warn("who changed it could not be read", "error", err)
	}
	if len(last) > 0 {
		out.Who, out.When = look.Person{Name: v.names.Of(last[0].Actor)}, v.r.Moment(last[0].At)
		out.Words = fmt.Sprintf("%s changed %s while you were writing.", out.Who.Name, key)
	}
	return out
}

// atRevision is a thing as the person had read it.
func atRevision[T any](v *view, id string, revision int64) T {
	base, err := journal.AtRevision[T](v.r.Ctx(), v.r.Reader, id, revision)
	if err != nil {
		v.r.Site.Log.Warn("the revision that was read could not be rebuilt", "error", err)
	}
	return base
}
