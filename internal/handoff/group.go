package handoff

import (
	"slices"

	"throughline/internal/thread"
)

// Group is items that the receiver decides together. Exceptions come first.
type Group struct {
	ID    string
	Title string
	Lines []Line
}

// Groups divides a review into what can be decided together: first the exceptions (what was
// queried, answered or returned, and what the thread says is not as it should be), then the
// customer's own headings, promises, risks, questions, and what came after the freeze.
// The exceptions given hold a reason for each requirement that is one, by its id; nil for none.
func (v *Review) Groups(exceptions map[string]string) []Group {
	var out []Group
	put := func(id, title string, l Line) {
		i := slices.IndexFunc(out, func(g Group) bool { return g.ID == id })
		if i < 0 {
			i = len(out)
			out = append(out, Group{ID: id, Title: title})
		}
		out[i].Lines = append(out[i].Lines, l)
	}
	for _, l := range v.Items {
		if l.Kind == KindRequirement && (exceptions[l.Thing] != "" || l.State == Queried || l.State == Answered || l.State == ItemReturned) {
			put("exceptions", "Look at these first", l)
		}
	}
	seen := map[string]bool{}
	for _, g := range out {
		for _, l := range g.Lines {
			seen[l.Thing] = true
		}
	}
	for _, l := range v.Items {
		if !seen[l.Thing] {
			id, title := l.home()
			put(id, title, l)
		}
	}
	for _, l := range v.Beside {
		put("after", "After the freeze", l)
	}
	return out
}

// home is the group an item belongs to when it is no exception.
func (l Line) home() (id, title string) {
	switch l.Kind {
	case KindPromise:
		return "promises", "Promises"
	case KindRisk:
		return "risks", "Facts nobody confirmed"
	case KindQuestion:
		return "questions", "Open questions"
	}
	if l.Group != "" {
		return "group " + l.Group, l.Group
	}
	return "kind " + string(l.Requirement.Kind), string(l.Requirement.Kind)
}

// Exceptions says of each requirement of a thread why the receiver should look at it before
// the others; requirements without such a reason are not in it.
func (c Crossing) Exceptions(p *thread.Picture) map[string]string {
	say := exception
	if c == ToRun {
		say = runException
	}
	out := map[string]string{}
	for _, l := range p.Rows {
		if why := say(l); why != "" {
			out[l.Requirement.ID] = why
		}
	}
	return out
}

func exception(l thread.Line) string {
	r := l.Requirement
	switch {
	case !r.Stands():
		return ""
	case r.Feasible == thread.CannotBe:
		return "An SA marked it as not feasible: " + r.FeasibleWhy
	case len(l.Breaks) > 0:
		return l.Breaks[0].Why
	case l.Cells[thread.Won].State != thread.Reached && !r.Change:
		return "The customer has not agreed in writing that it can be met."
	case l.Cells[thread.Proven].State == thread.Failed:
		return "Its criterion failed."
	case r.Bought == thread.IsImplied:
		return "It is implied, not bought."
	}
	for _, p := range l.Promises {
		if p.State == thread.PromiseOpen {
			return "A promise hangs on it."
		}
	}
	return ""
}

// runException is why whoever will run it should look at a requirement first.
func runException(l thread.Line) string {
	cell := func(s thread.Station) thread.Cell { return l.Cells[s] }
	switch accepted, verified := cell(thread.Accepted), cell(thread.Verified); {
	case !l.Requirement.Stands() || !l.Requirement.PostOwed():
		return ""
	case len(l.Breaks) > 0:
		return l.Breaks[0].Why
	case cell(thread.Live).State != thread.Reached:
		return "It is not live."
	case verified.State == thread.Failed:
		return "It went live although its check failed."
	case verified.State != thread.Reached:
		return "It went live without a check."
	case accepted.Verdict != nil && accepted.Verdict.Condition != "":
		return "It was accepted on condition: " + accepted.Verdict.Condition
	}
	for _, p := range l.Promises {
		if p.State != thread.PromiseKept && p.State != thread.PromiseVoid {
			return "A promise hangs on it."
		}
	}
	return ""
}
