package people

import (
	"fmt"
	"math/big"
	"strconv"

	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// fitView is the questions with what was answered, posted back and kept nowhere.
type fitView struct {
	r      *kit.Request
	g      *guide.Guide
	result *skill.Result // nil before anything was answered
	faults look.FieldErrors
}

// agreements are the steps of the scale, in words.
var agreements = []string{"not at all", "a little", "partly", "mostly", "entirely"}

func showFit(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	return r.Draw(fitPage(r.Shell("Role fit", "/people"), &fitView{r: r, g: g, faults: faultsOf(r)}))
}

// judgeFit reads the form and says what it says of each role.
func judgeFit(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	s, err := sheetOf(r, g)
	if err != nil {
		return err
	}
	if len(s.Questions)+len(s.Skills) == 0 {
		return problem.New(problem.Invalid, "Nothing is answered yet. Answer as many questions as you like; what you leave is counted as open.")
	}
	out, err := skill.Judge(g, s)
	if err != nil {
		return err
	}
	return r.Draw(fitPage(r.Shell("Role fit", "/people"), &fitView{r: r, g: g, result: &out}))
}

// sheetOf is what was answered; what was left is open, or not seen.
func sheetOf(r *kit.Request, g *guide.Guide) (skill.Sheet, error) {
	s := skill.Sheet{Level: r.PostForm.Get("level"), Questions: skill.Answers{}, Skills: skill.Ratings{}}
	var c problem.Check
	number := func(name string, into map[string]int, id string) {
		if text := r.PostForm.Get(name); text != "" {
			n, err := strconv.Atoi(text)
			c.Fail(err == nil, name, "Is not a step of the scale.")
			into[id] = n
		}
	}
	for _, q := range g.Questions {
		number("q."+q.ID, s.Questions, q.ID)
	}
	for _, sk := range g.Skills {
		number("s."+sk.ID, s.Skills, sk.ID)
	}
	return s, c.Err()
}

// answered says whether a step was chosen.
func (v *fitView) answered(name string, step int) bool {
	return v.r.PostForm.Get(name) == strconv.Itoa(step)
}

func (v *fitView) ratingField(s guide.Skill) look.Field {
	f := look.Field{Name: "s." + s.ID, Label: s.Name, Value: v.r.PostForm.Get("s." + s.ID), Options: []look.Option{{Value: "", Label: "not seen"}}}
	for n, says := range v.g.ScaleOf(s).Steps {
		f.Options = append(f.Options, look.Option{Value: strconv.Itoa(n), Label: fmt.Sprintf("%d, %s", n, says)})
	}
	return f
}

func (v *fitView) levelField() look.Field {
	f := look.Field{Name: "level", Label: "For the level", Value: v.r.PostForm.Get("level")}
	for _, l := range v.g.Levels {
		f.Options = append(f.Options, look.Option{Value: l.ID, Label: l.Name})
		if f.Value == "" && l.Step == 0 {
			f.Value = l.ID
		}
	}
	return f
}

// span is an interval of percent as a bar of 300 has it.
func span(b skill.Between) (from, width int) {
	low, high := whole(b.Low), whole(b.High)
	return low * 3, max(high-low, 1) * 3
}

func whole(x *big.Rat) int {
	n, _ := new(big.Float).SetRat(x).Int64()
	return int(n)
}

// percents says an interval.
func percents(b skill.Between) string {
	if b.Low.Cmp(b.High) == 0 {
		return b.Low.FloatString(0) + " %"
	}
	return b.Low.FloatString(0) + " to " + b.High.FloatString(0) + " %"
}

// leanings say what three scales make of the ratings.
var leanings = map[string]string{
	"se": "What you rated fits the SE better, by all of three scales.", "sa": "What you rated fits the SA better, by all of three scales.",
	"both": "What you rated fits both about alike.", "": "Which it fits better depends on the scale, or on what was not seen, so none is named.",
}

// faultsOf are what is wrong with a form that nothing is kept of.
func faultsOf(r *kit.Request) look.FieldErrors {
	if r.Failed == nil {
		return nil
	}
	var out look.FieldErrors
	for _, f := range r.Failed.Fields {
		out = append(out, look.FieldError{Field: f.Name, Words: f.What})
	}
	if len(out) == 0 {
		out = append(out, look.FieldError{Words: r.Failed.What})
	}
	return out
}
