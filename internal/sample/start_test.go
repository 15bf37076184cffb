package sample

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/wiring"
)

func TestASecondStartMakesNothingAndTheDoorLeadsToTheSE(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	var was int64
	for range 2 {
		h, err := wiring.Open(ctx, folder)
		if err != nil {
			t.Fatal(err)
		}
		if err := First(ctx, h); err != nil {
			t.Fatal(err)
		}
		m, there, err := Door(ctx, h.Journal.DB)
		if err != nil || !there || m.Name != "Mara Lindqvist" || m.Role != "SE" || m.WorkspaceName != name {
			t.Errorf("the door leads to %+v, %v, %v", m, there, err)
		}
		seq, err := journal.Head(ctx, h.Journal.Reader(m.Workspace))
		if err != nil || was != 0 && seq != was {
			t.Errorf("the journal went from %d to %d, %v", was, seq, err)
		}
		was = seq
		h.Journal.DB.Close()
	}
}

func TestATeamThatBeganForRealGetsNoSample(t *testing.T) {
	w := context.Background()
	h, err := wiring.Open(w, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer h.Journal.DB.Close()
	if _, err := h.Journal.Write(w, journal.Actor{Workspace: "own", Person: "p"}, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: "Ours"})
	}); err != nil {
		t.Fatal(err)
	}
	if err := First(w, h); err != nil {
		t.Fatal(err)
	}
	places, err := account.Workspaces(w, h.Journal.DB.Read)
	if err != nil || len(places) != 1 {
		t.Errorf("there are %v, %v", places, err)
	}
	if _, there, err := Door(w, h.Journal.DB); there || err != nil {
		t.Errorf("a door without a sample: %v, %v", there, err)
	}
}

func TestTheCalendarCountsWorkingDays(t *testing.T) {
	days := live(t, t.TempDir(), saturday).Calendar // 2 January 2027, 23:30 in Berlin
	for n, want := range map[int]clock.Date{0: "2027-01-04", 1: "2027-01-05", -1: "2027-01-01", -2: "2026-12-31", -5: "2026-12-28", -6: "2026-12-25", 5: "2027-01-11"} {
		if got := days.Day(n); got != want {
			t.Errorf("day %d is %s, want %s", n, got, want)
		}
	}
	if got := days.Say("by {d-1}, a {w+0}, in {m+25}"); got != "by 1 January, a Monday, in February" {
		t.Errorf("%q", got)
	}
}

func BenchmarkSample(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		h, err := wiring.Open(context.Background(), b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := Make(context.Background(), h); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		h.Journal.DB.Close()
		b.StartTimer()
	}
}
