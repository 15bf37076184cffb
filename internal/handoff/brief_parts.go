package handoff

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/thread"
)

// promised is every promise with where and when it was said and whether it is in the contract.
func (p *paper) promised(ctx context.Context) ([]content.Block, error) {
	all, err := thread.Promises(ctx, p.frozen, p.thread.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return []content.Block{content.H(1, "Promises"), content.Para("No promise is recorded.")}, nil
	}
	var rows [][][]content.Span
	for _, pr := range all {
		key := fmt.Sprintf("P%d", pr.Number)
		rows = append(rows, [][]content.Span{{{Text: key, Key: key}}, content.Exact(pr.Words.String()), content.Text(p.names.Of(pr.ByPerson)),
			content.Text(p.names.Of(pr.ToContact)), content.Text(said(pr)), content.Text(orNone(string(pr.DueOn()))), content.Text(pr.Contractual), content.Text(p.decided(pr.ID))})
	}
	return []content.Block{content.H(1, "Promises"), {Table: &content.Table{
		Head: []string{"Promise", "Exact words", "By", "To", "Where and when", "Due", "In the contract", "At the handoff"}, Rows: rows}}}, nil
}

func said(pr thread.Promise) string {
	day := string(clock.DateOf(pr.SaidAt.Time()))
	if pr.Where == "" {
		return day
	}
	return pr.Where + ", " + day
}

// decided is how an item stands at the handoff.
func (p *paper) decided(thing string) string {
	if p.review == nil {
		return "not yet handed over"
	}
	for _, lines := range [][]Line{p.review.Items, p.review.Beside} {
		for _, l := range lines {
			if l.Thing == thing {
				return l.said()
			}
		}
	}
	return ""
}

// requirements are the bought, the implied and the not bought, exceptions first.
func (p *paper) requirements(ctx context.Context) ([]content.Block, error) {
	reqs, err := thread.Requirements(ctx, p.frozen, p.thread.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	lines, why := map[string]thread.Line{}, ToBuild.Exceptions(&p.thread.Picture)
	for _, l := range p.thread.Rows {
		lines[l.Requirement.ID] = l
	}
	rows := map[thread.Bought][][][]content.Span{}
	for _, first := range []bool{true, false} {
		for _, r := range reqs {
			if !r.Stands() || (why[r.ID] != "") != first {
				continue
			}
			b := bought(r, marked(r))
			rows[b] = append(rows[b], p.row(r, lines[r.ID], why[r.ID]))
		}
	}
	var out []content.Block
	for _, b := range []struct {
		mark  thread.Bought
		title string
	}{{thread.IsBought, "Bought"}, {thread.IsImplied, "Implied"}, {thread.NotBought, "Not bought"}} {
		if len(rows[b.mark]) > 0 {
			out = append(out, content.H(1, b.title), content.Block{Table: &content.Table{
				Head: []string{"Requirement", "What the customer needs", "Priority", "Evidence", "Look at first, because", "At the handoff"}, Rows: rows[b.mark]}})
		}
	}
	return out, nil
}

func (p *paper) row(r thread.Requirement, l thread.Line, why string) [][]content.Span {
	key, text := r.Key(p.thread.Facts.Deal.Prefix), r.Statement
	if r.Measure != nil {
		text += " (" + r.Measure.String() + ")"
	}
	var evidence []string
	for s := thread.Heard; s <= thread.Won; s++ {
		if c := l.Cells[s]; c.State == thread.Reached || c.State == thread.Failed || c.State == thread.Started {
			evidence = append(evidence, fmt.Sprintf("%s %s", s, c.State))
		}
	}
	return [][]content.Span{{{Text: key, Key: key}}, content.Text(text), content.Text(string(r.Priority)), content.Text(strings.Join(evidence, ", ")),
		content.Text(why), content.Text(p.decided(r.ID))}
}

// open is what travels: facts nobody confirmed, as risks, and questions nobody answered.
func (p *paper) open(ctx context.Context) ([]content.Block, error) {
	var risks, questions [][]content.Span
	if p.review != nil {
		for _, l := range p.review.Items {
			switch {
			case l.Kind == KindRisk:
				risks = append(risks, []content.Span{{Text: l.Key, Key: l.Key}, {Text: " " + l.Title + " " + l.said()}})
			case l.Kind == KindQuestion && l.State != Answered:
				questions = append(questions, content.Text(l.Title))
			}
		}
	} else {
		d, err := p.crossing.DraftOf(ctx, p.src, p.thread)
		if err != nil {
			return nil, err
		}
		for _, f := range d.Assumed {
			risks = append(risks, content.Text(f.Text))
		}
		for _, q := range d.Questions {
			questions = append(questions, content.Text(q.Words))
		}
	}
	var out []content.Block
	if risks != nil {
		out = append(out, content.H(1, "Risks: facts nobody confirmed"), content.Block{List: &content.List{Items: risks}})
	}
	if questions != nil {
		out = append(out, content.H(1, "Open questions"), content.Block{List: &content.List{Items: questions}})
	}
	return out, nil
}

// changed is what is not as it was at the freeze.
func (p *paper) changed() []content.Block {
	if p.review == nil {
		return nil
	}
	if len(p.changes) == 0 {
		return []content.Block{content.H(1, "Changed since the freeze"), content.Para("Nothing.")}
	}
	var items [][]content.Span
	for _, d := range p.changes {
		items = append(items, []content.Span{{Text: d.Key, Key: d.Key}, {Text: fmt.Sprintf(" %s: %s", d.How, d.What)}})
	}
	return []content.Block{content.H(1, "Changed since the freeze"), {List: &content.List{Items: items}}}
}
