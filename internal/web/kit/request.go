package kit

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/a-h/templ"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Request is one request with what was worked out of it.
type Request struct {
	*http.Request
	Site   *Site
	House  *area.House
	Person auth.Person          // who is signed in; zero before
	Home   account.Workspace    // their workspace
	Deal   *account.Opportunity // of a path with {deal}
	Reader *journal.Reader
	// Failed is the problem of the POST that is being drawn again; nil otherwise.
	Failed *problem.Error

	w       http.ResponseWriter
	status  int
	receipt journal.Receipt
	typed   url.Values
	names   area.Names
}

// Ctx is the request's context.
func (r *Request) Ctx() context.Context { return r.Request.Context() }

// Actor is the signed-in person as the journal names them.
func (r *Request) Actor() journal.Actor {
	return journal.Actor{Workspace: r.Home.ID, Person: r.Person.ID, Name: r.Person.Name, Role: string(r.Person.Role)}
}

// May says whether the person's role has a permission; pages hide what it has not.
func (r *Request) May(p auth.Permission) bool { return auth.May(r.Person.Role, p) == nil }

// Zone is the person's time zone, else the workspace's.
func (r *Request) Zone() *time.Location {
	if loc, err := time.LoadLocation(r.Person.Zone); err == nil && r.Person.Zone != "" {
		return loc
	}
	return r.Home.Location()
}

// Now is the moment of the request.
func (r *Request) Now() clock.Instant { return clock.Now(r.Ctx()) }

// Today is the day it is for the workspace.
func (r *Request) Today() clock.Date { return r.Now().In(r.Home.Location()) }

// Names are the names of ours and of the deal's stakeholders, fetched once.
func (r *Request) Names() (area.Names, error) {
	if r.names == nil {
		deal := ""
		if r.Deal != nil {
			deal = r.Deal.ID
		}
		n, err := area.NamesIn(r.Ctx(), r.Reader, deal)
		if err != nil {
			return nil, err
		}
		r.names = n
	}
	return r.names, nil
}

// DealPath is the address of a page of the deal: r.DealPath("evaluation").
func (r *Request) DealPath(rest string) string {
	if rest == "" {
		return "/deals/" + r.Deal.Prefix
	}
	return "/deals/" + r.Deal.Prefix + "/" + rest
}

// Act does one act of the person and keeps its receipt for Done.
func (r *Request) Act(name string, do func(context.Context, *journal.Tx) error) error {
	receipt, err := r.House.Journal.Write(r.Ctx(), r.Actor(), name, do)
	if err == nil {
		r.receipt = receipt
	}
	return err
}

// Done leads to a page that says what was done and offers to undo it.
func (r *Request) Done(path string) error {
	if r.receipt.Act != "" {
		u, err := url.Parse(path)
		if err != nil {
			return err
		}
		q := u.Query()
		q.Set("done", r.receipt.Act)
		u.RawQuery = q.Encode()
		path = u.String()
	}
	return r.Go(path)
}

// Go leads to another page.
func (r *Request) Go(path string) error {
	http.Redirect(r.w, r.Request, path, http.StatusSeeOther)
	return nil
}

// Draw answers with a page, under the status of the problem if one is being drawn again.
func (r *Request) Draw(page templ.Component) error {
	var b bytes.Buffer
	if err := page.Render(r.Ctx(), &b); err != nil {
		return err
	}
	r.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	r.w.Header().Set("Cache-Control", "no-store")
	if r.status != 0 {
		r.w.WriteHeader(r.status)
	}
	_, err := r.w.Write(b.Bytes())
	return err
}

// DrawAs answers with a page under a status of its own.
func (r *Request) DrawAs(status int, page templ.Component) error {
	r.status = status
	return r.Draw(page)
}

// Base is the address people use, before a path: what was set, else what this request came by.
func (r *Request) Base() string {
	switch {
	case r.Site.Public != "":
		return strings.TrimSuffix(r.Site.Public, "/")
	case r.TLS != nil:
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// Writer is for answers that are no page: a file, a feed.
func (r *Request) Writer() http.ResponseWriter { return r.w }

// Session is the person's session.
func (r *Request) Session() Session { return Session{r} }

// Session reads and changes who is signed in.
type Session struct{ r *Request }

// Begin signs a person in, under a fresh token.
func (s Session) Begin(m auth.Member) error {
	if err := s.r.Site.Sessions.RenewToken(s.r.Ctx()); err != nil {
		return err
	}
	s.r.Site.Sessions.Put(s.r.Ctx(), "workspace", m.Workspace)
	s.r.Site.Sessions.Put(s.r.Ctx(), "person", m.Person)
	return nil
}

// End signs out.
func (s Session) End() error { return s.r.Site.Sessions.Destroy(s.r.Ctx()) }
