package delivery

import (
	"context"
	"reflect"

	"throughline/internal/account"
	"throughline/internal/delivery/plan"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/thread"
)

// PlanImport brings a plan's tasks into a deal.
type PlanImport struct {
	Deal string
	Plan plan.Plan
	// Names maps names and addresses, in lower case, to ids of ours. The deal's stakeholders
	// are found without it.
	Names map[string]string
}

// PlanImported is what an import did. A task that stood already, by its tracker's key or its
// title, is updated and never made twice.
type PlanImported struct {
	Created   int           `json:"created"`
	Updated   int           `json:"updated"`
	Unchanged int           `json:"unchanged"`
	Errors    []table.Fault `json:"errors"`   // rows refused
	Warnings  []table.Fault `json:"warnings"` // rows taken, with something left out
}

// ImportPlan keeps a plan's rows as tasks. A row that names what is not there, or waits in a
// circle, is refused with its line; the good rows are kept.
func ImportPlan(ctx context.Context, tx *journal.Tx, in PlanImport) (PlanImported, error) {
	if len(in.Plan.Questions) > 0 {
		return PlanImported{}, problem.New(problem.Invalid, "%s", in.Plan.Questions[0].String())
	}
	deal, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return PlanImported{}, err
	}
	m, err := newMatching(ctx, tx, deal, in)
	if err != nil {
		return PlanImported{}, err
	}
	rows := m.settle(ctx, in.Plan.Rows)
	for i := range rows {
		if err := m.keep(ctx, tx, &rows[i]); err != nil {
			return m.done, err
		}
	}
	return m.done, nil
}

// keep writes one row's task and its links.
func (m *matching) keep(ctx context.Context, tx *journal.Tx, r *matched) error {
	links, err := m.connect(ctx, tx, r)
	if err != nil {
		return err
	}
	if links {
		r.task.LinkedAt = tx.Now()
	}
	if r.old == nil {
		m.done.Created++
		m.number++
		r.task.Number = m.number
		return journal.Insert(ctx, tx, &r.task)
	}
	if reflect.DeepEqual(*r.old, r.task) {
		m.done.Unchanged++
		return nil
	}
	m.done.Updated++
	return journal.Update(ctx, tx, &r.task)
}

// connect makes the row's links that do not stand yet.
func (m *matching) connect(ctx context.Context, tx *journal.Tx, r *matched) (bool, error) {
	any := false
	for _, req := range r.requirements {
		if m.links[[2]string{r.task.ID, req}] {
			continue
		}
		m.links[[2]string{r.task.ID, req}] = true
		any = true
		l := thread.Link{Row: journal.Row{Deal: m.deal.ID}, FromKind: "task", FromID: r.task.ID, Relation: thread.Satisfy, ToKind: "requirement", ToID: req}
		if err := journal.Insert(ctx, tx, &l); err != nil {
			return any, err
		}
	}
	return any, nil
}

// fresh begins a task for a row that matches none.
func (m *matching) fresh(ctx context.Context) Task {
	return Task{Row: journal.Row{ID: id.New(ctx), Deal: m.deal.ID}, State: TaskOpen}
}
