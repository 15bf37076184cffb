package ladder

import (
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
)

// Need is how much a step asks of one skill, 1 to 5.
type Need struct {
	Skill string `json:"skill"`
	Name  string `json:"name"`
	Need  int    `json:"need"`
}

// Step is one place of the ladders with what it asks. A step of management or an exit has no
// needs and no band, since the text gives none.
type Step struct {
	guide.Place
	Rank  int          `json:"rank"` // promotions above the lowest step that leads here
	Good  string       `json:"good,omitempty"`
	Needs []Need       `json:"needs"`
	Band  *guide.Band  `json:"band,omitempty"`
	Next  []guide.Move `json:"next"`
}

// Steps are all places in the order of the guide, each with what it asks.
func Steps(g *guide.Guide) []Step {
	ranks := Ranks(g)
	var out []Step
	for _, p := range g.Places {
		s := Step{Place: p, Rank: ranks[p.ID], Needs: []Need{}, Next: Next(g, p.ID)}
		if level, err := g.Level(p.Level); err == nil && p.Role != "" {
			for _, sk := range g.Skills {
				s.Needs = append(s.Needs, Need{sk.ID, sk.Name, skill.Required(g, p.Role, sk.ID, level)})
			}
			if role, err := g.Role(p.Role); err == nil {
				s.Good = role.Good[p.Level]
			}
			if b, err := g.Band(p.Role, p.Level); err == nil {
				s.Band = &b
			}
		}
		out = append(out, s)
	}
	return out
}

// Ranks are how far up each place is: the most promotions and exits that lead to it. A guide's
// promotions go in no circle; the bound holds for exits too.
func Ranks(g *guide.Guide) map[string]int {
	ranks := map[string]int{}
	for range g.Places {
		changed := false
		for _, m := range g.Moves {
			if m.Kind != guide.Switch && ranks[m.To] < ranks[m.From]+1 {
				ranks[m.To], changed = ranks[m.From]+1, true
			}
		}
		if !changed {
			break
		}
	}
	return ranks
}
