package thread

import (
	"context"
	"encoding/json"

	"throughline/internal/journal"
)

// Counts is the deal's coverage, station by station.
func (y Tally) Counts() (out [StationCount]Count) {
	_ = json.Unmarshal([]byte(y.Coverage), &out) // written by TallyOf alone
	return out
}

// KeptStates are the states of a deal's requirements as they were last settled, by
// requirement: what can be asked without asking the areas again.
func KeptStates(ctx context.Context, r *journal.Reader, deal string) (map[string]Standing, error) {
	return standingsOf(ctx, r.Q, r.Workspace, deal)
}
