package staffing

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// example is the one of the research: three people, three requests.
func example() ([]Person, []Request) {
	return []Person{
			{ID: "ana", Hours: 20, Clock: 60, Fit: map[string]int{"se": 96, "sa": 65}, Knows: []string{"A"}},
			{ID: "ben", Hours: 16, Clock: -300, Fit: map[string]int{"se": 70, "sa": 98}},
			{ID: "chi", Hours: 12, Clock: 60, Fit: map[string]int{"se": 80, "sa": 80}, Knows: []string{"B"}},
		}, []Request{
			{ID: "a-se", Account: "A", Role: "se", Hours: 12, Clock: 60},
			{ID: "a-sa", Account: "A", Role: "sa", Hours: 10, Clock: 60},
			{ID: "b-se", Account: "B", Role: "se", Hours: 14, Clock: -300},
		}
}

func TestTheExampleCostsWhatTheResearchSays(t *testing.T) {
	people, requests := example()
	away, _ := example()
	away[0].Hours = 0
	for _, c := range []struct {
		name      string
		people    []Person
		options   Options
		cost      float64
		unstaffed int
	}{
		{"V17 as it stands", people, Options{}, 1062, 0},
		{"V17 with Ana on leave", away, Options{}, 9334, 8},
		{"V17 with four hours in common", people, Options{InCommon: 4}, 1078, 0},
	} {
		p, err := Make(c.people, requests, c.options)
		if err != nil {
			t.Fatal(c.name, err)
		}
		missing := 0
		for _, u := range p.Unstaffed {
			missing += u.Hours
		}
		if p.Cost != c.cost || missing != c.unstaffed {
			t.Errorf("%s costs %v with %d hours unstaffed, want %v with %d: %+v", c.name, p.Cost, missing, c.cost, c.unstaffed, p)
		}
	}
	unit := [][]float64{{4, 35, 49}, {75, 47, 45}, {35, 35, 50}}
	for i, person := range people {
		for j, r := range requests {
			if cost := TermsOf(person, r).Cost(); cost != unit[i][j] {
				t.Errorf("an hour of %s on %s costs %v, want %v", person.ID, r.ID, cost, unit[i][j])
			}
		}
	}
}

func TestAPlanIsNeverDearerThanAnyOther(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1062))
	seen := map[string]int{}
	for n := range 1500 {
		people, requests := small(random)
		o := rough(random, people, requests)
		p, err := Make(people, requests, o)
		if err != nil {
			t.Fatal(n, err)
		}
		if want := newTrial(people, requests, o).cheapest(0); p.Cost != want {
			t.Fatalf("case %d costs %v, the cheapest is %v: %+v %+v %+v", n, p.Cost, want, people, requests, o)
		}
		for _, a := range p.Assignments {
			seen["fixed"] += a.Fixed
			seen["fixed against a rule"] += len(a.Against)
			seen["growth"] -= int(a.Terms.Growth)
			if a.UnitCost < 0 {
				t.Fatalf("case %d: an hour costs less than nothing: %+v", n, a)
			}
		}
		seen["moved"] += int(p.MoveCost)
		for _, m := range p.Unstaffed {
			for _, r := range m.Missing {
				seen[string(r.Rule)]++
			}
		}
	}
	for _, what := range []string{"fixed", "fixed against a rule", "growth", "moved", "role", "conflict", "language", "clock", "hours", "full"} {
		if seen[what] < 50 {
			t.Errorf("%s was met only %d times", what, seen[what])
		}
	}
}

func TestWhyNotThisPersonIsNeverMoreThanItWouldCost(t *testing.T) {
	random := rand.New(rand.NewPCG(70, 85))
	dearer := 0
	for n := range 1500 {
		people, requests := small(random)
		o := rough(random, people, requests)
		p, err := Make(people, requests, o)
		if err != nil {
			t.Fatal(n, err)
		}
		for i := range people {
			for r := range requests {
				more, err := p.Instead(people[i].ID, requests[r].ID)
				x := newTrial(people, requests, o)
				if err != nil || x.left[r] == 0 {
					continue
				}
				x.forced = [2]int{i, r}
				with := x.cheapest(0)
				if more < 0 || with < p.Cost+more {
					t.Fatalf("case %d: %s on %s is said to cost %v more, it costs %v instead of %v", n, people[i].ID, requests[r].ID, more, with, p.Cost)
				}
				if more > 0 {
					dearer++
				}
			}
		}
		for _, a := range p.Assignments {
			if a.Fixed == a.Hours {
				continue
			}
			if more, err := p.Instead(a.Person, a.Request); err != nil || more != 0 {
				t.Fatalf("case %d: %+v is said to cost %v more, %v", n, a, more, err)
			}
		}
	}
	if dearer < 100 {
		t.Errorf("only %d pairs had a reason", dearer)
	}
	people, requests := example()
	p, _ := Make(people, requests, Options{InCommon: 4})
	if _, err := p.Instead("ben", "a-se"); err == nil {
		t.Error("a pair that may not be has a price")
	}
	if _, err := p.Instead("zoe", "a-se"); err == nil {
		t.Error("somebody who is not there has a price")
	}
}

func TestAPlanThatWouldTakeTooLongIsRefused(t *testing.T) {
	if _, err := Make(make([]Person, 2000), make([]Request, 2000), Options{}); err == nil {
		t.Error("2,000 people by 2,000 requests are planned")
	}
}

func TestTheOrderOfTheRowsChangesNothing(t *testing.T) {
	people, requests := many(12, 40)
	a, err := Make(people, requests, Options{})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 1))
	random.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	random.Shuffle(len(requests), func(i, j int) { requests[i], requests[j] = requests[j], requests[i] })
	b, err := Make(people, requests, Options{})
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	if err != nil || errX != nil || errY != nil || string(x) != string(y) {
		t.Errorf("the same rows in another order give another plan (%v)", err)
	}
}

func TestAPlanThatIsNotTheCheapestIsNotProven(t *testing.T) {
	people, requests := example()
	b, err := bind(people, requests, Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := newNetwork(b)
	for r, p := range b.parts {
		w.place(r, p.hours)
	}
	if _, err := w.prove(b); err != nil {
		t.Fatal("the plan itself is not proven:", err)
	}
	w.add(0, 0, -1)
	w.add(0, 1, 1)
	w.used[0]--
	w.used[1]++
	if _, err := w.prove(b); err == nil {
		t.Error("an hour given to a dearer person is proven the cheapest")
	}
}

func TestNoHoursAndNoPeopleAreAPlanToo(t *testing.T) {
	_, requests := example()
	if p, err := Make(nil, requests, Options{}); err != nil || p.Cost != 36000 || len(p.Unstaffed) != 3 {
		t.Errorf("without people: %+v, %v", p, err)
	}
	people, _ := example()
	if p, err := Make(people, nil, Options{}); err != nil || p.Cost != 0 || len(p.Load) != 3 {
		t.Errorf("without requests: %+v, %v", p, err)
	}
}

// many is a team with more work than hours.
func many(n, m int) (people []Person, requests []Request) {
	random := rand.New(rand.NewPCG(40, 200))
	for i := range n {
		p := Person{ID: fmt.Sprintf("p%03d", i), Hours: 20 + random.IntN(20), Clock: 60 * (random.IntN(20) - 8), Fit: map[string]int{"se": 30 + random.IntN(71), "sa": 30 + random.IntN(71)}}
		for range 5 {
			p.Knows = append(p.Knows, fmt.Sprint("a", random.IntN(m/2+1)))
		}
		people = append(people, p)
	}
	hours := n * 30 * 11 / 10 / m
	for i := range m {
		requests = append(requests, Request{ID: fmt.Sprintf("r%04d", i), Account: fmt.Sprint("a", random.IntN(m/2+1)), Role: []string{"se", "sa"}[random.IntN(2)],
			Hours: 1 + random.IntN(2*hours), Clock: 60 * (random.IntN(20) - 8)})
	}
	return people, requests
}

func BenchmarkPlan(b *testing.B) {
	for _, size := range [][2]int{{40, 200}, {200, 1000}} {
		people, requests := many(size[0], size[1])
		name := fmt.Sprintf("%d people by %d requests", size[0], size[1])
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Make(people, requests, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		stands, err := Make(people, requests, Options{})
		if err != nil {
			b.Fatal(err)
		}
		people[0].Hours, people[1].Hours = 0, 0
		o := Options{Present: stands.Choices(), Move: UsualMove}
		b.Run(name+", two people gone, planned anew", func(b *testing.B) {
			for b.Loop() {
				if _, err := Make(people, requests, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
