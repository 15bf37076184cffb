package wiretest_test

import (
	"context"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// One act on a deal of a hundred requirements, its settling and its journal rows included.
func BenchmarkActOnADealOfAHundred(b *testing.B) {
	w := wiretest.New(b, storetest.SQLite(b))
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		for i := range 100 {
			r := thread.Requirement{Row: journal.Row{Deal: w.Deal}, Number: i + 1, Statement: "Replay 24 hours of events within 1 hour", Kind: thread.Functional, Priority: thread.Must, Meaning: 1, HeardAt: tx.Now()}
			if err := journal.Insert(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	first, err := thread.ByKey(w.Ctx(), w.Reader(), w.Deal, "NWF-1")
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := range b.N {
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: first.ID, Revision: int64(i + 1), Statement: "Replay 24 hours of events within " + string(rune('a'+i%26)), Kind: first.Kind, Priority: first.Priority})
			return err
		})
	}
}
