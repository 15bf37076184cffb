package inbox

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// steps are the next steps that are the person's and due.
func steps(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]Waiting, error) {
	due, err := account.NextDue(ctx, r, person, today)
	out := make([]Waiting, 0, len(due))
	for _, d := range due {
		out = append(out, Waiting{area.Waiting{Deal: d.ID, What: "Next step: " + area.Clip(d.NextStep), Verb: "Do it, then write down the next", Path: "edit", Since: d.NextOn, Due: d.NextOn, Key: d.Prefix}, "inbox"})
	}
	return out, err
}
