package area

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
)

// Names maps the ids of people to the names to show: everyone of ours, and the stakeholders
// of a deal. An erased person reads '[erased]'; an unknown id reads as itself.
type Names map[string]string

// NamesIn collects the names that a deal's pages and documents need.
func NamesIn(ctx context.Context, src journal.Source, deal string) (Names, error) {
	out := Names{}
	people, err := auth.People(ctx, src)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		out[p.ID] = p.Name
	}
	if deal == "" {
		return out, nil
	}
	holders, err := journal.List[account.Stakeholder](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(holders))
	for _, s := range holders {
		ids = append(ids, s.Contact)
	}
	contacts, err := journal.Several[account.Contact](ctx, src, ids)
	for _, c := range contacts {
		out[c.ID] = c.Name.String()
	}
	return out, err
}

// Of is the name of an id; empty for none.
func (n Names) Of(id string) string {
	if name, ok := n[id]; ok {
		return name
	}
	return id
}
