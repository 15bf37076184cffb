package api

import (
	"context"
	"strings"

	"throughline/internal/api/rest"
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
func tasks(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/tasks", "List a deal's tasks with the requirements they implement", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[taskPart], error) {
		all, err := core.Tasks(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return rest.Page[taskPart]{}, err
		}
		linked, err := thread.Linked(ctx, c.Reader, c.Deal.ID, "task", thread.Satisfy)
		out := rest.Page[taskPart]{Items: []taskPart{}}
		for _, t := range all {
			out.Items = append(out.Items, taskPart{t, linkedTo(linked, t.ID)})
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/tasks/{id}", "Get one task", auth.See), rest.OneOf[core.Task])
	rest.Act(s, rest.On("/deals/{deal}/tasks", "Add a task", auth.Build), "delivery.add-task",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewTask) (*core.Task, error) {
			in.Deal = c.Deal.ID
			t, err := core.AddTask(ctx, tx, in)
			return &t, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/tasks/{id}", "Edit a task", auth.Build), "delivery.edit-task",
		rest.OnThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.TaskEdit) (core.Task, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditTask(ctx, tx, in)
		}))
	rest.Edit(s, rest.On("/deals/{deal}/tasks/{id}/requirements", "Say which requirements a task implements", auth.Build), "delivery.link-task",
		rest.Back[core.Task](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.TaskLinks) error {
			in.ID, in.Revision = c.ID, c.Revision
			return core.LinkTask(ctx, tx, in)
		}))
	rest.Move(s, rest.On("/deals/{deal}/tasks/{id}/complete", "Complete a task", auth.Build), "delivery.complete-task",
		rest.OnThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (core.Task, error) {
			return core.CompleteTask(ctx, tx, c.ID, c.Revision)
		}))
	rest.Move(s, rest.On("/deals/{deal}/tasks/{id}/reopen", "Reopen a task", auth.Build), "delivery.reopen-task",
		rest.OnThing[core.Task](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (core.Task, error) {
			return core.ReopenTask(ctx, tx, c.ID, c.Revision)
		}))
	rest.Move(s, rest.On("/deals/{deal}/tasks/{id}/remove", "Remove a task", auth.Build), "delivery.remove-task", rest.Removing[core.Task](core.RemoveTask))
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
func plans(s *rest.Server) {
	rest.Act(s, rest.On("/deals/{deal}/plan", "Import a plan of tasks, or see what an import would do", auth.Build), "delivery.import-plan",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in planText) (core.PlanPreview, error) {
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
