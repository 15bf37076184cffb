package api_test

import (
	"context"
	"fmt"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// money adds deals with amounts to the world.
func money(w *wiretest.World, amounts map[string]int64) {
	for currency, minor := range amounts {
		w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Buyer in " + currency}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			o := account.Opportunity{Account: a.ID, Name: "Paid in " + currency, Amount: account.Money{Known: true, Minor: minor, Currency: currency}}
			return account.AddOpportunity(ctx, tx, &o, a.Name)
		})
	}
}

func TestTotalsAreAddedUpOnlyAtRatesOfTheDay(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		money(w, map[string]int64{"EUR": 100_00, "USD": 200_00, "JPY": 3_000_00})
		c := newClient(t, w, auth.Admin)
		ask := func() map[string]any {
			t.Helper()
			status, out, _ := c.do("GET", "/api/deals/totals?words=paid", "")
			if status != 200 {
				t.Fatalf("%d %v", status, out)
			}
			return out
		}
		rates := func(text string) {
			t.Helper()
			_, home, head := c.do("GET", "/api/workspace", "")
			body := fmt.Sprintf(`{"name":%q,"zone":%q,"rates":[%s],"currency":"EUR","achieved_percent":80,"conditional_percent":60,"accept_days":5,"at_risk_days":14}`, home["name"], home["zone"], text)
			if status, out, _ := c.do("PUT", "/api/workspace", body, "If-Match", head.Get("ETag")); status != 200 {
				t.Fatalf("%d %v", status, out)
			}
		}
		if out := ask(); len(out["currencies"].([]any)) != 3 || out["together"].(map[string]any)["known"] != false || fmt.Sprint(out["missing"]) != "[JPY USD]" {
			t.Errorf("without rates: %v", out)
		}
		rates(`{"currency":"USD","on":"2025-12-31","worth":0.9},{"currency":"JPY","on":"2199-01-01","worth":0.006}`)
		if out := ask(); fmt.Sprint(out["missing"]) != "[JPY]" || out["together"].(map[string]any)["known"] != false {
			t.Errorf("a rate of a day to come holds already: %v", out)
		}
		rates(`{"currency":"USD","on":"2025-12-31","worth":0.9},{"currency":"JPY","on":"2025-11-30","worth":0.006}`)
		out := ask() // 100 + 180 + 18
		if together := out["together"].(map[string]any); together["minor"] != 298_00. || together["currency"] != "EUR" || len(out["rates"].([]any)) != 2 || len(out["missing"].([]any)) != 0 {
			t.Errorf("with rates: %v", out)
		}
		w.Verify()
	})
}

func TestALongListComesPageByPageEachDealOnce(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		for range 5 {
			if status, out, _ := c.do("POST", "/api/deals/NWF/requirements", need); status != 200 {
				t.Fatalf("%d %v", status, out)
			}
		}
		seen, after := map[any]int{}, ""
		for range 3 {
			status, out, _ := c.do("GET", "/api/deals/NWF/requirements?limit=2&after="+after, "")
			if status != 200 {
				t.Fatalf("%d %v", status, out)
			}
			for _, item := range out["items"].([]any) {
				seen[item.(map[string]any)["id"]]++
			}
			after = out["next"].(string)
		}
		if len(seen) != 5 || after != "" {
			t.Errorf("%v, then %q", seen, after)
		}
		for _, bad := range []string{"limit=0", "limit=201", "limit=x"} {
			if status, _, _ := c.do("GET", "/api/deals/NWF/requirements?"+bad, ""); status != 422 {
				t.Errorf("%s: %d", bad, status)
			}
		}
		for _, bad := range []string{"sort=colour", "phase=full", "win=maybe"} {
			if status, _, _ := c.do("GET", "/api/deals?"+bad, ""); status != 422 {
				t.Errorf("%s: %d", bad, status)
			}
		}
	})
}
