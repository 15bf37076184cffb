package thread

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// keepFresh keeps the counts of a deal that this act made and that holds no requirement yet:
// nothing of it is kept so far, so nothing is read. Imports make deals by the hundred thousand.
func keepFresh(ctx context.Context, tx *journal.Tx, home account.Workspace, d account.Opportunity) error {
	t := Thread{Picture: Weave(factsOf(home, d, tx.Now().In(home.Location()))), TechnicalWin: "open"}
	for _, b := range BreakLines(&t.Picture) {
		if _, err := tx.Derive(ctx, keepBreak, b.args(tx.Workspace)...); err != nil {
			return err
		}
	}
	_, err := tx.Derive(ctx, keepTally, TallyOf(&t).args(tx.Workspace, tx.Now())...)
	return err
}
