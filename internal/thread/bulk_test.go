package thread_test

import (
	"context"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func three(w *wiretest.World) (ids []string) {
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		for _, s := range []string{"Export orders", "Sign in with SAML", "Keep data in the EU"} {
			r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: s, Kind: thread.Functional, Priority: thread.Should})
			if err != nil {
				return err
			}
			ids = append(ids, r.ID)
		}
		return nil
	})
	return ids
}

func bulk(w *wiretest.World, in thread.Bulk) (n int, receipt journal.Receipt, err error) {
	if in.Deal == "" {
		in.Deal = w.Deal
	}
	receipt, err = w.Try("requirement.bulk", func(ctx context.Context, tx *journal.Tx) error {
		n, err = thread.EditMany(ctx, tx, in)
		return err
	})
	return n, receipt, err
}

func TestManyRequirementsChangeInOneActAndComeBackInOne(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		ids := three(w)
		must, security, group := thread.Must, thread.Security, "Identity"
		n, receipt, err := bulk(w, thread.Bulk{IDs: append(ids, ids[0]), Priority: &must, Kind: &security, Group: &group,
			Owes: &[]thread.Station{thread.Heard, thread.Answered}, OwesWhy: "paper is enough here"})
		if err != nil || n != 3 {
			t.Fatalf("%d changed, %v", n, err)
		}
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range th.Rows {
			r := l.Requirement
			if r.Priority != must || r.Kind != security || r.Grouping != group || r.Meaning != 2 || l.Cells[thread.Won].Owed || !l.Cells[thread.Answered].Owed {
				t.Errorf("after the edit: %+v", r)
			}
		}
		if n, _, err := bulk(w, thread.Bulk{IDs: ids, Priority: &must}); err != nil || n != 0 {
			t.Errorf("the same again changed %d, %v", n, err)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		back, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || back[2].Priority != thread.Should || back[2].Owes != nil || back[2].Grouping != "" {
			t.Errorf("after undo: %+v, %v", back, err)
		}
		w.Verify()
	})
}

func TestABulkEditIsRefusedWhole(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		ids := three(w)
		could, bad, long := thread.Could, thread.Priority("urgent"), string(make([]byte, 200))
		for name, row := range map[string]struct {
			in   thread.Bulk
			want problem.Kind
		}{
			"no requirement":    {thread.Bulk{Priority: &could}, problem.Invalid},
			"no change":         {thread.Bulk{IDs: ids}, problem.Invalid},
			"unknown priority":  {thread.Bulk{IDs: ids, Priority: &bad}, problem.Invalid},
			"bytes for a group": {thread.Bulk{IDs: ids, Group: &long}, problem.Invalid},
			"owes without why":  {thread.Bulk{IDs: ids, Owes: &[]thread.Station{thread.Heard}}, problem.Invalid},
			"unknown station":   {thread.Bulk{IDs: ids, Owes: &[]thread.Station{44}, OwesWhy: "x"}, problem.Invalid},
			"unknown id last":   {thread.Bulk{IDs: append([]string{"zzzz"}, ids...), Priority: &could}, problem.Missing},
			"another deal's":    {thread.Bulk{Deal: "elsewhere", IDs: ids, Priority: &could}, problem.Missing},
			"stale one":         {thread.Bulk{IDs: ids, Priority: &could, Revisions: map[string]int64{ids[2]: 9}}, problem.Stale},
		} {
			if _, _, err := bulk(w, row.in); problem.Of(err) != row.want {
				t.Errorf("%s: %v, want %s", name, err, row.want)
			}
		}
		all, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
		for _, r := range all {
			if r.Revision != 1 || err != nil {
				t.Errorf("%s was written at revision %d, %v", r.Statement, r.Revision, err)
			}
		}
		if n, _, err := bulk(w, thread.Bulk{IDs: ids[:2], Withdraw: "Out of scope"}); n != 2 || err != nil {
			t.Errorf("withdrew %d, %v", n, err)
		}
		if n, _, err := bulk(w, thread.Bulk{IDs: ids, Withdraw: "Another reason"}); n != 1 || err != nil {
			t.Errorf("withdrew %d more, %v: the first reason stands", n, err)
		}
		w.Verify()
	})
}

func TestRevisionsReadAsAPersonWouldSayThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		ids := three(w)
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: ids[0], Statement: "Export orders nightly", Kind: thread.Functional, Priority: thread.Must,
				Measure: &thread.Measure{Metric: "time to export", Comparison: "<=", Target: 10, Unit: "min"}})
			return err
		})
		w.Do("requirement.owe", func(ctx context.Context, tx *journal.Tx) error {
			return thread.SetOwed(ctx, tx, ids[:1], &[]thread.Station{thread.Heard, thread.Shown}, "a demo is enough")
		})
		got, err := thread.Revisions(w.Ctx(), w.Reader(), ids[0])
		if err != nil || len(got) != 3 {
			t.Fatalf("%+v, %v", got, err)
		}
		if got[0].Act != "requirement.owe" || got[0].Number != 3 || got[0].By != w.Who.Person || !got[0].At.After(got[1].At) {
			t.Errorf("newest: %+v", got[0])
		}
		said := map[string]thread.FieldChange{}
		for _, c := range append(got[0].Changes, got[1].Changes...) {
			said[c.Field] = c
		}
		for field, want := range map[string][2]string{"owes": {"", "heard, shown"}, "statement": {"Export orders", "Export orders nightly"},
			"measure": {"", "time to export ≤ 10 min"}, "priority": {"should", "must"}, "why it owes that": {"", "a demo is enough"}} {
			if said[field].Was != want[0] || said[field].Now != want[1] {
				t.Errorf("%s: %+v, want %q", field, said[field], want)
			}
		}
		if len(said) != 5 {
			t.Errorf("said %v, want five fields", said)
		}
		if _, err := thread.Revisions(w.Ctx(), w.Reader(), w.Deal); problem.Of(err) != problem.Missing {
			t.Errorf("a deal's id gave %v", err)
		}
	})
}
