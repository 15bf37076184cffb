package delivery

import (
	"fmt"
	"slices"
	"strings"

	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// parties are the sides of a task in words.
var parties = map[string]string{"ours": "Ours", "customer": "Customer’s", "partner": "Partner’s"}

// shown are the tasks that the filters leave, late ones first.
func (v *view) shown() []core.Task {
	q := v.address().Query
	words := strings.ToLower(q.Get("words"))
	var out []core.Task
	for _, t := range v.tasks {
		fits := q.Get("party") == "" || t.Party == q.Get("party")
		switch q.Get("state") {
		case "late":
			fits = fits && t.Late(v.today())
		case "done":
			fits = fits && t.State == core.TaskDone
		case "open":
			fits = fits && t.State != core.TaskDone
		case "mine":
			fits = fits && t.Owner == v.r.Person.ID
		}
		if fits && strings.Contains(strings.ToLower(t.Key()+" "+t.Title+" "+t.Tracker+" "+v.names.Of(t.Owner)), words) {
			out = append(out, t)
		}
	}
	v.sort(out, q.Get("sort"))
	return out
}

// sort orders tasks: late ones, then by their date, done ones last; or as a column asks.
func (v *view) sort(all []core.Task, by string) {
	field := strings.TrimPrefix(by, "-")
	slices.SortStableFunc(all, func(a, b core.Task) int {
		var n int
		switch field {
		case "task":
			n = strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
		case "whose":
			n = strings.Compare(a.Party+v.names.Of(a.Owner), b.Party+v.names.Of(b.Owner))
		case "due":
			n = byDate(a.DueOn, b.DueOn)
		case "key":
			n = a.Number - b.Number
		default:
			if n = v.rank(a) - v.rank(b); n == 0 {
				n = byDate(a.DueOn, b.DueOn)
			}
		}
		if strings.HasPrefix(by, "-") {
			n = -n
		}
		return n
	})
}

// byDate orders days; none is last.
func byDate(a, b clock.Date) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return strings.Compare(string(a), string(b))
}

func (v *view) rank(t core.Task) int {
	switch {
	case t.Late(v.today()):
		return 0
	case t.State == core.TaskDone:
		return 2
	}
	return 1
}

// filter is the bar above the plan.
func (v *view) filter() look.FilterView {
	q := v.address().Query
	parts := []look.Option{{Value: "", Label: "everyone’s"}}
	for _, p := range core.Parties {
		parts = append(parts, look.Option{Value: p, Label: strings.ToLower(parties[p])})
	}
	late := 0
	for _, t := range v.tasks {
		if t.Late(v.today()) {
			late++
		}
	}
	states := []look.Option{{Value: "", Label: "all"}, {Value: "late", Label: fmt.Sprintf("late (%d)", late)}, {Value: "open", Label: "not done"}, {Value: "done", Label: "done"}, {Value: "mine", Label: "mine"}}
	a := look.Address{Path: v.r.DealPath("delivery"), Query: q}
	return look.FilterView{Label: "Tasks", Address: a, Search: "words", Words: q.Get("words"), Keep: []string{"view", "sort", "at"},
		Select: []look.Field{{Name: "party", Label: "Whose", Value: q.Get("party"), Options: parts}, {Name: "state", Label: "Show", Value: q.Get("state"), Options: states}},
		Clear:  q.Get("words")+q.Get("party")+q.Get("state") != ""}
}

// dates says when a task runs: 2 Mar to 9 Mar.
func (v *view) dates(t core.Task) string {
	start, due := v.r.Day(t.StartOn), v.r.Day(t.DueOn)
	switch {
	case start == "" && due == "":
		return "no dates"
	case start == "":
		return "by " + due
	case due == "":
		return "from " + start
	}
	return start + " to " + due
}

// late says how late a task is; empty when it is not.
func (v *view) late(t core.Task) string {
	if !t.Late(v.today()) {
		return ""
	}
	return kit.Counted(int(v.today().Time().Sub(t.DueOn.Time()).Hours()/24), "day late", "days late")
}

// waitsFor are the keys of the tasks that must be done before it, those not done first named.
func (v *view) waitsFor(t core.Task) (keys []string, held bool) {
	for _, o := range v.tasks {
		if slices.Contains(t.DependsOn, o.ID) {
			keys = append(keys, o.Key())
			held = held || o.State != core.TaskDone
		}
	}
	return keys, held
}

// pickedTask is the task that the address picks.
func (v *view) pickedTask() (core.Task, bool) {
	i := slices.IndexFunc(v.tasks, func(t core.Task) bool { return t.ID == v.at })
	if i < 0 {
		return core.Task{}, false
	}
	return v.tasks[i], true
}

// unplanned are the requirements that owe a task and have none.
func (v *view) unplanned() (out []*thread.Line) {
	for _, l := range v.standing() {
		if c := l.Cells[thread.Planned]; len(v.tasksOf[l.Requirement.ID]) == 0 && (c.Owed || !v.t.Signed) {
			out = append(out, l)
		}
	}
	return out
}

// unchecked are the requirements that have a task and no check.
func (v *view) unchecked() (out []*thread.Line) {
	for _, l := range v.standing() {
		if len(v.tasksOf[l.Requirement.ID]) > 0 && len(v.checksOf[l.Requirement.ID]) == 0 {
			out = append(out, l)
		}
	}
	return out
}

func stateTone(s core.TaskState) look.Tone {
	switch s {
	case core.TaskDone:
		return look.Good
	case core.TaskStarted:
		return look.Post
	}
	return look.Quiet
}

var stateWords = map[core.TaskState]string{core.TaskOpen: "open", core.TaskStarted: "under way", core.TaskDone: "done"}
