package wiretest_test

import (
	"context"
	"fmt"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

var (
	countWaiting = store.Statement(`SELECT COUNT(*) FROM tally WHERE workspace = $1 AND stale_on = '0001-01-01'`)
	sumAtRisk    = store.Statement(`SELECT CAST(SUM(at_risk) AS BIGINT) FROM tally WHERE workspace = $1`)
)

func number(t *testing.T, w *wiretest.World, s store.Statement) int {
	t.Helper()
	n, _, err := store.One[int](w.Ctx(), w.Journal.DB.Read, s, w.Who.Workspace)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func set(t *testing.T, w *wiretest.World, change func(*account.WorkspaceEdit)) (act string) {
	t.Helper()
	r, err := w.Journal.Write(w.Ctx(), w.Who, "workspace.edit", func(ctx context.Context, tx *journal.Tx) error {
		home, err := account.Home(ctx, tx)
		if err != nil {
			return err
		}
		in := account.EditOfWorkspace(home)
		change(&in)
		_, err = account.EditWorkspace(ctx, tx, in)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return r.Act
}

// promising makes deals that each gave a promise due in 40 days.
func promising(w *wiretest.World, deals int) {
	for i := range deals {
		w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: fmt.Sprintf("Buyer %d", i)}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			o := account.Opportunity{Account: a.ID, Name: "Depots"}
			if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
				return err
			}
			_, err := thread.Give(ctx, tx, thread.NewPromise{Deal: o.ID, Words: "SSO by May", Sort: "date", Where: "call", Due: w.Today().AddDays(40)})
			return err
		})
	}
}

const many = 60

func TestSettingsAreJournalledFirstAndDealsCountedAnewBehindThem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		promising(w, many)
		set(t, w, func(in *account.WorkspaceEdit) {
			in.Rates = []account.Rate{{Currency: "USD", On: "2026-01-31", Worth: .9}}
		})
		if n := number(t, w, countWaiting); n != 0 {
			t.Errorf("%d deals wait for a rate that no rule looks at", n)
		}
		act := set(t, w, func(in *account.WorkspaceEdit) { in.AtRiskDays = 60 })
		if n, risk := number(t, w, countWaiting), number(t, w, sumAtRisk); n != many || risk != 0 {
			t.Errorf("after the act %d deals wait and %d promises are at risk", n, risk)
		}
		w.Verify() // as a process that stopped here leaves it

		if n, err := w.Tallies.Refresh(w.Ctx(), w.Journal.DB, w.Who.Workspace, w.Today(), 10); n != 10 || err != nil {
			t.Errorf("a page counted %d anew, %v", n, err)
		}
		if n, risk := number(t, w, countWaiting), number(t, w, sumAtRisk); n != many-10 || risk != 10 {
			t.Errorf("after a page %d deals wait and %d promises are at risk", n, risk)
		}
		if err := w.CatchUpAll(w.Ctx()); err != nil {
			t.Fatal(err)
		}
		if n, risk := number(t, w, countWaiting), number(t, w, sumAtRisk); n != 0 || risk != many {
			t.Errorf("after the next start %d deals wait and %d promises are at risk", n, risk)
		}
		w.Verify()

		if _, err := w.Journal.Undo(w.Ctx(), w.Who, act); err != nil {
			t.Fatal(err)
		}
		if n := number(t, w, countWaiting); n != many {
			t.Errorf("after the undo %d deals wait", n)
		}
		w.CatchUp(w.Ctx(), w.Who.Workspace)
		if risk := number(t, w, sumAtRisk); risk != 0 {
			t.Errorf("after the undo %d promises are at risk", risk)
		}
		w.Verify()
	})
}

// An act that settles a marked deal leaves the mark: it may have read the settings before.
func TestAnActOnAWaitingDealLeavesItWaiting(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		r := add(t, w, replay)
		set(t, w, func(in *account.WorkspaceEdit) { in.Holidays = []clock.Date{"2026-12-25"} })
		w.Do("requirement.withdraw", func(ctx context.Context, tx *journal.Tx) error {
			return thread.Withdraw(ctx, tx, r.ID, 0, "not needed")
		})
		if n := number(t, w, countWaiting); n != 1 {
			t.Errorf("%d deals wait", n)
		}
		w.CatchUp(w.Ctx(), w.Who.Workspace)
		if n := number(t, w, countWaiting); n != 0 {
			t.Errorf("%d deals still wait", n)
		}
		w.Verify()
	})
}
