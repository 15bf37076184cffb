package journal

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/store"
)

// Acted is one act as far as it touched a deal.
type Acted struct {
	ID    string        `json:"id"`
	Act   string        `json:"act"` // as in 'requirement.edit'
	Actor string        `json:"actor"`
	At    clock.Instant `json:"at"`
	Last  int64         `json:"seq"`  // its last row's place: the cursor
	Rows  int           `json:"rows"` // of the deal, within what was asked for
}

// ActFilter says which acts of a deal are looked for; empty fields ask nothing.
type ActFilter struct {
	Actor string // a person's id
	Kind  string // the word before the dot: requirement, evaluation
	Thing string // an id: acts that changed it or named it
}

var (
	actsOfDeal = store.SQL(`SELECT act_id, MIN(act), MIN(actor), MAX(at), MAX(seq), COUNT(*) FROM journal
		WHERE workspace = $1 AND deal = $2 AND ($3 = '' OR actor = $3) AND ($4 = '' OR act LIKE $4)
		AND ($5 = '' OR thing = $5 OR was LIKE $6 OR now LIKE $6)
		GROUP BY act_id HAVING MAX(seq) < $7 ORDER BY MAX(seq) DESC LIMIT $8`)
	rowsOfAct = store.SQL(`SELECT ` + entryColumns + ` FROM journal
		WHERE workspace = $1 AND act_id = $2 AND deal = $3 ORDER BY seq LIMIT $4`)
	kindsOfActs = store.SQL(`SELECT DISTINCT act FROM journal WHERE workspace = $1 AND deal = $2 ORDER BY act`)
)

// Acts lists what was done in a deal, the last first, before the cursor (a seq, or End).
func Acts(ctx context.Context, r *Reader, deal string, f ActFilter, before int64, limit int) ([]Acted, error) {
	like, named := "", ""
	if f.Kind != "" {
		like = f.Kind + ".%"
	}
	if f.Thing != "" {
		named = `%"` + f.Thing + `"%`
	}
	return store.List[Acted](ctx, r.Q, actsOfDeal, r.Workspace, deal, f.Actor, like, f.Thing, named, before, limit)
}

// RowsOf is what one act changed in a deal, in order, at most limit rows.
func RowsOf(ctx context.Context, r *Reader, act, deal string, limit int) ([]Entry, error) {
	return store.List[Entry](ctx, r.Q, rowsOfAct, r.Workspace, act, deal, limit)
}

// ActNames lists the names of all acts that were done in a deal.
func ActNames(ctx context.Context, r *Reader, deal string) ([]string, error) {
	return store.List[string](ctx, r.Q, kindsOfActs, r.Workspace, deal)
}
