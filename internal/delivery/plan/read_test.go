package plan_test

import (
	"strings"
	"testing"

	"throughline/internal/delivery/plan"
	"throughline/internal/problem"
	"throughline/internal/table"
)

func read(t *testing.T, text string, order table.Order) plan.Plan {
	t.Helper()
	p, err := plan.Read(strings.NewReader(text), order)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatIsNoPlanIsRefusedWithASentence(t *testing.T) {
	for name, c := range map[string]struct{ text, says string }{
		"empty":        {"", "empty"},
		"binary":       {"PK\x03\x04\x00\x00", ""},
		"no title":     {"due,owner\n2026-05-04,jonas\n", "titles"},
		"title twice":  {"title,due,task\na,2026-05-04,b\n", "two columns"},
		"no header":    {"Load,2026-05-04\n", "header"},
		"without rows": {"title,due\n", ""},
	} {
		p, err := plan.Read(strings.NewReader(c.text), "")
		if name == "without rows" {
			if err != nil || len(p.Rows) != 0 {
				t.Errorf("%s: %v, %v", name, p, err)
			}
			continue
		}
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	many := "title\n" + strings.Repeat("x\n", 2001)
	if _, err := plan.Read(strings.NewReader(many), ""); problem.Of(err) != problem.Invalid {
		t.Errorf("2,001 tasks: %v", err)
	}
}

func TestDatesInTwoReadingsAreAskedFor(t *testing.T) {
	const text = "title;due\na;03/04/2026\nb;05/06/2026\n"
	p := read(t, text, "")
	if len(p.Questions) != 1 || p.Questions[0].Setting != "dates" || len(p.Rows) != 0 {
		t.Fatalf("%+v", p)
	}
	if p = read(t, text, table.DayFirst); p.Rows[0].Due != "2026-04-03" {
		t.Errorf("day first it is %s", p.Rows[0].Due)
	}
	if p = read(t, text+"c;25/12/2026\n", ""); len(p.Rows) != 3 || p.Rows[1].Due != "2026-06-05" {
		t.Errorf("with a day that leaves no choice: %+v", p)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Key,Task,Side\nA,Load,ours\nB,\"Rehearse,\nat night\",customer\n")
	f.Add("title;due\na;03/04/2026\n")
	f.Add("\ufefftitle\tdepends\nx\tx\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := plan.Read(strings.NewReader(text), table.DayFirst)
		if err == nil {
			for _, r := range p.Rows {
				if r.Title == "" || r.Line < 1 || r.Due.Before(r.Start) {
					t.Errorf("a row that cannot be: %+v", r)
				}
			}
		}
	})
}
