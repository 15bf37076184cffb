package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/brief"
	"throughline/internal/clock"
)

func init() { operations = append(operations, briefs) }

// briefs are what one needs to know before a meeting.
func briefs(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/brief", "Get the brief of a deal's next meeting, or of everyone with a say where none is planned", auth.See), func(ctx context.Context, c *rest.Caller) (*brief.Brief, error) {
		return briefOf(ctx, s, c, "")
	})
	rest.Read(s, rest.On("/deals/{deal}/briefs/{id}", "Get the brief of a meeting: a call or a demo, by its id", auth.See), func(ctx context.Context, c *rest.Caller) (*brief.Brief, error) {
		return briefOf(ctx, s, c, c.ID)
	})
	rest.Read(s, rest.On("/meetings", "List the meetings of your deals in the next two weeks", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[brief.Coming], error) {
		all, err := brief.Upcoming(ctx, c.Reader, c.Person, clock.Now(ctx))
		return rest.Page[brief.Coming]{Items: all}, err
	})
}

func briefOf(ctx context.Context, s *rest.Server, c *rest.Caller, meeting string) (*brief.Brief, error) {
	today, err := c.Today(ctx)
	if err != nil {
		return nil, err
	}
	t, err := s.House.Thread(ctx, c.Reader, c.Deal.ID, today)
	if err != nil {
		return nil, err
	}
	b, err := brief.Of(ctx, c.Reader, &t, meeting, clock.Now(ctx))
	return &b, err
}
