package people

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/table"
)

// SkillIn is a company's own skill on top of the text's. Revision is the own guide's.
type SkillIn struct {
	ID       string // of the skill; empty to add one
	Revision int64
	Name     string `json:"name"`
	Scale    string `json:"scale"`  // one of the guide's; empty for its first
	Counts   string `json:"counts"` // breadth, depth or empty
	// Weights say how much each role needs it at each level, 0 to 5.
	Weights map[string]map[string]int `json:"weights"`
	Says    string                    `json:"says"` // what fills a gap of it
	Station string                    `json:"station"`
	Seen    string                    `json:"seen"`
	// Work is what counts as evidence of it, of guide.Works; empty for nothing.
	Work []string `json:"work"`
}

// Validate says what cannot be taken.
func (in SkillIn) Validate(g *guide.Guide) error {
	var c problem.Check
	c.Text("name", in.Name, 80)
	c.Fail(in.Scale == "" || slices.ContainsFunc(g.Scales, func(s guide.Scale) bool { return s.ID == in.Scale }), "scale", "Is no scale of the guide.")
	c.Fail(in.Counts == "" || in.Counts == guide.Breadth || in.Counts == guide.Depth, "counts", "Say breadth, depth or neither.")
	for _, r := range g.Roles {
		for _, l := range g.Levels {
			n, said := in.Weights[r.ID][l.ID]
			c.Fail(said && n >= 0 && n <= 5, "weights."+r.ID+"."+l.ID, "Give a weight from 0, not needed, to 5.")
		}
	}
	for role, levels := range in.Weights {
		_, err := g.Role(role)
		c.Fail(err == nil, "weights."+role, "Is no role of the guide.")
		for level := range levels {
			_, err := g.Level(level)
			c.Fail(err == nil, "weights."+role+"."+level, "Is no level of the guide.")
		}
	}
	c.Text("says", in.Says, 300)
	c.Text("seen", in.Seen, 300)
	c.Text("station", in.Station, 20)
	for _, w := range in.Work {
		c.Fail(slices.Contains(guide.Works, w), "work", "%q is no work that the product records; there are %s.", table.Clip(w), strings.Join(guide.Works, ", "))
	}
	return c.Err()
}

// KeepSkill adds a company's own skill to the guide in force, or changes one. The text's own skills
// are changed in the file alone.
func KeepSkill(ctx context.Context, tx *journal.Tx, in SkillIn) (OwnGuide, error) {
	had, g, err := written(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	if err := in.Validate(g); err != nil {
		return had, err
	}
	s := guide.Skill{ID: in.ID, Name: in.Name, Scale: in.Scale, Counts: in.Counts, Work: works(in.Work)}
	if in.ID == "" {
		s.ID = newSkillID(g, in.Name)
		g.Skills = append(g.Skills, s)
	} else {
		at, err := ownSkill(g, in.ID)
		if err != nil {
			return had, err
		}
		g.Skills[at] = s
	}
	dropRows(g, s.ID)
	for _, r := range g.Roles {
		g.Weights = append(g.Weights, guide.Weight{Role: r.ID, Skill: s.ID, Levels: in.Weights[r.ID]})
	}
	g.Fills = append(g.Fills, guide.Fill{Skill: s.ID, Says: in.Says, Station: in.Station, Seen: in.Seen})
	return had, had.rewrite(ctx, tx, g)
}

// works are kinds of work, each once, in their order; empty, and not unsaid, for none.
func works(chosen []string) []string {
	out := []string{}
	for _, w := range guide.Works {
		if slices.Contains(chosen, w) {
			out = append(out, w)
		}
	}
	return out
}

// RemoveSkill takes a company's own skill out of the guide. What was rated of it stays in its
// assessments.
func RemoveSkill(ctx context.Context, tx *journal.Tx, in GoneIn) (OwnGuide, error) {
	had, g, err := written(ctx, tx, in.Revision)
	if err != nil {
		return had, err
	}
	if _, err := ownSkill(g, in.ID); err != nil {
		return had, err
	}
	was := *g
	*g = Without(g, in.ID)
	if err := said(ctx, tx, &was, g, in.Anyway); err != nil {
		return had, err
	}
	return had, had.rewrite(ctx, tx, g)
}

// Without is a guide without a skill.
func Without(g *guide.Guide, id string) guide.Guide {
	out := *g
	out.Skills = slices.DeleteFunc(slices.Clone(g.Skills), func(s guide.Skill) bool { return s.ID == id })
	out.Weights, out.Fills = slices.Clone(g.Weights), slices.Clone(g.Fills)
	dropRows(&out, id)
	return out
}

// written is the guide in force as one may change it, and the row that keeps it.
func written(ctx context.Context, tx *journal.Tx, revision int64) (OwnGuide, *guide.Guide, error) {
	had, err := keeping(ctx, tx, revision)
	if err != nil {
		return had, nil, err
	}
	if had.ID != "" {
		if _, err := guide.Held(had.Text); err != nil {
			return had, nil, problem.Refuse("Your own guide cannot be read by this version of the program, so nothing is added to it. Mend its file first.")
		}
	}
	g := *had.Guide()
	g.Skills, g.Weights, g.Fills = slices.Clone(g.Skills), slices.Clone(g.Weights), slices.Clone(g.Fills)
	return had, &g, nil
}

// rewrite keeps a changed guide, if it still agrees with itself.
func (o *OwnGuide) rewrite(ctx context.Context, tx *journal.Tx, g *guide.Guide) error {
	text, err := guide.Written(g)
	if err != nil {
		return err
	}
	if _, err := guide.Held(string(text)); err != nil {
		return err
	}
	return o.put(ctx, tx, g.Name, string(text))
}

// dropRows takes a skill's weights and fillings out.
func dropRows(g *guide.Guide, id string) {
	g.Weights = slices.DeleteFunc(g.Weights, func(w guide.Weight) bool { return w.Skill == id })
	g.Fills = slices.DeleteFunc(g.Fills, func(f guide.Fill) bool { return f.Skill == id })
}

// OwnSkills are the skills of a guide that the shipped one has not.
func OwnSkills(g *guide.Guide) (out []guide.Skill) {
	for _, s := range g.Skills {
		if !slices.ContainsFunc(guide.Shipped().Skills, func(x guide.Skill) bool { return x.ID == s.ID }) {
			out = append(out, s)
		}
	}
	return out
}

func ownSkill(g *guide.Guide, id string) (int, error) {
	if !slices.ContainsFunc(OwnSkills(g), func(s guide.Skill) bool { return s.ID == id }) {
		if slices.ContainsFunc(g.Skills, func(s guide.Skill) bool { return s.ID == id }) {
			return 0, problem.Refuse("This skill came with the program. It is changed in the guide's file.")
		}
		return 0, problem.NotFound("skill", id)
	}
	return slices.IndexFunc(g.Skills, func(s guide.Skill) bool { return s.ID == id }), nil
}

// newSkillID makes an id of a name that no skill of the guide, nor of the shipped one, has.
func newSkillID(g *guide.Guide, name string) string {
	base := strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return '-'
	}, name), "-")
	if runes := []rune(base); len(runes) > 12 {
		base = strings.Trim(string(runes[:12]), "-")
	}
	if base == "" {
		base = "skill"
	}
	taken := slices.Concat(g.Skills, guide.Shipped().Skills)
	id := base
	for n := 2; slices.ContainsFunc(taken, func(s guide.Skill) bool { return s.ID == id }); n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}
