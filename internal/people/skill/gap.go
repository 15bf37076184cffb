package skill

import (
	"cmp"
	"math/big"
	"slices"

	"throughline/internal/people/guide"
)

// Gap is one skill that a role and level need more of than was seen.
type Gap struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Have   *int   `json:"have"` // null where it was not seen
	Need   int    `json:"need"`
	Weight int    `json:"weight"`
	Steps  int    `json:"steps"` // how far, in steps of the scale; all of them where it was not seen
	Counts int    `json:"counts"`
	Says   string `json:"says"` // as the text words it, or where it comes from
}

// FromTheTable marks a gap that the table of skills gives and the text does not name.
const FromTheTable = "from the table of skills"

// Gaps are what a person lacks for a role, the ones that count most first: weight times steps,
// then the order of the table.
func Gaps(g *guide.Guide, r Ratings, role string, level guide.Level) []Gap {
	out := []Gap{}
	for _, s := range g.Skills {
		have, seen := r[s.ID]
		gap := Gap{Skill: s.ID, Name: s.Name, Need: Required(g, role, s.ID, level), Says: said(g, role, s.ID)}
		gap.Weight, _ = g.At(role, s.ID, level.ID)
		if seen {
			gap.Have = &have
		}
		if gap.Steps = gap.Need - have; gap.Steps > 0 {
			gap.Counts = gap.Weight * gap.Steps
			out = append(out, gap)
		}
	}
	slices.SortStableFunc(out, func(a, b Gap) int { return cmp.Compare(b.Counts, a.Counts) })
	return out
}

func said(g *guide.Guide, role, skill string) string {
	for _, t := range g.Transitions {
		for _, gap := range t.Gaps {
			if t.To == role && gap.Skill == skill {
				return gap.Says
			}
		}
	}
	return FromTheTable
}

// StepWorth is what one step more of a skill adds to the fit, in percent, while it is below what
// is required.
func StepWorth(g *guide.Guide, role, skill string, level guide.Level) *big.Rat {
	sum, w := 0, 0
	for _, s := range g.Skills {
		n, _ := g.At(role, s.ID, level.ID)
		sum += n
		if s.ID == skill {
			w = n
		}
	}
	if w == 0 {
		return new(big.Rat)
	}
	return big.NewRat(int64(100*w), int64(sum*Required(g, role, skill, level)))
}
