package demo

import (
	"slices"
	"strconv"

	"throughline/internal/answers"
	"throughline/internal/auth"
	core "throughline/internal/demo"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// station is the one that the view is about.
func (v *view) station() thread.Station {
	if v.name == answersView {
		return thread.Answered
	}
	return thread.Shown
}

// owed are the requirements that owe the view's station and have not reached it: those that
// failed first.
func (v *view) owed() (out []*thread.Line) {
	for _, failed := range []bool{true, false} {
		for i := range v.t.Rows {
			l := &v.t.Rows[i]
			c := l.Cells[v.station()]
			if !l.Requirement.Stands() || c.State == thread.Reached || (c.State == thread.Failed) != failed {
				continue
			}
			if c.Owed || failed {
				out = append(out, l)
			}
		}
	}
	return out
}

func (v *view) owedTitle() string {
	if v.name == answersView {
		return "Not answered yet"
	}
	return "Not shown yet"
}

func (v *view) nothingOwed() string {
	if len(v.t.Rows) == 0 {
		return "No requirement yet. What was heard on a call becomes one in Discovery."
	}
	if v.name == answersView {
		return "Every requirement that owes an answer has one."
	}
	return "Every requirement that owes a demo was shown."
}

// owedWords say how far the station is.
func (v *view) owedWords(l *thread.Line) string {
	c := l.Cells[v.station()]
	switch {
	case c.State == thread.Failed && v.name == answersView:
		return "Denied in writing."
	case c.State == thread.Failed:
		return "Shown, and it did not convince."
	case c.State == thread.Started && v.name == answersView:
		return "A draft waits for approval."
	case c.State == thread.Started:
		return "In a planned demo."
	case c.AnyOf:
		return "Or be answered or proven: any one of the three."
	}
	return ""
}

func lenOf(all []*thread.Line) string {
	if len(all) == 0 {
		return ""
	}
	return strconv.Itoa(len(all))
}

// requirementOptions are the requirements that stand.
func (v *view) requirementOptions() (out []look.Option) {
	for i := range v.t.Rows {
		if l := &v.t.Rows[i]; l.Requirement.Stands() {
			out = append(out, look.Option{Value: l.Requirement.ID, Label: l.Key + " " + l.Requirement.Statement})
		}
	}
	return out
}

// theirs are the people of theirs on the deal.
func (v *view) theirs() kit.People { return kit.People{Theirs: v.holders, Names: v.names} }

// ours are all people of ours.
func (v *view) ours() kit.People { return kit.People{Ours: v.people, Names: v.names} }

// near are the people of ours that a demo's list offers: the deal's, who looks at it, and who is
// on it already.
func (v *view) near(on []string) kit.People {
	near := append([]string{v.r.Deal.SE, v.r.Deal.SA, v.r.Deal.AE, v.r.Person.ID}, on...)
	away := func(p auth.Person) bool { return !slices.Contains(near, p.ID) }
	return kit.People{Ours: slices.DeleteFunc(slices.Clone(v.people), away), Names: v.names}
}

// statusLabels write a capability's status as people say it.
var statusLabels = map[string]string{"ga": "generally available", "beta": "beta", "roadmap": "roadmap", "unsupported": "unsupported"}

func statusOptions() (out []look.Option) {
	for _, s := range core.Statuses {
		out = append(out, look.Option{Value: s, Label: statusLabels[s]})
	}
	return out
}

var shownLabels = map[string]string{"full": "Shown whole", "part": "Shown in part", "skipped": "Skipped", "failed": "Failed"}

func shownOptions(none string) []look.Option {
	out := []look.Option{}
	if none != "" {
		out = append(out, look.Option{Value: "", Label: none})
	}
	for _, s := range core.Outcomes {
		out = append(out, look.Option{Value: s, Label: shownLabels[s]})
	}
	return out
}

var shownTones = map[string]look.Tone{"full": look.Good, "part": look.Wait, "skipped": look.Quiet, "failed": look.Break}

// markLabels are the five marks of a reaction, the best first.
var markLabels = []struct {
	value int
	words string
}{{2, "+2 wants it"}, {1, "+1 likes it"}, {0, "0 neither"}, {-1, "−1 has doubts"}, {-2, "−2 against it"}}

func markOptions() []look.Option {
	out := []look.Option{{Value: "", Label: "No word"}}
	for _, m := range markLabels {
		out = append(out, look.Option{Value: strconv.Itoa(m.value), Label: m.words})
	}
	return out
}

func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}

func markTone(n int) look.Tone {
	switch {
	case n > 0:
		return look.Good
	case n < 0:
		return look.Break
	}
	return look.Quiet
}

// roomActs begin something new in a view that holds something already.
func (v *view) roomActs() []look.Act {
	switch {
	case v.name == demosView && len(v.demos) > 0 && !v.r.Open("plan"):
		return v.planActs(look.Plain)
	case v.name == answersView && len(v.answers) > 0 && !v.r.Open("answer"):
		return v.writeActs(look.Plain)
	}
	return nil
}

// closer is what would close an answer that is owed: looking at the one there is, or writing one.
func (v *view) closer(l *thread.Line) look.Act {
	if v.name != answersView {
		return look.Act{}
	}
	for _, a := range v.answers {
		if a.State != answers.Withdrawn && slices.Contains(v.speaks[a.ID], l.Requirement.ID) {
			return look.Act{Label: "Look at " + a.Key(), Href: v.to(answersView, a.ID, "")}
		}
	}
	if !v.may() {
		return look.Act{}
	}
	return look.Act{Label: "Write an answer", Href: v.to(answersView, "", "answer") + "&requirement=" + l.Requirement.ID}
}

// statusSaid is a capability's status within a sentence.
var statusSaid = map[string]string{"ga": "generally available", "beta": "in beta", "roadmap": "on the roadmap", "unsupported": "not supported"}
