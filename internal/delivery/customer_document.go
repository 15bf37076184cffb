package delivery

import (
	"fmt"
	"slices"
	"strings"

	"throughline/internal/content"
)

// customerTasks is the list that each of the customer's and partners' people gets: what is theirs
// to do, by when, and what of ours it waits for or holds up.
func (p *paper) customerTasks() content.Document {
	d := content.Document{Name: "customer-tasks", Title: "Your tasks, person by person", About: p.about()}
	byID, implements := map[string]Task{}, map[string][]string{}
	for _, t := range p.tasks {
		byID[t.ID] = t
	}
	for _, l := range p.thread.Rows {
		for _, id := range p.of[l.Requirement.ID] {
			implements[id] = append(implements[id], l.Key)
		}
	}
	for _, owner := range p.outsiders() {
		var rows [][][]content.Span
		late := 0
		for _, t := range p.tasks {
			if t.Party == "ours" || t.Owner != owner {
				continue
			}
			if t.Late(p.thread.Facts.Today) {
				late++
			}
			rows = append(rows, [][]content.Span{keyed(t.Key()), cell(t.Title), cell(day(t.StartOn)), cell(day(t.DueOn)), cell(string(t.State)), cell(said(t.DependsOn, byID)), cell(said(p.waiting(t), byID)), keys(implements[t.ID])})
		}
		d.Blocks = append(d.Blocks, content.H(1, or(p.names.Of(owner), "Nobody has it yet")))
		if late > 0 {
			d.Blocks = append(d.Blocks, content.Block{Callout: &content.Callout{Kind: "note", Text: content.Text(fmt.Sprintf("%d of these should be done by today.", late))}})
		}
		d.Blocks = append(d.Blocks, tabled("", []string{"Task", "What", "Start", "Due", "State", "Waits for", "Others wait for it", "For which requirement"}, rows))
	}
	return d
}

func or(s, none string) string {
	if s == "" {
		return none
	}
	return s
}

// outsiders are the owners of tasks that are not ours, by name; nobody at the end.
func (p *paper) outsiders() (out []string) {
	for _, t := range p.tasks {
		if t.Party != "ours" && !slices.Contains(out, t.Owner) {
			out = append(out, t.Owner)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int {
		if (a == "") != (b == "") {
			return len(b) - len(a)
		}
		return strings.Compare(p.names.Of(a), p.names.Of(b))
	})
	return out
}

// waiting are the tasks that wait for one, by id.
func (p *paper) waiting(t Task) (out []string) {
	for _, o := range p.tasks {
		if slices.Contains(o.DependsOn, t.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// said names tasks with how far they are.
func said(ids []string, byID map[string]Task) string {
	var out []string
	for _, id := range ids {
		if t, ok := byID[id]; ok {
			out = append(out, fmt.Sprintf("%s %s (%s)", t.Key(), t.Title, t.State))
		}
	}
	return or(strings.Join(out, "; "), "none")
}
