package team

import (
	"context"
	"time"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Week is one week as a viewer may see it: what is asked for; and of those whose load they may see
// (their own, and whom they lead) who has how much room and who should take it.
type Week struct {
	Monday  clock.Date        `json:"monday"`
	Leads   bool              `json:"leads"` // there is somebody but the viewer
	Members []Member          `json:"people"`
	Asked   []Asked           `json:"requests"`
	Plan    staffing.Plan     `json:"plan"`
	people  []staffing.Person // by the order of Members
}

// Member is a person who holds one of the two roles, with their week.
type Member struct {
	Person string `json:"person"`
	Name   string `json:"name"`
	Role   string `json:"role"`
	Hours  int    `json:"hours"`  // of the week, by what they said or a full week
	Taken  int    `json:"taken"`  // by requests in hand
	Deals  int    `json:"deals"`  // open or won, theirs by role
	Stated bool   `json:"stated"` // they said their hours
	// Assumed says that nothing was agreed of them: they fit as their role\'s own profile does.
	Assumed bool `json:"assumed"`
}

// Asked is an open request with the people who cost least for it alone.
type Asked struct {
	engagement.Request
	Account string `json:"account"` // its id
	Key     string `json:"key"`     // NWF-R1
	Best    []Best `json:"best"`
}

// unsaidHours is what a request takes of a week where nobody said.
const unsaidHours = 8

// WeekOf gathers the week that a day lies in, for a viewer.
func WeekOf(ctx context.Context, r *journal.Reader, viewer string, day clock.Date) (Week, error) {
	w := Week{Monday: monday(day), Members: []Member{}, Asked: []Asked{}}
	home, err := account.Home(ctx, r)
	if err != nil {
		return w, err
	}
	if err := w.gather(ctx, r, viewer, home); err != nil {
		return w, err
	}
	requests, err := w.ask(ctx, r, home)
	if err != nil {
		return w, err
	}
	if w.Plan, err = staffing.Make(w.people, requests, staffing.Options{}); err != nil {
		return w, err
	}
	for i := range w.Asked {
		if w.Asked[i].Best, err = w.best(requests[i]); err != nil {
			return w, err
		}
	}
	return w, nil
}

func monday(day clock.Date) clock.Date {
	back := (int(day.Time().Weekday()) + 6) % 7
	return day.AddDays(-back)
}

// role is what the guide calls a person's role.
var role = map[auth.Role]string{auth.SE: "se", auth.SA: "sa"}

var (
	knownAccounts = store.SQL(`SELECT DISTINCT o.account FROM tally t JOIN opportunity o ON o.id = t.deal
		WHERE t.workspace = $1 AND o.workspace = $1 AND (t.se = $2 OR t.sa = $2 OR t.ae = $2) ORDER BY o.account LIMIT 2000`)
	dealsInHand = store.SQL(`SELECT COUNT(*) FROM tally WHERE workspace = $1 AND archived = FALSE AND phase IN ('open', 'won') AND (se = $2 OR sa = $2)`)
)

// gather finds the people whose load the viewer may see (people.Sights: self and lead), and their
// room.
func (w *Week) gather(ctx context.Context, r *journal.Reader, viewer string, home account.Workspace) error {
	all, err := auth.People(ctx, r)
	if err != nil {
		return err
	}
	said, err := engagement.Availabilities(ctx, r)
	if err != nil {
		return err
	}
	inHand, err := engagement.InHand(ctx, r)
	if err != nil {
		return err
	}
	standings, err := people.Standings(ctx, r)
	if err != nil {
		return err
	}
	led := people.Under(standings, viewer)
	for _, p := range all {
		held, holds := role[p.Role]
		if !holds || !p.Active || p.ID != viewer && !led[p.ID] {
			continue
		}
		m := Member{Person: p.ID, Name: p.Name, Role: string(p.Role), Hours: engagement.FullWeek}
		if a, ok := said[p.ID]; ok {
			m.Hours, m.Stated = a.Hours, true
		}
		for _, q := range inHand {
			if q.Person == p.ID && w.covers(q) {
				m.Taken += hoursOf(q)
			}
		}
		if m.Deals, _, err = store.One[int](ctx, r.Q, dealsInHand, r.Workspace, p.ID); err != nil {
			return err
		}
		knows, err := store.List[string](ctx, r.Q, knownAccounts, r.Workspace, p.ID)
		if err != nil {
			return err
		}
		fit, err := w.fits(ctx, r, viewer, p.ID, held)
		if err != nil {
			return err
		}
		m.Assumed, w.Leads = fit.assumed, w.Leads || p.ID != viewer
		w.Members = append(w.Members, m)
		w.people = append(w.people, staffing.Person{ID: p.ID, Hours: max(m.Hours-m.Taken, 0), Clock: w.clock(p.Zone, home), Fit: fit.percent, Knows: knows})
	}
	return nil
}

// covers says whether a request asks for hours of the week.
func (w *Week) covers(q engagement.Request) bool {
	return (q.From == "" || q.From <= w.Monday.AddDays(6)) && (q.Until == "" || q.Until >= w.Monday)
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
func (w *Week) ask(ctx context.Context, r *journal.Reader, home account.Workspace) ([]staffing.Request, error) {
	open, err := engagement.OpenRequests(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []staffing.Request
	for _, q := range open {
		if !w.covers(q) {
			continue
		}
		d, err := journal.Load[account.Opportunity](ctx, r, q.Deal)
		if problem.Of(err) == problem.Missing {
			continue
		}
		if err != nil {
			return nil, err
		}
		w.Asked = append(w.Asked, Asked{Request: q, Account: d.Account, Key: d.Prefix + "-" + q.Key()})
		out = append(out, staffing.Request{ID: q.ID, Account: d.Account, Role: "sa", Hours: hoursOf(q), Clock: w.clock(q.Zone, home)})
	}
	return out, nil
}
