package guide

import (
	"slices"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/table"
)

// Role finds a role by its id.
func (g *Guide) Role(id string) (Role, error) {
	for _, r := range g.Roles {
		if r.ID == id {
			return r, nil
		}
	}
	return Role{}, problem.New(problem.Invalid, "There is no role %q; there are %s.", table.Clip(id), names(g.Roles, func(r Role) string { return r.ID }))
}

// Level finds a level by its id.
func (g *Guide) Level(id string) (Level, error) {
	for _, l := range g.Levels {
		if l.ID == id {
			return l, nil
		}
	}
	return Level{}, problem.New(problem.Invalid, "There is no level %q; there are %s.", table.Clip(id), names(g.Levels, func(l Level) string { return l.ID }))
}

// Band is a role's band at a level. Where there is none there is no figure: it is never guessed
// from the levels beside it.
func (g *Guide) Band(role, level string) (Band, error) {
	for _, b := range g.Bands {
		if b.Role == role && b.Level == level {
			return b, nil
		}
	}
	return Band{}, problem.New(problem.Invalid, "There is no band of %s at %s: no data.", table.Clip(role), table.Clip(level))
}

// SplitsOf are the splits that a role has.
func (g *Guide) SplitsOf(role string) []Split {
	var all []Split
	for _, s := range g.Splits {
		if s.Role == role {
			all = append(all, s.Split)
		}
	}
	return all
}

// Weight is how much a role needs a skill, 0 to 5; of one that is said level by level, at the level
// whose step is 0.
func (g *Guide) Weight(role, skill string) int {
	i := slices.IndexFunc(g.Weights, func(w Weight) bool { return w.Role == role && w.Skill == skill })
	switch {
	case i < 0:
		return 0
	case g.Weights[i].Levels != nil:
		return g.Weights[i].Levels[g.middle()]
	case g.Weights[i].Word != "":
		return g.Words[g.Weights[i].Word]
	}
	return g.Weights[i].Derived
}

// middle is the level that weights are of: the one whose step is 0, else the first.
func (g *Guide) middle() string {
	for _, l := range g.Levels {
		if l.Step == 0 {
			return l.ID
		}
	}
	return g.Levels[0].ID
}

// At is what a skill counts for a role at a level, 0 to 5, and whether the guide says it of the
// level itself; if not it is the role's weight.
func (g *Guide) At(role, skill, level string) (n int, said bool) {
	for _, w := range g.Weights {
		if w.Role == role && w.Skill == skill && w.Levels != nil {
			if n, said = w.Levels[level]; said {
				return n, true
			}
		}
	}
	return g.Weight(role, skill), false
}

// Cite is a source as people read it.
func (g *Guide) Cite(id string) string {
	for _, s := range g.Sources {
		if s.ID == id {
			return s.Name + ", " + s.Date
		}
	}
	return id
}

func names[T any](rows []T, id func(T) string) string {
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = id(r)
	}
	return strings.Join(all, ", ")
}

func (g *Guide) shortOf(role string) string {
	if r, err := g.Role(role); err == nil {
		return r.Short
	}
	return role
}

func (g *Guide) levelName(level string) string {
	if l, err := g.Level(level); err == nil {
		return l.Name
	}
	return level
}

func (g *Guide) skillName(id string) string {
	for _, s := range g.Skills {
		if s.ID == id {
			return s.Name
		}
	}
	return id
}

func (g *Guide) placeName(id string) string {
	for _, p := range g.Places {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}
