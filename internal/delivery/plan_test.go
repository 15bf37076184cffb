package delivery_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"throughline/internal/delivery"
	"throughline/internal/delivery/plan"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const tasks = `Key,Task,Side,Assignee,Start,Due date,Depends on,Requirements,Tracker key
A,Load the orders,ours,jonas,2026-05-04,2026-05-08,,NWF-1,NW-1
B,"Rehearse,
with the night shift",customer,Tomás Rey,2026-05-11,2026-05-12,A,NWF-1; NWF-2,NW-2
C,Cut over,vendor,,2026-05-13,2026-05-14,A;NW-2,,
`

func read(t *testing.T, text string) plan.Plan {
	t.Helper()
	p, err := plan.Read(strings.NewReader(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func imported(w *wiretest.World, p plan.Plan) (out delivery.PlanImported) {
	w.T.Helper()
	would, err := delivery.PreviewPlan(w.Ctx(), w.Reader(), delivery.PlanImport{Deal: w.Deal, Plan: p})
	if err != nil {
		w.T.Fatal(err)
	}
	defer func() {
		if !reflect.DeepEqual(would.PlanImported, out) || len(would.Rows) != out.Created+out.Updated+out.Unchanged {
			w.T.Errorf("the preview said %+v, the import did %+v", would, out)
		}
	}()
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
		got := imported(w, read(t, tasks))
		if got.Created != 3 || len(got.Errors)+len(got.Warnings) != 0 {
			t.Fatalf("%+v", got)
		}
		kept, err := delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		if kept[1].Owner != w.Tomas || kept[1].Party != "customer" || kept[2].Party != "ours" || kept[0].Owner != "jonas" {
			t.Errorf("owners and sides: %+v", kept)
		}
		if fmt.Sprint(kept[2].DependsOn) != fmt.Sprint([]string{kept[0].ID, kept[1].ID}) {
			t.Errorf("%s waits for %v", kept[2].Key(), kept[2].DependsOn)
		}
		for _, id := range []string{one, two} {
			if c := state(w, id, thread.Planned); c.State != thread.Reached {
				t.Errorf("%s is %s at planned", id, c.State)
			}
		}
		if _, err := w.Try("delivery.import-plan", func(ctx context.Context, tx *journal.Tx) error {
			got, err := delivery.ImportPlan(ctx, tx, delivery.PlanImport{Deal: w.Deal, Plan: read(t, tasks)})
			if got.Unchanged != 3 || got.Created+got.Updated != 0 {
				t.Errorf("the second time: %+v", got)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		moved := imported(w, read(t, "title,tracker,due\nLoad all orders,nw-1,2026-05-09\n"))
		if moved.Updated != 1 || moved.Created != 0 {
			t.Errorf("a moved task: %+v", moved)
		}
		kept, _ = delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if a := kept[0]; a.Title != "Load all orders" || a.DueOn != "2026-05-09" || a.StartOn != "2026-05-04" || a.Owner != "jonas" {
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
		got := imported(w, read(t, text))
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
		kept, _ := delivery.Tasks(w.Ctx(), w.Reader(), w.Deal)
		if len(kept) != 2 || kept[1].Title != "=HYPERLINK(1)" || kept[1].Number != 2 {
			t.Errorf("kept %+v", kept)
		}
		w.Verify()
	})
}
