package rest

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/id"
	"throughline/internal/problem"
)

// Problem is RFC 9457 with our fields.
type Problem struct {
	Type   string          `json:"type"`
	Title  string          `json:"title"`
	Status int             `json:"status"`
	Detail string          `json:"detail"`
	Errors []problem.Field `json:"errors,omitempty"`
	// Theirs and Yours are the two versions of a stale write.
	Theirs any `json:"theirs,omitempty"`
	Yours  any `json:"yours,omitempty"`
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is the problem's own.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// statuses gives each kind its answer: a stale write is 412 here, since it broke If-Match.
var statuses = map[problem.Kind]int{problem.Invalid: 422, problem.SignedOut: 401, problem.Forbidden: 403, problem.Missing: 404,
	problem.Stale: 412, problem.Refused: 409, problem.Busy: 429, problem.Upstream: 502, problem.Internal: 500}

// explain turns any error into a problem; an unforeseen one is logged under a reference.
func explain(err error) *Problem {
	if errors.Is(err, errNoRevision) {
		return &Problem{Type: "about:blank", Title: "Precondition Required", Status: http.StatusPreconditionRequired,
			Detail: `Send the revision you read as If-Match: "3". It is the ETag of the thing.`}
	}
	kind, p := problem.Of(err), problem.As(err)
	status := statuses[kind]
	out := &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status}
	if p == nil {
		name := id.Random()
		slog.Error("API request failed", "reference", name, "error", err)
		out.Detail = fmt.Sprintf("Something went wrong on our side. Nothing was saved. The reference is %s.", name)
		return out
	}
	out.Detail, out.Errors, out.Theirs, out.Yours = p.What, p.Fields, p.Theirs, p.Yours
	return out
}

// newProblem makes huma's own faults (a body that is no JSON, a wrong type) problems of the same form.
func newProblem(status int, msg string, errs ...error) huma.StatusError {
	p := &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: msg}
	for _, e := range errs {
		var d huma.ErrorDetailer
		if errors.As(e, &d) {
			p.Errors = append(p.Errors, problem.Field{Name: d.ErrorDetail().Location, What: d.ErrorDetail().Message})
		} else if e != nil {
			p.Errors = append(p.Errors, problem.Field{What: e.Error()})
		}
	}
	return p
}

func writeProblem(api huma.API, ctx huma.Context, err error) {
	p := explain(err)
	ctx.SetHeader("Content-Type", "application/problem+json")
	ctx.SetStatus(p.Status)                                  // sends the headers
	_ = api.Marshal(ctx.BodyWriter(), "application/json", p) // the client is gone when this fails
}
