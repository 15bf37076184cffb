package demo_test

import (
	"slices"
	"testing"

	"throughline/internal/clock"
	"throughline/internal/demo"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func TestADemoIsPlannedForFortyFiveMinutesAndSaysWhatIsTooLong(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		at := clock.At(w.Clock.T.AddDate(0, 0, 2))
		d := do(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Relay live", HeldAt: at})
		if d.Minutes != demo.UsualMinutes {
			t.Fatalf("planned for %d minutes", d.Minutes)
		}
		add := func(title string, minutes int) string {
			return do(w, "demo.segment", demo.AddSegment, demo.NewSegment{Demo: d.ID, Title: title, Status: "ga", Minutes: minutes}).ID
		}
		length := func() demo.Length {
			all, err := demo.Segments(w.Ctx(), w.Reader(), w.Deal)
			if err != nil {
				t.Fatal(err)
			}
			return demo.LengthOf(d, all)
		}
		first, second := add("Files in", 30), add("Order kept", 15)
		if l := length(); l.Runs != 45 || l.Over != 0 || len(l.Late) != 0 || l.Longest != "" {
			t.Errorf("45 of 45 minutes: %+v", l)
		}
		third, fourth := add("Cost by unit", 1), add("Questions", 0)
		l := length()
		if l.Runs != 46 || l.Over != 1 || !slices.Equal(l.Late, []string{third}) || l.Longest != first || !slices.Equal(l.Unsaid, []string{fourth}) {
			t.Errorf("46 of 45 minutes: %+v", l)
		}
		if got := l.String(); got != "Runs 46 minutes, 1 more than the 45 planned." {
			t.Error(got)
		}
		d = do(w, "demo.edit", demo.EditDemo, demo.Plan{ID: d.ID, Title: d.Title, HeldAt: at, Minutes: 30})
		if l := length(); l.Over != 16 || !slices.Equal(l.Late, []string{second, third}) {
			t.Errorf("46 of 30 minutes: %+v", l)
		}
		if d = do(w, "demo.edit", demo.EditDemo, demo.Plan{ID: d.ID, Title: "Relay", HeldAt: at}); d.Minutes != 30 {
			t.Errorf("an edit that says no length made it %d", d.Minutes)
		}
		for _, minutes := range []int{-1, 1441} {
			if _, err := try(w, "demo.plan", demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "x", HeldAt: at, Minutes: minutes}); problem.Of(err) != problem.Invalid {
				t.Errorf("%d minutes: %v", minutes, err)
			}
		}
		w.Verify()
	})
}

func TestADemoOfBeforeHasTheUsualLength(t *testing.T) {
	if l := demo.LengthOf(demo.Demo{}, nil); l.Planned != 45 || l.String() != "45 minutes are planned." {
		t.Errorf("%+v: %s", l, l)
	}
}
