package area

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/search"
)

// Reindex fills the index of words anew from what is stored, workspace by workspace, and gives
// how many things it read. A search meanwhile finds what is there already.
func (h *House) Reindex(ctx context.Context) (things int, err error) {
	all, err := account.Workspaces(ctx, h.Journal.DB.Read)
	if err != nil {
		return 0, err
	}
	for _, w := range all {
		if err := search.Clear(ctx, h.Journal.DB, w.ID); err != nil {
			return things, err
		}
		n, err := h.Journal.Reindex(ctx, w.ID)
		things += n
		if err != nil {
			return things, err
		}
	}
	return things, nil
}
