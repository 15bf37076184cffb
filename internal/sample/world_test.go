package sample

import (
	"context"
	"testing"
	"time"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/tally"
	"throughline/internal/thread"
	"throughline/internal/wiring"
)

// The sample is made at two moments: early on a Wednesday, and late on a Saturday.
var (
	wednesday = time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC)
	saturday  = time.Date(2027, 1, 2, 22, 30, 0, 0, time.UTC)
)

// lived is a house with the sample in it.
type lived struct {
	*area.House
	book
	t   testing.TB
	ctx context.Context
	r   *journal.Reader
}

func live(t testing.TB, target string, now time.Time) *lived {
	t.Helper()
	ctx := clock.With(context.Background(), func() time.Time { return now })
	h, err := wiring.Open(ctx, target)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	b, workspace, err := write(ctx, h)
	if err != nil {
		t.Fatal(err)
	}
	return &lived{h, b, t, ctx, h.Journal.Reader(workspace)}
}

// each makes the sample on both databases.
func each(t *testing.T, do func(t *testing.T, w *lived)) {
	storetest.Each(t, func(t *testing.T, url string) { do(t, live(t, url, wednesday)) })
}

// thread is a deal's, now.
func (w *lived) thread(folder string) thread.Thread {
	w.t.Helper()
	th, err := w.House.Thread(w.ctx, w.r, w.tales[folder].Deal(), w.Today)
	if err != nil {
		w.t.Fatal(err)
	}
	return th
}

// states are the letters of a deal's stations, a line a requirement.
func (w *lived) states(folder string) string {
	th := w.thread(folder)
	out := ""
	for _, s := range tally.Standings(&th.Picture) {
		out += s.States + "\n"
	}
	return out
}

// verify ends the test when journal, things and kept states disagree.
func (w *lived) verify() {
	w.t.Helper()
	rep, err := journal.Verify(w.ctx, w.Journal.DB.Read)
	if err != nil {
		w.t.Fatal(err)
	}
	more, err := w.Tallies.Verify(w.ctx, w.r)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, f := range append(rep.Findings, more...) {
		w.t.Errorf("%s: %s", f.Where, f.What)
	}
}
