package kit

import (
	"fmt"
	"slices"
	"strconv"

	"throughline/internal/area"
	"throughline/internal/journal"
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

// Choice is a field of a conflict that is chosen from options. Whoever is chosen and is no longer
// offered keeps a name.
func Choice(f look.ConflictField, options []look.Option, names area.Names) look.ConflictField {
	f.Options = options
	for _, version := range []string{f.Base, f.Theirs, f.Yours} {
		if !slices.ContainsFunc(f.Options, func(o look.Option) bool { return o.Value == version }) {
			label := names.Of(version)
			if version == "" {
				label = "empty"
			}
			f.Options = append(slices.Clone(f.Options), look.Option{Value: version, Label: label})
		}
	}
	return f
}
