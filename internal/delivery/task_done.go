package delivery

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// CompleteTask marks a task done, now. Refused while a task it waits for is not.
func CompleteTask(ctx context.Context, tx *journal.Tx, id string, revision int64) (Task, error) {
	t, all, err := openTask(ctx, tx, id, revision)
	if err != nil {
		return t, err
	}
	if t.State == TaskDone {
		return t, problem.Refuse("%s is done already.", t.said())
	}
	var first []string
	for _, o := range all {
		if slices.Contains(t.DependsOn, o.ID) && o.State != TaskDone {
			first = append(first, o.said())
		}
	}
	if len(first) > 0 {
		return t, problem.Refuse("%s waits for %s. Complete that first, or take the dependency out.", t.said(), strings.Join(first, ", "))
	}
	t.State, t.DoneAt = TaskDone, tx.Now()
	return t, journal.Update(ctx, tx, &t)
}

// ReopenTask takes a completion back.
func ReopenTask(ctx context.Context, tx *journal.Tx, id string, revision int64) (Task, error) {
	t, _, err := openTask(ctx, tx, id, revision)
	if err != nil {
		return t, err
	}
	if t.State != TaskDone {
		return t, problem.Refuse("%s is not done.", t.said())
	}
	t.State = TaskStarted
	t.DoneAt = never
	return t, journal.Update(ctx, tx, &t)
}
