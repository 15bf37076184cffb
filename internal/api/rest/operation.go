package rest

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

// Op is one operation's line: where, what it says it does, and what it takes to do it.
type Op struct {
	Path    string // "/deals/{deal}/requirements"; with {deal} a deal's prefix, with {id} a key or id
	Summary string
	Needs   auth.Permission
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

func (p Page[T]) page() (items any, next string) { return p.Items, p.Next }

func (p Page[T]) part(q Query) any {
	items, next := Cut(p.Items, q)
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
	// Week is a day of the week that is asked for.
	Week string
	// Why is a request about which reasons are asked for; Anew asks as if no plan stood.
	Why  string
	Anew bool
}

// Cut is a page of a list that is at hand whole, with the cursor of the next: how many lie before it.
func Cut[T any](all []T, q Query) ([]T, string) {
	skip, _ := strconv.Atoi(q.After) // a cursor of ours or the beginning
	all = all[min(max(skip, 0), len(all)):]
	if len(all) > q.Limit {
		return all[:q.Limit], strconv.Itoa(max(skip, 0) + q.Limit)
	}
	return all, ""
}

// Read declares a GET of one thing, or of a list that is at hand whole and answered page by page.
func Read[Out any](s *Server, o Op, do func(ctx context.Context, c *Caller) (Out, error)) {
	s.handle(http.MethodGet, o, nil, reflect.TypeFor[Out](), func(ctx context.Context, c *Caller, r request) (any, error) {
		q, err := r.query()
		if err != nil {
			return nil, err
		}
		out, err := do(ctx, c)
		if p, ok := any(out).(interface{ part(Query) any }); ok && err == nil {
			return p.part(q), nil
		}
		return out, err
	})
}

// Get declares a GET that can be asked for a page, a past moment, or by words.
func Get[Out any](s *Server, o Op, do func(ctx context.Context, c *Caller, q Query) (Out, error)) {
	s.handle(http.MethodGet, o, nil, reflect.TypeFor[Out](), func(ctx context.Context, c *Caller, r request) (any, error) {
		q, err := r.query()
		if err != nil {
			return nil, err
		}
		return do(ctx, c, q)
	})
}

// Act declares a POST that makes something new or moves something on: name is the act's name in
// the journal. The function gets the act's own input struct, decoded from the body.
func Act[In, Out any](s *Server, o Op, name string, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) {
	write(s, http.MethodPost, o, name, false, do)
}

// Edit declares a PUT over a thing, which names the revision it read in If-Match.
func Edit[In, Out any](s *Server, o Op, name string, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) {
	write(s, http.MethodPut, o, name, true, do)
}

// Move declares a POST that moves a thing on, which names the revision it read in If-Match.
func Move[In, Out any](s *Server, o Op, name string, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) {
	write(s, http.MethodPost, o, name, true, do)
}

func write[In, Out any](s *Server, method string, o Op, name string, guarded bool, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) {
	s.handle(method, o, reflect.TypeFor[In](), reflect.TypeFor[Done[Out]](), writing(s, name, guarded, do))
}

// writing is an act of the journal, as an operation does it.
func writing[In, Out any](s *Server, name string, guarded bool, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error)) func(context.Context, *Caller, request) (any, error) {
	return func(ctx context.Context, c *Caller, r request) (any, error) {
		if guarded && c.Revision == 0 {
			return nil, errNoRevision
		}
		var in In
		if err := r.decode(&in); err != nil {
			return nil, err
		}
		var out Out
		receipt, err := s.House.Journal.Write(ctx, c.Actor(), name, func(ctx context.Context, tx *journal.Tx) (err error) {
			out, err = do(ctx, tx, c, in)
			return err
		})
		return Done[Out]{receipt.Act, out}, err
	}
}

// EditThen is Edit with what follows once it stands.
func EditThen[In, Out any](s *Server, o Op, name string, do func(ctx context.Context, tx *journal.Tx, c *Caller, in In) (Out, error), then func(ctx context.Context, c *Caller)) {
	change := writing(s, name, true, do)
	s.handle(http.MethodPut, o, reflect.TypeFor[In](), reflect.TypeFor[Done[Out]](), func(ctx context.Context, c *Caller, r request) (any, error) {
		out, err := change(ctx, c, r)
		if err == nil {
			then(ctx, c)
		}
		return out, err
	})
}

// Beside declares a POST that is no act of the journal by itself: what is seen, passwords, whole
// workspaces, undo.
func Beside[In, Out any](s *Server, o Op, do func(ctx context.Context, c *Caller, in In) (Out, error)) {
	s.handle(http.MethodPost, o, reflect.TypeFor[In](), reflect.TypeFor[Out](), func(ctx context.Context, c *Caller, r request) (any, error) {
		var in In
		if err := r.decode(&in); err != nil {
			return nil, err
		}
		return do(ctx, c, in)
	})
}

// Said is an answer that says nothing but that it was done.
type Said struct {
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

// Bodies are the operations that take more than 1 MB, by path, in bytes.
var Bodies = map[string]int64{}

func (s *Server) declare(method string, o Op) huma.Operation {
	s.needs = append(s.needs, Need{Method: method, Path: o.Path, Permission: string(o.Needs)})
	return huma.Operation{OperationID: operationID(method, o.Path), Method: method, Path: o.Path, Summary: o.Summary, Tags: []string{tag(o.Path)}, MaxBodyBytes: Bodies[o.Path]}
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
