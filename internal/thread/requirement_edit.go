package thread

import (
	"context"
	"reflect"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Edit is new wording for a requirement. SameMeaning keeps its sign-offs when only the words
// change; a changed measure, priority or kind always ends them.
type Edit struct {
	ID          string
	Revision    int64
	Statement   string   `json:"statement"`
	Kind        Kind     `json:"kind"`
	Priority    Priority `json:"priority"`
	Measure     *Measure `json:"measure"`
	Group       string   `json:"group"`
	Product     string   `json:"product"`
	RaisedBy    string   `json:"raised_by"`
	SameMeaning bool     `json:"same_meaning"`
}

// Reword edits a requirement.
func Reword(ctx context.Context, tx *journal.Tx, in Edit) (Requirement, error) {
	var c problem.Check
	checkWording(&c, in.Statement, in.Kind, in.Priority, in.Measure)
	c.Optional("group", in.Group, 120)
	if err := c.Err(); err != nil {
		return Requirement{}, err
	}
	r, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return r, err
	}
	if r.Priority != in.Priority || !reflect.DeepEqual(r.Measure, in.Measure) || r.Statement != in.Statement && !in.SameMeaning {
		r.Meaning++
	}
	r.Statement, r.Kind, r.Priority, r.Measure = in.Statement, in.Kind, in.Priority, in.Measure
	r.Grouping, r.Product, r.RaisedBy = in.Group, in.Product, in.RaisedBy
	return r, journal.Update(ctx, tx, &r)
}

// open loads a requirement for a change of the revision that was read; 0 takes what is there.
func open(ctx context.Context, tx *journal.Tx, id string, revision int64) (Requirement, error) {
	r, err := journal.Hold[Requirement](ctx, tx, id)
	if err != nil {
		return r, err
	}
	if revision != 0 {
		r.Revision = revision // Update refuses when another came between
	}
	return r, nil
}

// Withdraw takes a requirement out, with the reason. It owes nothing and stays readable.
func Withdraw(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) error {
	var c problem.Check
	c.Text("why", why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	r, err := open(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	if r.Withdrawn != "" {
		return problem.Refuse("This requirement was withdrawn already.")
	}
	r.Withdrawn = why
	return journal.Update(ctx, tx, &r)
}

// Reinstate takes a withdrawal back.
func Reinstate(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	r, err := open(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	r.Withdrawn = ""
	return journal.Update(ctx, tx, &r)
}

// SetOwed says what requirements owe in place of the rule, with a reason, for many at once.
// A nil list goes back to the rule.
func SetOwed(ctx context.Context, tx *journal.Tx, ids []string, owes *[]Station, why string) error {
	var c problem.Check
	if owes != nil {
		c.Text("why", why, 500)
		for _, s := range *owes {
			c.Fail(s >= Heard && s <= Live, "owes", "There are ten stations, from heard to live.")
		}
	} else {
		why = ""
	}
	if err := c.Err(); err != nil {
		return err
	}
	for _, id := range ids {
		r, err := open(ctx, tx, id, 0)
		if err != nil {
			return err
		}
		r.Owes, r.OwesWhy = owes, why
		if err := journal.Update(ctx, tx, &r); err != nil {
			return err
		}
	}
	return nil
}

// SetDate gives a station of a requirement a date of its own; the empty date goes back to the deal's.
func SetDate(ctx context.Context, tx *journal.Tx, id string, revision int64, s Station, due clock.Date) error {
	r, err := open(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	dates := map[string]clock.Date{}
	for k, v := range r.Dates {
		dates[k] = v
	}
	dates[s.String()] = due
	if due == "" {
		delete(dates, s.String())
	}
	r.Dates = dates
	return journal.Update(ctx, tx, &r)
}

// MarkFeasible is an SA's mark on a requirement.
func MarkFeasible(ctx context.Context, tx *journal.Tx, id string, revision int64, f Feasibility, why string) error {
	var c problem.Check
	c.OneOf("feasible", string(f), "", string(CanBeDone), string(WithEffort), string(CannotBe))
	c.Optional("why", why, 500)
	c.Fail(f != CannotBe || why != "", "why", "Say what stands in the way.")
	if err := c.Err(); err != nil {
		return err
	}
	r, err := open(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	r.Feasible, r.FeasibleBy, r.FeasibleWhy = f, tx.Actor.Person, why
	return journal.Update(ctx, tx, &r)
}
