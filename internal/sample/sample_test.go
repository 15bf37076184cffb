package sample

import (
	"context"
	"fmt"
	"testing"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring"
)

func TestZZ(t *testing.T) {
	ctx := clock.With(context.Background(), func() time.Time { return time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC) })
	h, err := wiring.Open(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer h.Journal.DB.Close()
	s := time.Now()
	b, ws, err := write(ctx, h)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("made in", time.Since(s), len(b.Moments()))
	rep, err := journal.Verify(ctx, h.Journal.DB.Read)
	fmt.Println(rep.Rows, rep.Findings, err)
	r := h.Journal.Reader(ws)
	more, err := h.Weaver.Verify(ctx, r)
	fmt.Println(more, err)
	for _, d := range deals {
		th, err := h.Thread(ctx, r, b.tales[d.folder].Deal(), b.Today)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(d.folder, th.Facts.Deal.Prefix, th.Facts.Deal.Phase, th.TechnicalWin, len(th.Rows), "breaks", len(th.Breaks))
		for _, l := range th.Rows {
			line := ""
			for _, c := range l.Cells {
				line += string(rune(c.State))
			}
			fmt.Printf("  %-7s %s %s %s  %s\n", l.Key, line, l.Requirement.Priority, l.Requirement.Kind, thread.Hint(l.Requirement))
		}
		for _, k := range th.Breaks {
			fmt.Println("   !", k.Requirement, k.Station, k.Rule, k.Why, k.Since)
		}
	}
}
