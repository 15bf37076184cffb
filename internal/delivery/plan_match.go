package delivery

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/delivery/plan"
	"throughline/internal/journal"
	"throughline/internal/table"
	"throughline/internal/thread"
)

// matched is a row of a plan with what it means in the deal.
type matched struct {
	row          plan.Row
	task         Task
	old          *Task // the task as it stood; nil for a new one
	requirements []string
	refused      bool
}

// matching knows what a plan's words can mean.
type matching struct {
	deal         account.Opportunity
	tasks        []Task
	requirements map[string]string // key in lower case: id
	people       map[string]string // name or address in lower case: id
	links        map[[2]string]bool
	says         map[string]bool // fields the file has
	number       int
	done         PlanImported
}

func newMatching(ctx context.Context, src journal.Source, deal account.Opportunity, in PlanImport) (*matching, error) {
	m := &matching{deal: deal, says: in.Plan.Says, requirements: map[string]string{}, people: map[string]string{}, links: map[[2]string]bool{}}
	m.done.Errors, m.done.Warnings = append([]table.Fault{}, in.Plan.Errors...), []table.Fault{}
	var err error
	if m.tasks, err = Tasks(ctx, src, deal.ID); err != nil {
		return nil, err
	}
	m.number = nextNumber(m.tasks) - 1
	reqs, err := thread.Requirements(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	for _, r := range reqs {
		m.requirements[strings.ToLower(r.Key(deal.Prefix))] = r.ID
	}
	names, err := area.NamesIn(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	for id, name := range names {
		m.people[strings.ToLower(name)] = id
	}
	for name, id := range in.Names {
		m.people[strings.ToLower(name)] = id
	}
	for _, id := range []string{deal.AE, deal.SE, deal.SA} {
		m.people[strings.ToLower(id)] = id
	}
	links, err := journal.List[thread.Link](ctx, src, deal.ID)
	for _, l := range links {
		if l.FromKind == "task" && l.Relation == thread.Satisfy {
			m.links[[2]string{l.FromID, l.ToID}] = true
		}
	}
	return m, err
}

// settle matches rows to tasks and refuses those that cannot be kept, until what is left
// depends on nothing refused.
func (m *matching) settle(ctx context.Context, rows []plan.Row) []matched {
	all := make([]matched, 0, len(rows))
	for _, row := range rows {
		all = append(all, m.match(ctx, row, all))
	}
	for again := true; again; {
		again = false
		names := m.namesOf(all)
		for i := range all {
			if !all[i].refused && m.depend(&all[i], names) {
				again = true
			}
		}
		if !again {
			again = m.refuseCircle(all)
		}
	}
	return slices.DeleteFunc(all, func(r matched) bool { return r.refused })
}

// match finds the row's task, by the tracker's key, else by title, or begins one.
func (m *matching) match(ctx context.Context, row plan.Row, before []matched) matched {
	r := matched{row: row}
	for _, b := range before {
		if !b.refused && sameTask(row, b.row.Tracker, b.row.Title) {
			m.refuse(&r, "title", row.Title, "The file has this task twice, also on line %d. Take one out.", b.row.Line)
			return r
		}
	}
	for i := range m.tasks {
		if sameTask(row, m.tasks[i].Tracker, m.tasks[i].Title) {
			r.old, r.task = &m.tasks[i], m.tasks[i]
			break
		}
	}
	for _, key := range row.Requirements {
		id := m.requirements[strings.ToLower(key)]
		if id == "" {
			m.refuse(&r, "requirements", key, "There is no requirement %s in this deal. Correct the key.", table.Clip(key))
			return r
		}
		r.requirements = append(r.requirements, id)
	}
	if r.old == nil {
		r.task = m.fresh(ctx)
	}
	t := &r.task
	t.Title = row.Title
	if m.says["party"] || r.old == nil {
		t.Party = row.Party
	}
	if m.says["start"] {
		t.StartOn = row.Start
	}
	if m.says["due"] {
		t.DueOn = row.Due
	}
	if row.Tracker != "" {
		t.Tracker = row.Tracker
	}
	m.own(t, row)
	return r
}

// own finds the row's owner; a name that nobody has leaves the task without one, and is said.
func (m *matching) own(t *Task, row plan.Row) {
	if row.Owner != "" {
		t.Owner = m.people[strings.ToLower(row.Owner)]
		if t.Owner == "" {
			m.done.Warnings = append(m.done.Warnings, table.Fault{Line: row.Line, Column: "owner", Value: table.Clip(row.Owner),
				Reason: "Nobody of this deal goes by that name. The task was taken without an owner."})
		}
	}
}

func sameTask(row plan.Row, tracker, title string) bool {
	if row.Tracker != "" && tracker != "" {
		return strings.EqualFold(row.Tracker, tracker)
	}
	return strings.EqualFold(row.Title, title)
}

// namesOf maps what a dependency may be called to a task's id: the file's own key first, then
// the tracker's, the title, and T3.
func (m *matching) namesOf(all []matched) map[string]string {
	names := map[string]string{}
	add := func(name, id string) {
		if name = strings.ToLower(name); name != "" && names[name] == "" {
			names[name] = id
		}
	}
	for _, of := range []func(matched) string{
		func(r matched) string { return r.row.Key }, func(r matched) string { return r.row.Tracker }, func(r matched) string { return r.row.Title },
	} {
		for _, r := range all {
			if !r.refused {
				add(of(r), r.task.ID)
			}
		}
	}
	for _, t := range m.tasks {
		add(t.Tracker, t.ID)
		add(t.Title, t.ID)
		add(t.Key(), t.ID)
	}
	return names
}

// depend resolves what the row waits for; true says the row was refused.
func (m *matching) depend(r *matched, names map[string]string) bool {
	var ids []string
	for _, d := range r.row.Depends {
		id := names[strings.ToLower(d)]
		if id == "" {
			m.refuse(r, "depends", d, "It waits for %q, which is neither a task of the deal nor a row that could be taken.", table.Clip(d))
			return true
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if m.says["depends"] && len(ids)+len(r.task.DependsOn) > 0 {
		r.task.DependsOn = ids
	}
	return false
}

// refuseCircle refuses the rows that wait for each other, with the circle in words.
func (m *matching) refuseCircle(all []matched) bool {
	graph := slices.Clone(m.tasks)
	for _, r := range all {
		if r.refused {
			continue
		}
		if i := slices.IndexFunc(graph, func(t Task) bool { return t.ID == r.task.ID }); i >= 0 {
			graph[i] = r.task
		} else {
			graph = append(graph, r.task)
		}
	}
	loop := circle(graph)
	if loop == nil {
		return false
	}
	words := make([]string, 0, len(loop)+1)
	for _, t := range append(loop, loop[0]) {
		words = append(words, fmt.Sprintf("“%s”", t.Title))
	}
	hit := false
	for i := range all {
		if !all[i].refused && slices.ContainsFunc(loop, func(t Task) bool { return t.ID == all[i].task.ID }) {
			m.refuse(&all[i], "depends", strings.Join(all[i].row.Depends, "; "), "These tasks wait for each other: %s. Take one of the dependencies out.", strings.Join(words, " waits for "))
			hit = true
		}
	}
	return hit
}

func (m *matching) refuse(r *matched, column, value, format string, args ...any) {
	r.refused = true
	m.done.Errors = append(m.done.Errors, table.Fault{Line: r.row.Line, Column: column, Value: table.Clip(value), Reason: fmt.Sprintf(format, args...)})
}
