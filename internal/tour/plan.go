package tour

import (
	"bytes"
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/delivery/plan"
	"throughline/internal/journal"
)

// plan takes the two-sided plan in.
func (l *life) plan() {
	l.at("2026-07-10 09:00")
	raw := l.read(planFile)
	if l.err != nil {
		return
	}
	p, err := plan.Read(bytes.NewReader(raw), "")
	if err != nil {
		l.fail("%s: %s", planFile, err)
		return
	}
	done := does(l, "jonas", "delivery.import-plan", delivery.ImportPlan, delivery.PlanImport{Deal: l.deal.ID, Plan: p})
	l.whole(planFile, done.Errors)
	l.whole(planFile, done.Warnings)
	parties := map[string]int{}
	for _, t := range reads(l, delivery.Tasks) {
		parties[t.Party]++
	}
	l.say("%s: %d tasks, %d ours, %d the customer's, %d a partner's", planFile, done.Created, parties["ours"], parties["customer"], parties["partner"])
	l.finish("2026-07-10")
}

// finish completes the tasks that are due up to a day, each on its day.
func (l *life) finish(until clock.Date) {
	tasks := reads(l, delivery.Tasks)
	sort.SliceStable(tasks, func(i, j int) bool { return tasks[i].DueOn < tasks[j].DueOn })
	n := 0
	for _, t := range tasks {
		if t.State == delivery.TaskDone || t.DueOn == "" || until < t.DueOn {
			continue
		}
		if day := string(t.DueOn) + " 17:00"; l.today() < t.DueOn {
			l.at(day)
		}
		l.write("jonas", "delivery.complete-task", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.CompleteTask(ctx, tx, t.ID, 0)
			return err
		})
		n++
	}
	if n > 0 {
		l.say("%s done by %s", count(n, "task"), until)
	}
}
