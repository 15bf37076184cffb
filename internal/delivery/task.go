package delivery

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Task is a piece of work on the way to go-live, on our side, the customer's or a partner's.
type Task struct {
	journal.Row
	Number    int           `db:"number" json:"number"` // T3 in its deal
	Title     string        `db:"title" json:"title"`
	Party     string        `db:"party" json:"party"`
	Owner     string        `db:"owner" json:"owner"` // a person's or contact's id; empty while nobody has it
	StartOn   clock.Date    `db:"start_on" json:"start"`
	DueOn     clock.Date    `db:"due_on" json:"due"`
	State     TaskState     `db:"state" json:"state"`
	DoneAt    clock.Instant `db:"done_at" json:"done_at"`
	DependsOn []string      `db:"depends_on,json" json:"depends_on"` // tasks' ids
	Tracker   string        `db:"tracker" json:"tracker"`            // its key in another tracker, as in NW-118
	LinkedAt  clock.Instant `db:"linked_at" json:"linked_at"`        // when what it implements was last said
}

// Parties are the sides that a task can be on.
var Parties = []string{"ours", "customer", "partner"}

// TaskState is how far a task is.
type TaskState string

// The states of a task.
const (
	TaskOpen    TaskState = "open"
	TaskStarted TaskState = "started"
	TaskDone    TaskState = "done"
)

var taskKind = journal.Declare[Task]("task", "task")

// Key is the task's name in its deal: T3.
func (t Task) Key() string { return fmt.Sprintf("T%d", t.Number) }

// Late says whether the task's date has passed and it is not done.
func (t Task) Late(today clock.Date) bool { return t.State != TaskDone && t.DueOn.Before(today) }

// said is the task in a sentence: T3 “Load the orders”.
func (t Task) said() string { return fmt.Sprintf("%s “%s”", t.Key(), t.Title) }

// Tasks lists a deal's tasks by number.
func Tasks(ctx context.Context, src journal.Source, deal string) ([]Task, error) {
	all, err := journal.List[Task](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// checkTask says what is wrong with what a person wrote of a task.
func checkTask(c *problem.Check, title, party, owner, tracker string, start, due clock.Date) {
	c.Text("title", title, 300)
	c.OneOf("party", party, Parties...)
	c.Optional("owner", owner, 40)
	c.Optional("tracker", tracker, 80)
	checkDate(c, "start", start)
	checkDate(c, "due", due)
	c.Fail(!due.Before(start), "due", "Is before its start on %s.", start)
}

func checkDate(c *problem.Check, field string, d clock.Date) {
	_, err := clock.ParseDate(string(d))
	c.Fail(err == nil, field, "Is %q; write a day as 2026-11-25.", string(d))
}
