package evaluation

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/store"
)

// Proved is a sign-off that a text or a file is the proof of.
type Proved struct {
	Workspace, Deal, SignOff, Decision string
	At, WithdrawnAt                    clock.Instant
}

var byProof = store.SQL(`SELECT workspace, deal, id, decision, at, withdrawn_at FROM sign_off WHERE proof_hash = $1 ORDER BY id`)

// ByProof finds the sign-offs of a proof by its SHA-256, for the program's own use: whoever holds
// the text has no workspace.
func ByProof(ctx context.Context, q store.Querier, hash string) ([]Proved, error) {
	return store.List[Proved](ctx, q, byProof, hash)
}
