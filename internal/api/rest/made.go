package rest

import (
	"cmp"
	"context"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// Made is a file that was made for one answer.
type Made struct {
	Name    string
	Type    string // as MIME has it; empty for bytes of any kind
	Content []byte
}

// Make declares an operation that answers with a file made for it.
func Make(s *Server, o Op, do func(ctx context.Context, c *Caller) (Made, error)) {
	operation := s.declare(http.MethodGet, o)
	operation.Parameters = pathParameters(o.Path)
	operation.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}
	s.api.OpenAPI().AddOperation(&operation)
	s.api.Adapter().Handle(&operation, s.api.Middlewares().Handler(func(hc huma.Context) {
		ctx, c := hc.Context(), callerOf(hc.Context())
		c.ID, c.Form = hc.Param("id"), hc.Param("form")
		err := c.enter(ctx, o.Needs, hc.Param("deal"))
		var out Made
		if err == nil {
			out, err = do(ctx, c)
		}
		if err != nil {
			writeProblem(s.api, hc, err)
			return
		}
		hc.SetHeader("Content-Type", cmp.Or(out.Type, "application/octet-stream"))
		hc.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": out.Name}))
		hc.SetHeader("X-Content-Type-Options", "nosniff")
		hc.SetStatus(http.StatusOK)
		_, _ = hc.BodyWriter().Write(out.Content) // the client is gone when this fails
	}))
}
