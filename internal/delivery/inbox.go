package delivery

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

const (
	taskDays  = 7  // a task waits in its owner's inbox this long before it is due
	checkDays = 14 // a check without a result, this long before the planned go-live
)

var (
	tasksWaiting = journal.Where[Task](taskKind, `owner = $2 AND state <> 'done' AND due_on <> '' AND due_on <= $3
		AND EXISTS (SELECT 1 FROM opportunity o WHERE o.workspace = task.workspace AND o.id = task.deal AND o.archived = FALSE AND o.phase IN ('open', 'won'))
		ORDER BY due_on, id LIMIT 50`)
	checksWaiting = journal.Where[Check](checkKind, `who = $2 AND withdrawn = ''
		AND NOT EXISTS (SELECT 1 FROM check_result r WHERE r.workspace = delivery_check.workspace AND r.check_id = delivery_check.id)
		AND EXISTS (SELECT 1 FROM opportunity o WHERE o.workspace = delivery_check.workspace AND o.id = delivery_check.deal AND o.archived = FALSE
			AND o.phase IN ('open', 'won') AND o.go_live_on <> '' AND o.go_live_on <= $3)
		ORDER BY id LIMIT 50`)
	hypercareOver = journal.Where[GoLive](goLiveKind, `withdrawn = '' AND outcome <> 'no-go' AND hypercare_ended = '' AND hypercare_until <> '' AND hypercare_until <= $3
		AND EXISTS (SELECT 1 FROM opportunity o WHERE o.workspace = go_live.workspace AND o.id = go_live.deal AND o.archived = FALSE AND o.phase = 'won' AND o.sa = $2)
		ORDER BY hypercare_until, id LIMIT 50`)
)

// Inbox lists the person's tasks that are due soon or late, and their checks without a result
// when go-live is near.
func Inbox(ctx context.Context, r *journal.Reader, person string, today clock.Date) ([]area.Waiting, error) {
	tasks, err := tasksWaiting.List(ctx, r, person, today.AddDays(taskDays))
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, t := range tasks {
		what := fmt.Sprintf("Task %s is due on %s.", t.said(), t.DueOn)
		if t.Late(today) {
			what = fmt.Sprintf("Task %s was due on %s.", t.said(), t.DueOn)
		}
		out = append(out, area.Waiting{Deal: t.Deal, What: what, Verb: "Complete", Path: "delivery?at=" + t.ID, Since: t.DueOn, Due: t.DueOn, Key: t.Key()})
	}
	watched, err := hypercareOver.List(ctx, r, person, today)
	if err != nil {
		return nil, err
	}
	for _, g := range watched {
		out = append(out, area.Waiting{Deal: g.Deal, What: fmt.Sprintf("Hypercare was planned until %s and has not been ended.", g.HypercareUntil),
			Verb: "End it", Path: "delivery?view=go-live&form=end-hypercare&at=" + g.ID, Since: g.HypercareUntil, Due: g.HypercareUntil})
	}
	checks, err := checksWaiting.List(ctx, r, person, today.AddDays(checkDays))
	if err != nil {
		return nil, err
	}
	for _, k := range checks {
		deal, err := journal.Load[account.Opportunity](ctx, r, k.Deal)
		if err != nil {
			return nil, err
		}
		out = append(out, area.Waiting{Deal: k.Deal, What: fmt.Sprintf("Check %s “%s” has no result; go-live is planned for %s.", k.Key(), k.Title, deal.GoLiveOn),
			Verb: "Record", Path: "delivery?at=" + k.ID, Since: clock.DateOf(k.MadeAt.Time()), Due: deal.GoLiveOn, Key: k.Key()})
	}
	return out, nil
}
