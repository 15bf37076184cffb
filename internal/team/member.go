package team

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/engagement"
	"throughline/internal/engagement/staffing"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/store"
)

// Member is a person who holds one of the two roles, with their week.
type Member struct {
	Person string `json:"person"`
	Name   string `json:"name"`
	Role   string `json:"role"`
	Hours  int    `json:"hours"`  // of the week, by what they said or a full week, less their leave
	Taken  int    `json:"taken"`  // by requests in hand
	Deals  int    `json:"deals"`  // open or won, theirs by role
	Stated bool   `json:"stated"` // they said their hours
	// Assumed says that nothing was agreed of them: they fit as their role's own profile does.
	Assumed   bool     `json:"assumed"`
	Languages []string `json:"languages"`
	Grows     string   `json:"grows,omitempty"` // the other role, where they wish to grow into it and share that
	Rhythm
	Weeks []WeekLoad `json:"weeks"` // this one and those after it
	held  []engagement.Request
}

// role is what the guide calls a person's role.
var role = map[auth.Role]string{auth.SE: "se", auth.SA: "sa"}

var (
	knownAccounts = store.SQL(`SELECT DISTINCT o.account FROM tally t JOIN opportunity o ON o.id = t.deal
		WHERE t.workspace = $1 AND o.workspace = $1 AND (t.se = $2 OR t.sa = $2 OR t.ae = $2) ORDER BY o.account LIMIT 2000`)
	// An SE has a deal in hand until the handoff to those who build is complete, an SA until the one
	// to whoever runs it is.
	dealsInHand = store.SQL(`SELECT COUNT(*) FROM tally t WHERE t.workspace = $1 AND t.archived = FALSE AND t.phase IN ('open', 'won') AND (
		(t.se = $2 AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.workspace = $1 AND h.deal = t.deal AND h.crossing = '' AND h.withdrawn = '' AND h.state = 'complete'))
		OR (t.sa = $2 AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.workspace = $1 AND h.deal = t.deal AND h.crossing = 'run' AND h.withdrawn = '' AND h.state = 'complete')))`)
)

// known is what is read once for everybody.
type known struct {
	said   map[string]engagement.Availability
	inHand []engagement.Request
	limits map[string]people.Bounds
	grows  map[string]string // a person to the place they wish to move to
	guide  *guide.Guide
}

func readKnown(ctx context.Context, r *journal.Reader, standings map[string]people.Standing, viewer string) (k known, err error) {
	if k.guide, err = people.GuideOf(ctx, r); err != nil {
		return k, err
	}
	if k.said, err = engagement.Availabilities(ctx, r); err != nil {
		return k, err
	}
	if k.inHand, err = engagement.InHand(ctx, r); err != nil {
		return k, err
	}
	if k.limits, err = people.LimitsSeenBy(ctx, r, standings, viewer); err != nil {
		return k, err
	}
	k.grows, err = people.GrowthWishes(ctx, r, standings, viewer)
	return k, err
}

// gather finds the people whose load the viewer may see (people.Sights: self and lead), and their
// room.
func (w *Week) gather(ctx context.Context, r *journal.Reader, viewer string, home account.Workspace) error {
	all, err := auth.People(ctx, r)
	if err != nil {
		return err
	}
	standings, err := people.Standings(ctx, r)
	if err != nil {
		return err
	}
	k, err := readKnown(ctx, r, standings, viewer)
	if err != nil {
		return err
	}
	led := people.Under(standings, viewer)
	for _, p := range all {
		held, holds := role[p.Role]
		if !holds || !p.Active || p.ID != viewer && !led[p.ID] {
			continue
		}
		m := k.member(p, w.Monday)
		if m.Deals, _, err = store.One[int](ctx, r.Q, dealsInHand, r.Workspace, p.ID); err != nil {
			return err
		}
		knows, err := store.List[string](ctx, r.Q, knownAccounts, r.Workspace, p.ID)
		if err != nil {
			return err
		}
		fit, err := w.fits(ctx, r, k.guide, viewer, p.ID, held)
		if err != nil {
			return err
		}
		m.Assumed, w.Leads = fit.assumed, w.Leads || p.ID != viewer
		plans := staffing.Person{ID: p.ID, Hours: max(m.Hours-m.Taken, 0), Clock: w.clock(p.Zone, home), Fit: fit.percent, Knows: knows, Speaks: m.Languages}
		for _, x := range k.limits[p.ID].KeepsOff {
			plans.Conflicts = append(plans.Conflicts, x.Account)
		}
		if m.Grows != "" {
			plans.Grows = []string{m.Grows}
		}
		w.Members, w.people = append(w.Members, m), append(w.people, plans)
	}
	return nil
}

// member is what is known of a person, week by week.
func (k known) member(p auth.Person, monday clock.Date) Member {
	m := Member{Person: p.ID, Name: p.Name, Role: string(p.Role), Hours: engagement.FullWeek, Languages: []string{}, Weeks: []WeekLoad{}}
	if a, ok := k.said[p.ID]; ok {
		m.Hours, m.Stated = a.Hours, true
	}
	limits := k.limits[p.ID]
	m.Languages = append(m.Languages, limits.Languages...)
	if to, ok := people.PlaceOf(k.guide, k.grows[p.ID]); ok && to.Role != role[p.Role] {
		m.Grows = to.Role
	}
	for _, q := range k.inHand {
		if q.Person == p.ID {
			m.held = append(m.held, q)
		}
	}
	m.spread(monday, limits)
	m.Rhythm = rhythmOf(k.guide, role[p.Role], m, monday)
	return m
}
