package thread

import (
	"context"

	"throughline/internal/journal"
)

// KeptStates are the states of a deal's requirements as they were last settled, by
// requirement: what can be asked without asking the areas again.
func KeptStates(ctx context.Context, r *journal.Reader, deal string) (map[string]Standing, error) {
	return standingsOf(ctx, r.Q, r.Workspace, deal)
}
