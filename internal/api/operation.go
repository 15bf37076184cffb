package api

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/auth"
	"throughline/internal/journal"
)

// op is one operation's line: where, what it says it does, and what it takes to do it.
type op struct {
	path    string // "/deals/{deal}/requirements"; with {deal} a deal's prefix, with {id} a key or id
	summary string
	needs   auth.Permission
}

// Done is the answer to an act: what is there now, and the act's id, which undo takes.
type Done[T any] struct {
	Act    string `json:"act"`
	Result T      `json:"result"`
}

// Page is one page of a list; Next is the cursor of the next one, empty at the end.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

type answer[T any] struct {
	ETag string `header:"ETag"`
	Body T
}

// read declares a GET of one thing or a whole small list.
func read[Out any](s *server, o op, do func(ctx context.Context, c *caller) (Out, error)) {
	get[Out](s, o, func(ctx context.Context, c *caller, _ query) (Out, error) { return do(ctx, c) })
}

// Query is what a list can be asked with. It is exported because huma fills no fields of an
// embedded struct that is not.
type Query struct {
	After string `query:"after" doc:"The cursor that the page before gave as next."`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	AsOf  string `query:"as_of" doc:"A past moment: 2026-11-25 or 2026-11-25T09:30:00Z."`
	Words string `query:"words"`
	// Kind and Person narrow a list that has such lines.
	Kind   string `query:"kind"`
	Person string `query:"person" doc:"A person's id."`
}

type query = Query

func get[Out any](s *server, o op, do func(ctx context.Context, c *caller, q query) (Out, error)) {
	run := func(ctx context.Context, deal, id string, q query) (*answer[Out], error) {
		c := callerOf(ctx)
		c.ID = id
		if err := c.enter(ctx, o.needs, deal); err != nil {
			return nil, explain(err)
		}
		out, err := do(ctx, c, q)
		if err != nil {
			return nil, explain(err)
		}
		return &answer[Out]{ETag: etag(out), Body: out}, nil
	}
	operation := s.declare(http.MethodGet, o)
	switch shape(o.path) {
	case "deal/id":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			Deal string `path:"deal"`
			ID   string `path:"id"`
			Query
		}) (*answer[Out], error) {
			return run(ctx, in.Deal, in.ID, in.Query)
		})
	case "deal":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			Deal string `path:"deal"`
			Query
		}) (*answer[Out], error) {
			return run(ctx, in.Deal, "", in.Query)
		})
	case "id":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			ID string `path:"id"`
			Query
		}) (*answer[Out], error) {
			return run(ctx, "", in.ID, in.Query)
		})
	default:
		huma.Register(s.api, operation, func(ctx context.Context, in *struct{ Query }) (*answer[Out], error) {
			return run(ctx, "", "", in.Query)
		})
	}
}

// act declares a POST that makes something new or moves something on: name is the act's name in
// the journal. The function gets the act's own input struct, decoded from the body.
func act[In, Out any](s *server, o op, name string, do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) {
	write(s, http.MethodPost, o, name, false, do)
}

// edit declares a PUT over a thing, which names the revision it read in If-Match.
func edit[In, Out any](s *server, o op, name string, do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) {
	write(s, http.MethodPut, o, name, true, do)
}

func write[In, Out any](s *server, method string, o op, name string, guarded bool, do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) {
	run := func(ctx context.Context, deal, id, match string, in In) (*answer[Done[Out]], error) {
		c := callerOf(ctx)
		c.ID = id
		if err := c.enter(ctx, o.needs, deal); err != nil {
			return nil, explain(err)
		}
		c.Revision = revision(match)
		if guarded && c.Revision == 0 {
			return nil, explain(errNoRevision)
		}
		var out Out
		receipt, err := s.house.Journal.Write(ctx, c.actor(), name, func(ctx context.Context, tx *journal.Tx) (err error) {
			out, err = do(ctx, tx, c, in)
			return err
		})
		if err != nil {
			return nil, explain(err)
		}
		return &answer[Done[Out]]{ETag: etag(out), Body: Done[Out]{receipt.Act, out}}, nil
	}
	operation := s.declare(method, o)
	switch shape(o.path) {
	case "deal/id":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			Deal  string `path:"deal"`
			ID    string `path:"id"`
			Match string `header:"If-Match"`
			Body  In
		}) (*answer[Done[Out]], error) {
			return run(ctx, in.Deal, in.ID, in.Match, in.Body)
		})
	case "deal":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			Deal  string `path:"deal"`
			Match string `header:"If-Match"`
			Body  In
		}) (*answer[Done[Out]], error) {
			return run(ctx, in.Deal, "", in.Match, in.Body)
		})
	case "id":
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			ID    string `path:"id"`
			Match string `header:"If-Match"`
			Body  In
		}) (*answer[Done[Out]], error) {
			return run(ctx, "", in.ID, in.Match, in.Body)
		})
	default:
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			Match string `header:"If-Match"`
			Body  In
		}) (*answer[Done[Out]], error) {
			return run(ctx, "", "", in.Match, in.Body)
		})
	}
}

// shape says which of {deal} and {id} a path names.
func shape(path string) string {
	deal, id := strings.Contains(path, "{deal}"), strings.Contains(path, "{id}")
	switch {
	case deal && id:
		return "deal/id"
	case deal:
		return "deal"
	case id:
		return "id"
	}
	return ""
}

func (s *server) declare(method string, o op) huma.Operation {
	s.needs = append(s.needs, Need{Method: method, Path: o.path, Permission: string(o.needs)})
	return huma.Operation{OperationID: operationID(method, o.path), Method: method, Path: o.path, Summary: o.summary, Tags: []string{tag(o.path)}}
}

func operationID(method, path string) string {
	return strings.ToLower(method) + strings.NewReplacer("/", "-", "{", "", "}", "").Replace(path)
}

// tag is the word of the path that says which area it is.
func tag(path string) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	if parts[0] == "deals" && len(parts) > 2 {
		return parts[2]
	}
	return parts[0]
}

// etag is the revision of a kept thing, quoted; nothing for anything else.
func etag(v any) string {
	if t, ok := v.(interface{ Head() *journal.Row }); ok {
		return strconv.Quote(strconv.FormatInt(t.Head().Revision, 10))
	}
	return ""
}

// revision reads If-Match: "3"; 0 for none.
func revision(match string) int64 {
	n, err := strconv.ParseInt(strings.Trim(strings.TrimPrefix(match, "W/"), `"`), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
