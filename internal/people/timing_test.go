package people_test

import (
	"testing"

	"throughline/internal/clock"
	"throughline/internal/people"
	"throughline/internal/people/guide"
)

// V21: 2.9, 3, 5 and 5.1 years are before, within, within and after; other moves have no usual time.
func TestTheTimingOfAMoveIsThatOfTheVectorAndOfTheRoleLeft(t *testing.T) {
	day := clock.Date("2026-01-01")
	g := guide.Shipped()
	for since, want := range map[clock.Date]string{"2023-02-06": "before", "2022-12-31": "within", "2021-01-03": "within", "2020-11-25": "after"} {
		for _, steps := range [][]people.Step{{{Place: "se2", Since: since}}, {{Place: "sa1", Since: "2010-01-01"}, {Place: "se1", Since: since}, {Place: "se2", Since: "2025-12-01"}}} {
			if tm, ok := people.TimingOf(g, steps, "sa2", day); !ok || tm.When != want || tm.Usual.From != 3 {
				t.Errorf("since %s: %+v %v, want %s", since, tm, ok, want)
			}
		}
	}
	for _, to := range []string{"se3", "cto", "nowhere", ""} {
		if tm, ok := people.TimingOf(g, []people.Step{{Place: "se2", Since: "2020-01-01"}}, to, day); ok {
			t.Errorf("%q has a usual time: %+v", to, tm)
		}
	}
	if _, ok := people.TimingOf(g, nil, "sa2", day); ok {
		t.Error("somebody who stands nowhere has been there for a time")
	}
}
