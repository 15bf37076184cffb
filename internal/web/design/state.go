package design

import (
	"net/url"
	"strings"

	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// The parts of the room, as the address names them.
const (
	modelPart     = "model"
	decisionsPart = "decisions"
	reviewPart    = "review"
	elsewherePart = "elsewhere"
	concernsPart  = "concerns"
)

// kept are the parts of the address that stay through acts: the part of the room, the view, what
// is picked, which list and which page of it.
var kept = []string{"part", "view", "at", "list", "page"}

// state is one of them: from the address, or from the form that was sent.
func state(r *kit.Request, name string) string {
	if r.Method == "POST" {
		return r.PostForm.Get("room." + name)
	}
	return r.URL.Query().Get(name)
}

// stay is what forms carry along, so that an act leads back to where it was done.
func stay(r *kit.Request) (out []look.Hidden) {
	for _, name := range kept {
		if v := state(r, name); v != "" {
			out = append(out, look.Hidden{Name: "room." + name, Value: v})
		}
	}
	return out
}

// address is the room as it is looked at.
func address(r *kit.Request) look.Address {
	q := url.Values{}
	for _, name := range kept {
		if v := state(r, name); v != "" {
			q.Set(name, v)
		}
	}
	return look.Address{Path: r.DealPath("design"), Query: q}
}

// at is the address with something picked, in the part of the room that holds it.
func (v *room) at(id string) string {
	a := address(v.r)
	a.Query.Del("part")
	return a.With("at", id)
}

// open is the address that opens a form on what is picked.
func (v *room) open(form string, more ...string) string {
	a := address(v.r)
	for i := 0; i+1 < len(more); i += 2 {
		a.Query.Set(more[i], more[i+1])
	}
	return a.With("form", form)
}

// form is the frame of a form of the room; leaving it leads back to the room.
func (v *room) form(name, path, verb string, revision int64, more ...look.Hidden) look.FormView {
	f := v.r.FormView(name, v.path(path), verb, revision)
	f.Hidden = append(append(f.Hidden, stay(v.r)...), more...)
	f.Cancel = address(v.r).With("form", "")
	return f
}

// post is a button that does an act of the room at once.
func (v *room) post(label, path string, more ...look.Hidden) look.Act {
	return look.Act{Label: label, Post: v.path(path), Hidden: append(stay(v.r), more...)}
}

// path is the address of an act of the room.
func (v *room) path(rest string) string { return v.r.DealPath("design/" + rest) }

// back ends an act where it was begun, with something picked if it made something.
func back(r *kit.Request, id string) error {
	a := address(r)
	if id != "" {
		a.Query.Set("at", id)
	}
	return r.Done(a.With("form", ""))
}

// lines are the words of a field that takes one thing a line.
func lines(s string) (out []string) {
	for line := range strings.Lines(strings.ReplaceAll(s, "\r", "")) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// commas are the words of a field that takes several in one line.
func commas(s string) []string { return lines(strings.ReplaceAll(s, ",", "\n")) }
