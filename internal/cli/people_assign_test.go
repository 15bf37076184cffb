package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestThePlanIsMadeFromTwoFilesWithWhatMayStandBesideThem(t *testing.T) {
	dir := t.TempDir()
	people := write(t, dir, "p.csv", "id,hours,utc,se,sa,knows\nana,20,1,96,65,A\nben,16,-5,70,98,\nchi,12,1,80,80,B\n")
	requests := write(t, dir, "r.csv", "id,account,role,hours,utc\na-se,A,se,12,1\na-sa,A,sa,10,1\nb-se,B,se,14,-5\n")
	code, out, errs := run(t, "people", "assign", "--people", people, "--requests", requests, "--json")
	var plan struct {
		Cost        float64           `json:"cost"`
		Assignments []json.RawMessage `json:"assignments"`
		Unstaffed   []any             `json:"unstaffed"`
	}
	if err := json.Unmarshal([]byte(out), &plan); code != 0 || err != nil || plan.Cost != 1062 || len(plan.Unstaffed) != 0 {
		t.Fatalf("V17: %d %v %+v %s", code, err, plan, errs)
	}
	for _, word := range []string{"growth", "fixed", "moves"} { // what was not asked for is not there
		if strings.Contains(out, word) {
			t.Errorf("%q stands in the plan of the example", word)
		}
	}
	fixed := write(t, dir, "f.csv", "id,account,role,hours,utc,language,locked,present\na-se,A,se,12,1,,ben:12,ana:12\na-sa,A,sa,10,1,de,,\nb-se,B,se,14,-5,,,\n")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--requests", requests, "--why-not", "ben:a-se"}, 0, "An hour of ben costs 75 points, of ana 4 (fit +26, clocks +30, new account +15)"},
		{[]string{"--requests", fixed}, 0, "12 fixed"},
		{[]string{"--requests", fixed}, 0, "not known to speak de: ana, ben, chi"},
		{[]string{"--requests", fixed}, 0, "0 hours, before 12"},
		{[]string{"--requests", fixed, "--why-not", "ana:a-sa"}, 0, "ana may not take it: not known to speak de."},
		{[]string{"--requests", requests, "--why-not", "ana"}, 1, "Write the person and the request as ana:r1"},
		{[]string{"--requests", requests, "--why-not", "zoe:a-se"}, 1, "zoe"},
		{[]string{"--requests", requests, "--move=-3"}, 1, "Moving an hour costs 0 to 1000 points"},
	} {
		code, out, errs := run(t, append([]string{"people", "assign", "--people", people}, c.args...)...)
		if (code == 0) != (c.code == 0) || !strings.Contains(out+errs, c.says) {
			t.Errorf("%v: %d %s %s; want %q", c.args, code, out, errs, c.says)
		}
	}
}
