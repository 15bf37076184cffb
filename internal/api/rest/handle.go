package rest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/listing"
	"throughline/internal/problem"
)

// request is what an operation reads of the request.
type request struct {
	huma.Context
	server *Server
	input  *huma.Schema
	limit  int64
	cursor *string // where a list that is taken whole goes on; nil for a page as it was asked for
}

// handle declares an operation and serves it. The contract comes from the types of input and
// output. Operations are declared here and not through huma's generic Register, which would be
// compiled anew for each of them: that took minutes.
func (s *Server) handle(method string, o Op, in, out reflect.Type, do func(ctx context.Context, c *Caller, r request) (any, error)) {
	operation := s.declare(method, o)
	registry := s.api.OpenAPI().Components.Schemas
	operation.Parameters = parameters(method, o.Path)
	var input *huma.Schema
	if in != nil {
		input = registry.Schema(in, true, operation.OperationID+"-request")
		operation.RequestBody = &huma.RequestBody{Content: map[string]*huma.MediaType{"application/json": {Schema: input}}}
	}
	operation.Responses = map[string]*huma.Response{
		"200":     {Description: "OK", Content: map[string]*huma.MediaType{"application/json": {Schema: registry.Schema(out, true, operation.OperationID+"-answer")}}},
		"default": {Description: "A problem, RFC 9457", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: registry.Schema(reflect.TypeFor[Problem](), true, "Problem")}}},
	}
	s.api.OpenAPI().AddOperation(&operation)
	limit := operation.MaxBodyBytes
	if limit == 0 {
		limit = 1 << 20
	}
	s.api.Adapter().Handle(&operation, s.api.Middlewares().Handler(func(hc huma.Context) {
		s.answer(hc, o, request{Context: hc, server: s, input: input, limit: limit}, do)
	}))
}

func (s *Server) answer(hc huma.Context, o Op, r request, do func(context.Context, *Caller, request) (any, error)) {
	ctx, c := hc.Context(), callerOf(hc.Context())
	c.ID, c.Revision = hc.Param("id"), revision(hc.Header("If-Match"))
	err := c.enter(ctx, o.Needs, hc.Param("deal"))
	var out any
	if err == nil {
		out, err = do(ctx, c, r)
	}
	if form, asked := listing.Forms[hc.Query("as")]; asked && err == nil {
		if p, is := out.(paged); is {
			err = s.sendList(c, o, form, r, p, do)
			if err == nil {
				return
			}
		}
	}
	if err != nil {
		writeProblem(s.api, hc, err)
		return
	}
	if tag := etag(out); tag != "" {
		hc.SetHeader("ETag", tag)
	}
	hc.SetHeader("Content-Type", "application/json")
	hc.SetStatus(http.StatusOK)
	_ = s.api.Marshal(hc.BodyWriter(), "application/json", out) // the client is gone when this fails
}

// decode reads the body into an act's input: JSON that fits the contract, each fault by its field.
func (r request) decode(into any) error {
	raw, err := io.ReadAll(io.LimitReader(r.BodyReader(), r.limit+1))
	if err != nil {
		return problem.New(problem.Invalid, "The body did not arrive whole: %v.", err)
	}
	if int64(len(raw)) > r.limit {
		return problem.New(problem.Invalid, "The body is larger than %d MB. Nothing was done.", r.limit>>20)
	}
	if len(raw) == 0 {
		raw = []byte("{}")
	}
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		return notJSON(err)
	}
	found := &huma.ValidateResult{}
	huma.Validate(r.server.api.OpenAPI().Components.Schemas, r.input, huma.NewPathBuffer([]byte{}, 0), huma.ModeWriteToServer, value, found)
	if len(found.Errors) > 0 {
		p := problem.New(problem.Invalid, "The body does not fit what this operation takes.")
		for _, e := range found.Errors {
			var d huma.ErrorDetailer
			if errors.As(e, &d) {
				p.Fields = append(p.Fields, problem.Field{Name: d.ErrorDetail().Location, What: d.ErrorDetail().Message})
			}
		}
		return p
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return notJSON(err)
	}
	return nil
}

func notJSON(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return problem.New(problem.Invalid, "The body is no JSON: %v, at byte %d.", err, syntax.Offset)
	case errors.As(err, &kind):
		return &problem.Error{Kind: problem.Invalid, What: "A field holds something else than it takes.", Fields: []problem.Field{{Name: kind.Field, What: fmt.Sprintf("Is a %s.", kind.Value)}}}
	}
	return problem.New(problem.Invalid, "The body cannot be read: %v.", err)
}

// query reads what a list was asked with.
func (r request) query() (Query, error) {
	q := Query{After: r.Query("after"), AsOf: r.Query("as_of"), Words: r.Query("words"), Kind: r.Query("kind"), Person: r.Query("person"), Limit: 50,
		Phase: r.Query("phase"), Win: r.Query("win"), Sort: r.Query("sort"), Archived: r.Query("archived") == "true", Week: r.Query("week"), Why: r.Query("why"), Anew: r.Query("anew") == "true"}
	if s := r.Query("limit"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 200 {
			return q, &problem.Error{Kind: problem.Invalid, What: "The list cannot be asked so.", Fields: []problem.Field{{Name: "limit", What: "Is from 1 to 200."}}}
		}
		q.Limit = n
	}
	if r.cursor != nil {
		q.Limit, q.After = mostAtOnce, *r.cursor
	}
	return q, nil
}

// parameters are what an operation takes besides its body.
func parameters(method, path string) []*huma.Param {
	out := pathParameters(path)
	text := &huma.Schema{Type: "string"}
	if method != http.MethodGet {
		return append(out, &huma.Param{Name: "If-Match", In: "header", Schema: text, Description: "The revision that was read, as the ETag gave it."})
	}
	asks := [][2]string{{"after", "The cursor that the page before gave as next."}, {"limit", "How many, 1 to 200; 50 where nothing is said."},
		{"as_of", "A past moment, where there is one: 2026-11-25 or 2026-11-25T09:30:00Z."}, {"words", "Only what holds these words."}, {"kind", "Only this kind."}, {"person", "Only this person's, by id."},
		{"as", "csv or xlsx: the whole list as a file, narrowed as it is asked for. Of what is no list nothing comes of it."}}
	for _, q := range append(asks, Asks[path]...) {
		out = append(out, &huma.Param{Name: q[0], In: "query", Schema: text, Description: q[1]})
	}
	return out
}

func pathParameters(path string) (out []*huma.Param) {
	for _, name := range []string{"deal", "id"} {
		if shape(path) == "deal/id" || shape(path) == name {
			out = append(out, &huma.Param{Name: name, In: "path", Required: true, Schema: &huma.Schema{Type: "string"}})
		}
	}
	if strings.Contains(path, "{form}") {
		out = append(out, &huma.Param{Name: "form", In: "path", Required: true, Schema: &huma.Schema{Type: "string"}})
	}
	return out
}

// Asks are what lists can be asked with besides, by path: a name and what it says.
var Asks = map[string][][2]string{}
