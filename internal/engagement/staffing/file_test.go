package staffing

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"throughline/internal/problem"
)

const peopleHeader, requestHeader = "id,hours,utc,se,sa,knows\n", "id,account,role,hours,utc\n"

func TestBadPeopleAndRequestsAreRefusedWithLineAndColumn(t *testing.T) {
	for _, c := range []struct{ name, text, says string }{
		{"minus hours", peopleHeader + "ana,-1,1,96,65,A\n", "p.csv line 2, hours: -1 is less than none"},
		{"half an hour", peopleHeader + "ana,1.5,1,96,65,A\n", `line 2, hours: "1.5" is not a number of whole hours`},
		{"more than a week", peopleHeader + "ana,169,1,96,65,A\n", "line 2, hours: 169 is more than 168"},
		{"a clock of another world", peopleHeader + "ana,20,15,96,65,A\n", "line 2, utc: \"15\" is no clock on earth"},
		{"a clock in words", peopleHeader + "ana,20,noon,96,65,A\n", "line 2, utc: "},
		{"no clock", peopleHeader + "ana,20,,96,65,A\n", "line 2, utc: "},
		{"a crooked clock", peopleHeader + "ana,20,1.1,96,65,A\n", "not a quarter of an hour"},
		{"a fit of 101", peopleHeader + "ana,20,1,101,65,A\n", `line 2, se: "101" is not a fit`},
		{"no number", peopleHeader + "ana,20,1,96,NaN,A\n", `line 2, sa: "NaN" is not a fit`},
		{"no id", peopleHeader + ",20,1,96,65,A\n", "line 2, id: Is empty"},
		{"twice", peopleHeader + "ana,20,1,96,65,A\nana,20,1,96,65,A\n", `line 3, id: "ana" stands in line 2 too`},
		{"a cell too few", peopleHeader + "ana,20,1,96,65\n", "line 2"},
		{"a column missing", "id,hours,utc,se,sa\nana,20,1,96,65\n", "The column knows is missing"},
		{"a column twice", "id,id,hours,utc,se,sa,knows\na,a,1,1,1,1,\n", "stands twice"},
		{"a wish for another role", "id,hours,utc,se,sa,knows,grows\na,1,1,1,1,,boss\n", `line 2, grows: "boss" is no role here`},
		{"nothing", "", "p.csv"},
	} {
		_, err := ReadPeople(strings.NewReader(c.text), "p.csv")
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
	for _, c := range []struct{ name, text, says string }{
		{"hours of nobody", "id,account,role,hours,utc,locked\nr,A,se,1,1,:4\n", `line 2, locked: ":4" is not a person with hours`},
		{"hours in words", "id,account,role,hours,utc,present\nr,A,se,1,1,ana:four\n", `line 2, present: "ana:four" is not a person`},
		{"a person without hours", "id,account,role,hours,utc,present\nr,A,se,1,1,ana\n", `"ana" is not a person with hours`},
		{"two languages", "id,account,role,hours,utc,language\nr,A,se,1,1,de fr\n", "line 2, language: "},
		{"a role of another name", requestHeader + "r,A,boss,1,1\n", `r.csv line 2, role: "boss" is no role here`},
		{"an account of two words", requestHeader + "r,A B,se,1,1\n", "line 2, account: "},
		{"no account", requestHeader + "r,,se,1,1\n", "line 2, account: "},
		{"too much", requestHeader + "r,A,se,10001,1\n", "line 2, hours: "},
	} {
		_, err := ReadRequests(strings.NewReader(c.text), "r.csv")
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
}

func TestClocksAndFitsAreReadInTheFormsPeopleWrite(t *testing.T) {
	for text, minutes := range map[string]int{"1": 60, "+1": 60, "-5": -300, "−5": -300, "5.5": 330, "+05:30": 330, "-03:30": -210, "-0:30": -30, "UTC": 0, "UTC+2": 120, "5.75": 345} {
		if got, err := readClock(text); err != nil || got != minutes {
			t.Errorf("%q is %d, %v; want %d", text, got, err, minutes)
		}
	}
	for text, fit := range map[string]int{"96": 96, "95.6": 96, "95.4": 95, "0": 0, "100": 100} {
		if got, err := readFit(text); err != nil || got != fit {
			t.Errorf("%q is %d, %v; want %d", text, got, err, fit)
		}
	}
}

func TestAQuarterOfAnHourCostsItsShare(t *testing.T) {
	p, err := Make([]Person{{ID: "a", Hours: 10, Clock: 345, Fit: map[string]int{"se": 100}, Knows: []string{"A"}}},
		[]Request{{ID: "r", Account: "A", Role: "se", Hours: 3, Clock: 330}}, Options{})
	if err != nil || p.Cost != 3.75 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestTimeDifferencesAreNotWrapped(t *testing.T) {
	apart := TermsOf(Person{Clock: 12 * 60, Fit: map[string]int{"se": 100}, Knows: []string{"A"}}, Request{Account: "A", Role: "se", Clock: -12 * 60})
	if apart.Clock != 40 {
		t.Errorf("a day apart costs %v", apart.Clock)
	}
}

func TestCapacityIsThatOfTheVector(t *testing.T) {
	for use, want := range map[int64]string{70: "2.970 5", 85: "3.606 4"} {
		n, ok := SellersPerSE(big.NewRat(140, 1), big.NewRat(use, 100), big.NewRat(3, 2), big.NewRat(22, 1))
		if !ok || n.FloatString(3)+" "+big.NewInt(SEsFor(12, n)).String() != want {
			t.Errorf("V18 at %d %%: %s, %d, want %s", use, n.FloatString(3), SEsFor(12, n), want)
		}
	}
	if _, ok := SellersPerSE(big.NewRat(140, 1), big.NewRat(7, 10), new(big.Rat), big.NewRat(22, 1)); ok {
		t.Error("without deals there is a number of sellers")
	}
	if n := SEsFor(6, big.NewRat(3, 1)); n != 2 {
		t.Errorf("six by three need %d", n)
	}
}

func TestColumnsThatMayBeThereAreRead(t *testing.T) {
	people, err := ReadPeople(strings.NewReader("id,hours,utc,se,sa,knows,speaks,conflicts,grows\nana,20,1,96,65,A,de fr,B,SA\nben,16,-5,70,98,,,,\n"), "p.csv")
	if err != nil || len(people[0].Speaks) != 2 || people[0].Conflicts[0] != "B" || people[0].Grows[0] != "sa" || len(people[1].Speaks) != 0 {
		t.Errorf("%+v %v", people, err)
	}
	asked, err := ReadRequests(strings.NewReader("id,account,role,hours,utc,language,locked,present\nr,A,se,9,1,DE,ana:4,ana:4 ben:2\n"), "r.csv")
	if err != nil || asked.Requests[0].Language != "DE" || len(asked.Locked) != 1 || asked.Present[1] != (Choice{"ben", "r", 2}) {
		t.Errorf("%+v %v", asked, err)
	}
	p, err := Make(people, asked.Requests, Options{Locked: asked.Locked, Present: asked.Present, Move: UsualMove})
	if err != nil || len(p.Assignments) != 1 || p.Assignments[0].Hours != 9 || len(p.Moves) != 2 {
		t.Errorf("%+v %v", p, err)
	}
}

func FuzzReadAndPlan(f *testing.F) {
	f.Add([]byte(peopleHeader+"ana,20,1,96,65,A\nben,16,-5,70,98,\n"), []byte(requestHeader+"r,A,se,30,1\n"))
	f.Add([]byte(peopleHeader+"ana,0,5.75,,1e1,A B\n"), []byte(requestHeader+"r,A,SA,0,UTC\nq,B,sa,3,+05:30\n"))
	f.Fuzz(func(t *testing.T, p, r []byte) {
		people, errP := ReadPeople(bytes.NewReader(p), "p")
		asked, errR := ReadRequests(bytes.NewReader(r), "r")
		requests := asked.Requests
		if errP != nil || errR != nil || len(people)*len(requests) > 10_000 {
			return
		}
		plan, err := Make(people, requests, Options{})
		if err != nil {
			t.Fatal(err)
		}
		hours := 0
		for _, q := range requests {
			hours += q.Hours
		}
		for _, a := range plan.Assignments {
			hours -= a.Hours
		}
		for _, u := range plan.Unstaffed {
			hours -= u.Hours
		}
		if hours != 0 {
			t.Errorf("%d hours are lost: %+v", hours, plan)
		}
	})
}
