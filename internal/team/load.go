package team

import (
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/people"
	"throughline/internal/people/guide"
)

// WeekLoad is one week of a person.
type WeekLoad struct {
	Monday  clock.Date `json:"monday"`
	Hours   int        `json:"hours"`   // that they can give, less their leave
	Away    int        `json:"away"`    // working days of leave
	Taken   int        `json:"taken"`   // by requests in hand
	Planned int        `json:"planned"` // by the plan of the first week, as long as its requests last
}

// Free are the hours that nothing takes yet.
func (l WeekLoad) Free() int { return max(l.Hours-l.Taken, 0) }

// weeksAhead is how far load is shown, the first week among them.
const weeksAhead = 8

// spread lays out the person's weeks; Hours and Taken become those of the first.
func (m *Member) spread(first clock.Date, limits people.Bounds) {
	for i := range weeksAhead {
		l := WeekLoad{Monday: first.AddDays(7 * i)}
		l.Away = limits.AwayOn(l.Monday)
		l.Hours = m.Hours * (people.WorkingDays - l.Away) / people.WorkingDays
		for _, q := range m.held {
			if covers(l.Monday, q) {
				l.Taken += hoursOf(q)
			}
		}
		m.Weeks = append(m.Weeks, l)
	}
	m.Hours, m.Taken = m.Weeks[0].Hours, m.Weeks[0].Taken
}

// lay adds the hours of the plan to the weeks that its requests ask for.
func (w *Week) lay() {
	asked := map[string]engagement.Request{}
	for _, q := range w.Asked {
		asked[q.ID] = q.Request
	}
	for _, a := range w.Plan.Assignments {
		for i, m := range w.Members {
			if m.Person != a.Person {
				continue
			}
			for k, l := range m.Weeks {
				if covers(l.Monday, asked[a.Request]) {
					w.Members[i].Weeks[k].Planned += a.Hours
				}
			}
		}
	}
}

// Rhythm holds a person's load against the timescale of their role: an SE's work is hours to days,
// so the next two weeks say whether there is room; an SA's is weeks to months.
type Rhythm struct {
	Timescale string `json:"timescale"` // in the guide's words
	Horizon   int    `json:"horizon"`   // weeks that the role looks ahead
	Room      int    `json:"room"`      // hours free within the horizon
	Longest   int    `json:"longest"`   // weeks of the longest piece in hand; 0 where there is none
	Open      bool   `json:"open_end"`  // a piece in hand has no end
	Strays    string `json:"strays,omitempty"`
}

// horizons are the weeks that a role's timescale reaches: ours; the text says hours to days, and
// weeks to months.
var horizons = map[string]int{"se": 2, "sa": weeksAhead}

func rhythmOf(g *guide.Guide, role string, m Member, first clock.Date) Rhythm {
	r := Rhythm{Horizon: horizons[role]}
	for _, one := range g.Roles {
		if one.ID == role {
			r.Timescale = one.Timescale
		}
	}
	for _, l := range m.Weeks[:r.Horizon] {
		r.Room += l.Free()
	}
	for _, q := range m.held {
		if q.Until == "" {
			r.Open = true
			continue
		}
		from := q.From
		if from == "" {
			from = first
		}
		r.Longest = max(r.Longest, (int(q.Until.Time().Sub(from.Time()).Hours()/24)+7)/7)
	}
	switch {
	case role == "se" && r.Open:
		r.Strays = "a piece in hand has no end, and an SE’s work is " + r.Timescale
	case role == "se" && r.Longest > r.Horizon:
		r.Strays = fmt.Sprintf("a piece in hand lasts %d weeks, and an SE’s work is %s", r.Longest, r.Timescale)
	case role == "sa" && r.Room == 0:
		r.Strays = fmt.Sprintf("no hour is free in %d weeks", r.Horizon)
	}
	return r
}
