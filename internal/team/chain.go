package team

import (
	"context"
	"slices"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Chain is the people below a viewer, or all for a people administrator, each as far as the viewer
// may see them.
type Chain struct {
	Members  []Below  `json:"people"`
	Office   bool     `json:"people_administrator"` // the viewer is one
	Mean     []Middle `json:"mean"`                 // of what was agreed, by skill; empty while it is withheld
	Withheld string   `json:"withheld"`             // why the mean is not shown
}

// Below is one line of a chain.
type Below struct {
	Person string     `json:"person"`
	Name   string     `json:"name"`
	Title  string     `json:"title"`
	Place  string     `json:"place"` // as the guide names it
	Since  clock.Date `json:"since"`
	Lead   string     `json:"lead"`
	Active bool       `json:"active"`
	Load   *Busy      `json:"load,omitempty"`
	Shape  *Shape     `json:"shape,omitempty"`
	Last   clock.Date `json:"last"` // the end of the last period that was agreed
	Late   []string   `json:"late"` // who should have finished an assessment: self, lead
	Open   string     `json:"open"` // the assessment that is under way, in words
}

// Middle is the mean of what was agreed of one skill, over at least five people.
type Middle struct {
	Skill  string  `json:"skill"`
	Mean   float64 `json:"mean"`
	People int     `json:"people"`
}

// ChainOf is the viewer's chain. Whoever leads nobody and is no people administrator has none: it
// is not there for them.
func ChainOf(ctx context.Context, r *journal.Reader, g *guide.Guide, viewer string, day clock.Date) (Chain, error) {
	c := Chain{Members: []Below{}, Mean: []Middle{}}
	standings, err := people.Standings(ctx, r)
	if err != nil {
		return c, err
	}
	all, err := auth.People(ctx, r)
	if err != nil {
		return c, err
	}
	office, err := people.Administrators(ctx, r)
	if err != nil {
		return c, err
	}
	c.Office = slices.ContainsFunc(office, func(a people.Administrator) bool { return a.Person == viewer })
	under := people.Under(standings, viewer)
	if len(under) == 0 && !c.Office {
		return c, problem.NotFound("page", "team")
	}
	for _, p := range all {
		if p.ID == viewer && !c.Office || !c.Office && !under[p.ID] || !p.Active && standings[p.ID].ID == "" {
			continue
		}
		portrait, err := sketch(ctx, r, g, viewer, p.ID, day)
		if err != nil {
			return c, err
		}
		c.Members = append(c.Members, portrait.line())
	}
	c.mean(g)
	return c, nil
}

func (p *Portrait) line() Below {
	b := Below{Person: p.Person, Name: p.Name, Title: p.Title, Lead: p.Lead, Active: p.Active, Load: p.Load, Shape: p.Shape, Place: p.place.Name, Late: []string{}}
	if n := len(p.Steps); n > 0 {
		b.Since = p.Steps[n-1].Since
	}
	if p.Shape != nil {
		b.Last = p.Shape.AgreedOn
	}
	for _, a := range p.Assessments {
		b.Late = append(b.Late, a.Late...)
		if s := a.State; b.Open == "" && (s.Sealed() || s == people.BothDone || s == people.Disputed) {
			b.Open = s.Words()
		}
	}
	return b
}

// mean is over those of whom the viewer sees what was agreed; a small group is withheld.
func (c *Chain) mean(g *guide.Guide) {
	var group []string
	for _, m := range c.Members {
		if m.Last != "" {
			group = append(group, m.Person)
		}
	}
	if err := people.MayShow(group, nil); err != nil {
		c.Withheld = "something is agreed of fewer than five people"
		return
	}
	for _, s := range g.Skills {
		sum, n := 0, 0
		for _, m := range c.Members {
			if v, seen := m.Shape.Ratings[s.ID]; seen && m.Last != "" {
				sum, n = sum+v, n+1
			}
		}
		if n >= 5 {
			c.Mean = append(c.Mean, Middle{s.ID, float64(sum) / float64(n), n})
		}
	}
}
