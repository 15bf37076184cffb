package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/inbox"
)

func init() { operations = append(operations, inboxes) }

// inboxes are what waits for the caller and what changed since they looked.
func inboxes(s *rest.Server) {
	rest.Read(s, rest.On("/inbox", "Get your inbox: breaks, what waits, what changed since you looked", auth.See), func(ctx context.Context, c *rest.Caller) (*inbox.Inbox, error) {
		today, err := c.Today(ctx)
		if err != nil {
			return nil, err
		}
		in, err := inbox.Of(ctx, s.House, c.Reader, c.Person, today)
		return &in, err
	})
	type seen struct {
		Seq int64 `json:"seq" doc:"the head that the inbox gave"`
	}
	rest.Beside(s, rest.On("/inbox/seen", "Say that everything up to a place in the journal was seen", auth.See), func(ctx context.Context, c *rest.Caller, in seen) (rest.Said, error) {
		return rest.Said{Done: true}, inbox.Mark(ctx, s.House.Journal.DB, c.Reader, c.Person, in.Seq)
	})
}
