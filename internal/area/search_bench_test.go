package area_test

import (
	"context"
	"fmt"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func BenchmarkAct(b *testing.B) {
	for _, index := range []bool{false, true} {
		b.Run(fmt.Sprint("index ", index), func(b *testing.B) {
			w := wiretest.New(b, storetest.SQLite(b))
			if !index {
				w.Journal.Index = nil
			}
			var r thread.Requirement
			w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) (err error) {
				r, err = thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Dispatch changes arrive", Kind: thread.Functional, Priority: thread.Must})
				return err
			})
			n := int64(1)
			for b.Loop() {
				w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
					_, err := thread.Reword(ctx, tx, thread.Edit{ID: r.ID, Revision: n, Statement: fmt.Sprintf("Dispatch changes of plant %d arrive at the depot within %d seconds", n, n*7919%100003), Kind: thread.Functional, Priority: thread.Must})
					return err
				})
				n++
			}
		})
	}
}
