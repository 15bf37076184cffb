package delivery

import (
	"fmt"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/content"
)

// record is the decision record: every go-live decision with what it covers, what not and
// why, in the order they were taken.
func (p *paper) record() content.Document {
	d := content.Document{Name: "go-live-decision", Title: "Go-live decision record", About: p.about()}
	for _, g := range p.decisions {
		d.Blocks = append(d.Blocks, p.decision(g)...)
	}
	return d
}

func (p *paper) decision(g GoLive) []content.Block {
	var who []string
	for _, id := range append(append([]string{}, g.Persons...), g.Contacts...) {
		who = append(who, p.names.Of(id))
	}
	out := []content.Block{content.H(1, fmt.Sprintf("%s: %s", clock.DateOf(g.At.Time()), g.Outcome)),
		content.Para("Decided by " + strings.Join(who, ", ") + "."), content.Para("Evidence: " + g.Evidence)}
	if g.Withdrawn != "" {
		out = append(out, content.Block{Callout: &content.Callout{Kind: "note", Text: cell("This decision was withdrawn: " + g.Withdrawn)}})
	}
	if g.HypercareEnded != "" {
		out = append(out, content.Para(fmt.Sprintf("Hypercare ended on %s: %s", g.HypercareEnded, g.HypercareHow)))
	} else if g.HypercareUntil != "" {
		out = append(out, content.Para(fmt.Sprintf("Hypercare until %s.", g.HypercareUntil)))
	}
	out = append(out, p.covered(g)...)
	var left [][]content.Span
	for _, l := range g.LeftOut {
		key, text := p.named(l.Kind, l.ID)
		left = append(left, []content.Span{{Text: key, Key: key}, {Text: " "}, {Text: text, Exact: true}, {Text: ". Why not: " + l.Reason}})
	}
	if left != nil {
		out = append(out, content.H(2, "Not covered"), listing(left))
	}
	var over [][]content.Span
	for _, o := range g.Overrides {
		key, text := p.named("requirement", o.Requirement)
		over = append(over, []content.Span{{Text: key, Key: key}, {Text: " "}, {Text: text, Exact: true}, {Text: ". Covered all the same: " + o.Reason}})
	}
	if over != nil {
		out = append(out, content.H(2, "Covered without a passed check"), listing(over))
	}
	var conditions [][]content.Span
	for _, k := range g.Conditions {
		conditions = append(conditions, cell(fmt.Sprintf("%s (%s, by %s)", k.Text, orNone(p.names.Of(k.Owner)), day(k.Due))))
	}
	if conditions != nil {
		out = append(out, content.H(2, "Conditions"), listing(conditions))
	}
	return out
}

func (p *paper) covered(g GoLive) []content.Block {
	var items [][]content.Span
	for _, id := range g.Requirements {
		key, text := p.named("requirement", id)
		items = append(items, []content.Span{{Text: key, Key: key}, {Text: " "}, {Text: text, Exact: true}})
	}
	for _, id := range g.Promises {
		key, text := p.named("promise", id)
		items = append(items, []content.Span{{Text: key, Key: key}, {Text: " "}, {Text: text, Exact: true}})
	}
	if items == nil {
		return nil
	}
	return []content.Block{content.H(2, "Covered"), listing(items)}
}

// named is the key and the words of a requirement or promise.
func (p *paper) named(kind, id string) (key, text string) {
	if kind == "promise" {
		for _, pr := range p.thread.Facts.Promises {
			if pr.ID == id {
				return fmt.Sprintf("P%d", pr.Number), pr.Words.String()
			}
		}
		return "", "a promise that is not here"
	}
	if l, ok := p.line(id); ok {
		return l.Key, l.Requirement.Statement
	}
	return "", "a requirement that is not here"
}
