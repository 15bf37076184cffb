package evaluation

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Lock names what to lock: all criteria of an evaluation, or one.
type Lock struct {
	Evaluation string `json:"evaluation"`
	Criterion  string `json:"criterion"` // empty for all
}

// LockCriteria holds criteria fast: from now on their results count, and a change makes the
// next version. A lock is never undone; editing the criterion is the way on.
func LockCriteria(ctx context.Context, tx *journal.Tx, in Lock) error {
	e, err := open(ctx, tx, in.Evaluation, 0)
	if err != nil {
		return err
	}
	all, err := CriteriaOf(ctx, tx, e)
	if err != nil {
		return err
	}
	if in.Criterion != "" {
		var one []Criterion
		for _, c := range all {
			if c.ID == in.Criterion {
				one = append(one, c)
			}
		}
		if len(one) == 0 {
			return problem.NotFound("criterion of this evaluation", in.Criterion)
		}
		all = one
	}
	open := 0
	for _, c := range all {
		if !c.Locked() {
			open++
		}
	}
	if open == 0 {
		return problem.Refuse("There is nothing to lock: every criterion is locked already.")
	}
	return lockAll(ctx, tx, all)
}

func lockAll(ctx context.Context, tx *journal.Tx, all []Criterion) error {
	for i := range all {
		c := &all[i]
		if c.Locked() {
			continue
		}
		c.LockedHash, c.LockedAt = c.terms().hash(), tx.Now()
		if c.CountsFrom.IsZero() {
			c.CountsFrom = tx.Now()
		}
		if err := journal.Update(ctx, tx, c); err != nil {
			return err
		}
	}
	return nil
}
