package team

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/engagement"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// Portrait is what there is of one person for one viewer. Whatever shows a person (pages, JSON)
// shows this: what the viewer may not see is not in it.
type Portrait struct {
	Person       string             `json:"person"`
	Name         string             `json:"name"`
	Title        string             `json:"title"`
	Active       bool               `json:"active"`
	Eyes         people.Eyes        `json:"eyes"` // what the viewer is to them
	Lead         string             `json:"lead"`
	Steps        []people.Step      `json:"steps"`
	Revision     int64              `json:"revision"` // of the standing
	Load         *Busy              `json:"load,omitempty"`
	Shape        *Shape             `json:"shape,omitempty"`
	Next         []Ahead            `json:"next,omitempty"`
	Assessments  []people.Seen      `json:"assessments"`
	Plans        []people.Plan      `json:"plans"`
	Certificates []people.Held      `json:"certificates"`
	Wish         *people.WishSeen   `json:"wish,omitempty"`
	Evidence     []people.Piece     `json:"evidence"`
	Limits       *people.LimitsSeen `json:"limits,omitempty"`
	place        guide.Place
}

// Busy is what a person has in hand.
type Busy struct {
	Hours    int                  `json:"hours"`
	Taken    int                  `json:"taken"` // of the week, by requests
	Deals    []InHand             `json:"deals"`
	Requests []engagement.Request `json:"requests"`
	Tasks    []delivery.Task      `json:"tasks"`
	Late     int                  `json:"late"` // tasks
}

// InHand is a deal that is open or won, and what the person is on it.
type InHand struct {
	account.Label
	Role string `json:"role"`
}

var inHand = store.SQL(`SELECT deal, CASE WHEN se = $2 AND sa = $2 THEN 'SE and SA' WHEN se = $2 THEN 'SE' ELSE 'SA' END FROM tally
	WHERE workspace = $1 AND (se = $2 OR sa = $2) AND archived = FALSE AND phase IN ('open', 'won') ORDER BY touched_at DESC LIMIT 50`)

// PortraitOf gathers what a viewer may see of a person, by the guide in force. Somebody of whom they may see nothing is
// not there for them.
func PortraitOf(ctx context.Context, r *journal.Reader, g *guide.Guide, viewer, person string, day clock.Date) (Portrait, error) {
	p, err := sketch(ctx, r, g, viewer, person, day)
	if err != nil {
		return p, err
	}
	return p, p.fill(ctx, r, g, viewer, day)
}

// sketch is a portrait as far as a list of people needs it.
func sketch(ctx context.Context, r *journal.Reader, g *guide.Guide, viewer, person string, day clock.Date) (Portrait, error) {
	p := Portrait{Person: person, Assessments: []people.Seen{}}
	eyes, err := people.EyesOn(ctx, r, viewer, person)
	if err != nil {
		return p, err
	}
	who, err := journal.Load[auth.Person](ctx, r, person)
	if problem.Of(err) == problem.Missing || err == nil && !eyes.May(people.ReadsStanding) {
		return p, problem.NotFound("page", person)
	}
	if err != nil {
		return p, err
	}
	p.Eyes, p.Name, p.Title, p.Active = eyes, who.Name, who.Title, who.Active
	s, err := people.StandingOf(ctx, r, person)
	if err != nil {
		return p, err
	}
	p.Lead, p.Revision = s.Lead, s.Revision
	if p.Steps, err = s.Steps(); err != nil {
		return p, err
	}
	if n := len(p.Steps); n > 0 {
		p.place, _ = people.PlaceOf(g, p.Steps[n-1].Place)
	}
	if p.Assessments, err = people.SeeAll(ctx, r, viewer, person, day); err != nil {
		return p, err
	}
	if eyes.May(people.Load) {
		if p.Load, err = busy(ctx, r, person, day); err != nil {
			return p, err
		}
	}
	if eyes.May(people.AgreedRatings) {
		p.draw(g)
	}
	return p, nil
}

// fill adds what the viewer may see beyond a line of a list.
func (p *Portrait) fill(ctx context.Context, r *journal.Reader, g *guide.Guide, viewer string, day clock.Date) (err error) {
	if p.Plans, err = people.PlansOf(ctx, r, viewer, p.Person); err != nil {
		return err
	}
	if p.Evidence, err = EvidenceOf(ctx, r, viewer, p.Person); err != nil {
		return err
	}
	if w, err := people.WishOf(ctx, r, viewer, p.Person); err != nil {
		return err
	} else if w.ID != "" {
		p.Wish = &w
	}
	if l, err := people.LimitsOf(ctx, r, viewer, p.Person); err != nil {
		return err
	} else if l.ID != "" {
		p.Limits = &l
	}
	if p.Eyes.May(people.Certificates) {
		if p.Certificates, err = people.CertificatesOf(ctx, r, p.Person, day); err != nil {
			return err
		}
	}
	if p.Shape != nil {
		p.Shape.Work = people.Weigh(g.Skills, p.Evidence, day)
	}
	return nil
}

// busy is what a person has in hand.
func busy(ctx context.Context, r *journal.Reader, person string, day clock.Date) (*Busy, error) {
	b := &Busy{Hours: engagement.FullWeek, Deals: []InHand{}, Requests: []engagement.Request{}, Tasks: []delivery.Task{}}
	said, err := engagement.Availabilities(ctx, r)
	if err != nil {
		return nil, err
	}
	if a, ok := said[person]; ok {
		b.Hours = a.Hours
	}
	limits, err := people.LimitsOf(ctx, r, person, person) // whoever sees the load sees these: people.Sights
	if err != nil {
		return nil, err
	}
	week := monday(day)
	b.Hours = b.Hours * (people.WorkingDays - limits.AwayOn(week)) / people.WorkingDays
	if b.Requests, err = engagement.TakenBy(ctx, r, person); err != nil {
		return nil, err
	}
	for _, q := range b.Requests {
		if covers(week, q) {
			b.Taken += hoursOf(q)
		}
	}
	type row struct{ Deal, Role string }
	rows, err := store.List[row](ctx, r.Q, inHand, r.Workspace, person)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, x := range rows {
		ids = append(ids, x.Deal)
	}
	labels, err := account.Labels(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	for _, x := range rows {
		b.Deals = append(b.Deals, InHand{labels[x.Deal], x.Role})
	}
	return b, b.tasks(ctx, r, ids, person, day)
}

func (b *Busy) tasks(ctx context.Context, r *journal.Reader, deals []string, person string, day clock.Date) error {
	for _, deal := range deals {
		all, err := delivery.Tasks(ctx, r, deal)
		if err != nil {
			return err
		}
		for _, t := range all {
			if t.Owner == person && t.State != delivery.TaskDone {
				b.Tasks = append(b.Tasks, t)
				if t.Late(day) {
					b.Late++
				}
			}
		}
	}
	return nil
}

// Shape is a person's skills: what was agreed, what their place needs, and what their work shows.
type Shape struct {
	AgreedOn clock.Date        `json:"agreed_on"` // the last day it is about; empty where nothing was agreed
	Ratings  skill.Ratings     `json:"ratings"`
	Needs    map[string]int    `json:"needs,omitempty"`   // of their place; none where the guide has none
	Fits     map[string]string `json:"fits,omitempty"`    // role to percent at their level, or an interval
	Breadth  string            `json:"breadth,omitempty"` // percent of what their place needs, by the skills that count to it
	Depth    string            `json:"depth,omitempty"`
	Work     []people.Weighed  `json:"work"`
}

// draw makes the shape and what lies ahead, of what the viewer sees already.
func (p *Portrait) draw(g *guide.Guide) {
	s := &Shape{Ratings: skill.Ratings{}}
	for _, a := range p.Assessments {
		if v := a.AgreedValues(); len(v) > 0 {
			s.Ratings, s.AgreedOn = v, a.Until
			break
		}
	}
	if level, err := g.Level(p.place.Level); err == nil {
		s.Needs = map[string]int{}
		for _, k := range g.Skills {
			s.Needs[k.ID] = skill.Required(g, p.place.Role, k.ID, level)
		}
		if s.AgreedOn != "" {
			s.Fits = map[string]string{}
			if b, there := skill.Part(g, s.Ratings, p.place.Role, level, guide.Breadth); there {
				s.Breadth = b.String()
			}
			if d, there := skill.Part(g, s.Ratings, p.place.Role, level, guide.Depth); there {
				s.Depth = d.String()
			}
			for _, role := range g.Roles {
				s.Fits[role.ID] = skill.Fit(g, s.Ratings, role.ID, level).String()
			}
		}
	}
	p.Shape = s
	p.Next = ahead(g, p.place, s.Ratings, s.AgreedOn != "")
}
