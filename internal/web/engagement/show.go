package engagement

import (
	"strings"

	"throughline/internal/auth"
	core "throughline/internal/engagement"
	"throughline/internal/engagement/rule"
	"throughline/internal/journal"
	"throughline/internal/team"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type room struct {
	r            *kit.Request
	standing     core.Standing
	people       kit.People
	requirements []thread.Requirement
	questions    []thread.Question
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Engagement", "Engagement")
	if err != nil {
		return err
	}
	v := &room{r: r}
	if v.standing, err = team.Rules().Judge(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return err
	}
	if v.people.Ours, err = auth.People(r.Ctx(), r.Reader); err != nil {
		return err
	}
	if v.people.Names, err = r.Names(); err != nil {
		return err
	}
	v.people.Needs = auth.Build
	if v.requirements, err = journal.List[thread.Requirement](r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return err
	}
	if v.questions, err = journal.List[thread.Question](r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func (v *room) path(rest string) string { return v.r.DealPath("engagement" + rest) }

// form is the frame of a form of the room; leaving it leads back to the room.
func (v *room) form(name, path, verb string, revision int64) look.FormView {
	f := v.r.FormView(name, v.path(path), verb, revision)
	f.Cancel = v.path("")
	return f
}

// says is a mode in words.
func (v *room) says(mode string) string { return v.standing.ModeOf(mode).Says }

// how says why the mode is in force, and how sure that is.
func (v *room) how() (word string, tone look.Tone) {
	switch {
	case v.standing.Mode != "":
		return "chosen", look.Wait
	case v.standing.Decision.Mode == rule.Undecided:
		return "undecided", look.Wait
	}
	return "decided by rule", look.Good
}

// who is the person of a place on the deal.
func (v *room) who(id string) string {
	if id == "" {
		return "nobody yet"
	}
	return v.people.Names.Of(id)
}

// team is who is on the deal now.
func (v *room) team() []look.Fact {
	d := v.r.Deal
	out := []look.Fact{{Label: "Account executive", Value: v.who(d.AE)}, {Label: "SE, heard to won", Value: v.who(d.SE)}, {Label: "SA, accepted to live", Value: v.who(d.SA)}}
	if d.Runs != "" {
		out = append(out, look.Fact{Label: "Runs it, once live", Value: v.who(d.Runs)})
	}
	return out
}

// source is where a fact comes from, in one line.
func (v *room) source(f core.Fact) string {
	parts := []string{v.people.Names.Of(f.By) + ", " + v.r.Day(f.On)}
	if f.Source != "" {
		parts = append([]string{f.Source}, parts...)
	}
	return strings.Join(parts, " · ")
}

// about is what a request is about.
func (v *room) about(q core.Request) (label, href string) {
	for _, x := range v.requirements {
		if x.ID == q.Requirement {
			return x.Key(v.r.Deal.Prefix), v.r.DealPath("requirements/" + x.Key(v.r.Deal.Prefix))
		}
	}
	for _, x := range v.questions {
		if x.ID == q.Question {
			return x.Words, v.r.DealPath("questions/" + x.ID)
		}
	}
	return "the whole deal", ""
}

var stateTones = map[core.State]look.Tone{core.Asked: look.Wait, core.Taken: look.Good}

// requirementOptions are what a request can be about.
func (v *room) requirementOptions() []look.Option {
	out := []look.Option{{Value: "", Label: "The whole deal"}}
	for _, x := range v.requirements {
		if x.Stands() {
			out = append(out, look.Option{Value: x.ID, Label: x.Key(v.r.Deal.Prefix) + " " + x.Statement})
		}
	}
	return out
}
