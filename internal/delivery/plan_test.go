package delivery_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const plan = `Key,Task,Side,Assignee,Start,Due date,Depends on,Requirements,Tracker key
A,Load the orders,ours,jonas,2026-05-04,2026-05-08,,NWF-1,NW-1
B,"Rehearse,
with the night shift",customer,Tomás Rey,2026-05-11,2026-05-12,A,NWF-1; NWF-2,NW-2
C,Cut over,vendor,,2026-05-13,2026-05-14,A;NW-2,,
`

func read(t *testing.T, text string, order table.Order) delivery.Plan {
	t.Helper()
	p, err := delivery.ReadPlan(strings.NewReader(text), order)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func imported(w *wiretest.World, p delivery.Plan) (out delivery.PlanImported) {
	w.T.Helper()
	w.Do("delivery.import-plan", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = delivery.ImportPlan(ctx, tx, delivery.PlanImport{Deal: w.Deal, Plan: p})
		return err
	})
	return out
}

func TestAPlanIsTakenOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		one, two := need(w, "Export 2 M rows", nil), need(w, "Import 2 M rows", nil)
		sign(w)
		got := imported(w, read(t, plan, ""))
		if got.Created != 3 || len(got.Errors)+len(got.Warnings) != 0 {
			t.Fatalf("%+v", got)
		}
		tasks, err := delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		if tasks[1].Owner != w.Tomas || tasks[1].Party != "customer" || tasks[2].Party != "ours" || tasks[0].Owner != "jonas" {
			t.Errorf("owners and sides: %+v", tasks)
		}
		if fmt.Sprint(tasks[2].DependsOn) != fmt.Sprint([]string{tasks[0].ID, tasks[1].ID}) {
			t.Errorf("%s waits for %v", tasks[2].Key(), tasks[2].DependsOn)
		}
		for _, id := range []string{one, two} {
			if c := state(w, id, thread.Planned); c.State != thread.Reached {
				t.Errorf("%s is %s at planned", id, c.State)
			}
		}
		if _, err := w.Try("delivery.import-plan", func(ctx context.Context, tx *journal.Tx) error {
			got, err := delivery.ImportPlan(ctx, tx, delivery.PlanImport{Deal: w.Deal, Plan: read(t, plan, "")})
			if got.Unchanged != 3 || got.Created+got.Updated != 0 {
				t.Errorf("the second time: %+v", got)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		moved := imported(w, read(t, "title,tracker,due\nLoad all orders,nw-1,2026-05-09\n", ""))
		if moved.Updated != 1 || moved.Created != 0 {
			t.Errorf("a moved task: %+v", moved)
		}
		tasks, _ = delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if a := tasks[0]; a.Title != "Load all orders" || a.DueOn != "2026-05-09" || a.StartOn != "2026-05-04" || a.Owner != "jonas" {
			t.Errorf("what the file has no column for did not stay: %+v", a)
		}
		w.Verify()
	})
}

func TestABadRowOfAPlanIsRefusedAndTheOthersAreKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		need(w, "Export 2 M rows", nil)
		rows := []struct{ row, says string }{
			{"a,Good one,ours,,2026-05-04,2026-05-08,,NWF-1,", ""},
			{"b,,ours,,,,,,", "no title"},
			{"c,Wrong side,martian,,,,,,", "no side"},
			{"d,Wrong day,ours,,2026-02-30,,,,", "not a day"},
			{"e,Backwards,ours,,2026-05-08,2026-05-04,,,", "before its start"},
			{"f,Unknown need,ours,,,,,NWF-99,", "NWF-99"},
			{"g,Waits for nothing there,ours,,,,nowhere,,", "nowhere"},
			{"h,Waits for a refused one,ours,,,,f,,", "neither a task"},
			{"i,Round,ours,,,,j,,", "“Round” waits for “Trip” waits for “Round”"},
			{"j,Trip,ours,,,,i,,", "wait for each other"},
			{"k,good one,ours,,,,,,", "twice"},
			{"l,=HYPERLINK(1),ours,somebody else,,,,,", ""},
			{"m,short", "2 of 9"},
		}
		text := "Key,Title,Party,Owner,Start,Due,Depends,Requirements,Tracker\n"
		for _, r := range rows {
			text += r.row + "\n"
		}
		got := imported(w, read(t, text, ""))
		if got.Created != 2 || len(got.Warnings) != 1 {
			t.Errorf("%+v", got)
		}
		at := map[int]string{}
		for _, f := range got.Errors {
			at[f.Line] += f.Reason
		}
		for i, r := range rows {
			if said := at[i+2]; !strings.Contains(said, r.says) || r.says == "" && said != "" {
				t.Errorf("line %d (%s): %q, want %q", i+2, r.row, said, r.says)
			}
		}
		tasks, _ := delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if len(tasks) != 2 || tasks[1].Title != "=HYPERLINK(1)" || tasks[1].Number != 2 {
			t.Errorf("kept %+v", tasks)
		}
		w.Verify()
	})
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
		p, err := delivery.ReadPlan(strings.NewReader(c.text), "")
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
	if _, err := delivery.ReadPlan(strings.NewReader(many), ""); problem.Of(err) != problem.Invalid {
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

func FuzzReadPlan(f *testing.F) {
	f.Add(plan)
	f.Add("title;due\na;03/04/2026\n")
	f.Add("\ufefftitle\tdepends\nx\tx\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := delivery.ReadPlan(strings.NewReader(text), table.DayFirst)
		if err == nil {
			for _, r := range p.Rows {
				if r.Title == "" || r.Line < 1 || r.Due.Before(r.Start) {
					t.Errorf("a row that cannot be: %+v", r)
				}
			}
		}
	})
}
