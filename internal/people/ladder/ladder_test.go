package ladder

import (
	"strings"
	"testing"

	"throughline/internal/people/guide"
)

func TestTheLaddersAreThoseOfTheVectors(t *testing.T) {
	g := guide.Shipped()
	for role, want := range map[string]string{"se": "se1 se2 se3 se4", "sa": "sa1 sa2 sa3 sa4 sa5 sa6"} {
		if got := strings.Join(Longest(g, role), " "); got != want {
			t.Errorf("V19: the technical track of %s is %s, want %s", role, got, want)
		}
	}
	if way := Way(g, "se1", "cto", Company{Small: true}); way != nil {
		t.Errorf("V19: a way to CTO without a switch: %v", way)
	}
	way := Way(g, "se1", "cto", Company{Small: true, Switch: true})
	if len(way) != 5 || way[len(way)-1].To != "cto" {
		t.Errorf("V19: with a switch: %v", way)
	}
	at := "se1"
	for _, m := range way {
		if m.From != at {
			t.Errorf("the way breaks at %s: %v", at, way)
		}
		at = m.To
	}
	if way := Way(g, "sa4", "cto", Company{Switch: true}); way != nil {
		t.Errorf("a large company leads to CTO: %v", way)
	}
	if way := Way(g, "sa3", "se3", Company{Switch: true}); len(way) != 1 || way[0].From != "sa3" {
		t.Errorf("a switch does not lead back: %v", way)
	}
}

func TestEachLineOfManagementIsTheTexts(t *testing.T) {
	g := guide.Shipped()
	for from, line := range map[string]string{"se3": "sales", "se4": "sales", "sem": "sales", "sed": "sales", "sa4": "technical", "sa5": "technical"} {
		found := false
		for _, m := range Next(g, from) {
			to := m.To
			if m.Kind == guide.Promote && strings.Contains("sem sed sev sav", to) {
				found = true
				if m.Line != line {
					t.Errorf("%s to %s runs through %s, the text says %s", from, to, m.Line, line)
				}
			}
		}
		if !found {
			t.Errorf("%s leads to no management", from)
		}
	}
}

func TestTheTimeOfAMoveIsInformation(t *testing.T) {
	tr := guide.Shipped().Transitions
	for years, want := range map[float64]string{2.9: "before", 3: "within", 5: "within", 5.1: "after"} {
		if got := When(tr[0], years); got != want {
			t.Errorf("V21: %g years are %s, want %s", years, got, want)
		}
	}
	if got := When(tr[1], 4); got != "" {
		t.Errorf("the text gives no time for an SA's move, this says %s", got)
	}
}

func TestEachStepSaysWhatItAsks(t *testing.T) {
	steps := map[string]Step{}
	for _, s := range Steps(guide.Shipped()) {
		steps[s.ID] = s
	}
	senior, chief, cto := steps["se3"], steps["sa5"], steps["cto"]
	if len(senior.Needs) != 8 || senior.Needs[0].Need != 5 || senior.Band == nil || senior.Good == "" || senior.Rank != 2 {
		t.Errorf("a senior SE: %+v", senior)
	}
	if len(chief.Needs) != 0 || chief.Band != nil || chief.Rank != 4 {
		t.Errorf("the text gives no band and no weights above the principal: %+v", chief)
	}
	if cto.Rank != 6 || len(cto.Next) != 0 {
		t.Errorf("CTO: %+v", cto)
	}
}
