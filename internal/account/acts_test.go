package account_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

func load[T any](t *testing.T, w *wiretest.World, id string) T {
	t.Helper()
	v, err := journal.Load[T](w.Ctx(), w.Reader(), id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestADealIsEditedByHandAndAStaleEditIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		in := account.EditOf(load[account.Opportunity](t, w, w.Deal))
		in.Amount, in.Currency, in.Products = "486,000.00", "usd", []string{"Relay"}
		edit := func(ctx context.Context, tx *journal.Tx) error { _, err := account.EditDeal(ctx, tx, in); return err }
		w.Do("deal.edit", edit)
		d := load[account.Opportunity](t, w, w.Deal)
		if d.Amount != (account.Money{Known: true, Minor: 48600000, Currency: "USD"}) || d.SE != "mara" || d.Products[0] != "Relay" {
			t.Errorf("the deal is %+v", d)
		}
		in.Name = "Other"
		if _, err := w.Try("deal.edit", edit); problem.Of(err) != problem.Stale {
			t.Errorf("a stale edit gave %v", err)
		}
		in.Revision, in.Amount, in.AE, in.BeginsFrom = d.Revision, "1,250", "nobody", d.ID
		_, err := w.Try("deal.edit", edit)
		if p := problem.As(err); p == nil || len(p.Fields) != 3 {
			t.Errorf("an amount in two readings, an AE who is not there and a deal from itself gave %v", err)
		}
		w.Verify()
	})
}

func TestADealAddedByHandTakesTheAccountOfThatName(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		have := load[account.Opportunity](t, w, w.Deal).Account
		for _, c := range []struct {
			name string
			same bool
		}{{"northwind  FREIGHT", true}, {"Northwind Freight, Inc.", false}, {"Calder & Sons", false}} {
			var d account.Opportunity
			w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) (err error) {
				d, err = account.AddDeal(ctx, tx, account.NewDeal{AccountName: c.name, Edit: account.Edit{Name: "Depots"}})
				return err
			})
			if (d.Account == have) != c.same || d.Phase != account.Open || d.Type != "new" {
				t.Errorf("%q: same account %v, want %v; %+v", c.name, d.Account == have, c.same, d)
			}
		}
		if _, err := w.Try("deal.add", func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.AddDeal(ctx, tx, account.NewDeal{Edit: account.Edit{Name: "Depots"}})
			return err
		}); problem.Of(err) != problem.Invalid {
			t.Errorf("a deal without account gave %v", err)
		}
		w.Verify()
	})
}

func TestAMergeMovesContactsAndDealsAndIsUndone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		from := load[account.Opportunity](t, w, w.Deal).Account
		into := account.Account{Name: "Northwind Freight, Inc."}
		w.Do("account.add", func(ctx context.Context, tx *journal.Tx) error { return account.AddAccount(ctx, tx, &into) })
		r := w.Do("account.merge", func(ctx context.Context, tx *journal.Tx) error {
			return account.MergeAccounts(ctx, tx, account.Merge{Into: into.ID, From: from})
		})
		if d := load[account.Opportunity](t, w, w.Deal); d.Account != into.ID {
			t.Error("the deal did not move")
		}
		if c := load[account.Contact](t, w, w.Dana); c.Account != into.ID || c.Name.String() != "Dana Whitfield" {
			t.Errorf("the contact is %+v", c)
		}
		if a, err := account.Standing(w.Ctx(), w.Reader(), load[account.Account](t, w, from)); err != nil || a.ID != into.ID {
			t.Errorf("the merged account leads to %v, %v", a.Name, err)
		}
		for _, again := range []account.Merge{{Into: into.ID, From: from}, {Into: into.ID, From: into.ID}} {
			if _, err := w.Try("account.merge", func(ctx context.Context, tx *journal.Tx) error { return account.MergeAccounts(ctx, tx, again) }); problem.Of(err) != problem.Refused {
				t.Errorf("%+v gave %v", again, err)
			}
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, r.Act); err != nil {
			t.Fatal(err)
		}
		if d := load[account.Opportunity](t, w, w.Deal); d.Account != from {
			t.Error("undo did not bring the deal back")
		}
		w.Verify()
	})
}

func TestALostDealIsReopenedAndASignedOneIsNotLost(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		lose := func(in account.Loss) error {
			in.Deal = w.Deal
			_, err := w.Try("deal.lose", func(ctx context.Context, tx *journal.Tx) error { _, err := account.Lose(ctx, tx, in); return err })
			return err
		}
		for _, in := range []account.Loss{{}, {Why: "x", Phase: "won"}} {
			if err := lose(in); problem.Of(err) != problem.Invalid {
				t.Errorf("%+v gave %v", in, err)
			}
		}
		if err := lose(account.Loss{Why: "Competitor"}); err != nil {
			t.Fatal(err)
		}
		if tally, _, err := w.Tally(w.Ctx(), w.Reader(), w.Deal, w.Today()); err != nil || tally.Phase != "lost" {
			t.Errorf("the kept phase is %v, %v", tally.Phase, err)
		}
		reopen := func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.Reopen(ctx, tx, w.Deal, 0)
			return err
		}
		w.Do("deal.reopen", reopen)
		if _, err := w.Try("deal.reopen", reopen); problem.Of(err) != problem.Refused {
			t.Errorf("reopening an open deal gave %v", err)
		}
		w.Do("signature.sign", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			d.SignedOn, d.Phase = "2026-03-02", account.Won
			return journal.Update(ctx, tx, &d)
		})
		if err := lose(account.Loss{Why: "x"}); problem.Of(err) != problem.Refused {
			t.Errorf("losing a signed deal gave %v", err)
		}
		w.Verify()
	})
}

func TestADeletedDealLeavesNothingButTheJournal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		remove := func(key string) error {
			_, err := w.Try("deal.delete", func(ctx context.Context, tx *journal.Tx) error {
				return account.DeleteDeal(ctx, tx, account.Removal{Deal: w.Deal, Prefix: key})
			})
			return err
		}
		if err := remove("NW"); problem.Of(err) != problem.Invalid {
			t.Errorf("the wrong prefix gave %v", err)
		}
		if err := remove("NWF"); err != nil {
			t.Fatal(err)
		}
		if _, err := journal.Load[account.Opportunity](w.Ctx(), w.Reader(), w.Deal); problem.Of(err) != problem.Missing {
			t.Errorf("the deal gives %v", err)
		}
		if all, err := journal.List[account.Stakeholder](w.Ctx(), w.Reader(), w.Deal); err != nil || len(all) != 0 {
			t.Errorf("%d stakeholders are left, %v", len(all), err)
		}
		if _, kept, _ := w.Tally(w.Ctx(), w.Reader(), w.Deal, w.Today()); kept {
			t.Error("the deal is still counted")
		}
		load[account.Contact](t, w, w.Dana)
		w.Verify()
	})
}

func TestContactsAndTheirRolesAreEdited(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		edit := account.ContactEdit{ID: w.Dana, Name: "Dana W. Whitfield", Email: "dana@northwind.example", Title: "CIO", Party: "customer"}
		do := func(ctx context.Context, tx *journal.Tx) error {
			_, err := account.EditContact(ctx, tx, edit)
			return err
		}
		w.Do("contact.edit", do)
		if c := load[account.Contact](t, w, w.Dana); c.Name.String() != "Dana W. Whitfield" || c.Email.String() != "dana@northwind.example" || c.Title != "CIO" {
			t.Errorf("the contact is %s, %s, %s", c.Name, c.Email, c.Title)
		}
		s, err := account.StakeholderOf(w.Ctx(), w.Reader(), w.Deal, w.Dana)
		if err != nil {
			t.Fatal(err)
		}
		for stance, want := range map[int]problem.Kind{3: problem.Invalid, -2: ""} {
			_, err := w.Try("stakeholder.edit", func(ctx context.Context, tx *journal.Tx) error {
				_, err := account.EditStakeholder(ctx, tx, account.StakeholderEdit{ID: s.ID, Role: "CIO", Stance: stance})
				return err
			})
			if err != nil && problem.Of(err) != want || err == nil && want != "" {
				t.Errorf("stance %d gave %v", stance, err)
			}
		}
		w.Do("stakeholder.remove", func(ctx context.Context, tx *journal.Tx) error { return account.RemoveStakeholder(ctx, tx, s.ID) })
		if _, err := account.StakeholderOf(w.Ctx(), w.Reader(), w.Deal, w.Dana); problem.Of(err) != problem.Refused {
			t.Errorf("a removed stakeholder gives %v", err)
		}
		w.Do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, w.Dana) })
		if _, err := w.Try("contact.edit", do); problem.Of(err) != problem.Refused {
			t.Errorf("naming an erased person gave %v", err)
		}
		w.Verify()
	})
}

func TestUndoKeepsADealThatHoldsWorkByNow(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var d account.Opportunity
		r := w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) (err error) {
			d, err = account.AddDeal(ctx, tx, account.NewDeal{AccountName: "Calder", Edit: account.Edit{Name: "Depots"}})
			return err
		})
		add := w.Do("stakeholder.add", func(ctx context.Context, tx *journal.Tx) error {
			s := account.Stakeholder{Contact: w.Dana}
			s.Deal = d.ID
			return account.AddStakeholder(ctx, tx, &s)
		})
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, r.Act); problem.Of(err) != problem.Refused {
			t.Errorf("undo of a deal with a stakeholder gave %v", err)
		}
		for _, act := range []string{add.Act, r.Act} {
			if _, err := w.Journal.Undo(w.Ctx(), w.Who, act); err != nil {
				t.Fatal(err)
			}
		}
		w.Verify()
	})
}

func TestHundredthsFollowTheCurrencysDecimals(t *testing.T) {
	for _, c := range []struct {
		minor    int64
		currency string
		want     int64
	}{{150, "JPY", 15000}, {1500, "KWD", 150}, {150, "EUR", 150}, {150, "", 150}, {1 << 62, "JPY", (1 << 62) / 100 * 100}} {
		if got := account.Hundredths(c.minor, c.currency); got != c.want {
			t.Errorf("%d %s is %d, want %d", c.minor, c.currency, got, c.want)
		}
	}
}
