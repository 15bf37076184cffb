package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/calendar"
	"throughline/internal/journal"
)

func init() { operations = append(operations, calendars) }

// calendars are the address of one's own calendar, and what it tells.
func calendars(s *rest.Server) {
	rest.Read(s, rest.On("/calendar", "List what your deals have on which day", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[calendar.Event], error) {
		all, err := calendar.Events(ctx, c.Reader, c.Person)
		return rest.Page[calendar.Event]{Items: all}, err
	})
	type made struct {
		Path string `json:"path" doc:"below the house's address; shown this once"`
	}
	rest.Act(s, rest.On("/calendar", "Make a private calendar address of your own; the one before ends", auth.See), "calendar.make", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, _ struct{}) (made, error) {
		token, err := calendar.Make(ctx, tx)
		return made{"/calendar/" + token + ".ics"}, err
	})
	rest.Act(s, rest.On("/calendar/end", "End your calendar address", auth.See), "calendar.end", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, _ struct{}) (rest.Said, error) {
		return rest.Said{Done: true}, calendar.End(ctx, tx)
	})
}
