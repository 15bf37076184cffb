package demo

import (
	"fmt"
	"strconv"

	"throughline/internal/answers"
	core "throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/look"
)

// stale says whether the form's write met a newer version of the thing.
func (v *view) stale(form, id string) bool {
	return v.r.Failed != nil && v.r.Failed.Kind == problem.Stale && v.r.FormValue("form") == form && v.at == id
}

// met lays what was written beside what came between. The lists of a form go along as they were chosen.
func (v *view) met(form, action, name, id string, revision int64, fields []look.ConflictField, lists ...string) *look.ConflictView {
	v.drawn[form] = true
	c := &look.ConflictView{Words: name + " was changed while you were writing.", Action: v.path(action), Revision: strconv.FormatInt(revision, 10),
		Hidden: []look.Hidden{{Name: "form", Value: form}}, Fields: fields}
	for i := range c.Fields {
		c.Fields[i].Yours = v.r.Value(form, c.Fields[i].Name, "")
	}
	for _, l := range lists {
		for _, x := range v.r.Typed(form, l, nil) {
			c.Hidden = append(c.Hidden, look.Hidden{Name: l, Value: x})
		}
	}
	if rows, err := journal.OfThing(v.r.Ctx(), v.r.Reader, id, journal.End, 1); err == nil && len(rows) > 0 {
		who := v.names.Of(rows[0].Actor)
		c.Who, c.When = look.Person{Name: who}, v.r.Moment(rows[0].At)
		c.Words = fmt.Sprintf("%s changed %s while you were writing.", who, name)
	}
	return c
}

// base is the revision that the form was drawn with.
func base[T any](v *view, id string) T {
	n, _ := strconv.ParseInt(v.r.FormValue("revision"), 10, 64) // 0 finds nothing, and nothing is shown as the base
	was, err := journal.AtRevision[T](v.r.Ctx(), v.r.Reader, id, n)
	if err != nil {
		v.r.Site.Log.Warn("the revision that was read could not be rebuilt", "error", err)
	}
	return was
}

func (v *view) demoConflict(d core.Demo) *look.ConflictView {
	if !v.stale("edit", d.ID) {
		return nil
	}
	was := base[core.Demo](v, d.ID)
	return v.met("edit", "demos/"+d.ID+"/edit", d.Title, d.ID, d.Revision, []look.ConflictField{
		{Name: "title", Label: "What it is called", Base: was.Title, Theirs: d.Title}, {Name: "kind", Label: "Kind", Base: was.Kind, Theirs: d.Kind},
		{Name: "held_at", Label: "When", Base: v.r.Local(was.HeldAt), Theirs: v.r.Local(d.HeldAt)}, {Name: "owner", Label: "Whose demo it is", Base: was.Owner, Theirs: d.Owner},
	}, "contacts", "persons")
}

func (v *view) answerConflict(a answers.Answer) *look.ConflictView {
	if !v.stale("edit-answer", a.ID) {
		return nil
	}
	was := base[answers.Answer](v, a.ID)
	return v.met("edit-answer", "answers/"+a.ID+"/edit", a.Key(), a.ID, a.Revision, []look.ConflictField{
		{Name: "question", Label: "The question", Base: was.Question.String(), Theirs: a.Question.String()}, {Name: "asked_by", Label: "Who asked", Base: was.AskedBy, Theirs: a.AskedBy},
		{Name: "words", Label: "The answer", Base: was.Words, Theirs: a.Words}, {Name: "verdict", Label: "What it says", Base: string(was.Verdict), Theirs: string(a.Verdict)},
		{Name: "evidence", Label: "Where it can be looked up", Base: was.Evidence, Theirs: a.Evidence}, {Name: "approver", Label: "Who approves it", Base: was.Approver, Theirs: a.Approver},
	}, "requirements", "standard")
}
