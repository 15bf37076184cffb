package team_test

import (
	"testing"

	"throughline/internal/clock"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

func TestCapacityIsWorkedOutAsTheVectorSays(t *testing.T) {
	c, err := team.Figures{Hours: 140, Use: 70, Deals: 1.5, PerDeal: 22, Sellers: 12}.Work()
	if err != nil || c.PerSE != "2.970" || c.Needed != 5 || c.At[1].PerSE != "3.606" || c.At[1].Needed != 4 {
		t.Errorf("V18: %+v %v", c, err)
	}
	if c, err := (team.Figures{Hours: 140, Use: 70}).Work(); err != nil || c.PerSE != "" || c.Needed != 0 {
		t.Errorf("without deals: %+v %v", c, err)
	}
	for field, f := range map[string]team.Figures{
		"hours": {Use: 70}, "use": {Hours: 140}, "deals": {Hours: 140, Use: 70, Deals: -1}, "hours_per_deal": {Hours: 140, Use: 70, PerDeal: 1e9}, "sellers": {Hours: 140, Use: 70, Sellers: -1},
	} {
		if _, err := f.Work(); problem.Of(err) != problem.Invalid || problem.As(err).Fields[0].Name != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestAWorkspacesOwnFiguresAreCountedAndSmallGroupsWithheld(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		hire(t, w)
		m, err := team.Measure(w.Ctx(), w.Reader(), clock.Now(w.Ctx()))
		if err != nil || m.SEs != 1 || m.Hours != 0 || m.Withheld == "" {
			t.Errorf("%+v %v", m, err)
		}
		f := m.UsualFigures()
		if f.Hours != 140 || f.PerDeal != 22 {
			t.Errorf("%+v", f)
		}
	})
}
