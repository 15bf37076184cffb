package delivery

import (
	"fmt"
	"slices"

	"throughline/internal/content"
	"throughline/internal/thread"
)

// status is the status report: how far the post side has come, what is late and on whose
// side, what is broken, and what is at risk.
func (p *paper) status() content.Document {
	f := &p.thread.Facts
	d := content.Document{Name: "status-report", Title: "Status report", About: p.about()}
	d.Blocks = append(d.Blocks, content.Para(fmt.Sprintf("Signed on %s. Planned go-live: %s.", f.Deal.SignedOn, day(f.Deal.GoLiveOn))))
	var rows [][][]content.Span
	for s := thread.Accepted; s <= thread.Live; s++ {
		rows = append(rows, [][]content.Span{cell(s.String()), cell(p.owedAt(s))})
	}
	d.Blocks = append(d.Blocks, content.H(1, "How far"), tabled("", []string{"Station", "Reached, of what is owed"}, rows))
	if late := p.late(); late != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Late tasks"), tabled("", []string{"Task", "What", "Side", "Owner", "Due"}, late))
	}
	var breaks [][]content.Span
	for _, b := range p.thread.Breaks {
		key := b.Requirement
		if key == "" {
			key = f.Deal.Prefix
		}
		breaks = append(breaks, []content.Span{{Text: key, Key: key}, {Text: " " + b.Why}})
	}
	if breaks != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Breaks"), listing(breaks))
	}
	if risky := p.atRisk(); risky != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Promises at risk"), listing(risky))
	}
	if next := p.next(); next != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Next"), tabled("", []string{"Task", "What", "Side", "Owner", "Due"}, next))
	}
	return d
}

func (p *paper) late() (rows [][][]content.Span) {
	for _, t := range p.tasks {
		if t.Late(p.thread.Facts.Today) {
			rows = append(rows, p.taskRow(t))
		}
	}
	return rows
}

// next is the five open tasks that are due first.
func (p *paper) next() (rows [][][]content.Span) {
	var open []Task
	for _, t := range p.tasks {
		if t.State != TaskDone && t.DueOn != "" && !t.Late(p.thread.Facts.Today) {
			open = append(open, t)
		}
	}
	slices.SortStableFunc(open, func(a, b Task) int {
		if a.DueOn.Before(b.DueOn) {
			return -1
		}
		if b.DueOn.Before(a.DueOn) {
			return 1
		}
		return 0
	})
	for _, t := range open[:min(5, len(open))] {
		rows = append(rows, p.taskRow(t))
	}
	return rows
}

func (p *paper) taskRow(t Task) [][]content.Span {
	return [][]content.Span{keyed(t.Key()), cell(t.Title), cell(t.Party), cell(orNone(p.names.Of(t.Owner))), cell(day(t.DueOn))}
}

func (p *paper) atRisk() (items [][]content.Span) {
	f := &p.thread.Facts
	for _, pr := range f.Promises {
		broken := false
		if l, ok := p.line(pr.Requirement); ok {
			broken = len(l.Breaks) > 0
		}
		if pr.AtRisk(f.Today, f.Settings.AtRiskDays, broken) {
			key := fmt.Sprintf("P%d", pr.Number)
			items = append(items, []content.Span{{Text: key, Key: key}, {Text: fmt.Sprintf(" due %s: ", day(pr.DueOn()))}, {Text: pr.Words.String(), Exact: true}})
		}
	}
	return items
}
