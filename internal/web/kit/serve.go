package kit

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// small is the largest form without files, in bytes.
const small = 1 << 20

// serve runs one route: who asks, may they, the form, the act, and what to say when it fails.
func (s *Site) serve(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, hr *http.Request) {
		r := &Request{Request: hr, Site: s, House: s.House, w: w}
		if route.Secret {
			w.Header().Set("Referrer-Policy", "no-referrer")
			w.Header().Set("X-Robots-Tag", "noindex, nofollow, noarchive")
		}
		err := r.prepare(route) //nolint:contextcheck // r carries the request's context
		if err == nil {
			err = route.Do(r)
		}
		if err != nil {
			r.fail(route, err) //nolint:contextcheck // r carries the request's context
		}
	})
}

func (r *Request) prepare(route Route) error {
	limit := int64(small)
	if route.Large {
		limit = r.Site.Upload + small
	}
	r.Body = http.MaxBytesReader(r.w, r.Body, limit)
	if err := r.who(); err != nil {
		return err
	}
	if route.Needs != "" {
		if r.Person.ID == "" {
			return r.signedOut()
		}
		if r.Request.PathValue("deal") != "" {
			if err := r.loadDeal(); err != nil {
				return err
			}
		}
		if err := auth.May(r.Person.Role, route.Needs); err != nil {
			return r.naming(err, route.Needs)
		}
	}
	if r.Method == http.MethodPost {
		return r.readForm(route.Large)
	}
	return nil
}

// who reads the session; a person who left or a workspace that went is signed out.
func (r *Request) who() error {
	workspace := r.Site.Sessions.GetString(r.Ctx(), "workspace")
	person := r.Site.Sessions.GetString(r.Ctx(), "person")
	if workspace == "" || person == "" {
		return nil
	}
	r.Reader = r.House.Journal.Reader(workspace)
	home, err := account.Home(r.Ctx(), r.Reader)
	if problem.Of(err) == problem.Missing {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := journal.Load[auth.Person](r.Ctx(), r.Reader, person)
	if problem.Of(err) == problem.Missing || err == nil && !p.Active {
		return nil
	}
	r.Home, r.Person = home, p
	return err
}

func (r *Request) loadDeal() error {
	d, err := account.ByPrefix(r.Ctx(), r.Reader, r.Request.PathValue("deal"))
	if err != nil {
		return err
	}
	r.Deal = &d
	return nil
}

func (r *Request) readForm(large bool) error {
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(8 << 20)
	} else {
		err = r.ParseForm()
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		if large {
			return problem.New(problem.Invalid, "The file is larger than %d MB. Nothing was taken in. Send a smaller one; an export of a CRM of any size goes in by the command line.", r.Site.Upload>>20)
		}
		return problem.New(problem.Invalid, "The form is larger than 1 MB. Nothing was saved.")
	}
	if err != nil {
		return problem.New(problem.Invalid, "The form could not be read: %v. Nothing was saved.", err)
	}
	r.typed = r.PostForm
	resolve(r.typed)
	return nil
}

// resolve puts the version that a person chose of a conflict (look.Conflict) into its fields:
// mine or theirs; what was written anew stands in them already.
func resolve(form url.Values) {
	choice := form.Get("resolve")
	if choice != "mine" && choice != "theirs" {
		return
	}
	for name, values := range form {
		if field, ok := strings.CutSuffix(name, "."+choice); ok {
			form[field] = values
		}
	}
}

// statuses gives each kind of problem its answer on a page. A stale write is 409 here and 412
// in the API.
var statuses = map[problem.Kind]int{problem.Invalid: 422, problem.SignedOut: 401, problem.Forbidden: 403, problem.Missing: 404,
	problem.Stale: 409, problem.Refused: 409, problem.Busy: 503, problem.Upstream: 502, problem.Internal: 500}

// fail draws the page again with the person's words, or a page of the error's own.
func (r *Request) fail(route Route, err error) {
	kind := problem.Of(err)
	p := problem.As(err)
	path := r.URL.Path
	if route.Secret {
		path = route.Path
	}
	if kind == problem.Internal {
		name := id.New(r.Ctx())
		r.Site.Log.Error("request failed", "reference", name, "method", r.Method, "path", path, "error", err)
		p = problem.New(problem.Internal, "Something went wrong on our side. Nothing was saved. Tell your administrator this reference: %s.", name)
	} else if p.Cause != nil {
		r.Site.Log.Warn("request failed", "method", r.Method, "path", path, "error", p.Cause)
	}
	r.status = statuses[kind]
	if kind == problem.SignedOut && r.Method == http.MethodGet && route.Needs != "" {
		_ = r.Go("/sign-in?next=" + url.QueryEscape(r.URL.RequestURI()))
		return
	}
	unread := r.Method == http.MethodPost && r.typed == nil // nothing to draw again: the page would say nothing of it
	if route.Page != nil && !unread && (r.Person.ID != "" || route.Needs == "") && kind != problem.Missing {
		r.Failed = p
		if err := route.Page(r); err == nil {
			return
		}
	}
	if drawErr := r.Draw(failurePage(r, p)); drawErr != nil {
		r.Site.Log.Error("the error page failed", "error", drawErr)
		http.Error(r.w, p.What, r.status)
	}
}
