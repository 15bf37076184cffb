package results_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/evaluation/results"
)

func read(t *testing.T, text string) ([]results.Run, []string) {
	t.Helper()
	runs, faults, err := results.Read(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var said []string
	for i := range faults {
		said = append(said, faults[i].Error())
	}
	return runs, said
}

func TestResultsAreReadInEveryDialect(t *testing.T) {
	for name, text := range map[string]string{
		"comma":                "criterion,value,unit,date,by,note\nC4,8.5,min,2026-04-19,Dana Whitfield,\"4 workers,\nset by hand\"\n",
		"semicolon and comma":  "key;measured;unit;date;tester;comment\nC4;8,5;min;19.04.2026;Dana Whitfield;\"4 workers,\nset by hand\"\n",
		"tab with a mark":      "\uFEFFCriterion\tResult\tUnit\tWhen\tWho\tNotes\nC4\t8.5\tmin\t2026-04-19\tDana Whitfield\t\"4 workers,\nset by hand\"\n",
		"unit beside value":    "criterion,value,unit,date,by,note\nC4,8.5 min,,2026-04-19,Dana Whitfield,\"4 workers,\nset by hand\"\n",
		"other columns around": "x,criterion,value,unit,y,date,by,note\n1,C4,8.5,min,2,2026-04-19,Dana Whitfield,\"4 workers,\nset by hand\"\n",
	} {
		runs, faults := read(t, text)
		if len(runs) != 1 || len(faults) != 0 {
			t.Errorf("%s: %d runs, %q", name, len(runs), faults)
			continue
		}
		r := runs[0]
		if r.Criterion != "C4" || *r.Value != 8.5 || r.Unit != "min" || r.On != "2026-04-19" || r.By != "Dana Whitfield" || !strings.Contains(r.Note, "set by hand") || r.Line != 2 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestARowThatCannotBeReadIsReportedAndTheOthersAreKept(t *testing.T) {
	for _, c := range []struct{ row, says string }{
		{",9,min,2026-04-09", `column "criterion"`},
		{"C1,,min,2026-04-09", "There is no value"},
		{"C1,soon,min,2026-04-09", "neither a number"},
		{`C1,"1,250",min,2026-04-09`, "more than one way"},
		{`C1,"1.250,5",min,2026-04-09`, "more than one way"},
		{"C1,NaN,min,2026-04-09", "neither a number"},
		{"C1,1e999,min,2026-04-09", "not the one in the column of units"},
		{"C1,3 s,min,2026-04-09", "not the one in the column of units"},
		{"C1,9,min,03.04.2026", "two different days"},
		{"C1,9,min,2026-02-30", `column "date"`},
		{"C1,9,min", "of 4 columns"},
		{"C1,=1+1,min,2026-04-09", "neither a number"},
	} {
		runs, faults := read(t, "criterion,value,unit,date\n"+c.row+"\nC2,3,min,2026-04-09\n")
		if len(runs) != 1 || runs[0].Criterion != "C2" || len(faults) != 1 || !strings.Contains(faults[0], c.says) || !strings.Contains(faults[0], "line 2") {
			t.Errorf("%q: %d runs, %q", c.row, len(runs), faults)
		}
	}
}

func TestAFileWithoutItsColumnsIsRefusedWithASentence(t *testing.T) {
	for text, says := range map[string]string{
		"":                                "empty",
		"a,b\n1,2\n":                      "",
		"criterion,unit\nC1,min\n":        "no column value",
		"criterion,key,value\nC1,C1,3\n":  "Two columns could be the criterion",
		"criterion,value\x00\nC1,3\n":     "",
		"PK\x03\x04whatever,is,this\n1,2": "",
	} {
		_, _, err := results.Read(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q gave %v", text, err)
		}
	}
	var long strings.Builder
	long.WriteString("criterion,value\n")
	for i := range 5100 {
		fmt.Fprintf(&long, "C%d,3\n", i)
	}
	if _, _, err := results.Read(strings.NewReader(long.String())); err == nil || !strings.Contains(err.Error(), "Split it") {
		t.Errorf("5,100 rows gave %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("criterion,value,unit,date,by,note\nC4,8.5,min,2026-04-09,Dana,x\n"))
	f.Add([]byte("key;measured\nC1;8,5 min\nC2;passed\n"))
	f.Add([]byte("criterion,value\n\"C1,3\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		runs, faults, err := results.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, r := range runs {
			if r.Criterion == "" || r.Line < 2 || (r.Value == nil) == (r.Passed == nil) {
				t.Errorf("took %+v", r)
			}
		}
		for i := range faults {
			if faults[i].Reason == "" {
				t.Errorf("a fault without a reason: %+v", faults[i])
			}
		}
	})
}
