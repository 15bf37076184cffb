package api

import (
	"context"
	"net/http"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/exchange"
)

func init() { operations = append(operations, files, downloads) }

// files are kept before the thing that names them is recorded: a result's evidence, a
// sign-off's proof.
func files(s *rest.Server) {
	rest.Raw(s, http.MethodPost, rest.On("/files", "Keep a file; what it proves or holds then names its hash", auth.Promise), func(ctx context.Context, _ *rest.Caller, b rest.Body) (any, error) {
		return b.Keep(ctx)
	})
}

// downloads give kept files back as they came.
func downloads(s *rest.Server) {
	rest.Download(s, rest.On("/deals/{deal}/files/{id}", "Get a kept file that a thing of the deal names, by its hash", auth.See), func(ctx context.Context, c *rest.Caller, hash string) (string, error) {
		return exchange.KeptFile(ctx, c.Reader, c.Deal.ID, hash)
	})
}
