package rest

import (
	"context"
	"io"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// Streamed is a file that is written while it is sent.
type Streamed struct {
	Name, Type string
	Write      func(ctx context.Context, w io.Writer) error
}

// Stream declares a GET that answers with a file made for it. What fails after its first bytes ends
// the answer short, so do finds out before what can be found out.
func Stream(s *Server, o Op, do func(ctx context.Context, c *Caller) (Streamed, error)) {
	operation := s.declare(http.MethodGet, o)
	operation.Parameters = pathParameters(o.Path)
	operation.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}
	s.api.OpenAPI().AddOperation(&operation)
	s.api.Adapter().Handle(&operation, s.api.Middlewares().Handler(func(hc huma.Context) {
		ctx, c := hc.Context(), callerOf(hc.Context())
		err := c.enter(ctx, o.Needs, hc.Param("deal"))
		var file Streamed
		if err == nil {
			file, err = do(ctx, c)
		}
		if err != nil {
			writeProblem(s.api, hc, err)
			return
		}
		hc.SetHeader("Content-Type", file.Type)
		hc.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file.Name}))
		hc.SetHeader("X-Content-Type-Options", "nosniff")
		hc.SetStatus(http.StatusOK)
		_ = file.Write(ctx, hc.BodyWriter()) // the client is gone, or finds that the file ends short
	}))
}
