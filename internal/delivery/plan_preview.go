package delivery

import (
	"context"
	"reflect"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// PlannedRow is what an import would do with one row that can be taken.
type PlannedRow struct {
	Line  int    `json:"line"`
	Title string `json:"title"`
	What  string `json:"what"` // created, updated, unchanged
}

// PlanPreview is what an import would do.
type PlanPreview struct {
	PlanImported
	Rows []PlannedRow `json:"rows"`
}

// PreviewPlan says what ImportPlan would do with the plan, and writes nothing. A plan with
// open questions has no rows yet.
func PreviewPlan(ctx context.Context, src journal.Source, in PlanImport) (PlanPreview, error) {
	deal, err := journal.Load[account.Opportunity](ctx, src, in.Deal)
	if err != nil {
		return PlanPreview{}, err
	}
	m, err := newMatching(ctx, src, deal, in)
	if err != nil {
		return PlanPreview{}, err
	}
	out := PlanPreview{Rows: []PlannedRow{}}
	for _, r := range m.settle(ctx, in.Plan.Rows) {
		row := PlannedRow{Line: r.row.Line, Title: r.row.Title, What: "updated"}
		switch {
		case r.old == nil:
			row.What = "created"
			m.done.Created++
		case reflect.DeepEqual(*r.old, r.task) && !m.adds(r):
			row.What = "unchanged"
			m.done.Unchanged++
		default:
			m.done.Updated++
		}
		out.Rows = append(out.Rows, row)
	}
	out.PlanImported = m.done
	return out, nil
}

// adds says whether the row implements a requirement that its task does not yet.
func (m *matching) adds(r matched) bool {
	for _, req := range r.requirements {
		if !m.links[[2]string{r.task.ID, req}] {
			return true
		}
	}
	return false
}
