package thread

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/store"
)

var dealsWithWork = store.SQL(`SELECT deal FROM tally WHERE workspace = $1 AND (requirements > 0 OR promises > 0 OR breaks > 0) ORDER BY deal`)

// ChangeSettings writes the workspace's settings and settles every deal whose states follow from
// them: due days, holidays and percentages are part of the rules.
func ChangeSettings(ctx context.Context, tx *journal.Tx, in account.WorkspaceEdit) (account.Workspace, error) {
	was, err := account.Home(ctx, tx)
	if err != nil {
		return was, err
	}
	now, err := account.EditWorkspace(ctx, tx, in)
	if err != nil || same(was, now) {
		return now, err
	}
	deals, err := store.List[string](ctx, tx.Q, dealsWithWork, tx.Workspace)
	if err != nil {
		return now, err
	}
	for _, d := range deals {
		if err := tx.Lock(ctx, d); err != nil {
			return now, err
		}
	}
	return now, nil
}

// same says whether no rule looks at anything that changed.
func same(was, now account.Workspace) bool {
	if was.Zone != now.Zone || was.Settings != now.Settings || len(was.Holidays) != len(now.Holidays) {
		return false
	}
	for i := range was.Holidays {
		if was.Holidays[i] != now.Holidays[i] {
			return false
		}
	}
	return true
}
