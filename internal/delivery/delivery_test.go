package delivery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// minutes is a measure of at most n minutes.
func minutes(n float64) *thread.Measure {
	return &thread.Measure{Metric: "export of 2 M rows", Comparison: "<=", Target: n, Unit: "min"}
}

// need records a requirement and gives its id.
func need(w *wiretest.World, statement string, m *thread.Measure) (id string) {
	w.T.Helper()
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: statement, Kind: thread.Functional, Priority: thread.Must, Measure: m})
		id = r.ID
		return err
	})
	return id
}

// sign puts the signature on the deal, as the handoff does.
func sign(w *wiretest.World) {
	w.T.Helper()
	w.Do("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SignedOn, d.Phase = clock.DateOf(tx.Now().Time()), account.Won
		return journal.Update(ctx, tx, &d)
	})
}

// state is a requirement's state at a station, now.
func state(w *wiretest.World, id string, s thread.Station) thread.Cell {
	w.T.Helper()
	t, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		w.T.Fatal(err)
	}
	for _, l := range t.Rows {
		if l.Requirement.ID == id {
			return l.Cells[s]
		}
	}
	w.T.Fatalf("no requirement %s", id)
	return thread.Cell{}
}

func addTask(w *wiretest.World, in delivery.NewTask) (t delivery.Task) {
	w.T.Helper()
	in.Deal = w.Deal
	w.Do("delivery.add-task", func(ctx context.Context, tx *journal.Tx) (err error) {
		t, err = delivery.AddTask(ctx, tx, in)
		return err
	})
	return t
}

// refused ends the test unless the act is refused with words that hold all of these.
func refused(w *wiretest.World, act string, kind problem.Kind, do func(context.Context, *journal.Tx) error, words ...string) {
	w.T.Helper()
	_, err := w.Try(act, do)
	if err == nil {
		w.T.Fatalf("%s was taken", act)
	}
	if problem.Of(err) != kind {
		w.T.Fatalf("%s is %s (%v), want %s", act, problem.Of(err), err, kind)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			w.T.Errorf("%s says %q, which does not hold %q", act, err, word)
		}
	}
}

func TestATaskPlansWhatItImplements(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := need(w, "Export 2 M rows in 10 minutes", minutes(10))
		sign(w)
		if c := state(w, r, thread.Planned); c.State != thread.Missing {
			t.Fatalf("planned is %s before any task", c.State)
		}
		task := addTask(w, delivery.NewTask{Title: "Set four workers", Tracker: "NW-118", Owner: "jonas"})
		if c := state(w, r, thread.Planned); c.State != thread.Missing {
			t.Fatalf("a task that implements nothing plans %s", c.State)
		}
		w.Do("delivery.link-task", func(ctx context.Context, tx *journal.Tx) error {
			return delivery.LinkTask(ctx, tx, delivery.TaskLinks{ID: task.ID, Requirements: []string{r}})
		})
		c := state(w, r, thread.Planned)
		if c.State != thread.Reached || !strings.Contains(c.Verdict.Evidence[0].Text, "NW-118") {
			t.Fatalf("planned is %s with evidence %+v", c.State, c.Verdict)
		}
		if at := c.Verdict.At; at != clock.At(w.Clock.T) {
			t.Errorf("planned at %s, the link was made at %s", at, w.Clock.T)
		}
		w.Do("delivery.remove-task", func(ctx context.Context, tx *journal.Tx) error { return delivery.RemoveTask(ctx, tx, task.ID, 0) })
		if c := state(w, r, thread.Planned); c.State != thread.Missing {
			t.Errorf("planned is %s after its task was removed", c.State)
		}
		w.Verify()
	})
}

func TestACircleOfTasksIsRefusedAndNamed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		a := addTask(w, delivery.NewTask{Title: "Load the orders"})
		b := addTask(w, delivery.NewTask{Title: "Rehearse", DependsOn: []string{a.ID}})
		c := addTask(w, delivery.NewTask{Title: "Cut over", DependsOn: []string{b.ID}})
		edit := func(on ...string) func(context.Context, *journal.Tx) error {
			return func(ctx context.Context, tx *journal.Tx) error {
				_, err := delivery.EditTask(ctx, tx, delivery.TaskEdit{ID: a.ID, Title: a.Title, Party: a.Party, DependsOn: on})
				return err
			}
		}
		refused(w, "delivery.edit-task", problem.Refused, edit(c.ID), "T1 “Load the orders” waits for T3 “Cut over” waits for T2 “Rehearse” waits for T1 “Load the orders”")
		refused(w, "delivery.edit-task", problem.Refused, edit(a.ID), "T1 “Load the orders” waits for T1")
		refused(w, "delivery.edit-task", problem.Missing, edit("nobody"), "nobody")
		refused(w, "delivery.remove-task", problem.Refused, func(ctx context.Context, tx *journal.Tx) error {
			return delivery.RemoveTask(ctx, tx, a.ID, 0)
		}, "T2 “Rehearse” waits for it")
		refused(w, "delivery.complete-task", problem.Refused, func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.CompleteTask(ctx, tx, b.ID, 0)
			return err
		}, "waits for T1")
		refused(w, "delivery.add-task", problem.Invalid, func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.AddTask(ctx, tx, delivery.NewTask{Deal: w.Deal, Title: "x", Party: "them", Start: "2026-05-02", Due: "2026-05-01"})
			return err
		}, "party", "before its start")
		refused(w, "delivery.edit-task", problem.Stale, func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.EditTask(ctx, tx, delivery.TaskEdit{ID: a.ID, Revision: 9, Title: "x", Party: "ours"})
			return err
		})
		w.Do("delivery.complete-task", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.CompleteTask(ctx, tx, a.ID, a.Revision)
			return err
		})
		w.Do("delivery.reopen-task", func(ctx context.Context, tx *journal.Tx) error {
			got, err := delivery.ReopenTask(ctx, tx, a.ID, 0)
			if got.State != delivery.TaskStarted || !got.DoneAt.IsZero() {
				t.Errorf("reopened it is %s, done at %s", got.State, got.DoneAt)
			}
			return err
		})
		w.Verify()
	})
}

func TestTheLatestResultOfEveryCheckDecides(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := need(w, "Export 2 M rows in 10 minutes", minutes(10))
		other := need(w, "Show the map", nil)
		var checks []delivery.Check
		derive := func(ctx context.Context, tx *journal.Tx) (err error) {
			checks, err = delivery.DeriveChecks(ctx, tx, delivery.Derivation{Deal: w.Deal, Requirements: []string{r, other}, Method: "run it", Who: "jonas"})
			return err
		}
		w.Do("delivery.derive-checks", derive)
		if len(checks) != 2 || checks[0].Measure == nil || checks[0].Measure.Target != 10 || checks[1].Measure != nil {
			t.Fatalf("derived %+v", checks)
		}
		again := checks
		if w.Do("delivery.derive-checks", derive); len(checks) != 0 {
			t.Fatalf("deriving twice made %d more", len(checks))
		}
		checks = again
		sign(w)
		yes, no := true, false
		for _, step := range []struct {
			value  float64
			unit   string
			passed *bool
			check  int
			want   thread.State
		}{
			{0, "", nil, -1, thread.Started},
			{14, "", nil, 0, thread.Failed},
			{510, "s", nil, 0, thread.Reached}, // 8.5 min
			{0, "", &no, 1, thread.Failed},
			{0, "", &yes, 1, thread.Reached},
		} {
			of := r
			if step.check == 1 {
				of = other
			}
			if step.check >= 0 {
				w.Do("delivery.record-result", func(ctx context.Context, tx *journal.Tx) error {
					in := delivery.NewResult{Check: checks[step.check].ID, Unit: step.unit, Passed: step.passed}
					if step.passed == nil {
						in.Value = &step.value
					}
					_, err := delivery.RecordResult(ctx, tx, in)
					return err
				})
			}
			if c := state(w, of, thread.Verified); c.State != step.want {
				t.Errorf("after %+v verified is %s, want %s", step, c.State, step.want)
			}
		}
		checkRefusals(w, checks)
		w.Do("delivery.withdraw-check", func(ctx context.Context, tx *journal.Tx) error {
			return delivery.WithdrawCheck(ctx, tx, checks[1].ID, 0, "measured elsewhere")
		})
		if c := state(w, other, thread.Verified); c.State != thread.Missing {
			t.Errorf("a withdrawn check leaves verified %s", c.State)
		}
		w.Verify()
	})
}

func checkRefusals(w *wiretest.World, checks []delivery.Check) {
	w.T.Helper()
	v, nan := 3.0, nan()
	for _, in := range []struct {
		result delivery.NewResult
		says   string
	}{
		{delivery.NewResult{Check: checks[0].ID, Value: &v, Unit: "GB"}, "unit"},
		{delivery.NewResult{Check: checks[0].ID}, "give the value"},
		{delivery.NewResult{Check: checks[1].ID}, "say whether it passed"},
		{delivery.NewResult{Check: checks[0].ID, Value: &nan}, "no number"},
		{delivery.NewResult{Check: checks[0].ID, Value: &v, At: clock.At(w.Clock.T.AddDate(1, 0, 0))}, "future"},
		{delivery.NewResult{Check: checks[0].ID, Value: &v, Evidence: []delivery.Attachment{{Name: "a", Link: "javascript:alert(1)"}}}, "https://"},
	} {
		refused(w, "delivery.record-result", problem.Invalid, func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.RecordResult(ctx, tx, in.result)
			return err
		}, in.says)
	}
	refused(w, "delivery.edit-check", problem.Refused, func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.EditCheck(ctx, tx, delivery.CheckEdit{ID: checks[0].ID, Title: "x", Measure: minutes(20)})
		return err
	}, "new check")
}

func nan() float64 { z := 0.0; return z / z }
