package rest

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Caller is who asks, with what the path named.
type Caller struct {
	*Server
	auth.Member
	Reader *journal.Reader
	Deal   account.Opportunity // of a path with {deal}
	ID     string              // of a path with {id}: an id, or a key
	Form   string              // of a path with {form}: as which file
	// Revision is the one that If-Match named; 0 for a new thing.
	Revision int64
}

type callerKey struct{}

// who finds out who asks, from the token or the session.
func (s *Server) who(ctx huma.Context, next func(huma.Context)) {
	c := &Caller{Server: s}
	var err error
	if text, ok := strings.CutPrefix(ctx.Header("Authorization"), "Bearer "); ok {
		c.Member, err = auth.ByToken(ctx.Context(), s.House.Journal.DB, strings.TrimSpace(text))
	} else {
		err = c.fromSession(ctx.Context())
	}
	if err != nil {
		writeProblem(s.api, ctx, err)
		return
	}
	c.Reader = s.House.Journal.Reader(c.Workspace)
	next(huma.WithValue(ctx, callerKey{}, c))
}

func (c *Caller) fromSession(ctx context.Context) error {
	workspace, person := c.sessions.GetString(ctx, "workspace"), c.sessions.GetString(ctx, "person")
	if person == "" {
		return problem.New(problem.SignedOut, "Say who you are: send a token as 'Authorization: Bearer …', or sign in.")
	}
	p, err := journal.Load[auth.Person](ctx, c.House.Journal.Reader(workspace), person)
	if err != nil && problem.Of(err) != problem.Missing {
		return err // who asks is not known while the database is gone; signing in again would not help
	}
	if err != nil || !p.Active {
		return problem.New(problem.SignedOut, "Sign in again.")
	}
	c.Member = auth.Member{Workspace: workspace, Person: person, Name: p.Name, Role: p.Role}
	return nil
}

func callerOf(ctx context.Context) *Caller {
	c, _ := ctx.Value(callerKey{}).(*Caller)
	return c
}

// Actor is the caller as the journal names them.
func (c *Caller) Actor() journal.Actor {
	return journal.Actor{Workspace: c.Workspace, Person: c.Person, Name: c.Name, Role: string(c.Role)}
}

// Today is the day it is for the workspace.
func (c *Caller) Today(ctx context.Context) (clock.Date, error) {
	home, err := account.Home(ctx, c.Reader)
	return clock.Now(ctx).In(home.Location()), err
}

// enter checks the permission and loads the deal that the path names.
func (c *Caller) enter(ctx context.Context, needs auth.Permission, deal string) error {
	if deal != "" {
		d, err := account.ByPrefix(ctx, c.Reader, deal)
		if err != nil {
			return err
		}
		c.Deal = d
	}
	return auth.May(c.Role, needs)
}

// noSession answers when the session cannot be read.
func noSession(w http.ResponseWriter, _ *http.Request, err error) {
	p := explain(err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the client is gone when this fails
}

func denyCrossOrigin(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(http.StatusForbidden)
	_, _ = w.Write([]byte(`{"type":"about:blank","title":"Forbidden","status":403,"detail":"This request came from another site."}`))
}

// errNoRevision is a write of a thing that did not say what it read.
var errNoRevision = errors.New("no revision")
