package settings

import (
	"context"
	"strconv"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// keepSkill adds a company's own skill, or changes the one of the path.
func keepSkill(r *kit.Request) error {
	var in people.SkillIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Weights = r.PathValue("id"), map[string]map[string]int{}
	var c problem.Check
	for name := range r.PostForm {
		rest, ok := strings.CutPrefix(name, "weights.")
		text := strings.TrimSpace(r.PostForm.Get(name))
		if !ok || text == "" {
			continue
		}
		role, level, _ := strings.Cut(rest, ".")
		n, err := strconv.Atoi(text)
		c.Fail(err == nil, name, "Is not a whole number.")
		if in.Weights[role] == nil {
			in.Weights[role] = map[string]int{}
		}
		in.Weights[role][level] = n
	}
	if err := c.Err(); err != nil {
		return err
	}
	if err := r.Act("guide.skill", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.KeepSkill(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/settings/guide")
}

func removeSkill(r *kit.Request) error {
	var in people.GoneIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	if err := r.Act("guide.skill-remove", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.RemoveSkill(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/settings/guide")
}

// skillForm is one form of a skill: a new one's, or that of one that stands.
type skillForm struct {
	v     *guideView
	name  string // of the form
	path  string
	skill guide.Skill
	fill  guide.Fill
}

// opened is the form that is open now, if one is.
func (v *guideView) opened() *skillForm {
	if v.r.Open("skill") {
		return &skillForm{v: v, name: "skill", path: "/settings/guide/skills"}
	}
	for _, s := range people.OwnSkills(v.g) {
		if v.r.Open("skill-" + s.ID) {
			f := &skillForm{v: v, name: "skill-" + s.ID, path: "/settings/guide/skills/" + s.ID + "/edit", skill: s}
			if all := v.g.FillsOf(s.ID); len(all) > 0 {
				f.fill = all[0]
			}
			return f
		}
	}
	return nil
}

func (f *skillForm) form() look.FormView {
	out := f.v.r.FormView(f.name, f.path, "Keep the skill", f.v.own.Revision)
	out.Cancel = "/settings/guide"
	return out
}

func (f *skillForm) field(x look.Field, kept string) look.Field {
	return f.v.r.Field(f.name, x, kept)
}

// works are the kinds of work that can count as evidence of the skill.
func (f *skillForm) works() look.Field {
	x := look.Field{Name: "work", Label: "Work that counts as evidence", Optional: true, Hint: "Counted from the deals, on each one’s own page."}
	for _, w := range guide.Works {
		x.Options = append(x.Options, look.Option{Value: w, Label: kit.Sentence(w)})
	}
	x.Values = f.v.r.Typed(f.name, "work", f.skill.Work)
	return f.field(x, "")
}

func (f *skillForm) scales() (out []look.Option) {
	for _, s := range f.v.g.Scales {
		out = append(out, look.Option{Value: s.ID, Label: s.Name, Hint: s.Steps[0] + " to " + s.Steps[len(s.Steps)-1]})
	}
	return out
}

func (f *skillForm) stations() (out []look.Option) {
	for _, s := range guide.Stations {
		out = append(out, look.Option{Value: s, Label: s})
	}
	return out
}

// weight is the field of a role and level.
func (f *skillForm) weight(role guide.Role, level guide.Level) look.Field {
	x := look.Field{Name: "weights." + role.ID + "." + level.ID, Label: level.Name, Width: "short", Options: []look.Option{{Value: "0", Label: "0, not needed"}}}
	for n := 1; n <= 5; n++ {
		x.Options = append(x.Options, look.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n)})
	}
	kept := "0"
	if f.skill.ID != "" {
		n, _ := f.v.g.At(role.ID, f.skill.ID, level.ID)
		kept = strconv.Itoa(n)
	}
	return f.field(x, kept)
}

// weighed says what a skill weighs for a role, level by level: 0, 1, 2, 3.
func (v *guideView) weighed(role, skill string) string {
	var out []string
	for _, l := range v.g.Levels {
		n, _ := v.g.At(role, skill, l.ID)
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ", ")
}

// work is what counts as evidence of a skill, in words.
func work(s guide.Skill) string {
	if len(s.Counted()) == 0 {
		return "no work counts as evidence"
	}
	return strings.Join(s.Counted(), ", ")
}

// countsTo says whether a skill is breadth or depth.
func countsTo(s guide.Skill) string {
	if s.Counts == "" {
		return "neither breadth nor depth"
	}
	return s.Counts
}
