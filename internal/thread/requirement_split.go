package thread

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Split makes a requirement into several: the first takes over the old one's place, each of
// the others becomes a requirement that refines it, with the same quotes.
func Split(ctx context.Context, tx *journal.Tx, id string, revision int64, parts []NewRequirement) ([]Requirement, error) {
	if len(parts) < 2 {
		return nil, problem.New(problem.Invalid, "A split makes at least two requirements.")
	}
	r, err := open(ctx, tx, id, revision)
	if err != nil {
		return nil, err
	}
	quotes, err := journal.List[Quote](ctx, tx, r.Deal)
	if err != nil {
		return nil, err
	}
	first, err := Reword(ctx, tx, Edit{ID: id, Revision: r.Revision, Statement: parts[0].Statement, Kind: parts[0].Kind, Priority: parts[0].Priority,
		Measure: parts[0].Measure, Group: r.Grouping, Product: r.Product, RaisedBy: r.RaisedBy})
	if err != nil {
		return nil, err
	}
	out := []Requirement{first}
	for _, p := range parts[1:] {
		p.Deal, p.Group, p.Product, p.RaisedBy = r.Deal, r.Grouping, r.Product, r.RaisedBy
		p.Quotes = nil
		n, err := Add(ctx, tx, p)
		if err != nil {
			return nil, err
		}
		if err := copyQuotes(ctx, tx, quotes, r.ID, n); err != nil {
			return nil, err
		}
		l := Link{Row: journal.Row{Deal: r.Deal}, FromKind: "requirement", FromID: n.ID, Relation: Refine, ToKind: "requirement", ToID: r.ID}
		if err := Connect(ctx, tx, l); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

func copyQuotes(ctx context.Context, tx *journal.Tx, quotes []Quote, from string, to Requirement) error {
	for _, q := range quotes {
		if q.Requirement != from {
			continue
		}
		if err := AddQuote(ctx, tx, to, NewQuote{From: q.From, FromID: q.FromID, Words: q.Words.String(), Owner: q.Words.Owner(), Speaker: q.Speaker, Mark: q.Mark}); err != nil {
			return err
		}
	}
	return nil
}

// Merge folds requirements into one that stays: their quotes and links move to it, and they
// are withdrawn with that reason.
func Merge(ctx context.Context, tx *journal.Tx, into string, revision int64, others []string, prefix string) error {
	keep, err := open(ctx, tx, into, revision)
	if err != nil {
		return err
	}
	quotes, err := journal.List[Quote](ctx, tx, keep.Deal)
	if err != nil {
		return err
	}
	for _, id := range others {
		o, err := journal.Load[Requirement](ctx, tx, id)
		if err != nil {
			return err
		}
		if o.Deal != keep.Deal || o.ID == keep.ID || !o.Stands() && o.Withdrawn != "" {
			return problem.Refuse("%s cannot be merged into %s.", o.Key(prefix), keep.Key(prefix))
		}
		if err := copyQuotes(ctx, tx, quotes, id, keep); err != nil {
			return err
		}
		if err := moveLinks(ctx, tx, keep.Deal, id, keep.ID); err != nil {
			return err
		}
		o.Withdrawn = "Merged into " + keep.Key(prefix)
		if err := journal.Update(ctx, tx, &o); err != nil {
			return err
		}
	}
	keep.Meaning++
	return journal.Update(ctx, tx, &keep)
}

func moveLinks(ctx context.Context, tx *journal.Tx, deal, from, to string) error {
	links, err := journal.List[Link](ctx, tx, deal)
	if err != nil {
		return err
	}
	for _, l := range links {
		if l.ToKind != "requirement" || l.ToID != from {
			continue
		}
		moved := Link{Row: journal.Row{Deal: deal}, FromKind: l.FromKind, FromID: l.FromID, Relation: l.Relation, ToKind: l.ToKind, ToID: to}
		if err := Connect(ctx, tx, moved); err != nil {
			return err
		}
		if err := journal.Delete(ctx, tx, &l); err != nil {
			return err
		}
	}
	return nil
}
