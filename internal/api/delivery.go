package api

import (
	"context"
	"net/http"
	"strings"

	"throughline/internal/auth"
	core "throughline/internal/delivery"
	"throughline/internal/delivery/plan"
	"throughline/internal/journal"
	"throughline/internal/table"
	"throughline/internal/thread"
)

func init() { operations = append(operations, tasks, plans) }

// taskPart is a task with what it makes true.
type taskPart struct {
	core.Task
	Requirements []string `json:"requirements"` // ids
}

// tasks are the acts on the plan, one task at a time.
func tasks(s *server) {
	read(s, op{"/deals/{deal}/tasks", "List a deal's tasks with the requirements they implement", auth.See}, func(ctx context.Context, c *caller) (Page[taskPart], error) {
		all, err := core.Tasks(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return Page[taskPart]{}, err
		}
		linked, err := thread.Linked(ctx, c.Reader, c.Deal.ID, "task", thread.Satisfy)
		out := Page[taskPart]{Items: []taskPart{}}
		for _, t := range all {
			out.Items = append(out.Items, taskPart{t, linkedTo(linked, t.ID)})
		}
		return out, err
	})
	read(s, op{"/deals/{deal}/tasks/{id}", "Get one task", auth.See}, oneOf[core.Task])
	act(s, op{"/deals/{deal}/tasks", "Add a task", auth.Build}, "delivery.add-task",
		func(ctx context.Context, tx *journal.Tx, c *caller, in core.NewTask) (*core.Task, error) {
			in.Deal = c.Deal.ID
			t, err := core.AddTask(ctx, tx, in)
			return &t, err
		})
	edit(s, op{"/deals/{deal}/tasks/{id}", "Edit a task", auth.Build}, "delivery.edit-task",
		onThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *caller, in core.TaskEdit) (core.Task, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditTask(ctx, tx, in)
		}))
	edit(s, op{"/deals/{deal}/tasks/{id}/requirements", "Say which requirements a task implements", auth.Build}, "delivery.link-task",
		back[core.Task](func(ctx context.Context, tx *journal.Tx, c *caller, in core.TaskLinks) error {
			in.ID, in.Revision = c.ID, c.Revision
			return core.LinkTask(ctx, tx, in)
		}))
	move(s, op{"/deals/{deal}/tasks/{id}/complete", "Complete a task", auth.Build}, "delivery.complete-task",
		onThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (core.Task, error) {
			return core.CompleteTask(ctx, tx, c.ID, c.Revision)
		}))
	move(s, op{"/deals/{deal}/tasks/{id}/reopen", "Reopen a task", auth.Build}, "delivery.reopen-task",
		onThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (core.Task, error) {
			return core.ReopenTask(ctx, tx, c.ID, c.Revision)
		}))
	move(s, op{"/deals/{deal}/tasks/{id}/remove", "Remove a task", auth.Build}, "delivery.remove-task", removing[core.Task](core.RemoveTask))
}

// linkedTo are the requirements that a map of links binds to a thing.
func linkedTo(linked map[string][]string, id string) []string {
	out := []string{}
	for r, ids := range linked {
		for _, x := range ids {
			if x == id {
				out = append(out, r)
			}
		}
	}
	return out
}

// planText is a plan as its file has it.
type planText struct {
	Text   string      `json:"text" doc:"The plan as delimited text, one task a line under its header."`
	Dates  table.Order `json:"dates" doc:"How dates are written where the text does not show it: day-first, month-first or year-first."`
	DryRun bool        `json:"dry_run" doc:"Say what would be done and keep nothing."`
}

// plans are taken from delimited text.
func plans(s *server) {
	act(s, op{"/deals/{deal}/plan", "Import a plan of tasks, or see what an import would do", auth.Build}, "delivery.import-plan",
		func(ctx context.Context, tx *journal.Tx, c *caller, in planText) (core.PlanPreview, error) {
			p, err := plan.Read(strings.NewReader(in.Text), in.Dates)
			if err != nil {
				return core.PlanPreview{}, err
			}
			people, err := auth.People(ctx, tx)
			if err != nil {
				return core.PlanPreview{}, err
			}
			names := map[string]string{}
			for _, x := range people {
				names[x.Email] = x.ID
			}
			would, err := core.PreviewPlan(ctx, tx, core.PlanImport{Deal: c.Deal.ID, Plan: p, Names: names})
			if err != nil || in.DryRun {
				return would, err
			}
			would.PlanImported, err = core.ImportPlan(ctx, tx, core.PlanImport{Deal: c.Deal.ID, Plan: p, Names: names})
			return would, err
		})
}

// move declares a POST that moves a thing on, which names the revision it read in If-Match.
func move[In, Out any](s *server, o op, name string, do func(ctx context.Context, tx *journal.Tx, c *caller, in In) (Out, error)) {
	write(s, http.MethodPost, o, name, true, do)
}

// removing makes an act that takes the thing away; it answers with what it was.
func removing[T any, P kept[T]](do func(ctx context.Context, tx *journal.Tx, id string, revision int64) error) func(context.Context, *journal.Tx, *caller, struct{}) (P, error) {
	return func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (P, error) {
		was, err := ofDeal[T, P](ctx, tx, c)
		if err != nil {
			return nil, err
		}
		return &was, do(ctx, tx, c.ID, c.Revision)
	}
}
