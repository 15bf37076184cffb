package api

import (
	"context"
	"net/http"
	"reflect"
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

func (d Done[T]) result() any { return d.Result }

// Page is one page of a list; Next is the cursor of the next one, empty at the end.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next"`
}

func (p Page[T]) part(q query) any {
	items, next := cut(p.Items, q)
	return Page[T]{append([]T{}, items...), next}
}

// Query is what a list can be asked with.
type Query struct {
	After string // the cursor that the page before gave as next
	Limit int    // 1 to 200
	AsOf  string // a past moment: 2026-11-25 or 2026-11-25T09:30:00Z
	Words string
	// Kind and Person narrow a list that has such lines.
	Kind   string
	Person string // a person's id
	// Phase, Win, Sort and Archived are of the list of deals.
	Phase, Win, Sort string
	Archived         bool
}

type query = Query

// cut is a page of a list that is at hand whole, with the cursor of the next: how many lie before it.
func cut[T any](all []T, q query) ([]T, string) {
	skip, _ := strconv.Atoi(q.After) // a cursor of ours or the beginning
	all = all[min(max(skip, 0), len(all)):]
	if len(all) > q.Limit {
		return all[:q.Limit], strconv.Itoa(max(skip, 0) + q.Limit)
	}
	return all, ""
}

// read declares a GET of one thing, or of a list that is at hand whole and answered page by page.
func read[Out any](s *server, o op, do func(ctx context.Context, c *caller) (Out, error)) {
	s.handle(http.MethodGet, o, nil, reflect.TypeFor[Out](), func(ctx context.Context, c *caller, r request) (any, error) {
		q, err := r.query()
		if err != nil {
			return nil, err
		}
		out, err := do(ctx, c)
		if p, ok := any(out).(interface{ part(query) any }); ok && err == nil {
			return p.part(q), nil
		}
		return out, err
	})
}

// get declares a GET that can be asked for a page, a past moment, or by words.
func get[Out any](s *server, o op, do func(ctx context.Context, c *caller, q query) (Out, error)) {
	s.handle(http.MethodGet, o, nil, reflect.TypeFor[Out](), func(ctx context.Context, c *caller, r request) (any, error) {
		q, err := r.query()
		if err != nil {
			return nil, err
		}
		return do(ctx, c, q)
	})
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
	s.handle(method, o, reflect.TypeFor[In](), reflect.TypeFor[Done[Out]](), writing(s, name, guarded, do))
}

// writing is an act of the journal, as an operation does it.
func writing[In, Out any](s *server, name string, guarded bool, do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) func(context.Context, *caller, request) (any, error) {
	return func(ctx context.Context, c *caller, r request) (any, error) {
		if guarded && c.Revision == 0 {
			return nil, errNoRevision
		}
		var in In
		if err := r.decode(&in); err != nil {
			return nil, err
		}
		var out Out
		receipt, err := s.house.Journal.Write(ctx, c.actor(), name, func(ctx context.Context, tx *journal.Tx) (err error) {
			out, err = do(ctx, tx, c, in)
			return err
		})
		return Done[Out]{receipt.Act, out}, err
	}
}

// beside declares a POST that is no act of the journal by itself: what is seen, passwords, whole
// workspaces, undo.
func beside[In, Out any](s *server, o op, do func(ctx context.Context, c *caller, in In) (Out, error)) {
	s.handle(http.MethodPost, o, reflect.TypeFor[In](), reflect.TypeFor[Out](), func(ctx context.Context, c *caller, r request) (any, error) {
		var in In
		if err := r.decode(&in); err != nil {
			return nil, err
		}
		return do(ctx, c, in)
	})
}

// said is an answer that says nothing but that it was done.
type said struct {
	Done bool `json:"done"`
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

// bodies are the operations that take more than 1 MB, by path, in bytes.
var bodies = map[string]int64{}

func (s *server) declare(method string, o op) huma.Operation {
	s.needs = append(s.needs, Need{Method: method, Path: o.path, Permission: string(o.needs)})
	return huma.Operation{OperationID: operationID(method, o.path), Method: method, Path: o.path, Summary: o.summary, Tags: []string{tag(o.path)}, MaxBodyBytes: bodies[o.path]}
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
	if d, ok := v.(interface{ result() any }); ok {
		v = d.result()
	}
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
