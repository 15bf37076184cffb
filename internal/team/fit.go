package team

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
)

// fits is how a person fits both roles, in whole percent.
type fits struct {
	percent map[string]int
	assumed bool // nothing was agreed of them
}

// fits are of what was agreed of a person, at the level they stand on; else of their role's own
// profile. What was not seen counts as not there.
func (w *Week) fits(ctx context.Context, r *journal.Reader, g *guide.Guide, viewer, person, held string) (fits, error) {
	out := fits{percent: map[string]int{}, assumed: true}
	ratings, level := skill.Profile(g, held), guide.Level{}
	agreed, _, err := people.AgreedOf(ctx, r, viewer, person, w.Monday.AddDays(6))
	if err != nil {
		return out, err
	}
	if len(agreed) > 0 {
		ratings, out.assumed = agreed, false
		if level, err = levelOf(ctx, r, g, person); err != nil {
			return out, err
		}
	}
	for _, to := range g.Roles {
		low, _ := skill.Fit(g, ratings, to.ID, level).Low.Float64()
		out.percent[to.ID] = int(low + 0.5)
	}
	return out, nil
}

// levelOf is the level that a person stands on; the one that weights are of, where the guide has none.
func levelOf(ctx context.Context, r *journal.Reader, g *guide.Guide, person string) (guide.Level, error) {
	s, err := people.StandingOf(ctx, r, person)
	if err != nil {
		return guide.Level{}, err
	}
	step, err := s.Now()
	if err != nil {
		return guide.Level{}, err
	}
	place, _ := people.PlaceOf(g, step.Place)
	level, err := g.Level(place.Level)
	if err != nil {
		return guide.Level{}, nil //nolint:nilerr // a step of management, or nobody said
	}
	return level, nil
}
