package people

import (
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/ladder"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// ladderView is both ladders, one step of them picked.
type ladderView struct {
	r     *kit.Request
	g     *guide.Guide
	steps []ladder.Step
	at    *ladder.Step
	by    map[string]ladder.Step
}

func showLadders(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &ladderView{r: r, g: g, steps: ladder.Steps(g), by: map[string]ladder.Step{}}
	for i, s := range v.steps {
		v.by[s.ID] = s
		if s.ID == r.URL.Query().Get("step") {
			v.at = &v.steps[i]
		}
	}
	return r.Draw(laddersPage(r.Shell("Ladders", "/people"), v))
}

func stepPath(id string) string { return "/people/ladders?step=" + id + "#step" }

// laddersOf says where the ladders come from.
func laddersOf(v *ladderView) string {
	if v.g.Own() {
		return "Ladders are of your own guide, “" + v.g.Name + "”; what a step asks of a skill is its weight and the step of its level, or what the guide says of the level itself."
	}
	return "Ladders are of the text, undated; what a step asks of a skill is its weight, two, one or no steps less below the principal and one more there, which is ours."
}

// moveWords say what a move is.
func moveWords(m guide.Move) string {
	switch m.Kind {
	case guide.Switch:
		return "switch of roles, both ways"
	case guide.Exit:
		if m.Where != "" {
			return "exit, " + m.Where
		}
		return "exit"
	}
	if m.Line == "sales" {
		return "promotion, through sales management"
	}
	return "promotion, technical line"
}

// onward are the ways on from a step, as links.
func (v *ladderView) onward(s ladder.Step) (out []look.Choice, how []string) {
	for _, m := range s.Next {
		to := m.To
		if to == s.ID {
			to = m.From
		}
		out, how = append(out, look.Choice{Label: v.by[to].Name, Href: stepPath(to)}), append(how, moveWords(m))
	}
	return out, how
}

// track is what a step's line is called.
func track(s ladder.Step) string {
	switch {
	case s.Track == "exit":
		return "exit"
	case s.Track == "management":
		return "management"
	}
	return "individual, technical"
}

func tone(g *guide.Guide, role string) look.Tone { return look.Tone(roleSide(g, role)) }
