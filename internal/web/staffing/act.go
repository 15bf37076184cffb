package staffing

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/team"
	"throughline/internal/web/kit"
)

// acting does one act of planning and comes back to the week.
func acting[In, Out any](name string, do func(context.Context, *journal.Tx, In) (Out, error)) func(*kit.Request) error {
	return func(r *kit.Request) error {
		var in In
		if err := r.Decode(&in); err != nil {
			return err
		}
		if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error {
			_, err := do(ctx, tx, in)
			return err
		}); err != nil {
			return err
		}
		return r.Done("/staffing?week=" + string(weekOf(r)) + "#plan")
	}
}

var (
	keep    = acting("staffing.keep", team.KeepPlan)
	fix     = acting("staffing.fix", team.FixChoice)
	release = acting("staffing.release", team.ReleaseChoice)
)
