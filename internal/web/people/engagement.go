package people

import (
	"strings"

	"throughline/internal/engagement/rule"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// ruleView is the rules in force, and what they say of the case in the address.
type ruleView struct {
	r        *kit.Request
	g        *guide.Guide
	table    *rule.Table
	values   map[string]string // of the form
	decision *rule.Decision    // nil before a case was asked about
	faults   look.FieldErrors
}

func showEngagement(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &ruleView{r: r, g: g, faults: faultsOf(r)}
	table, held, err := team.Rules().InForce(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v.table, v.values = table, map[string]string{}
	for _, name := range rule.Names() {
		v.values[name] = r.URL.Query().Get(name)
	}
	if r.URL.Query().Has("months") && r.Failed == nil {
		facts, err := rule.FactsOf(v.values)
		if e := problem.As(err); e != nil {
			return e
		} else if err != nil {
			return err
		}
		d := table.Decide(facts)
		v.decision = &d
	} else if r.Failed == nil { // what holds for every deal here stands in the form already
		v.values = held.Texts()
	}
	return r.Draw(engagementPage(r.Shell("Engagement", "/people"), v))
}

func (v *ruleView) says(mode string) string {
	for _, m := range v.table.Modes {
		if m.ID == mode {
			return m.Says
		}
	}
	return mode
}

// field is how a fact is asked for.
func (v *ruleView) field(name string) look.Field {
	f := look.Field{Name: name, Label: rule.Question(name), Value: v.values[name], Error: v.faults.Of(name), Options: []look.Option{{Value: "", Label: "unknown"}}}
	for _, w := range rule.Words(name) {
		f.Options = append(f.Options, look.Option{Value: w, Label: w})
	}
	if len(f.Options) == 1 {
		f.Options, f.Hint, f.Long = nil, "A whole number; empty for unknown.", 40
		if name == "months" {
			f.Hint = "4, 1.5, 13 weeks or 90 days; empty for unknown."
		}
	}
	return f
}

// hit says whether a rule fired, and whether it is the one that decides.
func (v *ruleView) hit(id string) (fired, decides bool) {
	if v.decision == nil {
		return false, false
	}
	for i, r := range v.decision.Rules {
		if r == id {
			return true, i == 0 && v.decision.Mode != rule.Undecided
		}
	}
	return false, false
}

// conditions are a rule's rows in words, one sentence a row.
func conditions(r rule.Rule) []string {
	var out []string
	for _, row := range r.When {
		words := row.InWords()
		if len(words) == 0 {
			words = []string{"always"}
		}
		out = append(out, strings.Join(words, ", and "))
	}
	return out
}
