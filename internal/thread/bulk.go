package thread

import (
	"context"
	"slices"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Bulk is one change to many requirements of a deal, in one act. What is nil stays as it is.
type Bulk struct {
	Deal      string
	IDs       []string         `json:"ids"`
	Revisions map[string]int64 `json:"revisions"` // by id, as they were read; left out, what is there is taken
	Priority  *Priority        `json:"priority"`
	Kind      *Kind            `json:"kind"`
	Group     *string          `json:"group"`
	Product   *string          `json:"product"`
	Owes      *[]Station       `json:"owes"`
	ByRule    bool             `json:"owes_by_rule"` // back to what the rule says is owed
	OwesWhy   string           `json:"owes_why"`
	Withdraw  string           `json:"withdraw"` // the reason; set, they are withdrawn
}

// maxBulk is how many requirements one act may change.
const maxBulk = 1000

// Validate says what cannot be taken.
func (in *Bulk) Validate() error {
	var c problem.Check
	c.Fail(len(in.IDs) > 0, "ids", "Choose at least one requirement.")
	c.Fail(len(in.IDs) <= maxBulk, "ids", "Are %d; at most %d go in one step.", len(in.IDs), maxBulk)
	if in.Priority != nil {
		c.OneOf("priority", string(*in.Priority), PriorityWords...)
	}
	if in.Kind != nil {
		c.OneOf("kind", string(*in.Kind), KindWords...)
	}
	for field, text := range map[string]*string{"group": in.Group, "product": in.Product} {
		if text != nil {
			c.Optional(field, *text, 120)
		}
	}
	if in.Owes != nil {
		c.Fail(!in.ByRule, "owes", "Say what is owed, or go back to the rule, not both.")
		c.Text("owes_why", in.OwesWhy, 500)
		for _, s := range *in.Owes {
			c.Fail(s >= Heard && s <= Live, "owes", "There are ten stations, from heard to live.")
		}
	}
	c.Optional("withdraw", in.Withdraw, 500)
	changes := in.Priority != nil || in.Kind != nil || in.Group != nil || in.Product != nil || in.Owes != nil || in.ByRule || in.Withdraw != ""
	c.Fail(changes, "ids", "Say what should change of them.")
	return c.Err()
}

// EditMany makes the change to every one of the requirements, or to none. It gives how many
// were changed: one that is so already is left alone, and a withdrawn one is not withdrawn again.
func EditMany(ctx context.Context, tx *journal.Tx, in Bulk) (int, error) {
	if err := in.Validate(); err != nil {
		return 0, err
	}
	if err := tx.Lock(ctx, in.Deal); err != nil {
		return 0, err
	}
	ids := slices.Clone(in.IDs)
	slices.Sort(ids) // one order for all writers, and no id twice
	changed := 0
	for _, id := range slices.Compact(ids) {
		r, err := journal.Load[Requirement](ctx, tx, id)
		if err != nil {
			return 0, err
		}
		if r.Deal != in.Deal {
			return 0, problem.NotFound("requirement", id)
		}
		if n := in.Revisions[id]; n != 0 {
			r.Revision = n
		}
		was := r.Revision
		in.apply(&r)
		if err := journal.Update(ctx, tx, &r); err != nil {
			return 0, err
		}
		if r.Revision != was {
			changed++
		}
	}
	return changed, nil
}

// apply sets what the bulk edit says. A changed priority is another meaning: it ends sign-offs.
func (in *Bulk) apply(r *Requirement) {
	if in.Priority != nil && *in.Priority != r.Priority {
		r.Priority = *in.Priority
		r.Meaning++
	}
	if in.Kind != nil {
		r.Kind = *in.Kind
	}
	if in.Group != nil {
		r.Grouping = *in.Group
	}
	if in.Product != nil {
		r.Product = *in.Product
	}
	switch {
	case in.Owes != nil:
		r.Owes, r.OwesWhy = in.Owes, in.OwesWhy
	case in.ByRule:
		r.Owes, r.OwesWhy = nil, ""
	}
	if in.Withdraw != "" && r.Withdrawn == "" {
		r.Withdrawn = in.Withdraw
	}
}
