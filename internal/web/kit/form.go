package kit

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"throughline/internal/blob"
	"throughline/internal/problem"
	"throughline/internal/web/look"
)

// Value is what stands in a field: what was typed when a form is drawn again, else what is kept.
// form is the form's name, sent as a hidden field of that name, so that two forms of one page
// do not take each other's words.
func (r *Request) Value(form, field, kept string) string {
	if r.Failed != nil && r.typed.Get("form") == form {
		if v, ok := r.typed[field]; ok {
			return v[0]
		}
		return ""
	}
	return kept
}

// Typed are all values of a field that was typed, when its form is drawn again.
func (r *Request) Typed(form, field string, kept []string) []string {
	if r.Failed != nil && r.typed.Get("form") == form {
		return r.typed[field]
	}
	return kept
}

// Faults are the errors of a form that is drawn again.
func (r *Request) Faults(form string) look.FieldErrors {
	if r.Failed == nil || r.typed.Get("form") != form {
		return nil
	}
	var out look.FieldErrors
	for _, f := range r.Failed.Fields {
		out = append(out, look.FieldError{Field: f.Name, Words: f.What})
	}
	if len(out) == 0 {
		out = append(out, look.FieldError{Words: r.Failed.What})
	}
	return out
}

// Open says whether a form is to be shown open: asked for by ?form=name, or drawn again.
func (r *Request) Open(form string) bool {
	return r.URL.Query().Get("form") == form || r.Failed != nil && r.typed.Get("form") == form
}

// Field is a field of a form with its value and fault filled in.
func (r *Request) Field(form string, f look.Field, kept string) look.Field {
	f.Value = r.Value(form, f.Name, kept)
	f.Error = r.Faults(form).Of(f.Name)
	return f
}

// FormView is the frame of a form by that name: where it goes, its name, its draft, its faults.
func (r *Request) FormView(form, action, verb string, revision int64) look.FormView {
	v := look.FormView{Action: action, Draft: form + " " + action, Hidden: []look.Hidden{{Name: "form", Value: form}}, Errors: r.Faults(form),
		Save: look.Act{Label: verb}, Cancel: r.page()}
	if revision > 0 {
		v.Revision = strconv.FormatInt(revision, 10)
	}
	return v
}

// page is the path of the page that a form stands on, also where the form was sent and came back.
func (r *Request) page() string {
	if r.Method == http.MethodGet {
		return r.URL.Path
	}
	if u, err := url.Parse(r.Referer()); err == nil && strings.HasPrefix(u.Path, "/") && !strings.HasPrefix(u.Path, "//") {
		return u.Path
	}
	return r.URL.Path
}

// Upload opens a file of the form; ok is false when none was given.
func (r *Request) Upload(field string) (multipart.File, *multipart.FileHeader, bool) {
	f, h, err := r.FormFile(field)
	if err != nil || h.Size == 0 {
		return nil, nil, false
	}
	return f, h, true
}

// Keep keeps a file of the form among the house's files; a zero File when none was given.
func (r *Request) Keep(field string) (blob.File, error) {
	f, h, ok := r.Upload(field)
	if !ok {
		return blob.File{}, nil
	}
	defer f.Close()
	kept, err := r.House.Files.In(r.Home.ID).Put(r.Ctx(), h.Filename, f)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return blob.File{}, problem.New(problem.Invalid, "The file did not arrive whole. Send it again.")
	}
	return kept, err
}
