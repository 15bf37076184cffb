package handoff

import (
	"context"
	"fmt"
	"slices"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// paper is what the handoff's documents are written from.
type paper struct {
	src      journal.Source
	crossing Crossing
	frozen   journal.Source // the deal as it was frozen; as it stands before the signature
	thread   *thread.Thread
	review   *Review // nil before the signature
	names    area.Names
	changes  []Difference
}

// Documents makes the handoff brief, from the technical win on, the promise ledger, and the run brief
// once a decision to go live stands.
func Documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	deal := t.Facts.Deal.ID
	p := &paper{src: src, frozen: src, thread: t}
	var err error
	if p.names, err = area.NamesIn(ctx, src, deal); err != nil {
		return nil, err
	}
	if err := p.take(ctx, ToBuild); err != nil {
		return nil, err
	}
	var out []content.Document
	if p.review != nil || slices.Contains([]string{"achieved", "conditional"}, t.TechnicalWin) {
		brief, err := p.brief(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, brief)
	}
	if len(t.Facts.Promises) > 0 {
		out = append(out, p.ledger())
	}
	if live, err := Live(ctx, src, deal); err != nil || !live {
		return out, err
	}
	if err := p.take(ctx, ToRun); err != nil {
		return nil, err
	}
	brief, err := p.runBrief(ctx)
	return append(out, brief), err
}

// take puts a crossing's review before the paper, with the deal as that froze it; none where it did
// not come to pass yet.
func (p *paper) take(ctx context.Context, c Crossing) error {
	deal := p.thread.Facts.Deal.ID
	p.crossing, p.review, p.frozen, p.changes = c, nil, p.src, nil
	v, ok, err := c.Load(ctx, p.src, deal)
	if err != nil || !ok {
		return err
	}
	p.review = v
	if p.frozen, err = journal.Frozen(ctx, p.src, deal, v.FrozenAt); err != nil {
		return err
	}
	p.changes, err = Differences(ctx, p.frozen, p.src, deal)
	return err
}

// brief is the handoff brief. What was handed over is told as it was frozen; how it stands
// and what changed is told beside it.
func (p *paper) brief(ctx context.Context) (content.Document, error) {
	d := p.thread.Facts.Deal
	doc := content.Document{Name: "handoff-brief", Title: "Handoff brief", About: fmt.Sprintf("%s, %s, as of %s", d.Prefix, d.Name, p.thread.Facts.Today)}
	doc.Blocks = append(doc.Blocks, p.standing()...)
	for _, part := range []func(context.Context) ([]content.Block, error){p.reasons, p.promised, p.requirements, p.people, p.open} {
		blocks, err := part(ctx)
		if err != nil {
			return doc, err
		}
		doc.Blocks = append(doc.Blocks, blocks...)
	}
	doc.Blocks = append(doc.Blocks, p.changed()...)
	return doc, nil
}

// standing says in a few lines how the handoff stands.
func (p *paper) standing() []content.Block {
	d := p.thread.Facts.Deal
	if p.review == nil {
		text := fmt.Sprintf("Draft: the technical win is %s, the signature is not recorded yet.", p.thread.TechnicalWin)
		if d.SA == "" {
			text += " Nobody is named to receive it."
		}
		return []content.Block{{Callout: &content.Callout{Kind: "note", Text: content.Text(text)}}}
	}
	v := p.review
	c := v.Count()
	out := []content.Block{content.Para(fmt.Sprintf("Signed on %s. From %s to %s. The handoff is %s: %d of %d requirements accepted, %d of these on a condition.",
		v.SignedOn, p.names.Of(v.Giver()), p.names.Of(v.Receiver), v.State, c.Accepted+c.WithCondition, c.Requirements, c.WithCondition))}
	out = append(out, p.holding()...)
	if v.self() {
		out = append(out, content.Block{Callout: &content.Callout{Kind: "note",
			Text: content.Text("The same person sold it and receives it. Have a second person look at the promises.")}})
	}
	if v.State == Closed {
		out = append(out, content.Block{Callout: &content.Callout{Kind: "note", Text: content.Text(fmt.Sprintf("The deal is %s; the handoff is kept as it was.", d.Phase))}})
	}
	return out
}

// holding lists what is open: how many of what, who closes it, and which.
func (p *paper) holding() []content.Block {
	all := p.review.Holding(p.thread.Facts.Today)
	if all == nil {
		return nil
	}
	list := content.List{}
	for _, h := range all {
		item := []content.Span{{Text: h.What, Strong: true}, {Text: ": " + p.names.Of(h.Who) + " " + h.Does + ". "}}
		for i, k := range h.Items {
			if i > 0 {
				item = append(item, content.Span{Text: ", "})
			}
			item = append(item, content.Span{Text: k.Key, Key: k.Key}, content.Span{Text: " (" + k.For + ")"})
		}
		list.Items = append(list.Items, item)
	}
	return []content.Block{{Callout: &content.Callout{Kind: "missing", Text: content.Text("Open, and to be closed by the person named:")}}, {List: &list}}
}

// mostQuotes bounds how many of the customer's words open the brief; all stand at their
// requirements.
const mostQuotes = 12

// reasons is why they bought, in their words: the quotes of the musts first.
func (p *paper) reasons(ctx context.Context) ([]content.Block, error) {
	quotes, err := journal.List[thread.Quote](ctx, p.frozen, p.thread.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	said := map[string][]thread.Quote{}
	for _, q := range quotes {
		said[q.Requirement] = append(said[q.Requirement], q)
	}
	out := []content.Block{content.H(1, "Why they bought, in their words")}
	for _, must := range []bool{true, false} {
		for _, l := range p.thread.Rows {
			if (l.Requirement.Priority == thread.Must) != must || !l.Requirement.Stands() {
				continue
			}
			for _, q := range said[l.Requirement.ID] {
				if words := q.Words.String(); words != "" && len(out) <= mostQuotes {
					out = append(out, content.Block{Quote: &content.Quote{Words: words, Person: p.names.Of(q.Speaker), Source: l.Key + ", " + place(q)}})
				}
			}
		}
	}
	if len(out) == 1 {
		out = append(out, content.Para("No words of theirs were recorded."))
	}
	return out, nil
}

// place is where a quote was heard.
func place(q thread.Quote) string {
	text := fmt.Sprintf("%s of %s", q.From, clock.DateOf(q.At.Time()))
	if q.Mark != "" {
		text += ", " + q.Mark
	}
	return text
}

// people are the stakeholders with their stance, as frozen.
func (p *paper) people(ctx context.Context) ([]content.Block, error) {
	all, err := journal.List[account.Stakeholder](ctx, p.frozen, p.thread.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	var rows [][][]content.Span
	for _, s := range all {
		part := ""
		switch {
		case s.Decides && s.Champion:
			part = "technical decision, champion"
		case s.Decides:
			part = "technical decision"
		case s.Champion:
			part = "champion"
		}
		rows = append(rows, [][]content.Span{content.Text(p.names.Of(s.Contact)), content.Text(s.Role), content.Text(part), content.Text(stance(s.Stance))})
	}
	if rows == nil {
		return []content.Block{content.H(1, "People"), content.Para("No stakeholder is recorded.")}, nil
	}
	return []content.Block{content.H(1, "People"), {Table: &content.Table{Head: []string{"Who", "Role", "Part", "Stance"}, Rows: rows}}}, nil
}

func stance(n int) string {
	return [...]string{"−2, against", "−1, doubtful", "0, neutral", "+1, for", "+2, strongly for"}[min(max(n, -2), 2)+2]
}
