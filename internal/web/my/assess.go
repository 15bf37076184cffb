package my

import (
	"context"
	"fmt"
	"strconv"

	"throughline/internal/area"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// sheet is one assessment as the viewer may see it.
type sheet struct {
	r     *kit.Request
	a     core.Seen
	names area.Names
	g     *guide.Guide
}

func showAssessment(r *kit.Request) error {
	s := &sheet{r: r}
	var err error
	if s.a, err = core.See(r.Ctx(), r.Reader, r.Person.ID, r.PathValue("id"), r.Today()); err != nil {
		return err
	}
	if s.g, err = core.GuideOf(r.Ctx(), r.Reader); err != nil {
		return err
	}
	if s.names, err = r.Names(); err != nil {
		return err
	}
	current := "/team"
	if s.a.Party == "self" {
		current = "/my"
	}
	return r.Draw(assessmentPage(r.Shell("Assessment", current), s))
}

// scale are the options of a rating of a skill, in the words of its scale.
func scale(g *guide.Guide, k guide.Skill) []look.Option {
	out := []look.Option{{Value: "", Label: "not seen"}}
	for i, words := range g.ScaleOf(k).Steps {
		out = append(out, look.Option{Value: strconv.Itoa(i), Label: fmt.Sprintf("%d: %s", i, words)})
	}
	return out
}

// written is a rating as a field holds it.
func written(r skill.Ratings, id string) string {
	if n, seen := r[id]; seen {
		return strconv.Itoa(n)
	}
	return ""
}

// rated is a rating as it is read.
func rated(r skill.Ratings, id string) string {
	if s := written(r, id); s != "" {
		return s
	}
	return "not seen"
}

// values are what the form of values begins with: those that were put, else where both agree.
func (s *sheet) values() skill.Ratings {
	if s.a.Put != nil {
		return s.a.Put
	}
	out := skill.Ratings{}
	for id, n := range s.a.Self {
		if m, both := s.a.Lead[id]; both && m == n {
			out[id] = n
		}
	}
	return out
}

func (s *sheet) path(rest string) string { return "/my/assessments/" + s.a.ID + rest }

func (s *sheet) form(name, rest, verb string) look.FormView {
	f := s.r.FormView(name, s.path(rest), verb, s.a.Revision)
	f.Cancel, f.Draft = s.path(""), ""
	return f
}

// heading says whose it is and over which days.
func (s *sheet) heading() string {
	return s.names.Of(s.a.Person) + ", by themselves and by " + s.names.Of(s.a.Assessment.Lead) + " · " + s.r.Day(s.a.From) + " to " + s.r.Day(s.a.Until)
}

// mayWrite says whether the viewer's own rows are still open.
func (s *sheet) mayWrite() bool {
	return s.a.Party != "" && s.a.State.Sealed() && !(s.a.Party == "self" && s.a.State == core.SelfDone) && !(s.a.Party == "lead" && s.a.State == core.LeadDone)
}

// agreedWords says who has agreed to the values that were put.
func (s *sheet) agreedWords() string {
	switch {
	case s.a.AgreedSelf && s.a.AgreedLead:
		return "Both have agreed."
	case s.a.AgreedSelf:
		return s.names.Of(s.a.Person) + " has put these values; " + s.names.Of(s.a.Assessment.Lead) + " has not agreed yet."
	case s.a.AgreedLead:
		return s.names.Of(s.a.Assessment.Lead) + " has put these values; " + s.names.Of(s.a.Person) + " has not agreed yet."
	}
	return "Nobody has put values yet. Where both gave the same, it stands below."
}

func (s *sheet) differs(id string) bool {
	a, okA := s.a.Self[id]
	b, okB := s.a.Lead[id]
	return okA && okB && a != b
}

func (s *sheet) toTalk(id string) bool {
	for _, t := range s.a.ToTalk {
		if t == id {
			return true
		}
	}
	return false
}

func rate(r *kit.Request) error {
	ratings, err := numbers(r, "skills.", fields(r, "skills."))
	if err != nil {
		return err
	}
	in := core.RateIn{ID: r.PathValue("id"), Finish: r.FormValue("finish") != "", Rows: core.Rows{Ratings: ratings}}
	name := "assessment.rate"
	if in.Finish {
		name = "assessment.finish"
	}
	return acting(r, name, "/my/assessments/"+in.ID, in, core.Rate)
}

func talk(r *kit.Request) error {
	var in core.TalkIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = r.PathValue("id")
	return acting(r, "assessment.talk", "/my/assessments/"+in.ID, in, core.TalkThrough)
}

func agree(r *kit.Request) error {
	var in core.AgreeIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	ratings, err := numbers(r, "skills.", fields(r, "skills."))
	if err != nil {
		return err
	}
	in.ID, in.Ratings = r.PathValue("id"), ratings
	return acting(r, "assessment.agree", "/my/assessments/"+in.ID, in, core.Agree)
}

func end(name string, do func(context.Context, *journal.Tx, core.EndIn) (core.Assessment, error)) func(*kit.Request) error {
	return func(r *kit.Request) error {
		var in core.EndIn
		if err := r.Decode(&in); err != nil {
			return err
		}
		in.ID = r.PathValue("id")
		return acting(r, name, "/my/assessments/"+in.ID, in, do)
	}
}
