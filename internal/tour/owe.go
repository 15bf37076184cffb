package tour

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/thread"
)

// owe is where people say what is owed in place of the rule, and what can be done.
func (l *life) owe() {
	l.at("2026-03-25 10:00")
	owes := []thread.Station{thread.Heard, thread.Answered, thread.Won, thread.Accepted, thread.Designed, thread.Planned, thread.Verified, thread.Live}
	ids := l.needs("audit")
	l.write("mara", "requirement.owe", func(ctx context.Context, tx *journal.Tx) error {
		return thread.SetOwed(ctx, tx, ids, &owes, "Seven years cannot be proven in four weeks; the written answer is what counts.")
	})
	l.say("%s owes an answer in place of a proof: seven years cannot be proven in four weeks", l.key("audit"))
	replay := l.needs("replay")[0]
	l.write("jonas", "requirement.feasible", func(ctx context.Context, tx *journal.Tx) error {
		return thread.MarkFeasible(ctx, tx, replay, 0, thread.WithEffort, "One partition after the other takes 90 minutes; all in parallel comes with release 8.4.")
	})
	l.say("%s can be done with effort, says Jonas Adeyemi", l.key("replay"))
}
