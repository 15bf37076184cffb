package staffing

import (
	"reflect"
	"strings"
	"testing"
)

func byID(id string) string { return id }

func TestAPlanThatStandsIsKeptWhereNothingIsGained(t *testing.T) {
	twins := []Person{{ID: "ana", Hours: 20, Fit: map[string]int{"se": 90}}, {ID: "ben", Hours: 20, Fit: map[string]int{"se": 90}}}
	requests := []Request{{ID: "r1", Account: "A", Role: "se", Hours: 6}, {ID: "r2", Account: "B", Role: "se", Hours: 6}}
	for _, first := range []string{"ana", "ben"} {
		second := map[string]string{"ana": "ben", "ben": "ana"}[first]
		present := []Choice{{first, "r1", 6}, {second, "r2", 6}}
		p, err := Make(twins, requests, Options{Present: present, Move: 1})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Moves) != 0 || p.MoveCost != 0 || !reflect.DeepEqual(p.Choices(), present) {
			t.Errorf("%s first: %+v", first, p)
		}
	}
}

func TestAnHourMovesOnlyWhereThatSavesMoreThanItsMoveCosts(t *testing.T) {
	people := []Person{{ID: "ana", Hours: 20, Fit: map[string]int{"se": 90}}, {ID: "ben", Hours: 20, Fit: map[string]int{"se": 80}}}
	requests := []Request{{ID: "r", Account: "A", Role: "se", Hours: 4}}
	for move, want := range map[int]string{9: "ana", 11: "ben"} {
		p, err := Make(people, requests, Options{Present: []Choice{{"ben", "r", 4}}, Move: move})
		if err != nil || len(p.Assignments) != 1 || p.Assignments[0].Person != want {
			t.Errorf("at %d points an hour: %+v, %v", move, p.Assignments, err)
		}
		if want == "ana" && (p.Cost != 4*25+4*9 || p.MoveCost != 36 || !reflect.DeepEqual(p.Moves, []Move{{"ana", "r", 0, 4}, {"ben", "r", 4, 0}})) {
			t.Errorf("moved: %+v", p)
		}
	}
}

func TestWhatIsFixedIsKeptAndTakesRoom(t *testing.T) {
	people, requests := example()
	p, err := Make(people, requests, Options{Locked: []Choice{{"ben", "a-se", 12}}})
	if err != nil {
		t.Fatal(err)
	}
	if a := p.Assignments[2]; a.Person != "ben" || a.Request != "a-se" || a.Hours != 12 || a.Fixed != 12 || a.Against != "" {
		t.Errorf("%+v", p.Assignments)
	}
	if l := p.Load[1]; l.Person != "ben" || l.Hours < 12 || l.Hours > 16 {
		t.Errorf("%+v", p.Load)
	}
	// against a rule and beyond the week: it stays, and both are said
	people[1].Conflicts = []string{"A"}
	people[1].Hours = 8
	p, err = Make(people, requests, Options{Locked: []Choice{{"ben", "a-se", 12}}})
	if err != nil || p.Assignments[2].Against != Interest || p.Load[1].Hours != 12 || p.Load[1].Of != 8 {
		t.Errorf("%+v %+v %v", p.Assignments, p.Load, err)
	}
}

func TestChoicesThatCannotBeAreRefusedWithWhatToDo(t *testing.T) {
	people, requests := example()
	for _, c := range []struct {
		o    Options
		says string
	}{
		{Options{Locked: []Choice{{"zoe", "a-se", 1}}}, `"zoe" has hours of a-se and is not among the people`},
		{Options{Present: []Choice{{"ana", "x", 1}}}, `ana has hours of "x", which is not among the requests`},
		{Options{Locked: []Choice{{"ana", "a-se", -1}}}, "less than none"},
		{Options{Locked: []Choice{{"ana", "a-se", 8}, {"ben", "a-se", 5}}}, "13 hours of a-se are fixed, it asks for 12"},
		{Options{Move: -1}, "Moving an hour costs 0 to 1000 points"},
	} {
		if _, err := Make(people, requests, c.o); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v; want %q", err, c.says)
		}
	}
	if _, err := Make(append(people, people[0]), requests, Options{}); err == nil || !strings.Contains(err.Error(), `"ana" is there twice`) {
		t.Errorf("a person twice: %v", err)
	}
	if _, err := Make(people, append(requests, requests[1]), Options{}); err == nil || !strings.Contains(err.Error(), `"a-sa" is there twice`) {
		t.Errorf("a request twice: %v", err)
	}
}

func TestWhatIsMissingIsNamedForEveryRule(t *testing.T) {
	people := []Person{
		{ID: "ana", Hours: 10, Fit: map[string]int{"sa": 90}, Speaks: []string{"German"}},
		{ID: "ben", Hours: 10, Fit: map[string]int{"se": 90}, Conflicts: []string{"A"}, Speaks: []string{"german"}},
		{ID: "chi", Hours: 10, Fit: map[string]int{"se": 90}},
		{ID: "dan", Hours: 0, Fit: map[string]int{"se": 90}, Speaks: []string{"German"}},
		{ID: "eve", Hours: 10, Clock: 9 * 60, Fit: map[string]int{"se": 90}, Speaks: []string{"German"}},
		{ID: "fay", Hours: 10, Fit: map[string]int{"se": 90}, Speaks: []string{"German"}},
	}
	requests := []Request{{ID: "r", Account: "A", Role: "se", Hours: 14, Language: "German"}}
	p, err := Make(people, requests, Options{InCommon: 2})
	if err != nil || len(p.Unstaffed) != 1 || p.Unstaffed[0].Hours != 4 {
		t.Fatalf("%+v %v", p, err)
	}
	want := "another role than se: ana; conflict of interest with the account: ben; not known to speak German: chi; " +
		"too few hours of the day in common: eve; no hours left to give this week: dan; the week is full, or better spent: fay"
	if p.Unstaffed[0].Why != want {
		t.Errorf("%s", p.Unstaffed[0].Why)
	}
	for person, says := range map[string]string{
		"ana": "ana may not take it: another role than se.", "ben": "ben may not take it: conflict of interest with the account.",
		"chi": "chi may not take it: not known to speak German.", "dan": "dan may not take it: no hours left to give this week.",
		"eve": "eve may not take it: too few hours of the day in common.", "fay": "fay has 10 of its hours.",
	} {
		if w, err := p.Why(person, "r"); err != nil || w.Says(byID) != says {
			t.Errorf("%s: %q, %v", person, w.Says(byID), err)
		}
	}
	many := make([]Person, 9)
	for i := range many {
		many[i] = Person{ID: string(rune('a' + i)), Hours: 1}
	}
	if p, err := Make(many, requests, Options{}); err != nil || p.Unstaffed[0].Why != "another role than se: a, b, c, d, e, 4 more" {
		t.Errorf("%+v %v", p.Unstaffed, err)
	}
}

func TestWhyNotSaysTheTermsAgainstTheChosenOne(t *testing.T) {
	people, requests := example()
	p, err := Make(people, requests, Options{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := p.Why("ben", "a-se")
	if err != nil || w.Cost != 75 || w.Dearer <= 0 {
		t.Fatalf("%+v %v", w, err)
	}
	if says := w.Says(byID); !strings.Contains(says, "An hour of ben costs 75 points, of ") || !strings.Contains(says, "fit +") || !strings.Contains(says, "costs at least ") {
		t.Error(says)
	}
	p, err = Make(people, requests, Options{Locked: []Choice{{"ana", "a-se", 12}}})
	if err != nil {
		t.Fatal(err)
	}
	if w, err := p.Why("ben", "a-se"); err != nil || w.Says(byID) != "All its hours are fixed with ana. Release one to plan anew." {
		t.Errorf("%q %v", w.Says(byID), err)
	}
	if _, err := p.Why("zoe", "a-se"); err == nil {
		t.Error("somebody who is not there has a reason")
	}
}

func TestAWishToGrowNeverMakesAnHourCostLessThanNothing(t *testing.T) {
	for fit, want := range map[int]float64{100: 0, 96: 0, 90: 0, 85: 5, 50: 40} {
		p, err := Make([]Person{{ID: "a", Hours: 10, Fit: map[string]int{"sa": fit}, Knows: []string{"A"}, Grows: []string{"sa"}}},
			[]Request{{ID: "r", Account: "A", Role: "sa", Hours: 1}}, Options{})
		if err != nil || p.Cost != want {
			t.Errorf("fit %d costs %v, want %v (%v)", fit, p.Cost, want, err)
		}
	}
}
