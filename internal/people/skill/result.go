package skill

import (
	"slices"

	"throughline/internal/people/guide"
)

// Result is what a sheet of answers and ratings says of each role, never a verdict alone.
type Result struct {
	Roles      []Liking `json:"roles"`
	Preference *string  `json:"preference"` // −1 to 1, null unless all six are answered
	Skills     *Skilled `json:"skills"`     // null without ratings
	Note       string   `json:"note"`
}

// Skilled is how a person's ratings fit each role at a level.
type Skilled struct {
	Level string  `json:"level"`
	SE    Between `json:"se_pct"`
	SA    Between `json:"sa_pct"`
	Lean  string  `json:"lean"` // se, sa, both, or empty where three scales disagree or too little was seen
}

// note stands below every result.
const note = "What you like and what you can do are kept apart, and neither decides. Nothing is stored."

// Judge says what a sheet says. Questions left out are open, skills left out were not seen.
func Judge(g *guide.Guide, s Sheet) (Result, error) {
	out := Result{Note: note}
	if err := s.Questions.Check(g); err != nil {
		return out, err
	}
	if err := s.Skills.Check(g.Skills); err != nil {
		return out, err
	}
	out.Roles = Likings(g, s.Questions)
	if pref, err := Preference(g, s.Questions); err == nil {
		text := pref.RatString()
		out.Preference = &text
	}
	if len(s.Skills) == 0 {
		return out, nil
	}
	level, err := LevelOf(g, s.Level)
	if err != nil {
		return out, err
	}
	out.Skills = &Skilled{level.ID, Fit(g, s.Skills, "se", level), Fit(g, s.Skills, "sa", level), LeanOf(g, s.Skills, level).To}
	return out, nil
}

// LevelOf is a level by its id; without one, the level whose step is 0.
func LevelOf(g *guide.Guide, id string) (guide.Level, error) {
	if id != "" {
		return g.Level(id)
	}
	for _, l := range g.Levels {
		if l.Step == 0 {
			return l, nil
		}
	}
	return g.Levels[0], nil
}

// Missing is what somebody lacks for a role at a level.
type Missing struct {
	To        string            `json:"to"`
	Level     string            `json:"level"`
	Readiness Between           `json:"readiness_pct"`
	Breadth   *Between          `json:"breadth_pct,omitempty"` // by the skills that count to it alone
	Depth     *Between          `json:"depth_pct,omitempty"`
	Points    int               `json:"points"`
	Of        int               `json:"of"`
	Gaps      []Gap             `json:"gaps"`
	Usual     *guide.Transition `json:"usual,omitempty"`
}

// ToReach is what ratings lack for a role; from names the role they come from, where that is known.
func ToReach(g *guide.Guide, r Ratings, from, to string, level guide.Level) Missing {
	out := Missing{To: to, Level: level.ID, Readiness: Fit(g, r, to, level), Gaps: Gaps(g, r, to, level)}
	if b, there := Part(g, r, to, level, guide.Breadth); there {
		out.Breadth = &b
	}
	if d, there := Part(g, r, to, level, guide.Depth); there {
		out.Depth = &d
	}
	for _, gap := range out.Gaps {
		out.Points += gap.Steps
	}
	for _, sk := range g.Skills {
		out.Of += Required(g, to, sk.ID, level)
	}
	if i := slices.IndexFunc(g.Transitions, func(t guide.Transition) bool { return t.From == from && t.To == to }); i >= 0 {
		out.Usual = &g.Transitions[i]
	}
	return out
}
