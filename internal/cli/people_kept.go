package cli

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
)

// keptGaps are the gaps of a person out of a data folder.
type keptGaps struct {
	Person   string     `json:"person"`
	AgreedOn clock.Date `json:"agreed_on"` // the last day of the period that the ratings are about
	skill.Missing
}

// kept lists the gaps of somebody of the data folder, by what they and their lead agreed on last.
// What is sealed, or was not agreed, is never read.
func (c peopleGap) kept(ctx context.Context, p *Parts) error {
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	r, err := reader(ctx, h, c.Workspace)
	if err != nil {
		return err
	}
	g, err := c.guideOf(ctx, r)
	if err != nil {
		return err
	}
	role, err := g.Role(c.To)
	if err != nil {
		return use(err)
	}
	who, err := findPerson(ctx, r, c.Person)
	if err != nil {
		return err
	}
	home, err := account.Home(ctx, r)
	if err != nil {
		return err
	}
	ratings, on, err := people.AgreedOf(ctx, r, who.ID, who.ID, clock.Now(ctx).In(home.Location()))
	if err != nil {
		return err
	}
	if len(ratings) == 0 {
		return problem.Refuse("Nothing is agreed of %s yet. Gaps are worked out once they and their lead have both finished an assessment and agreed.", who.Name)
	}
	from, level, err := c.stands(ctx, r, g, who.ID)
	if err != nil {
		return err
	}
	out := keptGaps{who.Name, on, skill.ToReach(g, ratings, from, c.To, level)}
	if c.JSON {
		return printJSON(p.Out, out)
	}
	fmt.Fprintf(p.Out, "%s, by what was agreed for the time to %s.\n", who.Name, on)
	printGaps(p.Out, role, out.Missing)
	return nil
}

// guideOf is the guide of the file given, else the one in force in the workspace.
func (c peopleGap) guideOf(ctx context.Context, r *journal.Reader) (*guide.Guide, error) {
	if c.Guide != "" {
		return c.load()
	}
	return people.GuideOf(ctx, r)
}

// stands is the role a person holds, and the level asked for, else theirs.
func (c peopleGap) stands(ctx context.Context, r *journal.Reader, g *guide.Guide, person string) (role string, level guide.Level, err error) {
	s, err := people.StandingOf(ctx, r, person)
	if err != nil {
		return "", level, err
	}
	now, err := s.Now()
	if err != nil {
		return "", level, err
	}
	at, _ := people.PlaceOf(g, now.Place)
	id := c.Level
	if id == "" {
		id = at.Level
	}
	if level, err = skill.LevelOf(g, id); err != nil {
		err = use(err)
	}
	return at.Role, level, err
}

// findPerson is somebody of the workspace by mail address or exact name.
func findPerson(ctx context.Context, r *journal.Reader, name string) (auth.Person, error) {
	all, err := auth.People(ctx, r)
	if err != nil {
		return auth.Person{}, err
	}
	var found []auth.Person
	for _, p := range all {
		if p.Email == name {
			return p, nil
		}
		if p.Name == name {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return auth.Person{}, problem.New(problem.Missing, "Nobody here has the mail address or exact name %q.", name)
	}
	return auth.Person{}, problem.New(problem.Invalid, "%d people are called %q. Give the mail address.", len(found), name)
}
