package delivery

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// TaskEdit is what a task becomes. Started says that work on it has begun.
type TaskEdit struct {
	ID        string
	Revision  int64
	Title     string     `json:"title"`
	Party     string     `json:"party"`
	Owner     string     `json:"owner"`
	Start     clock.Date `json:"start"`
	Due       clock.Date `json:"due"`
	DependsOn []string   `json:"depends_on"`
	Tracker   string     `json:"tracker"`
	Started   bool       `json:"started"`
}

// EditTask changes a task. A dependency that would close a circle is refused with the circle
// in words. What it implements is changed by LinkTask.
func EditTask(ctx context.Context, tx *journal.Tx, in TaskEdit) (Task, error) {
	var c problem.Check
	checkTask(&c, in.Title, in.Party, in.Owner, in.Tracker, in.Start, in.Due)
	if err := c.Err(); err != nil {
		return Task{}, err
	}
	t, all, err := openTask(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return t, err
	}
	if err := knownTasks(all, in.DependsOn); err != nil {
		return t, err
	}
	t.Title, t.Party, t.Owner, t.StartOn, t.DueOn, t.Tracker, t.DependsOn = in.Title, in.Party, in.Owner, in.Start, in.Due, in.Tracker, in.DependsOn
	if t.State != TaskDone {
		t.State = TaskOpen
		if in.Started {
			t.State = TaskStarted
		}
	}
	all[slices.IndexFunc(all, func(o Task) bool { return o.ID == t.ID })] = t
	if err := noCircle(all); err != nil {
		return t, err
	}
	return t, journal.Update(ctx, tx, &t)
}

// openTask loads a task and its deal's tasks for a change of the revision that was read.
func openTask(ctx context.Context, tx *journal.Tx, id string, revision int64) (Task, []Task, error) {
	t, err := journal.Hold[Task](ctx, tx, id)
	if err != nil {
		return t, nil, err
	}
	all, err := Tasks(ctx, tx, t.Deal)
	if err != nil {
		return t, nil, err
	}
	i := slices.IndexFunc(all, func(o Task) bool { return o.ID == id })
	if i < 0 {
		return t, nil, problem.NotFound("task", id)
	}
	t = all[i]
	if revision != 0 {
		t.Revision = revision
	}
	return t, all, nil
}

// TaskLinks says which requirements a task implements, in place of those before.
type TaskLinks struct {
	ID           string
	Revision     int64
	Requirements []string `json:"requirements"`
}

// LinkTask sets what a task implements.
func LinkTask(ctx context.Context, tx *journal.Tx, in TaskLinks) error {
	t, _, err := openTask(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return err
	}
	t.LinkedAt = tx.Now()
	if err := journal.Update(ctx, tx, &t); err != nil {
		return err
	}
	return thread.ConnectAll(ctx, tx, t.Deal, "task", t.ID, thread.Satisfy, in.Requirements)
}

// RemoveTask takes a task away. Refused while another task waits for it.
func RemoveTask(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	t, all, err := openTask(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	var waiting []string
	for _, o := range all {
		if slices.Contains(o.DependsOn, id) {
			waiting = append(waiting, o.said())
		}
	}
	if len(waiting) > 0 {
		return problem.Refuse("%s cannot be removed: %s waits for it. Change that first.", t.said(), strings.Join(waiting, ", "))
	}
	if err := thread.ConnectAll(ctx, tx, t.Deal, "task", t.ID, thread.Satisfy, nil); err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &t)
}
