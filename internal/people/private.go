package people

import (
	"context"
	"encoding/json"

	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/store"
)

// pack keeps a value under an owner's key. What is private of a person enters tables and journal
// in no other way: whoever erases the key erases all of it.
func pack(owner string, v any) (seal.Text, error) {
	raw, err := json.Marshal(v)
	return seal.New(owner, string(raw)), err
}

// unpack reads what was packed; nothing where the key is gone.
func unpack[T any](t seal.Text) (v T, err error) {
	if t.IsZero() || t.Gone() {
		return v, nil
	}
	return v, json.Unmarshal([]byte(t.String()), &v)
}

var takeTurn = store.SQL(`INSERT INTO journal_lock (workspace, deal, taken) VALUES ($1, 'people', 1)
	ON CONFLICT (workspace, deal) DO UPDATE SET taken = journal_lock.taken + 1`)

// inTurn makes others who decide over several people of the workspace wait until this act is done.
func inTurn(ctx context.Context, tx *journal.Tx) error {
	return tx.Derive(ctx, takeTurn, tx.Workspace)
}
