package portal

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Wording is one wording of a list that was sent, beside how it stands now.
type Wording struct {
	Item
	Key  string
	Now  string // empty when the requirement does not stand any more
	Same bool   // nothing changed that a signature is about
}

// Wordings are the wordings of a link as they were sent, and as they stand.
func Wordings(ctx context.Context, src journal.Source, l Link) ([]Wording, error) {
	deal, err := journal.Load[account.Opportunity](ctx, src, l.Deal)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(l.Items))
	for _, it := range l.Items {
		ids = append(ids, it.Requirement)
	}
	all, err := journal.Several[thread.Requirement](ctx, src, ids)
	if err != nil {
		return nil, err
	}
	now := map[string]thread.Requirement{}
	for _, r := range all {
		now[r.ID] = r
	}
	out := make([]Wording, 0, len(l.Items))
	for _, it := range l.Items {
		w := Wording{Item: it}
		if r, there := now[it.Requirement]; there {
			w.Key = r.Key(deal.Prefix)
			if r.Stands() {
				w.Now = evaluation.Wording(r)
				w.Same = w.Now == it.Wording && r.Meaning == it.Meaning
			}
		}
		out = append(out, w)
	}
	return out, nil
}

// Changed is how many of them are not as they were sent.
func Changed(all []Wording) (n int) {
	for _, w := range all {
		if !w.Same {
			n++
		}
	}
	return n
}
