package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func init() { operations = append(operations, requirements, bulk) }

// requirements are the acts on the thread itself.
func requirements(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/requirements", "List a deal's requirements", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[thread.Requirement], error) {
		all, err := thread.Requirements(ctx, c.Reader, c.Deal.ID)
		return rest.Page[thread.Requirement]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/breaks", "List where a deal's thread is cut, as it stands today", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[thread.Break], error) {
		f, err := threadAt(ctx, c, rest.Query{})
		if err != nil {
			return rest.Page[thread.Break]{}, err
		}
		return rest.Page[thread.Break]{Items: f.Breaks}, nil
	})
	rest.Read(s, rest.On("/deals/{deal}/requirements/{id}", "Get one requirement by its key", auth.See), func(ctx context.Context, c *rest.Caller) (*thread.Requirement, error) {
		r, err := thread.ByKey(ctx, c.Reader, c.Deal.ID, c.ID)
		return &r, err
	})
	rest.Read(s, rest.On("/deals/{deal}/requirements/{id}/revisions", "List what became of a requirement", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[thread.Revision], error) {
		r, err := thread.ByKey(ctx, c.Reader, c.Deal.ID, c.ID)
		if err != nil {
			return rest.Page[thread.Revision]{}, err
		}
		all, err := thread.Revisions(ctx, c.Reader, r.ID)
		return rest.Page[thread.Revision]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/requirements", "Record a requirement", auth.Sell), "requirement.add",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in thread.NewRequirement) (*thread.Requirement, error) {
			in.Deal = c.Deal.ID
			r, err := thread.Add(ctx, tx, in)
			return &r, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/requirements/{id}", "Edit a requirement", auth.Sell), "requirement.edit",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in thread.Edit) (*thread.Requirement, error) {
			r, err := requirement(ctx, c, tx)
			if err != nil {
				return nil, err
			}
			in.ID, in.Revision = r.ID, c.Revision
			out, err := thread.Reword(ctx, tx, in)
			return &out, err
		})
	type why struct {
		Why string `json:"why"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/withdraw", "Withdraw a requirement", auth.Sell), "requirement.withdraw",
		onRequirement(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, in why) error {
			return thread.Withdraw(ctx, tx, r.ID, c.Revision, in.Why)
		}))
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/reinstate", "Take a withdrawal back", auth.Sell), "requirement.reinstate",
		onRequirement(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, _ struct{}) error {
			return thread.Reinstate(ctx, tx, r.ID, c.Revision)
		}))
	type owes struct {
		Owes *[]thread.Station `json:"owes" doc:"null goes back to the rule"`
		Why  string            `json:"why"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/owe", "Set what a requirement owes", auth.Sell), "requirement.owe",
		onRequirement(func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, r thread.Requirement, in owes) error {
			return thread.SetOwed(ctx, tx, []string{r.ID}, in.Owes, in.Why)
		}))
	type due struct {
		Station thread.Station `json:"station"`
		Due     clock.Date     `json:"due"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/date", "Give a station a date of its own", auth.Sell), "requirement.date",
		onRequirement(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, in due) error {
			return thread.SetDate(ctx, tx, r.ID, c.Revision, in.Station, in.Due)
		}))
	type mark struct {
		Feasible thread.Feasibility `json:"feasible"`
		Why      string             `json:"why"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/feasible", "Mark whether a requirement can be done", auth.Build), "requirement.feasible",
		onRequirement(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, in mark) error {
			return thread.MarkFeasible(ctx, tx, r.ID, c.Revision, in.Feasible, in.Why)
		}))
	type parts struct {
		Parts []thread.NewRequirement `json:"parts"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/split", "Split a requirement", auth.Sell), "requirement.split",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in parts) (rest.Page[thread.Requirement], error) {
			r, err := requirement(ctx, c, tx)
			if err != nil {
				return rest.Page[thread.Requirement]{}, err
			}
			all, err := thread.Split(ctx, tx, r.ID, c.Revision, in.Parts)
			return rest.Page[thread.Requirement]{Items: all}, err
		})
	type others struct {
		Others []string `json:"others" doc:"ids of the requirements that say the same"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/{id}/merge", "Merge requirements into this one", auth.Sell), "requirement.merge",
		onRequirement(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, in others) error {
			return thread.Merge(ctx, tx, r.ID, c.Revision, in.Others, c.Deal.Prefix)
		}))
}

// requirement is the one that the path's key names, inside an act.
func requirement(ctx context.Context, c *rest.Caller, tx *journal.Tx) (thread.Requirement, error) {
	return thread.HoldKey(ctx, tx, c.Deal.ID, c.ID)
}

// onRequirement makes an act on the requirement that the path names; it answers with what the
// requirement has become.
func onRequirement[In any](do func(ctx context.Context, tx *journal.Tx, c *rest.Caller, r thread.Requirement, in In) error) func(context.Context, *journal.Tx, *rest.Caller, In) (*thread.Requirement, error) {
	return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (*thread.Requirement, error) {
		r, err := requirement(ctx, c, tx)
		if err != nil {
			return nil, err
		}
		if err := do(ctx, tx, c, r, in); err != nil {
			return nil, err
		}
		out, err := journal.Load[thread.Requirement](ctx, tx, r.ID)
		return &out, err
	}
}

// bulk changes many requirements of a deal in one act.
func bulk(s *rest.Server) {
	type changedCount struct {
		Changed int `json:"changed"`
	}
	rest.Act(s, rest.On("/deals/{deal}/requirements/bulk", "Change many requirements at once: all of them, or none", auth.Sell), "requirement.bulk",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in thread.Bulk) (changedCount, error) {
			in.Deal = c.Deal.ID
			n, err := thread.EditMany(ctx, tx, in)
			return changedCount{n}, err
		})
}
