package evaluation

import (
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// titles name each view.
var titles = map[string]string{winView: "Technical win", evaluationsView: "Evaluations", criteriaView: "Criteria", signOffsView: "Sign-offs"}

// show draws the room.
func show(r *kit.Request) error {
	v, err := load(r)
	if err != nil {
		return err
	}
	return v.draw()
}

func (v *view) draw() error {
	v.choose()
	shell, err := v.r.DealShell(titles[v.name], "Evaluation")
	if err != nil {
		return err
	}
	parts := map[string]func(*view) templ.Component{winView: winPart, evaluationsView: evaluationsPart, criteriaView: criteriaPart, signOffsView: signOffsPart}
	content, err := v.first(parts[v.name](v))
	if err != nil {
		return err
	}
	return v.r.Draw(page(shell, v, content))
}

// first draws the content before the page around it, which says what went wrong only where no
// form of the content does.
func (v *view) first(part templ.Component) (templ.Component, error) {
	var b strings.Builder
	err := part.Render(v.r.Ctx(), &b)
	return templ.Raw(b.String()), err
}

// segments are the four views with their counts.
func (v *view) segments() []look.Choice {
	open := 0
	for _, s := range v.signOffs {
		if s.WithdrawnAt.IsZero() {
			open++
		}
	}
	out := []look.Choice{{Label: "Technical win"}, {Label: "Evaluations", Count: count(len(v.evaluations))}, {Label: "Criteria", Count: count(len(v.trials))}, {Label: "Sign-offs", Count: count(open)}}
	for i, name := range []string{winView, evaluationsView, criteriaView, signOffsView} {
		out[i].Href, out[i].Current, out[i].Key = v.to(name, "", ""), v.name == name, strconv.Itoa(i+1)
	}
	return out
}

// count is a number beside a label; nothing for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func options(words []string) (out []look.Option) {
	for _, w := range words {
		out = append(out, look.Option{Value: w, Label: kit.Sentence(w)})
	}
	return out
}

// kindLabels write a kind of evaluation as people say it.
var kindLabels = map[string]string{"poc": "POC", "pilot": "Pilot", "workshop": "Workshop"}

// ours are who can own an evaluation.
func (v *view) ours() kit.People { return kit.People{Ours: v.people, Names: v.names} }

// theirs are the people of theirs on the deal.
func (v *view) theirs() kit.People { return kit.People{Theirs: v.holders, Names: v.names} }

// everyone are all who can run a test.
func (v *view) everyone() kit.People {
	return kit.People{Ours: v.people, Theirs: v.holders, Names: v.names}
}

// who names a person, a contact or a role.
func (v *view) who(id string) string { return v.names.Of(id) }

// roomActs begin something new in a view that holds something already.
func (v *view) roomActs() []look.Act {
	switch {
	case v.name == evaluationsView && len(v.evaluations) > 0 && !v.r.Open("draft"):
		return v.draftActs(look.Plain)
	case v.name == signOffsView && len(v.signOffs) > 0 && !v.r.Open("sign-off"):
		return v.signActs(look.Main)
	}
	return nil
}
