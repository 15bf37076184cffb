package engagement

import (
	"context"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Plan is who works on what as one planner keeps it: a draft that moves nobody, and the planner's
// own, for it tells of the weeks of whom they lead. Naming somebody for a request (Take) is the
// act that counts.
type Plan struct {
	journal.Row
	Planner string            `db:"planner" json:"planner"`
	KeptAt  clock.Instant     `db:"kept_at" json:"kept_at"`    // 0 where none was kept yet
	Stands  []staffing.Choice `db:"stands,json" json:"stands"` // the plan that was kept last
	Fixed   []staffing.Choice `db:"fixed,json" json:"fixed"`   // what the planner fixed
}

var planKind = journal.Declare[Plan]("staffing_plan", "staffing_plan")

var planOf = journal.Where[Plan](planKind, "deal = '' AND planner = $2")

// PlanOf is a planner's plan; one without an id where they have none.
func PlanOf(ctx context.Context, r *journal.Reader, planner string) (Plan, error) {
	p, there, err := planOf.One(ctx, r, planner)
	if !there {
		p = Plan{Planner: planner, Stands: []staffing.Choice{}, Fixed: []staffing.Choice{}}
	}
	return p, err
}

// Keep makes choices the plan that stands. Choices of requests that these choices are not about
// stay; about says which are.
func (p *Plan) Keep(choices []staffing.Choice, about func(request string) bool, at clock.Instant) {
	p.Stands = slices.DeleteFunc(p.Stands, func(c staffing.Choice) bool { return about(c.Request) })
	p.Stands, p.KeptAt = append(p.Stands, choices...), at
}

// Fix fixes hours of a person on a request, in place of those that were fixed.
func (p *Plan) Fix(c staffing.Choice) {
	p.Release(c.Person, c.Request)
	p.Fixed = append(p.Fixed, c)
}

// Release takes what was fixed of a person on a request, and says whether there was any.
func (p *Plan) Release(person, request string) bool {
	n := len(p.Fixed)
	p.Fixed = slices.DeleteFunc(p.Fixed, func(c staffing.Choice) bool { return c.Person == person && c.Request == request })
	return len(p.Fixed) < n
}

// HoldPlan takes the actor's plan at its revision, to change it.
func HoldPlan(ctx context.Context, tx *journal.Tx, revision int64) (Plan, error) {
	p, err := PlanOf(ctx, tx.Reader, tx.Actor.Person)
	if err == nil && revision != 0 && revision != p.Revision {
		// what stands tells of other people's weeks: the problem does not carry it
		err = problem.New(problem.Stale, "This was changed while you were at it. Look again and repeat.")
	}
	return p, err
}

// WritePlan writes a plan that was held.
func WritePlan(ctx context.Context, tx *journal.Tx, p *Plan) error {
	if p.ID == "" {
		return journal.Insert(ctx, tx, p)
	}
	return journal.Update(ctx, tx, p)
}
