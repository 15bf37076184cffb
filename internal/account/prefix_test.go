package account_test

import (
	"context"
	"fmt"
	"testing"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

func TestAPrefixIsMadeFromTheAccountAndIsFree(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) { // its one deal is NWF
		var p account.Prefixes
		for _, c := range []struct{ name, want string }{
			{"Northwind Freight", "NOR"},
			{"Northwind Freight", "NORT"},
			{"Ardley Borough Council", "ABC"},
			{"HP", "HP"},
			{"HP", "HPA"},
			{"Zz", "ZZ"},
			{"日本電気", "DEA"},
			{"Ö", "ODE"},
			{"", "DEAL"},
			{"Ostara Health", "ORH"},
		} {
			got, err := p.Free(w.Ctx(), w.Reader(), c.name)
			if err != nil || got != c.want {
				t.Errorf("%q got %s (%v), want %s", c.name, got, err, c.want)
			}
		}
	})
}

func TestEveryDealOfASingleNameGetsAPrefixOfItsOwn(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	var p account.Prefixes
	seen := map[string]bool{}
	for range 60_000 { // more than one beginning of two letters can count
		got, err := p.Free(w.Ctx(), w.Reader(), "Account")
		if err != nil || seen[got] || len(got) < 2 || len(got) > 5 {
			t.Fatalf("after %d: %q, %v", len(seen), got, err)
		}
		seen[got] = true
	}
}

func TestPrefixesOfOneActAndOfManyDiffer(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		seen := map[string]bool{}
		for i := range 4 {
			w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
				a := account.Account{Name: "Azur Zone"}
				if err := account.AddAccount(ctx, tx, &a); err != nil {
					return err
				}
				var p account.Prefixes
				for j := range 5 {
					o := account.Opportunity{Account: a.ID, Name: fmt.Sprint("Deal ", i, j)}
					if err := p.Add(ctx, tx, &o, a.Name); err != nil {
						return err
					}
					if seen[o.Prefix] {
						t.Errorf("%s is given twice", o.Prefix)
					}
					seen[o.Prefix] = true
				}
				return nil
			})
		}
		w.Verify()
	})
}
