package kit

import (
	"fmt"
	"strconv"

	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/look"
)

// Conflict begins the view of an edit that met a newer version of a thing: it says who wrote
// meanwhile and when. what names the thing inside a sentence; revision is the one that now stands.
func (r *Request) Conflict(what, thing, form, action string, revision int64) *look.ConflictView {
	c := &look.ConflictView{Words: Sentence(what) + " was changed while you were writing.", Action: action, Revision: strconv.FormatInt(revision, 10),
		Hidden: []look.Hidden{{Name: "form", Value: form}}}
	last, err := journal.OfThing(r.Ctx(), r.Reader, thing, journal.End, 1)
	if err != nil {
		r.Site.Log.Warn("who changed it could not be read", "error", err)
	}
	names, err := r.Names()
	if err != nil {
		r.Site.Log.Warn("who changed it has no name", "error", err)
	}
	if len(last) > 0 {
		c.Who, c.When = look.Person{Name: names.Of(last[0].Actor)}, r.Moment(last[0].At)
		c.Words = fmt.Sprintf("%s changed %s while you were writing.", c.Who.Name, what)
	}
	return c
}

// AsRead is a thing at the revision that its form was drawn with; nothing, where that cannot be rebuilt.
func AsRead[T any](r *Request, id string) T {
	n, _ := strconv.ParseInt(r.FormValue("revision"), 10, 64) // 0 finds nothing, and nothing is shown as the base
	was, err := journal.AtRevision[T](r.Ctx(), r.Reader, id, n)
	if err != nil {
		r.Site.Log.Warn("the revision that was read could not be rebuilt", "error", err)
	}
	return was
}

// Stale says whether a form of that name met a newer version of its thing.
func (r *Request) Stale(form string) bool {
	return r.Failed != nil && r.Failed.Kind == problem.Stale && r.FormValue("form") == form
}

// Lay puts what was typed beside what was read and what came between; yours may be given where
// it does not read as it was typed. A field with options is a choice. Lists of the form, such
// as ticks, go along as they were chosen.
func (r *Request) Lay(c *look.ConflictView, form string, fields []look.ConflictField, lists ...string) *look.ConflictView {
	names, err := r.Names()
	if err != nil {
		r.Site.Log.Warn("the people of a conflict have no names", "error", err)
	}
	for _, f := range fields {
		if f.Yours == "" {
			f.Yours = r.Value(form, f.Name, "")
		}
		if f.Options != nil {
			f = Choice(f, f.Options, names)
		}
		c.Fields = append(c.Fields, f)
	}
	for _, l := range lists {
		for _, x := range r.Typed(form, l, nil) {
			c.Hidden = append(c.Hidden, look.Hidden{Name: l, Value: x})
		}
	}
	return c
}

// Choice is a field of a conflict that is chosen from options. Whatever is chosen and is no longer
// offered stays among them.
func Choice(f look.ConflictField, options []look.Option, names area.Names) look.ConflictField {
	f.Options = Standing(options, names, f.Base, f.Theirs, f.Yours)
	return f
}
