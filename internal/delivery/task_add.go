package delivery

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// NewTask is what a person says of a task.
type NewTask struct {
	Deal         string
	Title        string     `json:"title"`
	Party        string     `json:"party"` // empty for ours
	Owner        string     `json:"owner"`
	Start        clock.Date `json:"start"`
	Due          clock.Date `json:"due"`
	DependsOn    []string   `json:"depends_on"`   // tasks' ids
	Tracker      string     `json:"tracker"`      // its key in another tracker
	Requirements []string   `json:"requirements"` // what it implements
}

// AddTask makes a task with the deal's next number.
func AddTask(ctx context.Context, tx *journal.Tx, in NewTask) (Task, error) {
	if in.Party == "" {
		in.Party = "ours"
	}
	var c problem.Check
	checkTask(&c, in.Title, in.Party, in.Owner, in.Tracker, in.Start, in.Due)
	if err := c.Err(); err != nil {
		return Task{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Task{}, err
	}
	all, err := Tasks(ctx, tx, in.Deal)
	if err != nil {
		return Task{}, err
	}
	t := Task{Row: journal.Row{Deal: in.Deal}, Number: nextNumber(all), Title: in.Title, Party: in.Party, Owner: in.Owner, StartOn: in.Start,
		DueOn: in.Due, State: TaskOpen, DependsOn: in.DependsOn, Tracker: in.Tracker}
	if err := knownTasks(all, in.DependsOn); err != nil {
		return t, err
	}
	if len(in.Requirements) > 0 {
		t.LinkedAt = tx.Now()
	}
	if err := journal.Insert(ctx, tx, &t); err != nil {
		return t, err
	}
	return t, thread.ConnectAll(ctx, tx, in.Deal, "task", t.ID, thread.Satisfy, in.Requirements)
}

func nextNumber(all []Task) int {
	if len(all) == 0 {
		return 1
	}
	return all[len(all)-1].Number + 1
}

// knownTasks refuses a dependency on what is no task of the deal.
func knownTasks(all []Task, ids []string) error {
	for _, id := range ids {
		if !slices.ContainsFunc(all, func(t Task) bool { return t.ID == id }) {
			return problem.NotFound("task", id)
		}
	}
	return nil
}
