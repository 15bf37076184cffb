package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// beside declares a POST that is no act of the journal by itself: what is seen, passwords, whole
// workspaces, undo.
func beside[In, Out any](s *server, o op, do func(ctx context.Context, c *caller, in In) (Out, error)) {
	run := func(ctx context.Context, id string, in In) (*answer[Out], error) {
		c := callerOf(ctx)
		c.ID = id
		if err := c.enter(ctx, o.needs, ""); err != nil {
			return nil, explain(err)
		}
		out, err := do(ctx, c, in)
		if err != nil {
			return nil, explain(err)
		}
		return &answer[Out]{Body: out}, nil
	}
	operation := s.declare(http.MethodPost, o)
	if shape(o.path) == "id" {
		huma.Register(s.api, operation, func(ctx context.Context, in *struct {
			ID   string `path:"id"`
			Body In
		}) (*answer[Out], error) {
			return run(ctx, in.ID, in.Body)
		})
		return
	}
	huma.Register(s.api, operation, func(ctx context.Context, in *struct{ Body In }) (*answer[Out], error) {
		return run(ctx, "", in.Body)
	})
}

// said is an answer that says nothing but that it was done.
type said struct {
	Done bool `json:"done"`
}
