package team

import (
	"context"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Week is one week as a viewer may see it: what is asked for; and of those whose load they may see
// (their own, and whom they lead) who has how much room and who should take it.
type Week struct {
	Monday   clock.Date        `json:"monday"`
	Leads    bool              `json:"leads"` // there is somebody but the viewer
	Members  []Member          `json:"people"`
	Asked    []Asked           `json:"requests"`
	Over     []Asked           `json:"over"` // open still, though the weeks they ask for are over
	Plan     staffing.Plan     `json:"plan"`
	Kept     clock.Instant     `json:"kept_at"`  // when the viewer's plan was kept; 0 where none stands
	Revision int64             `json:"revision"` // of that plan
	Fell     []Fell            `json:"fell_away"`
	Reasons  []Reason          `json:"reasons,omitempty"` // why not each of them, for the request that was asked about
	people   []staffing.Person // by the order of Members
	requests []staffing.Request
	open     map[string]engagement.Request // all open requests
	draft    engagement.Plan
	anew     bool
}

// Asked is an open request with the people who cost least for it alone.
type Asked struct {
	engagement.Request
	Account string `json:"account"` // its id
	Key     string `json:"key"`     // NWF-R1
	Takes   int    `json:"takes"`   // hours of a week, said or usual
	Best    []Best `json:"best"`
}

// View is how a week is looked at.
type View struct {
	Viewer string
	Day    clock.Date // in the week
	Anew   bool       // as if no plan stood
	Why    string     // a request: why not each of the people
}

// unsaidHours is what a request takes of a week where nobody said.
const unsaidHours = 8

// WeekOf gathers the week that a day lies in, for a viewer.
func WeekOf(ctx context.Context, r *journal.Reader, viewer string, day clock.Date) (Week, error) {
	return Look(ctx, r, View{Viewer: viewer, Day: day})
}

// Look gathers a week.
func Look(ctx context.Context, r *journal.Reader, v View) (Week, error) {
	w := Week{Monday: monday(v.Day), Members: []Member{}, Asked: []Asked{}, Over: []Asked{}, Fell: []Fell{}, anew: v.Anew}
	home, err := account.Home(ctx, r)
	if err != nil {
		return w, err
	}
	if err := w.gather(ctx, r, v.Viewer, home); err != nil {
		return w, err
	}
	if err := w.ask(ctx, r, home); err != nil {
		return w, err
	}
	if err := w.plan(ctx, r, v.Viewer); err != nil {
		return w, err
	}
	for i := range w.Asked {
		if w.Asked[i].Best, err = w.best(w.requests[i]); err != nil {
			return w, err
		}
	}
	if w.Leads { // of one person alone no plan is told
		w.lay()
	}
	return w, w.reason(v.Why)
}

func monday(day clock.Date) clock.Date {
	back := (int(day.Time().Weekday()) + 6) % 7
	return day.AddDays(-back)
}

// covers says whether a request asks for hours of the week from a Monday.
func covers(monday clock.Date, q engagement.Request) bool {
	return (q.From == "" || q.From <= monday.AddDays(6)) && (q.Until == "" || q.Until >= monday)
}

func hoursOf(q engagement.Request) int {
	if q.Hours == 0 {
		return unsaidHours
	}
	return q.Hours
}

// clock is how far a zone is from UTC in the week, in minutes; an empty zone is the workspace's.
func (w *Week) clock(zone string, home account.Workspace) int {
	at := w.Monday.Time().Add(12 * time.Hour)
	place := home.Location()
	if zone != "" {
		if z, err := time.LoadLocation(zone); err == nil { // looked at when it was set
			place = z
		}
	}
	_, seconds := at.In(place).Zone()
	return seconds / 60
}

// ask finds what is asked for in the week.
func (w *Week) ask(ctx context.Context, r *journal.Reader, home account.Workspace) error {
	open, err := engagement.OpenRequests(ctx, r)
	if err != nil {
		return err
	}
	w.open = map[string]engagement.Request{}
	for _, q := range open {
		over := q.Until != "" && q.Until < w.Monday
		w.open[q.ID] = q
		if !over && !covers(w.Monday, q) {
			continue
		}
		d, err := journal.Load[account.Opportunity](ctx, r, q.Deal)
		if problem.Of(err) == problem.Missing {
			continue
		}
		if err != nil {
			return err
		}
		a := Asked{Request: q, Account: d.Account, Key: d.Prefix + "-" + q.Key(), Takes: hoursOf(q), Best: []Best{}}
		if over {
			w.Over = append(w.Over, a)
			continue
		}
		w.Asked = append(w.Asked, a)
		w.requests = append(w.requests, staffing.Request{ID: q.ID, Account: d.Account, Role: "sa", Hours: a.Takes, Clock: w.clock(q.Zone, home), Language: q.Language})
	}
	return nil
}
