package inbox_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// A query is a question to the seller; when it is late the handoff says so too.
func TestALateQueryStandsOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		id := late(w)
		w.Do("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
			_, err := handoff.Sign(ctx, tx, handoff.Signature{Deal: w.Deal})
			return err
		})
		w.As("jonas", "SA").Do("handoff.query", func(ctx context.Context, tx *journal.Tx) error {
			return handoff.Query(ctx, tx, handoff.Doubt{Deal: w.Deal, Things: []string{id}, Words: "Which gateway?"})
		})
		if got := lines(t, w, "mara"); !strings.HasPrefix(got, "Answer: Which gateway? questions/") || strings.Contains(got, "\n") {
			t.Errorf("at once: %q", got)
		}
		w.Clock.Add(8 * 24 * time.Hour)
		if got := lines(t, w, "mara"); !strings.HasPrefix(got, "Answer: The query on NWF-1 has waited for 8 days: Which gateway? questions/") || strings.Contains(got, "\n") {
			t.Errorf("after a week: %q", got)
		}
		if got := lines(t, w, "jonas"); strings.Count(got, "Which gateway?") != 1 {
			t.Errorf("the receiver: %q", got)
		}
	})
}
