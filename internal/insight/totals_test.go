package insight_test

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"throughline/internal/account"
	"throughline/internal/insight"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// The sums of all deals come by a way of their own; they are those of the deals that the list shows.
func TestTotalsAreTheSumsOfTheDealsShown(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
			home, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			for i := range 24 {
				d := account.Opportunity{Account: home.Account, Name: fmt.Sprintf("Deal %d", i), Prefix: fmt.Sprintf("D%c%c", 'A'+i/10, 'A'+i%10), Archived: i%7 == 0,
					Phase:  []account.Phase{account.Open, account.Won, account.Lost, account.Disqualified, account.Withdrawn}[i%5],
					Amount: account.Money{Known: i%4 != 0, Minor: int64(i%4) * 100, Currency: []string{"EUR", "USD", "CHF"}[i%3]}}
				d.ID = fmt.Sprintf("deal-of-totals-%02d", i)
				d.Deal = d.ID
				if err := journal.Insert(ctx, tx, &d); err != nil {
					return err
				}
			}
			return nil
		})
		for _, phase := range []string{"", "open", "won", "lost", "over", "all", "nonsense"} {
			for _, archived := range []bool{false, true} {
				f := insight.Filter{Phase: phase, Archived: archived, Limit: 1000}
				deals, err := insight.Deals(w.Ctx(), w.Reader(), f)
				if err != nil {
					t.Fatal(err)
				}
				want := map[string]insight.Total{}
				for _, d := range deals {
					x := want[d.Currency]
					x.Currency, x.Deals, x.Breaks, x.AtRisk, x.Minor = d.Currency, x.Deals+1, x.Breaks+d.Breaks, x.AtRisk+d.AtRisk, x.Minor+d.Minor
					if d.Breaks > 0 {
						x.WithBreaks++
					}
					if !d.Known {
						x.Unknown++
					}
					want[d.Currency] = x
				}
				totals, err := insight.Totals(w.Ctx(), w.Reader(), f)
				if err != nil {
					t.Fatal(err)
				}
				got := map[string]insight.Total{}
				for i, x := range totals {
					got[x.Currency] = x
					if i > 0 && totals[i-1].Deals < x.Deals {
						t.Errorf("%q: the commonest currency is not first: %+v", phase, totals)
					}
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%q, archived %v: %+v, want %+v", phase, archived, got, want)
				}
			}
		}
	})
}
