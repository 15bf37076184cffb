package handoff

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/delivery"
	"throughline/internal/thread"
)

// runBrief is what whoever runs it needs to know: what is live and how it was proven, what was
// promised, what is not as it should be, and whom to call.
func (p *paper) runBrief(ctx context.Context) (content.Document, error) {
	d := p.thread.Facts.Deal
	doc := content.Document{Name: "run-brief", Title: "Run brief", About: fmt.Sprintf("%s, %s, as of %s", d.Prefix, d.Name, p.thread.Facts.Today)}
	doc.Blocks = append(doc.Blocks, p.handedOver()...)
	doc.Blocks = append(doc.Blocks, p.running()...)
	for _, part := range []func(context.Context) ([]content.Block, error){p.decisions, p.promised, p.people, p.open} {
		blocks, err := part(ctx)
		if err != nil {
			return doc, err
		}
		doc.Blocks = append(doc.Blocks, blocks...)
	}
	doc.Blocks = append(doc.Blocks, p.changed()...)
	return doc, nil
}

// handedOver says in a few lines how the handoff to run stands.
func (p *paper) handedOver() []content.Block {
	d, v := p.thread.Facts.Deal, p.review
	if v == nil {
		text := "Draft: what is live is not handed over yet."
		if d.Runs == "" {
			text += " Nobody is named to run it."
		}
		return []content.Block{{Callout: &content.Callout{Kind: "note", Text: content.Text(text)}}}
	}
	c := v.Count()
	out := []content.Block{content.Para(fmt.Sprintf("Handed over on %s. From %s to %s. The handoff is %s: %d of %d requirements accepted, %d of these on a condition.",
		v.SignedOn, p.names.Of(v.Giver()), p.names.Of(v.Receiver), v.State, c.Accepted+c.WithCondition, c.Requirements, c.WithCondition))}
	return append(out, p.holding()...)
}

// running is every requirement that was bought or implied: how it was proven, since when it is live.
func (p *paper) running() []content.Block {
	why := ToRun.Exceptions(&p.thread.Picture)
	var rows [][][]content.Span
	for _, first := range []bool{true, false} {
		for _, l := range p.thread.Rows {
			if r := l.Requirement; r.Stands() && r.PostOwed() && (why[r.ID] != "") == first {
				rows = append(rows, [][]content.Span{{{Text: l.Key, Key: l.Key}}, content.Text(r.Statement), content.Text(string(r.Priority)),
					content.Text(proof(l.Cells[thread.Verified])), content.Text(since(l.Cells[thread.Live])), content.Text(why[r.ID]), content.Text(p.decided(r.ID))})
			}
		}
	}
	if rows == nil {
		return []content.Block{content.H(1, "What runs"), content.Para("Nothing was bought.")}
	}
	return []content.Block{content.H(1, "What runs"), {Table: &content.Table{
		Head: []string{"Requirement", "What the customer needs", "Priority", "Proven by", "Live since", "Look at first, because", "At the handoff"}, Rows: rows}}}
}

// proof is what proved a requirement.
func proof(c thread.Cell) string {
	if c.Verdict == nil {
		return "nothing"
	}
	var out []string
	for _, e := range c.Verdict.Evidence {
		out = append(out, e.Text)
	}
	return strings.Join(out, "; ")
}

func since(c thread.Cell) string {
	if c.State != thread.Reached || c.Verdict == nil {
		return "not live"
	}
	return string(clock.DateOf(c.Verdict.At.Time()))
}

// decisions are those that let it go live: the conditions they made and how long it is watched.
func (p *paper) decisions(ctx context.Context) ([]content.Block, error) {
	all, err := delivery.Decisions(ctx, p.src, p.thread.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	var items [][]content.Span
	for _, g := range all {
		if !g.Stands() {
			continue
		}
		text := fmt.Sprintf("%s: %s. %s", clock.DateOf(g.At.Time()), g.Outcome, sentence(g.Evidence))
		switch {
		case g.HypercareEnded != "":
			text += fmt.Sprintf(" Watched closely until %s: %s", g.HypercareEnded, sentence(g.HypercareHow))
		case g.HypercareUntil != "":
			text += fmt.Sprintf(" Watched closely until %s.", g.HypercareUntil)
		}
		items = append(items, content.Text(text))
		for _, c := range g.Conditions {
			items = append(items, content.Text(fmt.Sprintf("Condition: %s (%s, by %s)", c.Text, p.names.Of(c.Owner), orNone(string(c.Due)))))
		}
		for _, o := range g.Overrides {
			items = append(items, content.Text(fmt.Sprintf("Went live in spite of its check: %s", o.Reason)))
		}
	}
	return []content.Block{content.H(1, "Decisions to go live"), {List: &content.List{Items: items}}}, nil
}
