package evaluation

import (
	"fmt"
	"strings"

	"github.com/a-h/templ"

	core "throughline/internal/evaluation"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// winTones are the states' tones.
var winTones = map[core.WinState]look.Tone{core.WinAchieved: look.Good, core.WinConditional: look.Wait, core.WinClaimed: look.Wait, core.WinLost: look.Break}

// winWords says the state in one sentence.
func (v *view) winWords() string {
	s := v.win
	who, when := v.who(s.By), v.r.Moment(s.At)
	switch s.State {
	case core.WinAchieved:
		return fmt.Sprintf("Every must has its ground, and %s agreed in writing. The last of it was on %s.", who, when)
	case core.WinConditional:
		return fmt.Sprintf("%s agreed in writing, with something still open. The last of it was on %s.", who, when)
	case core.WinLost:
		return fmt.Sprintf("Lost for %s, recorded by %s on %s.", s.Reason, who, when)
	case core.WinClaimed:
		return fmt.Sprintf("%s said so on %s. It is not all in writing, so it counts nowhere.", who, when)
	}
	n := 0
	for _, m := range s.Missing {
		if m.Conditional {
			n++
		}
	}
	if n == 1 {
		return "One thing stands between here and a conditional win."
	}
	return fmt.Sprintf("%s stand between here and a conditional win, %d in all between here and achieved.", kit.Sentence(kit.Counted(n, "thing", "things")), len(s.Missing))
}

// share is how much of something is there, beside the marks it is judged by.
type share struct {
	label, words string
	part, whole  int
	marks        []int // percent
}

// shares are the percentages of the win: the musts with a ground, and the weight that passed.
func (v *view) shares() []share {
	s := v.win
	musts := share{label: "Musts with a ground", part: s.Grounded, whole: len(s.Musts), words: portion(s.Grounded, len(s.Musts))}
	if s.TotalWeight == 0 {
		if musts.whole > 0 {
			musts.marks = []int{s.ConditionalPercent}
			musts.words += fmt.Sprintf("; %d %% needed for a conditional win, all for achieved", s.ConditionalPercent)
		}
		return []share{musts}
	}
	return []share{musts, {label: "Weight passed", part: s.PassedWeight, whole: s.TotalWeight, marks: []int{s.ConditionalPercent, s.AchievedPercent},
		words: portion(s.PassedWeight, s.TotalWeight) + fmt.Sprintf("; %d %% needed for a conditional win, %d %% for achieved", s.ConditionalPercent, s.AchievedPercent)}}
}

func portion(part, whole int) string {
	if whole == 0 {
		return "none"
	}
	return fmt.Sprintf("%d of %d, %d %%", part, whole, part*100/whole)
}

// ways are the acts that could close what is missing, the nearest first.
func (v *view) ways(m core.Missing) []look.Act {
	switch m.Kind {
	case "requirement":
		if m.ID == "" {
			return nil
		}
		about := strings.Join(m.Keys, ", ")
		return []look.Act{{Label: "Record a reference", About: about, Href: v.to(winView, "", "ground") + "&requirement=" + m.ID},
			{Label: "Write an answer", About: about, Href: v.r.DealPath("demo?view=answers&form=answer&requirement=" + m.ID)},
			{Label: "Plan a demo", About: about, Href: v.r.DealPath("demo?view=demos&form=plan")}}
	case "criterion":
		t := v.trial(m.ID)
		if t != nil && !t.Criterion.Locked() {
			return []look.Act{{Label: "Lock it", About: t.Criterion.Key(), Href: v.to(criteriaView, m.ID, "lock")}}
		}
		about := strings.Join(m.Keys, ", ")
		return []look.Act{{Label: "Record a result", About: about, Href: v.to(criteriaView, m.ID, "result")}, {Label: "Record a waiver", About: about, Href: v.to(criteriaView, m.ID, "waive")}}
	case "evaluation":
		return []look.Act{{Label: "Look at the criteria", Href: v.to(criteriaView, "", "")}}
	case "promise":
		return []look.Act{{Label: "Say what became of it", About: strings.Join(m.Keys, ", "), Href: v.r.DealPath("promises/" + m.ID)}}
	case "stakeholder":
		return []look.Act{{Label: "Mark who has it", Href: v.to(winView, "", "decides")}}
	}
	return []look.Act{{Label: "Record a sign-off", Href: v.to(signOffsView, "", "sign-off")}}
}

// closer is who could close it, by name where one is known.
func (v *view) closer(m core.Missing) string {
	if m.Who == "SE" {
		return "The deal has no SE yet"
	}
	return v.who(m.Who)
}

func (v *view) mustsTable() look.TableView {
	t := look.TableView{Caption: "Each must with its ground", Columns: []look.Column{{Label: "Key"}, {Label: "Must", Wide: true}, {Label: "Ground"}, {Label: "In writing"}}}
	for _, m := range v.win.Musts {
		row := look.Row{ID: "m-" + m.Key, Cells: v.mustCells(m)}
		if len(m.Grounds) == 0 && !m.Waived && !m.Caveat || m.Refused {
			row.Tone = look.Break
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *view) mustCells(m core.Must) []templ.Component {
	if m.Requirement == "" {
		statement, href := "", ""
		for _, t := range v.trials {
			if t.Criterion.Key() == m.Key {
				statement, href = t.Criterion.Statement, v.to(criteriaView, t.Criterion.ID, "")
			}
		}
		return []templ.Component{look.Key(m.Key, href), look.Text(statement), grounds(m), look.Soft("not needed")}
	}
	l := v.line(m.Requirement)
	return []templ.Component{look.Key(m.Key, v.r.DealPath("requirements/"+m.Key)), look.Text(l.Requirement.Statement), grounds(m), inWriting(m)}
}

func inWriting(m core.Must) templ.Component {
	switch {
	case m.Refused:
		return look.Tag("refused", look.Break)
	case m.Caveat:
		return look.Tag("on a caveat", look.Wait)
	case m.Agreed:
		return look.Tag("agreed", look.Good)
	}
	return look.Soft("not yet")
}

// standing is the latest record of a sort that was not taken back.
func (v *view) standing(sort string) *core.Record {
	for i := len(v.records) - 1; i >= 0; i-- {
		if x := &v.records[i]; x.Sort == sort && x.EndedAt.IsZero() {
			return x
		}
	}
	return nil
}

func (v *view) requirementOptions(none string) (out []look.Option) {
	if none != "" {
		out = append(out, look.Option{Value: "", Label: none})
	}
	for i := range v.t.Rows {
		if l := &v.t.Rows[i]; l.Requirement.Stands() {
			out = append(out, look.Option{Value: l.Requirement.ID, Label: l.Key + " " + l.Requirement.Statement})
		}
	}
	return out
}

// standingGrounds are the references and uses that were not taken back.
func (v *view) standingGrounds() (out []core.Ground) {
	for _, g := range v.grounds {
		if g.WithdrawnAt.IsZero() {
			out = append(out, g)
		}
	}
	return out
}

func keyOf(l *thread.Line) string {
	if l == nil {
		return ""
	}
	return l.Key
}

func (v *view) winActs() (out []look.Act) {
	if !v.may() {
		return nil
	}
	out = append(out, look.Act{Label: "Record a sign-off", Kind: look.Main, Key: "S", Href: v.to(signOffsView, "", "sign-off")})
	if v.win.State != core.WinLost {
		if v.win.State == core.WinOpen {
			out = append(out, look.Act{Label: "Record a spoken win", Href: v.to(winView, "", "claim")})
		}
		out = append(out, look.Act{Label: "Record it as lost", Href: v.to(winView, "", "lose")})
	}
	return out
}
