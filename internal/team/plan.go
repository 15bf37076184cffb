package team

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Fell is a choice of the viewer's plan that does not hold any more, with the reason.
type Fell struct {
	Person  string `json:"person"`
	Name    string `json:"name"`
	Request string `json:"request"`
	Key     string `json:"key"`
	Hours   int    `json:"hours"`
	Fixed   bool   `json:"fixed"`
	Why     string `json:"why"`
}

// plan makes the plan of the week beside the one that stands.
func (w *Week) plan(ctx context.Context, r *journal.Reader, viewer string) (err error) {
	if w.draft, err = engagement.PlanOf(ctx, r, viewer); err != nil {
		return err
	}
	w.Kept, w.Revision = w.draft.KeptAt, w.draft.Revision
	var o staffing.Options
	if o.Locked, err = w.holding(ctx, r, w.draft.Fixed, true); err != nil {
		return err
	}
	stands, err := w.holding(ctx, r, w.draft.Stands, false)
	if err != nil {
		return err
	}
	if !w.anew && !w.Kept.IsZero() {
		o.Present, o.Move = stands, staffing.UsualMove
	}
	w.Plan, err = staffing.Make(w.people, w.requests, o)
	return err
}

// holding are the choices that still hold in this week. Those that fell away are kept in Fell; those
// of other weeks are neither.
func (w *Week) holding(ctx context.Context, r *journal.Reader, all []staffing.Choice, fixed bool) ([]staffing.Choice, error) {
	var out []staffing.Choice
	for _, c := range all {
		f := Fell{Person: c.Person, Request: c.Request, Hours: c.Hours, Fixed: fixed}
		fell, err := w.fellAway(ctx, r, &f)
		if err != nil {
			return nil, err
		}
		switch {
		case fell && f.Why != "":
			w.Fell = append(w.Fell, f)
		case !fell && w.asks(c.Request):
			out = append(out, c)
		}
	}
	return out, nil
}

// asks says whether a request is one of this week.
func (w *Week) asks(request string) bool {
	for _, q := range w.Asked {
		if q.ID == request {
			return true
		}
	}
	return false
}

// fellAway says whether a choice does not hold any more; a plan that came true has no reason.
func (w *Week) fellAway(ctx context.Context, r *journal.Reader, f *Fell) (bool, error) {
	q, err := journal.Load[engagement.Request](ctx, r, f.Request)
	if problem.Of(err) == problem.Missing {
		f.Name, f.Key, f.Why = w.name(f.Person), "a request", "the request was deleted"
		return true, nil
	}
	if err != nil {
		return false, err
	}
	p, err := journal.Load[auth.Person](ctx, r, f.Person)
	if err != nil && problem.Of(err) != problem.Missing {
		return false, err
	}
	if f.Name = p.Name; f.Name == "" {
		f.Name = "somebody"
	}
	if f.Key, err = keyOf(ctx, r, q); err != nil {
		return false, err
	}
	_, holds := role[p.Role]
	switch {
	case q.State == engagement.Taken && q.Person == f.Person:
		return true, nil
	case !q.Open():
		f.Why = fmt.Sprintf("the request is %s", q.State)
	case p.ID == "" || !p.Active:
		f.Why = "they are not here any more"
	case !holds:
		f.Why = "they hold neither role any more"
	case w.name(f.Person) == "":
		f.Why = "you do not lead them any more"
	default:
		return false, nil
	}
	return true, nil
}

func keyOf(ctx context.Context, r *journal.Reader, q engagement.Request) (string, error) {
	d, err := journal.Load[account.Opportunity](ctx, r, q.Deal)
	if problem.Of(err) == problem.Missing {
		return q.Key(), nil
	}
	return d.Prefix + "-" + q.Key(), err
}

// name is a member's name; empty for whom the viewer does not see.
func (w *Week) name(person string) string {
	for _, m := range w.Members {
		if m.Person == person {
			return m.Name
		}
	}
	return ""
}
