package team

import (
	"throughline/internal/people/guide"
	"throughline/internal/people/ladder"
	"throughline/internal/people/skill"
)

// Ahead is a step that leads on from where a person stands, with what is missing for it.
type Ahead struct {
	Place string      `json:"place"`
	Name  string      `json:"name"`
	Kind  string      `json:"kind"` // promote, switch, exit
	Where string      `json:"where,omitempty"`
	Known bool        `json:"known"` // the guide says what it needs, and something was agreed
	Gaps  []skill.Gap `json:"gaps"`
}

// ahead are the steps from a place. What a step of management needs the guide does not say.
func ahead(g *guide.Guide, at guide.Place, r skill.Ratings, agreed bool) []Ahead {
	out := []Ahead{}
	for _, m := range ladder.Next(g, at.ID) {
		for _, to := range g.Places {
			if to.ID != m.To {
				continue
			}
			a := Ahead{Place: to.ID, Name: to.Name, Kind: m.Kind, Where: m.Where, Gaps: []skill.Gap{}}
			if level, err := g.Level(to.Level); err == nil && agreed {
				a.Known, a.Gaps = true, skill.Gaps(g, r, to.Role, level)
			}
			out = append(out, a)
		}
	}
	return out
}
