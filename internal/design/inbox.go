package design

import (
	"context"
	"fmt"
	"slices"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

var (
	versionsInReview  = journal.Where[Version](versionKind, "state = 'in review' ORDER BY asked_at LIMIT 200")
	decisionsProposed = journal.Where[Decision](decisionKind, "status = 'proposed' AND dated <= $2 ORDER BY dated LIMIT 200")
)

// proposedDays is how long a decision may stay proposed before it is asked for.
const proposedDays = 14

// inbox lists the reviews that wait for a person, and their decisions that were proposed more
// than 14 days ago.
func inbox(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	versions, err := versionsInReview.List(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, v := range versions {
		if v.Waits(person) {
			out = append(out, area.Waiting{Deal: v.Deal, What: fmt.Sprintf("Design version %d, %s, waits for your approval", v.Number, v.Title), Verb: "Review",
				Path: "design?version=" + v.ID, Since: clock.DateOf(v.AskedAt.Time()), Key: fmt.Sprintf("V%d", v.Number)})
		}
	}
	decisions, err := decisionsProposed.List(ctx, r, today.AddDays(-proposedDays))
	for _, d := range decisions {
		if d.ChangedBy == person || slices.Contains(d.Makers, person) {
			out = append(out, area.Waiting{Deal: d.Deal, What: fmt.Sprintf("%s has been proposed since %s: %s", d.Key(), d.Date, d.Title), Verb: "Decide",
				Path: "design?at=" + d.ID, Since: d.Date, Key: d.Key()})
		}
	}
	return out, err
}
