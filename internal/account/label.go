package account

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// Label is a deal as a line of a list names it.
type Label struct {
	Deal, Prefix, Name, Account string
	Phase                       Phase
	Amount                      Money
}

type labelRow struct {
	Deal, Prefix, Name, Of, Account string
	Phase                           Phase
	Known                           bool
	Minor                           int64
	Currency                        string
}

// Ids are looked up before anything is joined: PostgreSQL, asked for both at once, goes through all
// accounts. The blanks beside a workspace keep a planner without statistics on the keys.
var (
	labelsOf = store.SQL(`SELECT o.id, o.prefix, o.name, o.account, a.name, t.phase, t.known, t.minor, t.currency
		FROM opportunity o JOIN account a ON a.id = o.account JOIN tally t ON t.deal = o.id
		WHERE a.workspace || '' = o.workspace AND t.workspace || '' = o.workspace
			AND o.workspace || '' = $1 AND o.id IN (` + store.Places(2, store.Hundred) + `)`)
	dealsFrom = store.SQL(`SELECT id FROM opportunity WHERE workspace = $1 AND prefix >= $2 AND prefix < $3 ORDER BY prefix LIMIT $4`)
	dealsOf   = store.SQL(`SELECT id FROM opportunity WHERE workspace = $1 AND account IN (` + store.Places(2, store.Hundred) + `) ORDER BY id DESC LIMIT 300`)
)

func (r labelRow) label() Label {
	return Label{r.Deal, r.Prefix, r.Name, r.Account, r.Phase, Money{r.Known, r.Minor, r.Currency}}
}

// Labels names deals by their ids; deals that are not there are left out.
func Labels(ctx context.Context, r *journal.Reader, deals []string) (map[string]Label, error) {
	rows, err := labelRows(ctx, r, deals)
	out := make(map[string]Label, len(rows))
	for id, row := range rows {
		out[id] = row.label()
	}
	return out, err
}

// LabelsFrom names the deals whose prefix begins so, in the order of the prefixes.
func LabelsFrom(ctx context.Context, r *journal.Reader, beginning string, limit int) ([]Label, error) {
	deals, err := store.List[string](ctx, r.Q, dealsFrom, r.Workspace, beginning, beginning+"ZZZZZ", limit)
	if err != nil {
		return nil, err
	}
	all, err := Labels(ctx, r, deals)
	out := make([]Label, 0, len(deals))
	for _, id := range deals {
		if l, ok := all[id]; ok {
			out = append(out, l)
		}
	}
	return out, err
}

// LabelsOf names the deals of accounts, by account, the last made first: at most 300 of a hundred
// accounts.
func LabelsOf(ctx context.Context, r *journal.Reader, accounts []string) (map[string][]Label, error) {
	out := map[string][]Label{}
	err := store.Hundreds(distinct(accounts), func(places []any) error {
		deals, err := store.List[string](ctx, r.Q, dealsOf, append([]any{r.Workspace}, places...)...)
		if err != nil {
			return err
		}
		all, err := labelRows(ctx, r, deals)
		for _, id := range deals {
			if row, ok := all[id]; ok {
				out[row.Of] = append(out[row.Of], row.label())
			}
		}
		return err
	})
	return out, err
}

func labelRows(ctx context.Context, r *journal.Reader, deals []string) (map[string]labelRow, error) {
	out := make(map[string]labelRow, len(deals))
	err := store.Hundreds(distinct(deals), func(places []any) error {
		rows, err := store.List[labelRow](ctx, r.Q, labelsOf, append([]any{r.Workspace}, places...)...)
		for _, row := range rows {
			out[row.Deal] = row
		}
		return err
	})
	return out, err
}

func distinct(ids []string) (out []string) {
	seen := map[string]bool{}
	for _, id := range ids {
		if id != "" && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
