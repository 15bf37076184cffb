package demo

import (
	"strconv"

	"throughline/internal/answers"
	core "throughline/internal/demo"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// stale says whether the form's write met a newer version of the thing.
func (v *view) stale(form, id string) bool {
	return v.at == id && v.r.Stale(form)
}

func (v *view) demoConflict(d core.Demo) *look.ConflictView {
	if !v.stale("edit", d.ID) {
		return nil
	}
	v.drawn["edit"] = true
	was := kit.AsRead[core.Demo](v.r, d.ID)
	return v.r.Lay(v.r.Conflict(d.Title, d.ID, "edit", v.path("demos/"+d.ID+"/edit"), d.Revision), "edit", []look.ConflictField{
		{Name: "title", Label: "What it is called", Base: was.Title, Theirs: d.Title}, {Name: "kind", Label: "Kind", Base: was.Kind, Theirs: d.Kind, Options: kindOptions()},
		{Name: "held_at", Label: "When", Base: v.r.Local(was.HeldAt), Theirs: v.r.Local(d.HeldAt)},
		{Name: "minutes", Label: "Planned minutes", Base: strconv.Itoa(was.Minutes), Theirs: strconv.Itoa(d.Minutes)}, {Name: "owner", Label: "Whose demo it is", Base: was.Owner, Theirs: d.Owner, Options: v.ours().Options(was.Owner, d.Owner)},
	}, "contacts", "persons")
}

func (v *view) answerConflict(a answers.Answer) *look.ConflictView {
	if !v.stale("edit-answer", a.ID) {
		return nil
	}
	v.drawn["edit-answer"] = true
	was := kit.AsRead[answers.Answer](v.r, a.ID)
	return v.r.Lay(v.r.Conflict(a.Key(), a.ID, "edit-answer", v.path("answers/"+a.ID+"/edit"), a.Revision), "edit-answer", []look.ConflictField{
		{Name: "question", Label: "The question", Base: was.Question.String(), Theirs: a.Question.String()},
		{Name: "asked_by", Label: "Who asked", Base: was.AskedBy, Theirs: a.AskedBy, Options: look.WithNone("Nobody in particular", v.theirs().Options(was.AskedBy, a.AskedBy))}, {Name: "words", Label: "The answer", Base: was.Words, Theirs: a.Words},
		{Name: "verdict", Label: "What it says", Base: string(was.Verdict), Theirs: string(a.Verdict), Options: verdictOptions},
		{Name: "evidence", Label: "Where it can be looked up", Base: was.Evidence, Theirs: a.Evidence},
		{Name: "approver", Label: "Who approves it", Base: was.Approver, Theirs: a.Approver, Options: look.WithNone("Whoever comes first", v.ours().Options(was.Approver, a.Approver))},
	}, "requirements", "standard")
}
