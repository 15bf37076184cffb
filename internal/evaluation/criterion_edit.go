package evaluation

import (
	"context"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// EditCriterion changes a criterion. After its lock that makes the next version, which is
// locked anew; the version before stays readable. Results of a changed test (its statement,
// measure or method) become trial runs; they stand when only weight, must or who runs it changed.
func EditCriterion(ctx context.Context, tx *journal.Tx, in NewCriterion) (Criterion, error) {
	c, err := openCriterion(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return c, err
	}
	if err := in.ready(ctx, tx, c.Deal); err != nil {
		return c, err
	}
	was, from := c.terms(), c.Requirement
	c.take(in)
	now := c.terms()
	if c.Locked() && (!reflect.DeepEqual(was, now) || from != c.Requirement) {
		c.Earlier = append(append([]Terms{}, c.Earlier...), was)
		c.Version++
		c.LockedAt, c.LockedHash = clock.Instant{}, ""
		if was.Statement != now.Statement || was.Method != now.Method || !reflect.DeepEqual(was.Measure, now.Measure) {
			c.CountsFrom = clock.Instant{}
		}
	}
	if err := journal.Update(ctx, tx, &c); err != nil {
		return c, err
	}
	return c, c.connect(ctx, tx)
}

// openCriterion loads a criterion of an evaluation that is not over, its deal locked.
func openCriterion(ctx context.Context, tx *journal.Tx, id string, revision int64) (Criterion, error) {
	c, err := journal.Load[Criterion](ctx, tx, id)
	if err != nil {
		return c, err
	}
	if _, err := open(ctx, tx, c.Evaluation, 0); err != nil {
		return c, err
	}
	if c, err = journal.Load[Criterion](ctx, tx, id); err != nil {
		return c, err
	}
	if revision != 0 {
		c.Revision = revision
	}
	return c, nil
}

// Removal names a criterion to take out.
type Removal struct {
	ID       string
	Revision int64
}

// RemoveCriterion takes out a criterion that was never locked and has no result.
func RemoveCriterion(ctx context.Context, tx *journal.Tx, in Removal) error {
	c, err := openCriterion(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return err
	}
	if c.Locked() || len(c.Earlier) > 0 {
		return problem.Refuse("Criterion %s was agreed to. Have it waived by the customer, or withdraw the evaluation.", c.Key())
	}
	results, err := journal.List[Result](ctx, tx, c.Deal)
	if err != nil {
		return err
	}
	for _, r := range results {
		if r.Criterion == c.ID {
			return problem.Refuse("Criterion %s has a result already and stays.", c.Key())
		}
	}
	c.Requirement = ""
	if err := c.connect(ctx, tx); err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &c)
}
