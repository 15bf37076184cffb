package api

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/inbox"
)

func init() { operations = append(operations, inboxes) }

// inboxes are what waits for the caller and what changed since they looked.
func inboxes(s *server) {
	read(s, op{"/inbox", "Get your inbox: breaks, what waits, what changed since you looked", auth.See}, func(ctx context.Context, c *caller) (*inbox.Inbox, error) {
		today, err := c.today(ctx)
		if err != nil {
			return nil, err
		}
		in, err := inbox.Of(ctx, s.house, c.Reader, c.Person, today)
		return &in, err
	})
	type seen struct {
		Seq int64 `json:"seq" doc:"the head that the inbox gave"`
	}
	beside(s, op{"/inbox/seen", "Say that everything up to a place in the journal was seen", auth.See}, func(ctx context.Context, c *caller, in seen) (said, error) {
		return said{true}, inbox.Mark(ctx, s.house.Journal.DB, c.Reader, c.Person, in.Seq)
	})
}
