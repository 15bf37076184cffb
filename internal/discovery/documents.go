package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// told is what discovery's documents are made of.
type told struct {
	t      *thread.Thread
	names  area.Names
	people []account.Stakeholder
	titles map[string]string // of contacts
	calls  map[string]Call
	order  []Call
	quotes map[string][]thread.Quote // by requirement
	facts  []Fact
	open   []thread.Question

	meddpicc qualification.Result
}

// documents makes the discovery summary and the brief. A deal in which nothing was heard has
// neither.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	d, err := tell(ctx, src, t)
	if err != nil || len(t.Rows)+len(d.order)+len(d.facts) == 0 {
		return nil, err
	}
	return []content.Document{d.summary(), d.brief()}, nil
}

func tell(ctx context.Context, src journal.Source, t *thread.Thread) (told, error) {
	deal := t.Facts.Deal.ID
	d := told{t: t, titles: map[string]string{}, calls: map[string]Call{}, quotes: map[string][]thread.Quote{}}
	var err error
	if d.names, err = area.NamesIn(ctx, src, deal); err != nil {
		return d, err
	}
	if d.people, err = journal.List[account.Stakeholder](ctx, src, deal); err != nil {
		return d, err
	}
	for _, s := range d.people {
		c, err := journal.Load[account.Contact](ctx, src, s.Contact)
		if err != nil {
			return d, err
		}
		d.titles[c.ID] = c.Title
	}
	if d.order, err = Calls(ctx, src, deal); err != nil {
		return d, err
	}
	for _, c := range d.order {
		d.calls[c.ID] = c
	}
	quotes, err := journal.List[thread.Quote](ctx, src, deal)
	if err != nil {
		return d, err
	}
	for _, q := range quotes {
		d.quotes[q.Requirement] = append(d.quotes[q.Requirement], q)
	}
	if d.facts, err = Facts(ctx, src, deal); err != nil {
		return d, err
	}
	evidence, err := EvidenceOf(ctx, src, deal)
	if err != nil {
		return d, err
	}
	d.meddpicc = qualification.Through(qualification.Frameworks[0], evidence, t.Facts.Today)
	asked, err := journal.List[thread.Question](ctx, src, deal)
	for _, q := range asked {
		if q.AnsweredAt.IsZero() {
			d.open = append(d.open, q)
		}
	}
	return d, err
}

// about is the line below a document's title.
func (d told) about() string {
	o := d.t.Facts.Deal
	return o.Name + " (" + o.Prefix + "), as of " + string(d.t.Facts.Today)
}

// source reads where a quote is from: 'Relay discovery of 2026-03-03, 00:17:42'.
func (d told) source(q thread.Quote) string {
	s := q.From
	if c, ok := d.calls[q.FromID]; ok {
		s = c.where(-1)
	}
	if q.Mark != "" {
		s += ", " + q.Mark
	}
	return s
}

func (d told) key(n int) content.Span { return content.Span{Key: d.t.Rows[n].Key} }
