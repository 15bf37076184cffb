package discovery

import (
	core "throughline/internal/discovery"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// met gives the three versions of a thing when an edit of the form met a newer one.
func met[T any](r *kit.Request, form string) (base, theirs, yours T, ok bool) {
	p := r.Failed
	if p == nil || p.Kind != problem.Stale || r.FormValue("form") != form {
		return base, theirs, yours, false
	}
	theirs, ok = p.Theirs.(T)
	yours, both := p.Yours.(T)
	base, _ = p.Base.(T)
	return base, theirs, yours, ok && both
}

// factConflict lays an edit that met a newer fact beside it.
func (v *room) factConflict() *look.ConflictView {
	form := "edit-" + v.r.PathValue("id")
	base, theirs, yours, ok := met[core.Fact](v.r, form)
	if !ok {
		return nil
	}
	out := v.r.Conflict("this fact", theirs.ID, form, v.path("/facts/"+theirs.ID+"/edit"), theirs.Revision)
	for _, f := range []struct {
		name, label string
		of          func(core.Fact) string
	}{
		{"name", "What it tells of", func(f core.Fact) string { return f.Name }}, {"value", "Value", func(f core.Fact) string { return f.Value }},
		{"unit", "Unit", func(f core.Fact) string { return f.Unit }}, {"valid_until", "Holds until", func(f core.Fact) string { return string(f.ValidUntil) }},
	} {
		out.Fields = append(out.Fields, look.ConflictField{Name: f.name, Label: f.label, Base: f.of(base), Theirs: f.of(theirs), Yours: f.of(yours)})
	}
	out.Hidden = append(out.Hidden, look.Hidden{Name: "said_by", Value: yours.SaidBy})
	return out
}

// noteConflict lays an edit that met a newer note beside it.
func (v *room) noteConflict() *look.ConflictView {
	form := "note-" + v.r.PathValue("id")
	base, theirs, yours, ok := met[core.Note](v.r, form)
	if !ok {
		return nil
	}
	out := v.r.Conflict("this note", theirs.ID, form, v.path("/notes/"+theirs.ID+"/edit"), theirs.Revision)
	out.Fields = []look.ConflictField{{Name: "words", Label: "What was said or seen", Base: base.Words.String(), Theirs: theirs.Words.String(), Yours: yours.Words.String()},
		{Name: "source", Label: "Where from", Base: base.Source, Theirs: theirs.Source, Yours: yours.Source}}
	out.Hidden = append(out.Hidden, look.Hidden{Name: "element", Value: string(yours.Element)}, look.Hidden{Name: "sort", Value: yours.Sort},
		look.Hidden{Name: "contact", Value: yours.Contact}, look.Hidden{Name: "call", Value: yours.Call})
	return out
}
