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
	Deal, Prefix, Name, Account string
	Phase                       Phase
	Known                       bool
	Minor                       int64
	Currency                    string
}

// The blanks beside a workspace keep a planner without statistics on the keys of the joined rows.
const labelColumns = `o.id, o.prefix, o.name, a.name, t.phase, t.known, t.minor, t.currency
	FROM opportunity o JOIN account a ON a.id = o.account JOIN tally t ON t.deal = o.id
	WHERE a.workspace || '' = o.workspace AND t.workspace || '' = o.workspace`

var (
	labelsOf      = store.SQL(`SELECT ` + labelColumns + ` AND o.workspace || '' = $1 AND o.id IN (` + store.Places(2, store.Hundred) + `)`)
	labelsFrom    = store.SQL(`SELECT ` + labelColumns + ` AND o.workspace = $1 AND o.prefix >= $2 AND o.prefix < $3 ORDER BY o.prefix LIMIT $4`)
	labelsAccount = store.SQL(`SELECT o.account, ` + labelColumns + ` AND o.workspace = $1 AND o.account IN (` + store.Places(2, store.Hundred) + `) ORDER BY o.id DESC LIMIT 300`)
)

func (r labelRow) label() Label {
	return Label{r.Deal, r.Prefix, r.Name, r.Account, r.Phase, Money{r.Known, r.Minor, r.Currency}}
}

// Labels names deals by their ids; deals that are not there are left out.
func Labels(ctx context.Context, r *journal.Reader, deals []string) (map[string]Label, error) {
	out := map[string]Label{}
	err := store.Hundreds(distinct(deals), func(places []any) error {
		rows, err := store.List[labelRow](ctx, r.Q, labelsOf, append([]any{r.Workspace}, places...)...)
		for _, row := range rows {
			out[row.Deal] = row.label()
		}
		return err
	})
	return out, err
}

// LabelsFrom names the deals whose prefix begins so, in the order of the prefixes.
func LabelsFrom(ctx context.Context, r *journal.Reader, beginning string, limit int) ([]Label, error) {
	return labels(store.List[labelRow](ctx, r.Q, labelsFrom, r.Workspace, beginning, beginning+"ZZZZZ", limit))
}

// LabelsOf names the deals of accounts, by account, the last made first: at most 300 of them all.
func LabelsOf(ctx context.Context, r *journal.Reader, accounts []string) (map[string][]Label, error) {
	type row struct {
		Of                          string
		Deal, Prefix, Name, Account string
		Phase                       Phase
		Known                       bool
		Minor                       int64
		Currency                    string
	}
	out := map[string][]Label{}
	err := store.Hundreds(distinct(accounts), func(places []any) error {
		rows, err := store.List[row](ctx, r.Q, labelsAccount, append([]any{r.Workspace}, places...)...)
		for _, w := range rows {
			out[w.Of] = append(out[w.Of], Label{w.Deal, w.Prefix, w.Name, w.Account, w.Phase, Money{w.Known, w.Minor, w.Currency}})
		}
		return err
	})
	return out, err
}

func labels(rows []labelRow, err error) ([]Label, error) {
	out := make([]Label, 0, len(rows))
	for _, row := range rows {
		out = append(out, row.label())
	}
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
