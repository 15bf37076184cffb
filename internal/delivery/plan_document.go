package delivery

import (
	"fmt"
	"strings"

	"throughline/internal/content"
	"throughline/internal/thread"
)

// plan is the deployment plan: every task by side, what it waits for, what it implements, and
// what nobody has planned yet.
func (p *paper) plan() content.Document {
	d := content.Document{Name: "deployment-plan", Title: "Deployment plan", About: p.about()}
	d.Blocks = append(d.Blocks, content.Para(fmt.Sprintf("Planned go-live: %s. %d tasks.", day(p.thread.Facts.Deal.GoLiveOn), len(p.tasks))))
	keyOf, implements := map[string]string{}, map[string][]string{}
	for _, t := range p.tasks {
		keyOf[t.ID] = t.Key()
	}
	for _, l := range p.thread.Rows {
		for _, id := range p.of[l.Requirement.ID] {
			implements[id] = append(implements[id], l.Key)
		}
	}
	for _, party := range Parties {
		var rows [][][]content.Span
		for _, t := range p.tasks {
			if t.Party != party {
				continue
			}
			var waits []string
			for _, id := range t.DependsOn {
				waits = append(waits, keyOf[id])
			}
			rows = append(rows, [][]content.Span{keyed(t.Key()), cell(t.Title), cell(orNone(p.names.Of(t.Owner))), cell(day(t.StartOn)), cell(day(t.DueOn)),
				cell(string(t.State)), cell(strings.Join(waits, ", ")), keys(implements[t.ID]), cell(t.Tracker)})
		}
		if rows != nil {
			d.Blocks = append(d.Blocks, content.H(1, partyTitles[party]), tabled("", []string{"Task", "What", "Owner", "Start", "Due", "State", "Waits for", "Implements", "Tracker"}, rows))
		}
	}
	if open := p.unplanned(implements); len(open) > 0 {
		d.Blocks = append(d.Blocks, content.H(1, "Not yet known"), listing(open))
	}
	return d
}

var partyTitles = map[string]string{"ours": "Our tasks", "customer": "The customer's tasks", "partner": "Partners' tasks"}

// unplanned lists requirements without a task and tasks without owner, date or requirement.
func (p *paper) unplanned(implements map[string][]string) (out [][]content.Span) {
	for _, l := range p.thread.Rows {
		if c := l.Cells[thread.Planned]; c.Owed && c.State == thread.Missing {
			out = append(out, []content.Span{{Text: l.Key, Key: l.Key}, {Text: " has no task: " + l.Requirement.Statement}})
		}
	}
	for _, t := range p.tasks {
		if t.Owner == "" {
			out = append(out, cell(t.said()+" has no owner."))
		}
		if t.DueOn == "" {
			out = append(out, cell(t.said()+" has no date."))
		}
		if len(implements[t.ID]) == 0 {
			out = append(out, cell(t.said()+" implements no requirement."))
		}
	}
	return out
}
