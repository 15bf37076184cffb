package handoff_test

import (
	"context"
	"testing"

	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// One deal of 100 requirements and 20 promises on SQLite: what settling asks, what a page
// asks, and the whole package accepted at once.
func BenchmarkHandoffOfAHundred(b *testing.B) {
	w := wiretest.New(b, b.TempDir())
	s := sold(w, 100, 50, 20)
	s.sign(handoff.Signature{Assumed: assumed})
	sa := w.As("jonas", "SA")
	b.Run("tell", func(b *testing.B) {
		for b.Loop() {
			if _, err := handoff.Tell(w.Ctx(), w.Reader(), w.Deal); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("inbox", func(b *testing.B) {
		for b.Loop() {
			if _, err := handoff.Inbox(w.Ctx(), w.Reader(), "jonas", w.Today()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("accept all", func(b *testing.B) {
		for b.Loop() {
			sa.Do("handoff.accept", func(ctx context.Context, tx *journal.Tx) error {
				return handoff.Accept(ctx, tx, handoff.Acceptance{Deal: w.Deal, Things: s.reqs})
			})
		}
	})
	b.Run("differences since the freeze", func(b *testing.B) {
		at := s.review().FrozenAt
		for b.Loop() {
			then, err := journal.Rewind(w.Ctx(), w.Reader(), w.Deal, at)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := handoff.Differences(w.Ctx(), then, w.Reader(), w.Deal); err != nil {
				b.Fatal(err)
			}
		}
	})
}
