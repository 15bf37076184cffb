package documents

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Of makes all documents of a deal as the source has it: the thread itself, and those of every
// area in the house.
func Of(ctx context.Context, h *area.House, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	names, err := area.NamesIn(ctx, src, t.Facts.Deal.ID)
	if err != nil {
		return nil, err
	}
	out := []content.Document{Thread(t, names)}
	for _, a := range h.Areas {
		if a.Documents == nil {
			continue
		}
		docs, err := a.Documents(ctx, src, t)
		if err != nil {
			return nil, fmt.Errorf("the documents of %s: %w", a.Name, err)
		}
		out = append(out, docs...)
	}
	return out, nil
}

// about is the line below a document's title.
func about(t *thread.Thread) string {
	d := t.Facts.Deal
	return fmt.Sprintf("%s, %s, as of %s", d.Prefix, d.Name, t.Facts.Today)
}
