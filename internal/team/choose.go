package team

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// KeepIn keeps the plan of a week.
type KeepIn struct {
	Revision int64
	Week     clock.Date `json:"week"` // a day of it; this week where empty
	Anew     bool       `json:"anew"` // made as if no plan stood
}

// KeepPlan makes the plan of a week and keeps it as the actor's plan that stands. What fell away
// of the one before leaves it.
func KeepPlan(ctx context.Context, tx *journal.Tx, in KeepIn) (engagement.Plan, error) {
	p, w, err := planned(ctx, tx, in.Revision, in.Week, in.Anew)
	if err != nil {
		return p, err
	}
	p.Keep(w.Plan.Choices(), func(request string) bool { _, open := w.open[request]; return !open || w.asks(request) }, tx.Now())
	for _, f := range w.Fell {
		p.Release(f.Person, f.Request)
	}
	return p, engagement.WritePlan(ctx, tx, &p)
}

// FixIn fixes hours of a person on a request of a week.
type FixIn struct {
	Revision int64
	Week     clock.Date `json:"week"`
	Person   string     `json:"person"`
	Request  string     `json:"request"`
	Hours    int        `json:"hours"`
}

// FixChoice has every plan of the actor's keep hours of a person on a request. Against a hard rule,
// or beyond the hours that the person or the request has left, nothing is fixed.
func FixChoice(ctx context.Context, tx *journal.Tx, in FixIn) (engagement.Plan, error) {
	p, w, err := planned(ctx, tx, in.Revision, in.Week, false)
	if err != nil {
		return p, err
	}
	person, request := w.pair(in.Person, in.Request)
	if person == nil || request == nil {
		return p, problem.NotFound("choice", in.Person)
	}
	if rule := (staffing.Options{}).Closes(*person, *request); rule != "" {
		return p, problem.Refuse("%s may not take it: %s.", w.name(in.Person), rule.Says(*request))
	}
	ofPerson, ofRequest := person.Hours, request.Hours
	for _, c := range p.Fixed {
		switch {
		case c.Person == in.Person && c.Request == in.Request:
		case c.Request == in.Request:
			ofRequest -= c.Hours
		case c.Person == in.Person && w.asks(c.Request):
			ofPerson -= c.Hours
		}
	}
	var c problem.Check
	c.Fail(in.Hours > 0, "hours", "Say how many hours of the week, 1 or more.")
	c.Fail(in.Hours <= ofRequest, "hours", "The request has %d hours left to fix.", max(ofRequest, 0))
	c.Fail(in.Hours <= ofPerson, "hours", "%s has %d hours left in this week.", w.name(in.Person), max(ofPerson, 0))
	if err := c.Err(); err != nil {
		return p, err
	}
	p.Fix(staffing.Choice{Person: in.Person, Request: in.Request, Hours: in.Hours})
	return p, engagement.WritePlan(ctx, tx, &p)
}

// ReleaseIn names a choice that was fixed.
type ReleaseIn struct {
	Revision int64
	Person   string `json:"person"`
	Request  string `json:"request"`
}

// ReleaseChoice gives back to the plan what the actor fixed.
func ReleaseChoice(ctx context.Context, tx *journal.Tx, in ReleaseIn) (engagement.Plan, error) {
	p, err := engagement.HoldPlan(ctx, tx, in.Revision)
	if err != nil {
		return p, err
	}
	if !p.Release(in.Person, in.Request) {
		return p, problem.NotFound("choice", in.Person)
	}
	return p, engagement.WritePlan(ctx, tx, &p)
}

// planned holds the actor's plan and looks at the week that it is about.
func planned(ctx context.Context, tx *journal.Tx, revision int64, day clock.Date, anew bool) (engagement.Plan, Week, error) {
	p, err := engagement.HoldPlan(ctx, tx, revision)
	if err != nil {
		return p, Week{}, err
	}
	today, err := account.Today(ctx, tx)
	if err != nil {
		return p, Week{}, err
	}
	if day == "" {
		day = today
	}
	var c problem.Check
	c.Fail(day.Valid(), "week", "Is a day like 2026-11-25.")
	c.Fail(!day.Valid() || monday(day) >= monday(today), "week", "This week is over. Plan one to come.")
	if err := c.Err(); err != nil {
		return p, Week{}, err
	}
	w, err := Look(ctx, tx.Reader, View{Viewer: tx.Actor.Person, Day: day, Anew: anew})
	return p, w, err
}

// pair finds a person and a request of the week; nil for what is not in it.
func (w *Week) pair(person, request string) (p *staffing.Person, q *staffing.Request) {
	for i := range w.people {
		if w.people[i].ID == person {
			p = &w.people[i]
		}
	}
	for i := range w.requests {
		if w.requests[i].ID == request {
			q = &w.requests[i]
		}
	}
	return p, q
}
